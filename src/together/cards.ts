/** What everybody sees of an evening, and what is said to one alone. */
import type { Catalog } from "../catalog/catalog.ts";
import type { MovieId } from "../catalog/movie.ts";
import { titleWithYear } from "../catalog/title-with-year.ts";
import type { Action, Card } from "../conversation/card.ts";
import { partsOf } from "../conversation/wish-parts.ts";
import { list } from "../conversation/wording/format.ts";
import type { World } from "../conversation/world.ts";
import { says } from "./command.ts";
import { comparisonOf } from "./compare.ts";
import type { Whisper } from "./decide.ts";
import {
  ballotOf,
  type Evening,
  type EveningId,
  forWhom,
  goneFrom,
  type MemberId,
  memberOf,
  vetoedIn,
} from "./evening.ts";
import { type Result, resultOf } from "./result.ts";

/** Names that stand in one line; of more people the number is told. */
const NAMED = 12;

/** The message of an evening that goes with where it stands. */
export function eveningCard(world: World, id: EveningId, evening: Evening): Card {
  switch (evening.phase) {
    case "gathering":
      return gathering(world, id, evening);
    case "voting":
      return shortListCard(world, id, evening);
    case "closed":
      return resultCard(world, id, evening);
    case "stopped":
      return { ...ofEvening(id), title: { text: TITLE }, lines: ["Stopped. Say together to begin anew."] };
  }
}

const TITLE = "Together: one film for several";

const ofEvening = (id: EveningId) => ({ evening: id, forAll: true }) as const;

const button = (id: EveningId, label: string, words: string): Action => ({ label, says: says(id, words) });

function gathering(world: World, id: EveningId, evening: Evening): Card {
  return {
    ...ofEvening(id),
    title: { text: TITLE },
    lines: [
      whoIsIn(evening),
      ...limitsLines(world, evening),
      ...comparedLines(world, evening),
      "Join, and anybody may say what it must be (together under two hours, together no horror). Whom I do not know counts as most people do, or names films first (together I love Heat, Alien). Start when all are in.",
    ],
    actions: [
      button(id, "Join", "join"),
      button(id, "Leave", "leave"),
      button(id, "Start", "start"),
      ...(evening.members.length === 2
        ? [button(id, "Match", "match"), button(id, "Compare tastes", "compare")]
        : []),
      button(id, "Stop", "stop"),
    ],
  };
}

function whoIsIn({ members }: Evening): string {
  if (members.length === 0) return "Nobody is in yet.";
  const names = members.slice(0, NAMED).map(({ name }) => name);
  const more = members.length - names.length;
  return `In (${members.length}): ${more > 0 ? `${names.join(", ")} and ${more} more` : list(names)}.`;
}

/** What films must be; none where there are no limits. While there are votes that is of the list, and besides of the next where it is another. */
export function limitsLines(world: World, { phase, listedBy, ...now }: Evening): string[] {
  const held = (phase === "voting" && listedBy) || now;
  const isOther = held.wish !== now.wish || held.seenBy !== now.seenBy;
  const line = (head: string, of: Pick<Evening, "wish" | "seenBy">) => {
    const parts = limitsOf(world, of);
    return parts.length === 0 ? [] : [`${head}: ${parts.join(" · ")}.`];
  };
  const next = line("For another list it must be", now);
  return [
    ...line("It must be", held),
    ...(isOther ? (next.length > 0 ? next : ["For another list there are no limits."]) : []),
  ];
}

const limitsOf = (world: World, { wish, seenBy }: Pick<Evening, "wish" | "seenBy">): string[] => [
  ...partsOf(world, wish).map(({ label }) => label),
  ...(seenBy === "most" ? ["not seen by most"] : []),
];

/** How alike the tastes of two are who have both agreed to be told; none before. */
export function comparedLines(world: World, { members, compared }: Evening): string[] {
  const [one, other] = members;
  const [a, b] = [one, other].map((member) => member && compared.get(member.id));
  if (!one || !other || !a || !b) return [];
  const { alike, bothLike, neitherLikes, forOne, forOther } = comparisonOf(a, b);
  const films = titles(world, a.films);
  const differ = [
    ...(forOne.length > 0 ? [`${list(forOne)} (rather for ${one.name})`] : []),
    ...(forOther.length > 0 ? [`${list(forOther)} (rather for ${other.name})`] : []),
  ];
  return [
    alike === undefined
      ? "How alike you are I cannot tell yet: each of you needs to say something of four films at least."
      : `${one.name} and ${other.name}: ${alike} of 100 alike, where 50 is two people by chance.`,
    ...(bothLike.length > 0 ? [`You both lean to ${list(bothLike)}.`] : []),
    ...(neitherLikes.length > 0 ? [`Neither of you is much for ${list(neitherLikes)}.`] : []),
    ...(differ.length > 0 ? [`You differ on ${list(differ)}.`] : []),
    ...(films.length > 0 ? [`For both of you: ${list(films)}.`] : []),
  ];
}

function shortListCard(world: World, id: EveningId, evening: Evening): Card {
  const { films, round, members } = evening;
  const ready = members.filter((one) => ballotOf(evening, one.id).isReady).length;
  const each = (sign: string, verb: string) =>
    films.map((_, at) => button(id, `${sign} ${at + 1}`, `${verb} ${at + 1} ${round}`));
  return {
    ...ofEvening(id),
    title: {
      text: evening.isMatch ? "A match: the first film that you all would watch" : "Tonight's short list",
    },
    lines: [
      ...films.map((film, at) => `${at + 1}. ${filmLine(world.catalog, evening, film, at)}`),
      ...turnLine(evening),
      ...limitsLines(world, evening),
      `${whoIsIn(evening)} Ready: ${ready} of ${members.length}.`,
      evening.isMatch ? HOW_TO_MATCH : HOW_TO_VOTE,
    ],
    actions: [
      ...each("👍", "approve"),
      ...(evening.isMatch ? [] : [...each("🚫", "veto"), ...each("👁", "seen")]),
      button(id, "Ready", "ready"),
      button(id, "Count now", "end"),
      button(id, "Join", "join"),
      button(id, "Leave", "leave"),
    ],
  };
}

const HOW_TO_VOTE =
  "👍 every film that you would watch. 🚫 is your one veto, 👁 notes that you have seen it. Nobody sees votes before the end: when all are ready, or the time is over.";
const HOW_TO_MATCH =
  "👍 every film that you would watch, from the top. Nobody sees it before all of you have pressed the same one: that is the film. Ready, when none is left that you would.";

/** "Heat (1995), 170 min, Crime and Thriller. For Ada. A detective ...": of the film and whom it is for, and of nobody's past. */
function filmLine(catalog: Catalog, evening: Evening, id: MovieId, at: number): string {
  const movie = catalog.byId(id);
  if (!movie) return "A film that I know no more.";
  const minutes = catalog.factsOf(id)?.runtimeMinutes?.value;
  const facts = [
    titleWithYear(movie),
    ...(minutes ? [`${minutes} min`] : []),
    ...(movie.genres.length > 0 ? [list(movie.genres.slice(0, 3))] : []),
  ].join(", ");
  const words = catalog.wordsOf(id);
  const names = forWhom(evening, at).map(({ name }) => name);
  const whose = names.length === 0 ? "For all of you" : `For ${list(names)}`;
  return `${facts}. ${whose}.${words ? ` ${words.line}` : ""}`;
}

/** Whose turn it is to be favoured, where it is anybody's. */
export function turnLine(evening: Evening): string[] {
  const name = memberOf(evening, evening.turn)?.name;
  return name === undefined
    ? []
    : [`It is ${name}'s turn: the films of your evenings before were more for the others.`];
}

function resultCard(world: World, id: EveningId, evening: Evening): Card {
  const result = resultOf(evening);
  const { pick } = result;
  const movie = pick && world.catalog.byId(pick);
  const again = button(id, againLabel(evening), "again");
  if (!movie) {
    const lines = [...vetoLine(world, result), "Nothing of the list is left that any of you would watch."];
    return { ...ofEvening(id), title: { text: "No film for tonight yet" }, lines, actions: [again] };
  }
  return {
    ...ofEvening(id),
    title: { text: `Tonight: ${titleWithYear(movie)}` },
    lines: [
      world.catalog.wordsOf(movie.id)?.line ?? "",
      ...howItCame(world, evening, result),
      ...vetoLine(world, result),
    ].filter(Boolean),
    pictured: movie.id,
    elsewhere: { film: { movie: movie.id }, adds: ["poster", "watchLink"] },
    actions: [again],
  };
}

const againLabel = (evening: Evening): string => {
  if (vetoedIn(evening).length > 0) return "Again without the vetoed";
  return goneFrom(evening).length > 0 ? "Again with other films" : "Another list";
};

function howItCame(
  world: World,
  { members, isMatch }: Evening,
  { approvals, voters, tiedWith }: Result,
): string[] {
  const tied = titles(world, tiedWith);
  if (voters === 0)
    return ["Nobody voted, so it is the first of the list: the best for all of you together."];
  if (approvals === 0) return ["Nobody voted for a film, so it is the first of the list that is left."];
  return [
    isMatch && approvals === members.length
      ? "It is a match: all of you would watch it."
      : `${approvals} of ${members.length} would watch it.`,
    ...(tied.length > 0 && !isMatch
      ? [`${list(tied)} had as many votes: of equals the one in front on the list is taken.`]
      : []),
  ];
}

function vetoLine(world: World, { vetoed }: Result): string[] {
  const names = titles(world, vetoed);
  return names.length === 0 ? [] : [`Vetoed: ${list(names)}.`];
}

const titles = ({ catalog }: World, films: readonly MovieId[]): string[] =>
  films.flatMap((movie) => {
    const known = catalog.byId(movie);
    return known ? [titleWithYear(known)] : [];
  });

export const noEvening = (): Card => ({
  lines: ["There is no such evening here. Say together to begin one."],
  private: true,
});

/** For the eyes of whoever did something. */
export function whispered(world: World, evening: Evening, member: MemberId, whisper: Whisper): Card {
  const ofTheirs = WORDS[whisper];
  const line = typeof ofTheirs === "string" ? ofTheirs : ofTheirs(world, evening, member);
  return { lines: [line], private: true };
}

const WORDS: Readonly<
  Record<Whisper, string | ((world: World, evening: Evening, member: MemberId) => string)>
> = {
  over: "This evening is over. Say together to begin another one.",
  nobodyIn: "Nobody is in yet: press Join first.",
  oneAlone: "A match takes two: let somebody else join first.",
  twoOnly: "Tastes are compared of two people: let the others leave first.",
  agreed:
    "Noted: once the other says it too, both of you see how alike your tastes are, by genres, with three films for both. Nothing that you said of any film is shown.",
  compared: "Both of you have agreed: it stands above.",
  nothingLeft:
    "No film is left that is all of this and that nobody has seen. Say together anything goes to take the limits back, or together seen by most.",
  listIsOut: "The list is out already: vote on it.",
  notVoting: "There is no list to vote on now. Press Start when all are in.",
  oldList: "That is no film of the list that stands. Vote on the latest one.",
  notUnderstood: (_, { phase }) =>
    phase === "voting"
      ? "I heard no vote in that, and no limit. Films are told by their numbers."
      : "I did not hear a limit in that. Say it as together under two hours, or together no horror.",
  joined: "You are in.",
  left: "You are out, and your votes with you.",
  notIn: "You are not in. Press Join first.",
  limited: (world, evening) => limitsLines(world, evening)[0] ?? "There are no limits now.",
  limitedNext: (world, evening) =>
    `This list stays as it is. ${limitsLines(world, evening).at(-1)!} Count now, and then again, makes one.`,
  named: (world, evening, member) => `For tonight I go by ${list(namedBy(world, evening, member))}.`,
  notFound: (world, evening, member) => {
    const names = namedBy(world, evening, member);
    const known =
      names.length > 0 ? `I go by ${list(names)}, and do not know the rest by` : "I know no film by";
    return `${known} that name. Give titles with their years, such as Heat (1995).`;
  },
  ballot: (_, evening, member) => ballotLine(evening, member),
  ready: "Noted. I count when all are ready, or the time is over.",
  counted: "Noted, and you were the last: the votes are counted.",
  stopped: "Stopped.",
};

const namedBy = ({ catalog }: World, evening: Evening, member: MemberId): string[] =>
  (memberOf(evening, member)?.named ?? []).flatMap((id) => {
    const movie = catalog.byId(id);
    return movie ? [titleWithYear(movie)] : [];
  });

function ballotLine(evening: Evening, member: MemberId): string {
  const { approved, vetoed, seen } = ballotOf(evening, member);
  const places = (films: readonly number[]) =>
    list(films.toSorted((a, b) => a - b).map((film) => String(film + 1)));
  return [
    approved.length > 0 ? `You would watch ${places(approved)}.` : "You have picked nothing yet.",
    ...(vetoed === undefined ? [] : [`Your veto is on ${vetoed + 1}.`]),
    ...(seen.length > 0 ? [`Seen: ${places(seen)}.`] : []),
    "Press again to take it back, and Ready when you are done.",
  ].join(" ");
}

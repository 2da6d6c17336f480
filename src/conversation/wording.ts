/** Every sentence the conversation says, as cards. What to say and when is decided elsewhere. */
import type { Movie } from "../catalog/movie.ts";
import { titleWithYear } from "../catalog/title-with-year.ts";
import type { Verdict } from "../recommender/feedback.ts";
import type { Taste } from "../recommender/user-model.ts";
import type { Action, Card, Field } from "./card.ts";
import type { Purpose } from "./dialogue.ts";
import { FAVOURITES_WANTED } from "./favourites-wanted.ts";
import type { Suggestion } from "./person.ts";
import type { World } from "./turn.ts";

const VERDICT_SIGN: Readonly<Record<Verdict, string>> = {
  favourite: "⭐ favourite",
  like: "👍 liked",
  dislike: "👎 disliked",
  skip: "⏭️ skipped",
  seen: "👁️ seen",
  never: "🚫 never",
};

/** Reasons below this share are noise. */
const LEAST_SHARE = 0.01;

const SKIP_FAVOURITES: Action = { label: "Skip", says: "done" };

export const notice = (...lines: string[]): Card => ({ lines });

export function welcome(): Card {
  return {
    title: { text: "Matinee" },
    lines: [
      "One movie at a time, and the next one is better.",
      `Name up to ${FAVOURITES_WANTED} movies you love, one per message or with commas between them, or say skip to start at once.`,
    ],
    actions: [SKIP_FAVOURITES],
  };
}

export function welcomeBack(answers: number): string {
  return `Welcome back. I remember ${count(answers, "answer")} of yours.`;
}

export function moreFavourites(added: readonly Movie[], named: number): Card {
  const noted = added.length > 0 ? `⭐ Noted: ${list(added.map(titleWithYear))}. ` : "";
  const left = FAVOURITES_WANTED - named;
  return {
    lines: [`${noted}${count(left, "more favourite")}? Or say skip, to start.`],
    actions: [SKIP_FAVOURITES],
  };
}

export function favouritesNoted(added: readonly Movie[]): string {
  return `⭐ Noted: ${list(added.map(titleWithYear))}.`;
}

/** @param answer what the person has said of it, where they have */
export function suggestion(world: World, taste: Taste, { id, movie }: Suggestion, answer?: Verdict): Card {
  const shown = world.catalog.byId(movie)!;
  return {
    title: linked(shown),
    lines: [why(world, taste, shown), ...(answer ? [`Noted: ${VERDICT_SIGN[answer]}`] : [])],
    fields: facts(shown),
    suggestion: id,
  };
}

/** A suggestion as others may see it. */
export function shared(movie: Movie, { id }: Suggestion): Card {
  return { title: linked(movie), lines: [], fields: facts(movie), suggestion: id };
}

/** Everything known of a movie, and what the score is made of. */
export function details(world: World, taste: Taste, movie: Movie): Card {
  const { because, uncertainty } = world.recommender.explain(taste, world.recommender.rowOf(movie.id)!);
  const reasons = because
    .filter(({ share }) => share >= LEAST_SHARE)
    .map(
      ({ row, verdict, share }) =>
        `${titleWithYear(world.recommender.movie(row))}, ${VERDICT_SIGN[verdict]}: ${percent(share)}`,
    );
  return {
    title: linked(movie),
    lines: [why(world, taste, movie)],
    fields: [
      ...facts(movie),
      ...(movie.alternativeTitles.length > 0
        ? [{ name: "Also known as", value: movie.alternativeTitles.join("; ") }]
        : []),
      ...(movie.tmdbId !== undefined
        ? [{ name: "TMDB", value: `https://www.themoviedb.org/movie/${movie.tmdbId}` }]
        : []),
      ...(reasons.length > 0 ? [{ name: "What speaks for it", value: reasons.join("\n") }] : []),
      { name: "How sure I am", value: `± ${uncertainty.toFixed(2)} on a scale where 1 is a movie you like` },
    ],
  };
}

/** Why this movie, in one sentence, true to what the score is made of. */
export function why({ recommender }: World, taste: Taste, movie: Movie): string {
  const { because } = recommender.explain(taste, recommender.rowOf(movie.id)!);
  const liked = because.filter(({ verdict }) => verdict === "favourite" || verdict === "like");
  if (liked.length > 0)
    return `Because you liked ${list(liked.slice(0, 2).map(({ row }) => recommender.movie(row).title))}.`;
  return taste.evidence.length === 0
    ? "A safe first guess: people of all tastes like it. Your answers will make the next ones yours."
    : "Nothing you named speaks for it in particular: it is liked by people of all tastes.";
}

export function noted(verdict: Verdict, movie: Movie): string {
  const title = titleWithYear(movie);
  switch (verdict) {
    case "favourite":
      return `⭐ ${title} is one of your favourites.`;
    case "like":
      return `👍 Noted: ${title}.`;
    case "dislike":
      return `👎 Noted: not ${title}.`;
    case "skip":
      return `⏭️ ${title}: not now.`;
    case "seen":
      return `👁️ ${title}: seen, so it stays away.`;
    case "never":
      return `🚫 ${title} will never come up again.`;
  }
}

export function undone(verdict: Verdict, movie: Movie | undefined): string {
  return `Undone: ${VERDICT_SIGN[verdict]}, ${movie ? titleWithYear(movie) : "a movie this model does not know"}.`;
}

export const nothingToUndo = (): string => "There is nothing to undo.";
export const notInCatalogue = (): string => "That movie is not in my catalogue any more.";
export const nearMovie = (movie: Movie): string =>
  `Near ${titleWithYear(movie)}; say next for suggestions from everything.`;

export function whichOne(said: string, purpose: Purpose, movies: readonly Movie[]): Card {
  const [only, ...others] = movies;
  const question =
    only && others.length === 0
      ? [`By "${cut(said, 60)}", do you mean ${titleWithYear(only)}? Say yes or no.`]
      : [
          `Which "${cut(said, 60)}" do you mean?`,
          ...movies.map((movie, index) => `${index + 1}. ${titleWithYear(movie)}`),
          "Answer with a number or a year, or 0 for none of these.",
        ];
  return {
    lines: question,
    actions: [
      ...movies.map((movie) => ({ label: titleWithYear(movie), says: `${SAID_FOR[purpose]} ${movie.id}` })),
      { label: "None of these", says: "0" },
    ],
  };
}

const SAID_FOR: Readonly<Record<Purpose, string>> = {
  favourite: "favourite",
  moreLike: "more like",
  seen: "seen",
  never: "never",
  restore: "restore",
};

export function unknownTitle(said: string): Card {
  return notice(`I know no movie called "${cut(said, 60)}". Check the spelling, or add the year.`);
}

/** A message that is neither a command nor an answer, but does name a movie. */
export function titleWithoutVerb(movie: Movie): Card {
  return {
    lines: [
      `${titleWithYear(movie)}: what about it? Say more like, favourite, seen or never, and the title.`,
    ],
    actions: [
      { label: "More like it", says: `more like ${movie.id}` },
      { label: "A favourite of mine", says: `favourite ${movie.id}` },
      { label: "Seen it", says: `seen ${movie.id}` },
      { label: "Never show it", says: `never ${movie.id}` },
    ],
  };
}

export function notUnderstood(): Card {
  return notice(
    'I did not understand that. Answer a suggestion with y, n, s or i, try "more like Heat", or say help.',
  );
}

export const noPlace = (): string =>
  "That is for a server or a channel; here it is only you. Say private on for yourself.";
export const notYoursToSet = (): string => "Only those who manage this server can set that for everybody.";

export function privacySet(isPrivate: boolean, whose: "mine" | "place"): string {
  const who = whose === "mine" ? "you" : "everybody here";
  return isPrivate
    ? `From now on, what ${whose === "mine" ? "you ask" : "people ask here"} is answered in private, for ${who} by default.`
    : `From now on, answers are for all to see, for ${who} by default.`;
}

export const cutShort = (characters: number): string =>
  `That was long: I read the first ${characters.toLocaleString("en")} characters of it.`;

export function slowDown(seconds: number): Card {
  return {
    lines: [
      `That was a lot at once. Give me ${count(seconds, "second")}, then go on; your reactions are all noted.`,
    ],
    private: true,
  };
}

export function failed(): Card {
  return {
    lines: [
      "Something went wrong on my side. What you had told me before is safe; please try that once more.",
    ],
    private: true,
  };
}

export function nothingToAnswer(): Card {
  return { lines: ["No suggestion is on the table."], actions: [{ label: "Suggest one", says: "next" }] };
}

export function nothingLeft(near: boolean): Card {
  return near
    ? {
        lines: [
          "Nothing like that is left which you have not answered. Say next for suggestions from everything.",
        ],
        actions: [{ label: "From everything", says: "next" }],
      }
    : {
        lines: [
          "I have nothing left that you have not answered. Skipped movies return after a while; to get others back, say hidden, then restore with a title.",
        ],
        actions: [{ label: "Hidden movies", says: "hidden" }],
      };
}

export function stillOnTheTable(movie: Movie): string {
  return `Still on the table: ${titleWithYear(movie)}.`;
}

export interface HistoryLine {
  readonly movie: Movie;
  readonly verdict?: Verdict;
}

export function history(lines: readonly HistoryLine[], total: number): Card {
  if (lines.length === 0) return notice("Nothing has been suggested to you yet.");
  return {
    title: { text: "Suggested to you, latest first" },
    lines: lines.map(
      ({ movie, verdict }) => `${titleWithYear(movie)}: ${verdict ? VERDICT_SIGN[verdict] : "not answered"}`,
    ),
    ...more(total - lines.length),
    private: true,
  };
}

export function likes(lines: readonly Required<HistoryLine>[], total: number): Card {
  if (lines.length === 0) return notice("You have not liked anything yet.");
  return {
    title: { text: "Movies you like, latest first" },
    lines: lines.map(
      ({ movie, verdict }) => `${verdict === "favourite" ? "⭐" : "👍"} ${titleWithYear(movie)}`,
    ),
    ...more(total - lines.length),
    private: true,
  };
}

export function hidden(lines: readonly Required<HistoryLine>[], total: number): Card {
  if (lines.length === 0) return notice("Nothing is hidden from you.");
  return {
    title: { text: "Kept away from you, latest first" },
    lines: [
      ...lines.map(({ movie, verdict }) => `${titleWithYear(movie)}: ${VERDICT_SIGN[verdict]}`),
      `Say restore with a title to get one back, such as "restore ${lines[0]!.movie.title}".`,
    ],
    ...more(total - lines.length),
    private: true,
  };
}

export function restored(movie: Movie): string {
  return `${titleWithYear(movie)} can be suggested again; what you said of it is taken back.`;
}

export const notHidden = (movie: Movie): Card => notice(`${titleWithYear(movie)} is not hidden from you.`);

export interface Profile {
  readonly counts: ReadonlyMap<Verdict, number>;
  /** Weight in [0, 1], heaviest first. */
  readonly genres: readonly (readonly [genre: string, weight: number])[];
}

export function profile({ counts, genres }: Profile): Card {
  const said = [...counts].map(([verdict, n]) => `${VERDICT_SIGN[verdict]}: ${n}`);
  return {
    title: { text: "How I understand you" },
    lines: said.length > 0 ? [] : ["You have told me nothing yet."],
    fields: [
      ...(said.length > 0 ? [{ name: "Your answers", value: said.join("\n") }] : []),
      ...(genres.length > 0
        ? [
            {
              name: "Genres you lean to",
              value: genres.map(([genre, weight]) => `${genre} ${percent(weight)}`).join("\n"),
            },
          ]
        : []),
    ],
    private: true,
  };
}

export function exported(json: string): Card {
  return {
    lines: ["Everything I keep about you."],
    file: { name: "matinee-export.json", mediaType: "application/json", text: json },
    private: true,
  };
}

export function confirmForget(): Card {
  return {
    lines: [
      "This deletes everything I know about you, for good: answers, suggestions, taste. Say yes to delete it.",
    ],
    actions: [
      { label: "Delete everything", says: "yes" },
      { label: "Keep it", says: "no" },
    ],
    private: true,
  };
}

export const forgotten = (): Card => ({
  lines: ["Done. Everything about you is deleted. If you write again, we meet for the first time."],
  private: true,
});

export const nothingDeleted = (): string => "Nothing was deleted.";

export const goodbye = (): Card => ({
  lines: ["Goodbye. I remember everything for next time."],
  closes: true,
});

export function help(): Card {
  return {
    title: { text: "What I understand" },
    lines: [],
    fields: [
      { name: "y  n  s  i", value: "like, dislike, skip or details of the suggestion on the table" },
      { name: "seen, never", value: "I have seen it; never show it again. With a title: of that movie" },
      { name: "more like <title>", value: "suggestions near a movie; next returns to everything" },
      { name: "favourite <title>", value: "one more movie that you love" },
      { name: "undo", value: "takes the last answer back, and again the one before" },
      { name: "why", value: "what a suggestion rests on" },
      { name: "history, likes, hidden", value: "what was suggested, liked, and is kept away" },
      { name: "restore <title>", value: "lets a movie come up again" },
      { name: "profile", value: "how I understand you" },
      {
        name: "private on, off",
        value: "answers for your eyes only by default; private here on: for everybody in a place",
      },
      { name: "export, forget me", value: "all I keep about you, as a file; or deleted for good" },
      { name: "quit", value: "goodbye; everything is kept" },
    ],
  };
}

function facts(movie: Movie): Field[] {
  const rating = `★ ${movie.meanStars.toFixed(1)} of 5 from ${count(movie.ratingCount, "rating")}`;
  return [
    ...(movie.genres.length > 0 ? [{ name: "Genres", value: movie.genres.join(", ") }] : []),
    { name: "Rating", value: movie.ratingCount > 0 ? rating : "not rated yet" },
  ];
}

function linked(movie: Movie): NonNullable<Card["title"]> {
  const text = titleWithYear(movie);
  return movie.imdbId === undefined ? { text } : { text, url: `https://www.imdb.com/title/${movie.imdbId}/` };
}

function more(left: number): { fields?: readonly Field[] } {
  return left > 0 ? { fields: [{ name: "And", value: `${left} more; export has them all` }] } : {};
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

const count = (n: number, noun: string): string => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

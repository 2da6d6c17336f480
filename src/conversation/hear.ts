/** What somebody said, obeyed: an answer to what was asked, or whatever else they do by it. */
import type { MovieId } from "../catalog/movie.ts";
import { findTitle, isTitle } from "../catalog/naming.ts";
import type { Act, Reading } from "../intent/acts.ts";
import { emptyRequest } from "../intent/request.ts";
import { askWhich, type Bringing, leaveOut, takeIn } from "./bring.ts";
import type { Dialogue, Purpose } from "./dialogue.ts";
import { goOnWithFavourites, noFavourites, takeOffer } from "./favourites.ts";
import { resume, serve } from "./obey.ts";
import { obeyAll } from "./obey-acts.ts";
import { request } from "./requests.ts";
import { offer } from "./titles.ts";
import { inDialogue, say, suggestNext, type Turn, tell, wishInForce } from "./turn.ts";
import { saveNamed } from "./watch-later.ts";
import * as wording from "./wording.ts";

/** Words, and what they leave in the air. */
export function hear(turn: Turn, { acts, speaksOfOthers }: Reading): Turn {
  const { current, spokenOf } = turn.state.dialogue;
  const heard = hearActs(
    inDialogue(turn, { elsewhere: undefined, weighed: undefined, asked: undefined }),
    acts,
  );
  const isAnswered = heard.state.dialogue.spokenOf !== spokenOf;
  const told = { ...namedIn(turn.world, acts), noted: notedSince(turn, heard) };
  const next = inDialogue(heard, isAnswered ? told : { ...told, spokenOf: undefined });
  const stays = current !== undefined && next.state.dialogue.current === current;
  return stays && speaksOfOthers ? inDialogue(next, { elsewhere: current }) : next;
}

/** The film that the acts are about, where it is clear which. */
function namedIn({ catalog }: Turn["world"], acts: readonly Act[]): Pick<Dialogue, "named"> {
  const found = acts.flatMap(titlesIn).map((title) => findTitle(catalog, title));
  const last = found.findLast((match) => match.kind === "one");
  return last?.kind === "one" ? { named: last.movie.id } : {};
}

function titlesIn(act: Act): readonly string[] {
  switch (act.kind) {
    case "mark":
    case "name":
    case "show":
    case "moreLike":
    case "correct":
      return [act.title];
    case "picked":
      return [act.movie];
    case "saveNamed":
    case "love":
    case "nameFavourites":
      return act.titles;
    case "question":
      return act.question.isNamed && act.question.movie !== undefined ? [act.question.movie] : [];
    case "ask":
      return act.request.similarTo;
    default:
      return [];
  }
}

function notedSince({ effects }: Turn, heard: Turn): MovieId | undefined {
  const logged = heard.effects.slice(effects.length);
  const last = logged.findLast((effect) => effect.kind === "log" && effect.entry.kind === "feedback");
  return last?.kind === "log" && last.entry.kind === "feedback" ? last.entry.movie : undefined;
}

/** A question that was open is answered, or off the table. */
function hearActs(turn: Turn, acts: readonly Act[]): Turn {
  const { confirmingForget, choice, namesakes, offered, bringing, refusing, unclear } = turn.state.dialogue;
  const settled = inDialogue(turn, {
    confirmingForget: false,
    choice: undefined,
    namesakes: undefined,
    offered: undefined,
    bringing: undefined,
    refusing: undefined,
    unclear: undefined,
  });
  if (bringing)
    return hearWhetherToTakeIn(settled, { films: bringing, refusing, unclear: unclear ?? [] }, acts);
  if (unclear) return hearWhichWasBrought(settled, unclear, acts);
  if (namesakes) return hearWhoIsMeant(settled, namesakes, acts);
  if (confirmingForget) return hearConfirmation(settled, acts);
  if (choice) return hearChoice(turn, settled, choice, acts);
  const [first] = acts;
  if (offered && first?.kind === "answered")
    return first.answer === "yes" ? takeOffer(turn) : noFavourites(turn);
  return obeyAll(settled, acts);
}

function hearConfirmation(settled: Turn, acts: readonly Act[]): Turn {
  const [first] = acts;
  if (first?.kind !== "answered") return obeyAll(tell(settled, wording.nothingDeleted()), acts);
  return first.answer === "yes"
    ? { ...settled, effects: [{ kind: "forget" }] }
    : tell(settled, wording.nothingDeleted());
}

function hearWhetherToTakeIn(settled: Turn, waiting: Bringing, acts: readonly Act[]): Turn {
  const [first] = acts;
  if (first?.kind !== "answered") return obeyAll(leaveOut(settled), acts);
  return first.answer === "yes" ? takeIn(settled, waiting) : leaveOut(settled);
}

/** The first of them is settled, and the next asked about; whatever else is said ends the asking. */
function hearWhichWasBrought(settled: Turn, unclear: Bringing["unclear"], acts: readonly Act[]): Turn {
  const [first] = acts;
  const [asked, ...others] = unclear;
  if (first?.kind === "picked" && asked)
    return takeIn(settled, { films: [{ movie: first.movie, words: asked.words }], unclear: others });
  if (first?.kind === "answered" && first.answer === "no") return askWhich(settled, others);
  return obeyAll(settled, acts);
}

function hearWhoIsMeant(
  settled: Turn,
  { isOut, howMany }: NonNullable<Dialogue["namesakes"]>,
  acts: readonly Act[],
): Turn {
  const [first] = acts;
  if (first?.kind === "answered") return wishInForce(settled) ? suggestNext(settled) : resume(settled);
  if (first?.kind !== "pickedPerson") return obeyAll(settled, acts);
  const people = isOut ? { peopleOut: [first.name] } : { peopleIn: [first.name] };
  return request(settled, { ...emptyRequest(), ...people, howMany, refinement: "adjust" });
}

type Choice = NonNullable<Dialogue["choice"]>;

function hearChoice(turn: Turn, settled: Turn, choice: Choice, acts: readonly Act[]): Turn {
  const { said, purpose, others = [] } = choice;
  const { catalog } = turn.world;
  const movies = choice.movies.flatMap((id) => catalog.byId(id) ?? []);
  const [first] = acts;
  if (first?.kind === "picked") {
    if (others.length > 0) return goOnNaming(settled, purpose, [first.movie, ...others]);
    return serve(settled, purpose, movies.find(({ id }) => id === first.movie)!, choice.rating);
  }
  if (first?.kind === "answered") {
    if (first.answer === "yes") return say(turn, wording.whichOne(said, purpose, movies));
    return others.length > 0 ? goOnNaming(settled, purpose, others) : resume(settled);
  }
  const next = obeyAll(settled, acts);
  if (purpose === "show") return isUntouched(next) ? inDialogue(next, { choice }) : next;
  // another favourite is named meanwhile: the question stands
  const titles = acts.flatMap(titlesNamed);
  const stands =
    purpose === "favourite" &&
    titles.length > 0 &&
    titles.every((title) => isTitle(catalog, title)) &&
    !next.state.dialogue.choice;
  return stands ? offer(next, said, purpose, movies, { others }) : next;
}

/** Nothing was laid on the table or asked: the list still lies there. */
const isUntouched = ({ state: { dialogue } }: Turn): boolean =>
  dialogue.current === undefined && !dialogue.choice && !dialogue.offered && !dialogue.confirmingForget;

const goOnNaming = (turn: Turn, purpose: Purpose, titles: readonly string[]): Turn =>
  purpose === "later" ? saveNamed(turn, titles) : goOnWithFavourites(turn, titles);

const titlesNamed = (act: Act): readonly string[] =>
  act.kind === "nameFavourites" ? act.titles : act.kind === "name" ? [act.title] : [];

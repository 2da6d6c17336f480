/** Answers to suggestions: by touch on any of them, or in words on the one on the table. */
import type { Rating } from "../intent/reading/command.ts";
import type { Verdict } from "../recommender/feedback.ts";
import { isWithin } from "../recommender/standing.ts";
import type { Taste } from "../recommender/user-model.ts";
import { type AnswerVerdict, type Gesture, isVerdict } from "./event.ts";
import { isOf } from "./ids.ts";
import {
  allSaid,
  type EventId,
  isFeedback,
  type SaidEntry,
  type Suggestion,
  suggestionMade,
} from "./person.ts";
import { answerTo, redraw } from "./redraw.ts";
import {
  currentSuggestion,
  inDialogue,
  isListed,
  record,
  retract,
  say,
  suggestNext,
  type Turn,
  tableMovie,
  tell,
  wishBehind,
} from "./turn.ts";
import { notedOf, save, takeOff } from "./watch-later.ts";
import * as wording from "./wording.ts";

export function answerCurrent(turn: Turn, verdict: Verdict, rating?: Rating): Turn {
  const current = currentSuggestion(turn);
  return current ? answer(turn, current, verdict, rating) : say(turn, wording.nothingToAnswer());
}

/** Why the suggestion on the table was made, or why another movie would be. */
export function explainCurrent(turn: Turn, movie = tableMovie(turn)): Turn {
  if (!movie) return say(turn, wording.nothingToAnswer());
  const current = currentSuggestion(turn);
  const wish = current?.movie === movie.id ? wishBehind(turn, current) : undefined;
  return say(turn, wording.notice(wording.why(turn.world, turn.state.person.taste, movie, wish)));
}

/** Presses of one button that follow each other faster than this are one: a double click takes nothing back. */
const DOUBLE_CLICK_MS = 2_500;

/** A button pressed on a suggestion: the same again takes the answer back. */
export function pressSuggestion(turn: Turn, suggestion: Suggestion, gesture: Gesture): Turn {
  if (wasJustPressed(turn, suggestion, gesture)) return turn;
  if (gesture === "later" && isListed(turn, suggestion.movie)) return unsave(turn, suggestion);
  const given = answerTo(turn, suggestion);
  return given?.verdict === gesture ? takeBack(turn, given) : answerSuggestion(turn, suggestion, gesture);
}

/** An answer to a suggestion, however old. The last one counts: another verdict replaces the one given before. */
export function answerSuggestion(turn: Turn, suggestion: Suggestion, gesture: Gesture | AnswerVerdict): Turn {
  const movie = turn.world.catalog.byId(suggestion.movie);
  if (!movie) return tell(turn, wording.notInCatalogue());
  if (gesture === "info") {
    const wish = wishBehind(turn, suggestion);
    return say(turn, wording.details(turn.world, turn.state.person.taste, movie, wish));
  }
  if (gesture === "later")
    return isListed(turn, movie.id) ? turn : movedOn(noteLater(turn, suggestion), turn, suggestion);
  const given = answerTo(turn, suggestion);
  if (!given) return answer(turn, suggestion, gesture);
  return given.verdict === gesture ? turn : answer(retract(turn, given), suggestion, gesture);
}

/**
 * A reaction was removed. Nothing happens where another one has replaced it meanwhile; of those that still stand,
 * the latest counts.
 */
export function takeAnswerBack(
  turn: Turn,
  suggestion: Suggestion,
  gesture: Gesture,
  standing: readonly Gesture[] = [],
): Turn {
  if (gesture === "later") return isListed(turn, suggestion.movie) ? unsave(turn, suggestion) : turn;
  const given = answerTo(turn, suggestion);
  if (given?.verdict !== gesture) return turn;
  const still = standing.findLast(isVerdict);
  return still ? answerSuggestion(turn, suggestion, still) : takeBack(turn, given);
}

/** Takes back all that one event said of movies, as far as it stands. */
export function withdrawAnswer(turn: Turn, answer: EventId): Turn {
  const given = allSaid(turn.state.person).filter(({ id }) => isOf(id, answer));
  return given.length === 0 ? tell(turn, wording.nothingToUndo()) : given.reduce(takeBack, turn);
}

/** Notes a verdict; the conversation moves on if it was about the suggestion on the table. */
const answer = (turn: Turn, suggestion: Suggestion, verdict: Verdict, rating?: Rating): Turn =>
  movedOn(note(turn, suggestion, { verdict, rating }), turn, suggestion);

const movedOn = (noted: Turn, before: Turn, { id }: Suggestion): Turn =>
  before.state.dialogue.current === id ? suggestNext(inDialogue(noted, { current: undefined })) : noted;

/** What is said of the suggestion on the table is noted, and what else was said is gone on with while it still lies there. */
export function noteAndGoOn(turn: Turn, said: Judged | "later", goOn: (noted: Turn) => Turn): Turn {
  const current = currentSuggestion(turn)!;
  const next = goOn(said === "later" ? noteLater(turn, current) : note(turn, current, said));
  if (next.state.dialogue.current !== current.id) return next;
  const left = inDialogue(next, { current: undefined });
  return next.state.dialogue.choice ? left : suggestNext(left);
}

interface Judged {
  readonly verdict: Verdict;
  readonly rating?: Rating | undefined;
}

function note(turn: Turn, suggestion: Suggestion, judged: Judged): Turn {
  const movie = turn.world.catalog.byId(suggestion.movie)!;
  const noted = record(turn, { movie: movie.id, ...judged, source: "suggestion", suggestion });
  return redraw(noted, suggestion, {
    taste: turn.state.person.taste,
    answer: noted.state.person.log.findLast(isFeedback),
    said: notedOf(turn, noted, judged, movie),
  });
}

function noteLater(turn: Turn, suggestion: Suggestion): Turn {
  const movie = turn.world.catalog.byId(suggestion.movie)!;
  return redraw(save(turn, movie, suggestion), suggestion, {
    taste: tasteBeside(turn, suggestion),
    said: wording.savedForLater([movie]),
  });
}

function unsave(turn: Turn, suggestion: Suggestion): Turn {
  const movie = turn.world.catalog.byId(suggestion.movie)!;
  return redraw(takeOff(turn, movie, suggestion), suggestion, {
    taste: tasteBeside(turn, suggestion),
    said: wording.takenOff([movie]),
  });
}

/** The taste without what was said of the suggestion, which may have been answered before. */
function tasteBeside(turn: Turn, suggestion: Suggestion): Taste {
  const { recommender } = turn.world;
  const { taste } = turn.state.person;
  return (answerTo(turn, suggestion) && recommender.revise(taste, [[suggestion.movie, undefined]])) ?? taste;
}

function takeBack(turn: Turn, given: SaidEntry): Turn {
  return withdraw(turn, given, wording.undone(given, turn.world.catalog.byId(given.movie)));
}

/** Takes a word back, and off the card of the suggestion that it answered. */
export function withdraw(turn: Turn, given: SaidEntry, said?: string): Turn {
  const retracted = retract(turn, given);
  const suggestion =
    given.suggestion === undefined ? undefined : suggestionMade(turn.state.person, given.suggestion);
  if (suggestion)
    return redraw(retracted, suggestion, {
      taste: retracted.state.person.taste,
      ...(said !== undefined && { said }),
    });
  return said === undefined ? retracted : tell(retracted, said);
}

/** Shows others a suggestion that was made in private: the movie, and nothing of the person's taste. */
export function share(turn: Turn, suggestion: Suggestion): Turn {
  const movie = turn.world.catalog.byId(suggestion.movie);
  return movie
    ? say(turn, wording.shared(turn.world, movie, suggestion))
    : tell(turn, wording.notInCatalogue());
}

/** Whether what happened last on the suggestion is this answer, given or taken back a moment ago. */
function wasJustPressed({ state, event }: Turn, { id, movie }: Suggestion, gesture: Gesture): boolean {
  const log = [...state.person.past.logOn(movie), ...state.person.log];
  const given = log.findLast(
    (entry): entry is SaidEntry =>
      entry.kind !== "retraction" && entry.suggestion === id && isFeedback(entry) === (gesture !== "later"),
  );
  if (!given || (isFeedback(given) && given.verdict !== gesture)) return false;
  const takenBack = log.findLast((entry) => entry.kind === "retraction" && entry.retracts === given.id);
  return isWithin(DOUBLE_CLICK_MS, (takenBack ?? given).atMs, event.atMs);
}

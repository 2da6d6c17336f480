/** Answers to suggestions: by touch on any of them, or in words on the one on the table. */
import type { Verdict } from "../recommender/feedback.ts";
import { isWithin } from "../recommender/standing.ts";
import type { Taste } from "../recommender/user-model.ts";
import type { AnswerVerdict, Gesture } from "./event.ts";
import { isOf } from "./ids.ts";
import {
  allFeedback,
  type EventId,
  type FeedbackEntry,
  feedbackOn,
  type Suggestion,
  suggestionMade,
} from "./person.ts";
import {
  currentSuggestion,
  inDialogue,
  record,
  retract,
  say,
  suggestNext,
  type Turn,
  tableMovie,
  tell,
  wishBehind,
} from "./turn.ts";
import * as wording from "./wording.ts";

export function answerCurrent(turn: Turn, verdict: Verdict): Turn {
  const current = currentSuggestion(turn);
  return current ? answer(turn, current, verdict) : say(turn, wording.nothingToAnswer());
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
  const given = answerTo(turn, suggestion);
  if (given?.verdict !== gesture) return turn;
  const still = standing.findLast((other) => other !== "info");
  return still ? answerSuggestion(turn, suggestion, still) : takeBack(turn, given);
}

/** Takes back all that one event said of movies, as far as it stands. */
export function withdrawAnswer(turn: Turn, answer: EventId): Turn {
  const given = allFeedback(turn.state.person).filter(({ id }) => isOf(id, answer));
  return given.length === 0 ? tell(turn, wording.nothingToUndo()) : given.reduce(takeBack, turn);
}

/** Notes a verdict; the conversation moves on if it was about the suggestion on the table. */
function answer(turn: Turn, suggestion: Suggestion, verdict: Verdict): Turn {
  const noted = note(turn, suggestion, verdict);
  return turn.state.dialogue.current === suggestion.id
    ? suggestNext(inDialogue(noted, { current: undefined }))
    : noted;
}

/** Notes a verdict on the suggestion on the table, and goes on with what else was said while it still lies there. */
export function noteAndGoOn(turn: Turn, verdict: Verdict, goOn: (noted: Turn) => Turn): Turn {
  const current = currentSuggestion(turn)!;
  const next = goOn(note(turn, current, verdict));
  if (next.state.dialogue.current !== current.id) return next;
  const left = inDialogue(next, { current: undefined });
  return next.state.dialogue.choice ? left : suggestNext(left);
}

function note(turn: Turn, suggestion: Suggestion, verdict: Verdict): Turn {
  const movie = turn.world.catalog.byId(suggestion.movie)!;
  const noted = record(turn, { movie: movie.id, verdict, source: "suggestion", suggestion });
  const said = wording.noted(verdict, movie);
  return redraw(noted, suggestion, { taste: turn.state.person.taste, verdict, said });
}

function takeBack(turn: Turn, given: FeedbackEntry): Turn {
  const movie = turn.world.catalog.byId(given.movie);
  return withdraw(turn, given, wording.undone(given.verdict, movie));
}

/** Takes feedback back, and off the card of the suggestion that it answered. */
export function withdraw(turn: Turn, given: FeedbackEntry, said?: string): Turn {
  const retracted = retract(turn, given);
  const { person } = turn.state;
  const suggestion = given.suggestion === undefined ? undefined : suggestionMade(person, given.suggestion);
  const taste = retracted.state.person.taste;
  if (suggestion) return redraw(retracted, suggestion, { taste, ...(said !== undefined && { said }) });
  return said === undefined ? retracted : tell(retracted, said);
}

/** Shows others a suggestion that was made in private: the movie, and nothing of the person's taste. */
export function share(turn: Turn, suggestion: Suggestion): Turn {
  const movie = turn.world.catalog.byId(suggestion.movie);
  return movie
    ? say(turn, wording.shared(turn.world, movie, suggestion))
    : tell(turn, wording.notInCatalogue());
}

interface Redrawing {
  /** What the reasons are drawn from: without the answer, for it is no reason for what was suggested before it. */
  readonly taste: Taste;
  /** The answer there is now, if any. */
  readonly verdict?: Verdict;
  /** Where nothing can be drawn. */
  readonly said?: string;
}

/** Shows on the suggestion itself what was answered. A suggestion made to somebody else stays as it is. */
function redraw(turn: Turn, suggestion: Suggestion, { taste, verdict, said }: Redrawing): Turn {
  const { world, state, effects } = turn;
  const isOwn = suggestionMade(state.person, suggestion.id) !== undefined;
  if (!isOwn || !world.catalog.byId(suggestion.movie)) return said === undefined ? turn : tell(turn, said);
  const wish = wishBehind(turn, suggestion);
  const card = wording.suggestion(world, taste, suggestion, { wish, ...(verdict && { answer: verdict }) });
  const orSay = said === undefined ? {} : { orSay: { lines: [said] } };
  return { ...turn, effects: [...effects, { kind: "redraw", card, ...orSay }] };
}

/** Whether what happened last on the suggestion is this answer, given or taken back a moment ago. */
function wasJustPressed({ state, event }: Turn, { id, movie }: Suggestion, gesture: Gesture): boolean {
  const log = [...state.person.past.logOn(movie), ...state.person.log];
  const given = log.findLast((entry) => entry.kind === "feedback" && entry.suggestion === id);
  if (given?.kind !== "feedback" || given.verdict !== gesture) return false;
  const takenBack = log.findLast((entry) => entry.kind === "retraction" && entry.retracts === given.id);
  return isWithin(DOUBLE_CLICK_MS, (takenBack ?? given).atMs, event.atMs);
}

function answerTo({ state }: Turn, { id, movie }: Suggestion): FeedbackEntry | undefined {
  return feedbackOn(state.person, movie).findLast((entry) => entry.suggestion === id);
}

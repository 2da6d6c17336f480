/** Answers to suggestions: by touch on any of them, or in words on the one on the table. */
import type { Verdict } from "../recommender/feedback.ts";
import type { Taste } from "../recommender/user-model.ts";
import type { Gesture } from "./event.ts";
import { type FeedbackEntry, type Suggestion, standingFeedback } from "./person.ts";
import { currentSuggestion, inDialogue, record, retract, say, suggestNext, type Turn, tell } from "./turn.ts";
import * as wording from "./wording.ts";

export function answerCurrent(turn: Turn, verdict: Verdict): Turn {
  const current = currentSuggestion(turn);
  return current ? answer(turn, current, verdict) : say(turn, wording.nothingToAnswer());
}

/**
 * A gesture on a suggestion, however old. The last one counts: another verdict replaces the one given
 * there before, and the same again takes it back.
 */
export function answerSuggestion(turn: Turn, suggestion: Suggestion, gesture: Gesture): Turn {
  const movie = turn.world.catalog.byId(suggestion.movie);
  if (!movie) return tell(turn, wording.notInCatalogue());
  if (gesture === "info") return say(turn, wording.details(turn.world, turn.state.person.taste, movie));
  const given = answerTo(turn, suggestion);
  if (!given) return answer(turn, suggestion, gesture);
  return given.verdict === gesture
    ? takeBack(turn, given)
    : answer(retract(turn, given), suggestion, gesture);
}

/** A reaction was removed. Nothing happens where another one has replaced it meanwhile. */
export function takeAnswerBack(turn: Turn, suggestion: Suggestion, gesture: Gesture): Turn {
  const given = answerTo(turn, suggestion);
  return given?.verdict === gesture ? takeBack(turn, given) : turn;
}

/** Notes a verdict; the conversation moves on if it was about the suggestion on the table. */
function answer(turn: Turn, suggestion: Suggestion, verdict: Verdict): Turn {
  const movie = turn.world.catalog.byId(suggestion.movie)!;
  const noted = record(turn, { movie: movie.id, verdict, source: "suggestion", suggestion });
  const said = wording.noted(verdict, movie);
  const told =
    turn.state.dialogue.current === suggestion.id
      ? suggestNext(tell(inDialogue(noted, { current: undefined }), said))
      : tell(noted, said);
  return redraw(told, suggestion, turn.state.person.taste, verdict);
}

function takeBack(turn: Turn, given: FeedbackEntry): Turn {
  const movie = turn.world.catalog.byId(given.movie);
  return tell(withdraw(turn, given), wording.undone(given.verdict, movie));
}

/** Takes feedback back, and off the card of the suggestion that it answered. */
export function withdraw(turn: Turn, given: FeedbackEntry): Turn {
  const retracted = retract(turn, given);
  const suggestion = turn.state.person.suggestions.find(({ id }) => id === given.suggestion);
  return suggestion ? redraw(retracted, suggestion, retracted.state.person.taste) : retracted;
}

/** Shows others a suggestion that was made in private: the movie, and nothing of the person's taste. */
export function share(turn: Turn, suggestion: Suggestion): Turn {
  const movie = turn.world.catalog.byId(suggestion.movie);
  return movie ? say(turn, wording.shared(movie, suggestion)) : tell(turn, wording.notInCatalogue());
}

/**
 * Draws a suggestion of the person's own again: with the answer it has now, and with the reasons it was made
 * for, which an answer to itself is none of.
 *
 * @param taste without that answer
 */
function redraw(turn: Turn, suggestion: Suggestion, taste: Taste, verdict?: Verdict): Turn {
  const { world, state, effects } = turn;
  const own = state.person.suggestions.some(({ id }) => id === suggestion.id);
  if (!own || !world.catalog.byId(suggestion.movie)) return turn;
  const card = wording.suggestion(world, taste, suggestion, verdict);
  return { ...turn, effects: [...effects, { kind: "redraw", card }] };
}

function answerTo({ state }: Turn, { id }: Suggestion): FeedbackEntry | undefined {
  return standingFeedback(state.person.log).findLast((entry) => entry.suggestion === id);
}

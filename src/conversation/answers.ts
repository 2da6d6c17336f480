/** Answers to suggestions: by touch on any of them, or in words on the one on the table. */
import type { Verdict } from "../recommender/feedback.ts";
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
  return turn.state.dialogue.current === suggestion.id
    ? suggestNext(tell(inDialogue(noted, { current: undefined }), said))
    : tell(noted, said);
}

function takeBack(turn: Turn, given: FeedbackEntry): Turn {
  const movie = turn.world.catalog.byId(given.movie);
  return tell(retract(turn, given), wording.undone(given.verdict, movie));
}

function answerTo({ state }: Turn, { id }: Suggestion): FeedbackEntry | undefined {
  return standingFeedback(state.person.log).findLast((entry) => entry.suggestion === id);
}

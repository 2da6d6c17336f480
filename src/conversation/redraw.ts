/** The card of a suggestion, drawn again where it stands as it is now. */
import type { Taste } from "../recommender/user-model.ts";
import { type FeedbackEntry, feedbackOn, type Suggestion, suggestionMade } from "./person.ts";
import { isListed, type Turn, tell, wishBehind } from "./turn.ts";
import * as wording from "./wording.ts";

interface Redrawing {
  /** What the reasons are drawn from: without the answer, for it is no reason for what was suggested before it. */
  readonly taste: Taste;
  /** What was answered just now. Absent: what the person says of it, which has to be looked up. */
  readonly answer?: FeedbackEntry | undefined;
  /** Where nothing can be drawn. */
  readonly said?: string;
}

/** Shows on the suggestion itself what was answered. A suggestion made to somebody else stays as it is. */
export function redraw(turn: Turn, suggestion: Suggestion, { taste, answer, said }: Redrawing): Turn {
  const { world, state, effects } = turn;
  const isOwn = suggestionMade(state.person, suggestion.id) !== undefined;
  if (!isOwn || !world.catalog.byId(suggestion.movie)) return said === undefined ? turn : tell(turn, said);
  const given = answer ?? answerTo(turn, suggestion);
  const card = wording.suggestion(world, taste, suggestion, {
    wish: wishBehind(turn, suggestion),
    isListed: isListed(turn, suggestion.movie),
    ...(given && { answer: given }),
  });
  const orSay = said === undefined ? {} : { orSay: { lines: [said] } };
  return { ...turn, effects: [...effects, { kind: "redraw", card, ...orSay }] };
}

/** What the person says of a suggestion now. */
export const answerTo = ({ state }: Turn, { id, movie }: Suggestion): FeedbackEntry | undefined =>
  feedbackOn(state.person, movie).findLast((entry) => entry.suggestion === id);

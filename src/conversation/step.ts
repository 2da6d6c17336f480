/**
 * The conversation, as one pure function: step() decides, src/host does.
 *
 * Nothing in this folder reads a clock, a file, a socket or a random source. Time arrives on the event,
 * and chance is seeded by the event's id, so any conversation can be replayed and comes out the same.
 */
import { LONGEST_SAID } from "../intent/reading/read.ts";
import { answerSuggestion, pressSuggestion, share, takeAnswerBack, withdrawAnswer } from "./answers.ts";
import { cannotBring, showBrought } from "./bring.ts";
import type { Effect, Event } from "./event.ts";
import { hear } from "./hear.ts";
import { obey, open } from "./obey.ts";
import { askWhetherSeen, remindIfWanted } from "./reminders.ts";
import { noteSaidTogether } from "./said-together.ts";
import { inDialogue, type Turn, tell } from "./turn.ts";
import * as wording from "./wording.ts";
import type { State, World } from "./world.ts";

export function step(world: World, state: State, event: Event): { state: State; effects: readonly Effect[] } {
  const turn = decide({ world, state, event, effects: [] });
  return { state: turn.state, effects: turn.effects };
}

function decide(turn: Turn): Turn {
  const { event } = turn;
  switch (event.kind) {
    case "opened":
      return open(unasked(turn));
    case "said":
      return hear(event.isCut ? tell(turn, wording.cutShort(LONGEST_SAID)) : turn, event);
    case "commanded":
      return obey(unasked(turn), event.command);
    case "gestured":
      return answerSuggestion(turn, event.suggestion, event.gesture);
    case "pressed":
      return pressSuggestion(turn, event.suggestion, event.gesture);
    case "gestureTakenBack":
      return takeAnswerBack(turn, event.suggestion, event.gesture, event.standing);
    case "answered":
      return answerSuggestion(turn, event.suggestion, event.verdict);
    case "answerTakenBack":
      return withdrawAnswer(turn, event.answer);
    case "shared":
      return share(turn, event.suggestion);
    case "saidTogether":
      return noteSaidTogether(turn, event);
    case "pickedTogether":
      return remindIfWanted(turn, event.movie);
    case "reminded":
      return askWhetherSeen(unasked(turn), event);
    case "brought":
      return "unusable" in event.what
        ? cannotBring(turn, event.what.unusable)
        : showBrought(unasked(turn), event.what);
  }
}

/** Something else came up: a question asked before is off the table, and a later "yes" does not answer it. */
function unasked(turn: Turn): Turn {
  return inDialogue(turn, {
    choice: undefined,
    offered: undefined,
    confirmingForget: false,
    bringing: undefined,
    refusing: undefined,
    unclear: undefined,
  });
}

import type { EventId } from "../../src/conversation/person.ts";
import type { Incoming } from "../../src/host/adapter.ts";

/** Says that an answer is under way where it takes long: Slack shows nobody that a bot is typing. */
export interface Interim {
  begin(incoming: Incoming): void;
  /** Something has been said, or nothing will be. */
  end(event: EventId): void;
}

export function createInterim(afterMs: number, say: (incoming: Incoming) => Promise<unknown>): Interim {
  const waiting = new Map<EventId, NodeJS.Timeout>();
  const end = (event: EventId): void => {
    clearTimeout(waiting.get(event));
    waiting.delete(event);
  };
  return {
    begin(incoming) {
      const { event } = incoming;
      // A failure to say so is no failure of the answer.
      const timer = setTimeout(() => void say(incoming).catch(() => end(event)), afterMs);
      waiting.set(event, timer);
    },
    end,
  };
}

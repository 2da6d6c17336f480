import type { Card } from "../../src/conversation/card.ts";
import type { EventId } from "../../src/conversation/person.ts";
import { homeOf } from "./address.ts";
import { commanded } from "./incoming.ts";
import type { Posting } from "./posting.ts";
import { renderHome } from "./render-home.ts";
import type { TakenEvents } from "./taken-events.ts";

/** The App Home tab: a picture of what the person could ask for. It asks, and draws the answers. */
export interface Home {
  /** @param event what it is drawn for; drawn once, however often that is delivered */
  draw(user: string, event: EventId, notice?: string): Promise<void>;
  /** An answer to something that the tab asked. */
  take(asked: EventId, card: Card): void;
}

export interface HomeOptions {
  readonly events: TakenEvents;
  readonly posting: Posting;
  readonly now: () => number;
}

export function createHome({ events, posting, now }: HomeOptions): Home {
  const answers = new Map<EventId, Card[]>();
  return {
    async draw(user, event, notice) {
      const cards: Card[] = [];
      for (const kind of ["profile", "history"] as const) {
        const asked = `${event}:${kind}`;
        if (events.heard(asked)) return;
        answers.set(asked, cards);
        await events.take(commanded({ user, conversation: homeOf(user), event: asked, atMs: now() }, kind));
        answers.delete(asked);
      }
      await posting.publishHome(user, renderHome(cards, notice));
    },
    take: (asked, card) => void answers.get(asked)?.push(card),
  };
}

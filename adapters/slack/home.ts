import type { Card } from "../../src/conversation/card.ts";
import type { EventId, SuggestionId } from "../../src/conversation/person.ts";
import type { Command } from "../../src/intent/reading/command.ts";
import type { UserKey } from "../../src/store/store.ts";
import { homeOf } from "./address.ts";
import { commanded } from "./incoming.ts";
import type { Posters } from "./posters.ts";
import type { Posting } from "./posting.ts";
import { renderHome } from "./render-home.ts";
import type { TakenEvents } from "./taken-events.ts";

/** The App Home tab: a picture of what the person could ask for. It asks, and draws the answers. */
export interface Home {
  /** @param event what it is drawn for; drawn once, however often that is delivered */
  draw(user: string, event: EventId, notice?: string): Promise<void>;
  /** Does what was pressed in the tab, and draws it again with what is said to that. */
  act(user: string, event: EventId, command: Command): Promise<void>;
  /** An answer to something that the tab asked. */
  take(asked: EventId, card: Card): void;
}

/** What the tab shows beside the person's cards. */
export interface KnownOf {
  /** Latest first, with their years: "Heat (1995)" */
  readonly suggested: readonly { readonly suggestion: SuggestionId; readonly title: string }[];
  /** Latest first. */
  readonly hidden: readonly { readonly movie: string; readonly title: string }[];
  readonly isPrivate: boolean;
}

export interface HomeOptions {
  readonly events: TakenEvents;
  readonly posting: Posting;
  readonly posters: Posters;
  readonly knownOf: (user: UserKey) => Promise<KnownOf>;
  readonly now: () => number;
}

/** With posters, each of which may have to be uploaded first. */
const MOST_PICTURED = 3;

export function createHome({ events, posting, posters, knownOf, now }: HomeOptions): Home {
  const answers = new Map<EventId, Card[]>();

  /** The answers to it. Undefined where it was asked before. */
  async function ask(user: string, asked: EventId, command: Command): Promise<Card[] | undefined> {
    if (events.heard(asked)) return undefined;
    const cards: Card[] = [];
    answers.set(asked, cards);
    await events.take(commanded({ user, conversation: homeOf(user), event: asked, atMs: now() }, command));
    answers.delete(asked);
    return cards;
  }

  async function draw(user: string, event: EventId, notice?: string): Promise<void> {
    const cards: Card[] = [];
    for (const kind of ["profile", "history"] as const) {
      const answer = await ask(user, `${event}:${kind}`, { kind });
      if (!answer) return;
      cards.push(...answer);
    }
    const { suggested, hidden, isPrivate } = await knownOf({ platform: "slack", id: user });
    const pictured = suggested.slice(0, MOST_PICTURED).map(async ({ suggestion, title }) => ({
      title,
      picture: await posters.of(suggestion, homeOf(user)),
    }));
    const view = renderHome({ cards, pictured: await Promise.all(pictured), hidden, isPrivate, notice });
    await posting.publishHome(user, view);
  }

  return {
    draw,
    async act(user, event, command) {
      const said = await ask(user, event, command);
      if (said) await draw(user, `${event}:home`, said.flatMap(({ lines }) => lines).join(" "));
    },
    take: (asked, card) => void answers.get(asked)?.push(card),
  };
}

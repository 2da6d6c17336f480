/** From what a turn decided to what is to be shown of it, and where. Pure. */
import type { Card } from "../conversation/card.ts";
import type { Effect } from "../conversation/event.ts";
import { deliveryId } from "../conversation/ids.ts";
import type { Showing, UserKey } from "../store/store.ts";
import type { Destination, Incoming } from "./adapter.ts";

/** How an answer is given, whatever its card says of itself: to a passer-by in private. */
export type Manners = Pick<Card, "private" | "aside">;

export interface Answering {
  readonly incoming: Pick<Incoming, "event" | "conversation" | "atMs" | "did">;
  readonly private: boolean;
  readonly manners: Manners;
}

/** What an event's effects show, in order. A card drawn anew where it stands is not among them. */
export function showingsOf(
  effects: readonly Effect[],
  { incoming, private: eyesOnly, manners }: Answering,
): Showing[] {
  const { event, conversation, atMs, did } = incoming;
  const shared = did.kind === "shared";
  const whats = effects.flatMap((effect): Showing["what"][] => {
    switch (effect.kind) {
      case "say":
        return [{ kind: "say", card: { ...effect.card, ...manners }, ...(shared && { shared }) }];
      case "export":
        return [effect];
      default:
        return [];
    }
  });
  const reminders = effects.flatMap((effect): Showing[] => {
    if (effect.kind !== "remind") return [];
    const { dueMs, ...what } = effect;
    return [
      {
        id: deliveryId(event, "reminder"),
        event,
        conversation,
        atMs: dueMs,
        private: true,
        what: { ...what, kind: "reminder", meantMs: atMs },
      },
    ];
  });
  const shownNow = whats.map(
    (what, nth): Showing => ({
      id: deliveryId(event, nth),
      event,
      conversation,
      atMs,
      private: eyesOnly,
      what,
    }),
  );
  return [...shownNow, ...reminders];
}

export const destinationOfShowing = (user: UserKey, showing: Showing, again: boolean): Destination => ({
  conversation: showing.conversation,
  inReplyTo: showing.event,
  atMs: showing.atMs,
  user,
  ...(showing.private && { private: true }),
  delivery: showing.id,
  ...(again && { again }),
});

/** Where a word about an event goes that is not kept. */
export const destinationOf = ({
  conversation,
  event,
  atMs,
  user,
  private: eyesOnly,
}: Incoming): Destination => ({
  conversation,
  inReplyTo: event,
  atMs,
  user,
  ...(eyesOnly && { private: true }),
  delivery: deliveryId(event, "aside"),
});

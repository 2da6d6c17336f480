import type { Card } from "../../conversation/card.ts";
import type { Adapter, Destination, Did, Incoming, MessageId } from "../adapter.ts";

/** A chat platform in memory: what people do is called, what they are shown is kept. */
export interface FakePlatform {
  readonly adapter: Adapter;
  /** The nth of them is the message "fake:n", counted from 0. */
  readonly shown: { readonly destination: Destination; readonly card: Card }[];
  readonly edited: { readonly message: MessageId; readonly card: Card }[];
  /** Resolves when the host has dealt with it. Give `event` to deliver the same thing again. */
  does(user: string, did: Did, event?: string, conversation?: string): Promise<void>;
  /** Cards are refused while this is set. */
  broken: boolean;
}

/** Counts on over all platforms: a platform that is started anew gives no id twice. */
let events = 0;

export function fakePlatform(now: () => number = Date.now): FakePlatform {
  let onIncoming: ((incoming: Incoming) => Promise<void>) | undefined;
  const platform: FakePlatform = {
    shown: [],
    edited: [],
    broken: false,
    adapter: {
      name: "fake",
      capabilities: { reactions: true, buttons: true, edits: true, images: true, ephemeral: true },
      async start(listener) {
        onIncoming = listener;
      },
      async send(destination, card) {
        if (platform.broken) throw new Error("the platform is out of reach");
        platform.shown.push({ destination, card });
        return `fake:${platform.shown.length - 1}`;
      },
      async edit(message, card) {
        platform.edited.push({ message, card });
        return true;
      },
      async stop() {
        onIncoming = undefined;
      },
    },
    async does(user, did, event = `fake-${user}-${++events}`, conversation = `fake:${user}`) {
      await onIncoming?.({
        user: { platform: "fake", id: user },
        conversation,
        event,
        atMs: now(),
        did,
      });
    },
  };
  return platform;
}

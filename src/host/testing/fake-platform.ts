import type { Card } from "../../conversation/card.ts";
import type { UserKey } from "../../store/store.ts";
import type { Adapter, Destination, Did, Incoming, MessageId, Reaction } from "../adapter.ts";

/** A chat platform in memory: what people do is called, what they are shown is kept. */
export interface FakePlatform {
  readonly adapter: Adapter;
  /** The nth of them is the message "fake:n", counted from 0. */
  readonly shown: { readonly destination: Destination; readonly card: Card }[];
  readonly edited: { readonly message: MessageId; readonly card: Card; readonly owner: UserKey }[];
  /** Resolves when the host has dealt with it. Give `event` to deliver the same thing again. */
  does(user: string, did: Did, event?: string, conversation?: string): Promise<void>;
  /** Cards do not get through while this is set. */
  broken: boolean;
  /** Cards get through, and the platform fails before it can say so. */
  mute: boolean;
  /** Cards are refused for good while this is set. */
  closed: boolean;
  /** What stands under messages, as the platform would tell when asked. */
  readonly reactions: Map<MessageId, Reaction[]>;
  /** Messages that were asked for what stands under them. */
  readonly reviewed: MessageId[];
  /** As the host promises it. */
  untilSafe(event: string): Promise<void>;
  /** The platform was out of reach, and is back. */
  comesBack(): void;
}

/** Counts on over all platforms: a platform that is started anew gives no id twice. */
let events = 0;

export function fakePlatform(now: () => number = Date.now): FakePlatform {
  let onIncoming: ((incoming: Incoming) => Promise<void>) | undefined;
  let comesBack = () => {};
  let untilSafe = async (_event: string) => {};
  const platform: FakePlatform = {
    shown: [],
    edited: [],
    broken: false,
    mute: false,
    closed: false,
    reactions: new Map(),
    reviewed: [],
    comesBack: () => comesBack(),
    untilSafe: (event) => untilSafe(event),
    adapter: {
      name: "fake",
      capabilities: {
        reactions: true,
        buttons: true,
        edits: true,
        images: true,
        ephemeral: true,
        reachesAway: true,
        windows: false,
      },
      usage: [{ name: "wave", value: "says hello here" }],
      async start(listener, onGap = () => {}, isSafe = async () => {}) {
        onIncoming = listener;
        untilSafe = isSafe;
        comesBack = onGap;
      },
      async send(destination, card) {
        if (platform.broken) throw new Error("the platform is out of reach");
        if (platform.closed) return { kind: "refused" };
        const taken = platform.shown.findIndex((one) => one.destination.delivery === destination.delivery);
        if (destination.again && taken >= 0) return { kind: "shown", message: `fake:${taken}` };
        platform.shown.push({ destination, card });
        if (platform.mute) throw new Error("the platform took it, and then failed");
        return { kind: "shown", message: `fake:${platform.shown.length - 1}` };
      },
      async edit(message, card, owner) {
        if (platform.broken) throw new Error("the platform is out of reach");
        platform.edited.push({ message, card, owner });
        return true;
      },
      async review({ message }) {
        platform.reviewed.push(message);
        return platform.reactions.get(message) ?? [];
      },
      async stop() {
        onIncoming = undefined;
      },
    },
    async does(user, did, event = `fake-${user}-${++events}`, conversation = `fake:${user}`) {
      await onIncoming?.({
        user: { platform: "fake", id: user },
        conversation,
        name: user,
        event,
        atMs: now(),
        did,
      });
    },
  };
  return platform;
}

import type { Card } from "../conversation/card.ts";
import type { Adapter, Incoming } from "./adapter.ts";

/** A platform on which nobody sees anything: what is shown on it is told to whoever asked, or thrown away. */
export interface SilentAdapter {
  readonly adapter: Adapter;
  /** As if the platform handed it on; resolves when it is dealt with. */
  hears(incoming: Incoming): Promise<void>;
}

export function silentAdapter(name: string, onShown: (card: Card) => void = () => {}): SilentAdapter {
  let onIncoming: (incoming: Incoming) => Promise<void> = async () => {};
  return {
    adapter: {
      name,
      capabilities: {
        reactions: false,
        buttons: false,
        edits: false,
        images: false,
        ephemeral: false,
        reachesAway: false,
        windows: false,
      },
      usage: [],
      async start(listener) {
        onIncoming = listener;
      },
      async send(_destination, card) {
        onShown(card);
        return { kind: "shown" };
      },
      async stop() {},
    },
    hears: (incoming) => onIncoming(incoming),
  };
}

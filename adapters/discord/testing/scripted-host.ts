import type { Card } from "../../../src/conversation/card.ts";
import { deliveryId } from "../../../src/conversation/ids.ts";
import type { Adapter, Destination, Incoming, MessageId } from "../../../src/host/adapter.ts";

/** Answers what comes in by a script, so that an adapter can be tried without anything behind it. */
export interface ScriptedHost {
  /** What came in, oldest first. */
  readonly incoming: Incoming[];
  /** What the adapter said of each card it sent. */
  readonly sent: (MessageId | undefined)[];
  /** What could not be sent now. */
  readonly failed: { readonly destination: Destination; readonly card: Card; readonly error: unknown }[];
  /** How often it was told that events may have been missed. */
  gaps: number;
}

export type Script = (incoming: Incoming) => readonly Card[] | Promise<readonly Card[]>;

export async function scriptedHost(adapter: Adapter, script: Script): Promise<ScriptedHost> {
  const host: ScriptedHost = { incoming: [], sent: [], failed: [], gaps: 0 };
  await adapter.start(
    async (incoming) => {
      host.incoming.push(incoming);
      const { conversation, event, atMs, user, private: privately } = incoming;
      for (const card of await script(incoming)) {
        const destination = {
          conversation,
          inReplyTo: event,
          atMs,
          user,
          delivery: deliveryId(event, host.sent.length),
          ...(privately && { private: true }),
        };
        try {
          const sent = await adapter.send(destination, card);
          host.sent.push(sent.kind === "shown" ? sent.message : undefined);
        } catch (error) {
          host.failed.push({ destination, card, error });
        }
      }
    },
    () => host.gaps++,
  );
  return host;
}

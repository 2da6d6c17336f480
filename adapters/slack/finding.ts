/** Finds again what was posted by a process that is gone, or in a call whose answer was lost. */
import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { SuggestionId } from "../../src/conversation/person.ts";
import type { DeliveryId } from "../../src/store/store.ts";
import type { Address } from "./address.ts";
import type { Calls } from "./calls.ts";
import { refusal } from "./failures.ts";

/** How far the clock of this machine may be ahead of Slack's. */
const CLOCKS_MS = 300_000;
const PAGE = 200;
const PAGES = 10;

const EVENT_TYPE = "matinee_card";

const messageSchema = z.object({
  ts: z.string(),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.object({ delivery: z.string().optional() }) })
    .optional()
    .catch(undefined),
  files: z
    .array(z.object({ id: z.string() }))
    .optional()
    .catch(undefined),
});
type Posted = z.infer<typeof messageSchema>;

/** Goes with a message, for programs to read: says which showing it is, and what it suggests. */
export const metadataOf = (delivery: DeliveryId, suggestion: SuggestionId | undefined) => ({
  event_type: EVENT_TYPE,
  event_payload: { delivery, ...(suggestion !== undefined && { suggestion }) },
});

export const isDelivery =
  (delivery: DeliveryId) =>
  ({ metadata }: Posted): boolean =>
    metadata?.event_type === EVENT_TYPE && metadata.event_payload.delivery === delivery;

export const hasFile =
  (id: string) =>
  ({ files = [] }: Posted): boolean =>
    files.some((file) => file.id === id);

/**
 * The timestamp of the message that is meant, if it stands there. Undefined, too, where the bot may not read: in
 * channels it needs scopes that it does without.
 *
 * @param sinceMs the message is not older, in milliseconds since 1970
 * @throws where it may be tried again
 */
export type Find = (
  at: Address,
  sinceMs: number,
  isMeant: (message: Posted) => boolean,
) => Promise<string | undefined>;

export function createFind(client: webApi.WebClient, calls: Calls): Find {
  async function page({ channel, thread }: Address, oldest: string, cursor: string | undefined) {
    const which = { channel, oldest, limit: PAGE, include_all_metadata: true, ...(cursor && { cursor }) };
    return thread === undefined
      ? calls.make({ method: "conversations.history", urgency: "answer", repeatable: true }, () =>
          client.conversations.history(which),
        )
      : calls.make({ method: "conversations.replies", urgency: "answer", repeatable: true }, () =>
          client.conversations.replies({ ...which, ts: thread }),
        );
  }

  return async (at, sinceMs, isMeant) => {
    const oldest = ((sinceMs - CLOCKS_MS) / 1_000).toFixed(6);
    let cursor: string | undefined;
    for (let nth = 0; nth < PAGES; nth++) {
      try {
        const { messages = [], response_metadata } = await page(at, oldest, cursor);
        const found = messages
          .flatMap((message) => messageSchema.safeParse(message).data ?? [])
          .find((message) => isMeant(message));
        if (found) return found.ts;
        cursor = response_metadata?.next_cursor;
      } catch (error) {
        if (refusal(error) === undefined) throw error;
        return undefined;
      }
      if (!cursor) return undefined;
    }
    return undefined;
  };
}

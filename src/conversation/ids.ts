import { createHash } from "node:crypto";
import type { EntryId, EventId, SuggestionId } from "./person.ts";

/** The nth entry that an event writes into the log. */
export function entryId(event: EventId, nth: number): EntryId {
  return `${event}#${nth}`;
}

const BROUGHT = "brought:";

/** What the entries of an import are told by: it is undone as a whole. The same for such an id as for the event's own. */
export const broughtEvent = (event: EventId): EventId =>
  event.startsWith(BROUGHT) ? event : `${BROUGHT}${event}`;

const TOGETHER = "together:";

/** What is noted of a film on an evening of several, besides what the event did there. */
export const togetherEvent = (event: EventId): EventId => `${TOGETHER}${event}`;
export const isOfTogether = (entry: EntryId): boolean => entry.startsWith(TOGETHER);

/** Whether an entry was written by this event. */
export const isOf = (entry: EntryId, event: EventId): boolean => entry.startsWith(`${event}#`);

/** The nth suggestion of an event, nearly always its only one; hashed, because platforms' ids can be long. */
export function suggestionId(event: EventId, nth = 0): SuggestionId {
  return digest(nth === 0 ? event : `${event}/${nth}`)
    .toString("base64url")
    .slice(0, 16);
}

/** The nth thing that an event shows, hashed as well. */
export function deliveryId(event: EventId, nth: number | "aside" | "whisper" | "reminder"): string {
  return digest(`${event}#${nth}`).toString("base64url").slice(0, 16);
}

/** The same event draws the same chances, so that it can be replayed, and so does the same person. */
export function seedOf(id: string): number {
  return digest(id).readUInt32LE();
}

function digest(event: string): Buffer {
  return createHash("sha256").update(event).digest();
}

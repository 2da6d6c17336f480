import { type Dialogue, dialogueSchema } from "../conversation/dialogue.ts";
import type { Gesture } from "../conversation/event.ts";
import { readWhat } from "./showing.ts";
import type { PostedSuggestion, Showing } from "./store.ts";

export interface MessageRow {
  readonly message: string;
  readonly suggestion: string;
  readonly conversation: string;
  readonly shared: number;
}

export const postedOf = ({ message, suggestion, conversation, shared }: MessageRow): PostedSuggestion => ({
  message,
  suggestion,
  conversation,
  shared: shared === 1,
});

export interface ShowingRow {
  readonly id: string;
  readonly user: number;
  readonly event: string;
  readonly conversation: string;
  readonly at_ms: number;
  readonly private: number;
  readonly what: string;
}

export const showingRowOf = (
  user: number,
  { id, event, conversation, atMs, private: isPrivate, what }: Showing,
) => ({
  id,
  user,
  event,
  conversation,
  at_ms: atMs,
  private: Number(isPrivate),
  what: JSON.stringify(what),
});

/** Undefined where this program cannot read it. */
export function showingOf({
  id,
  event,
  conversation,
  at_ms,
  private: isPrivate,
  what,
}: ShowingRow): Showing | undefined {
  const read = readWhat(what);
  return read && { id, event, conversation, atMs: at_ms, private: isPrivate === 1, what: read };
}

export interface ReactionRow {
  readonly message: string;
  readonly gesture: Gesture;
  readonly at_ms: number;
}

export function bytesOf(values: Float64Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

/** Undefined where the bytes are no whole number of doubles: an embedding can be folded from the log again. */
export function doublesOf(bytes: Buffer): Float64Array | undefined {
  if (bytes.length % 8 !== 0) return undefined;
  const copy = new Uint8Array(bytes); // values must start at a multiple of their size
  return new Float64Array(copy.buffer, 0, copy.byteLength / 8);
}

/** Undefined where this program cannot read it: another version wrote it, or it is damaged. */
export function dialogueOf(json: string): Dialogue | undefined {
  try {
    return dialogueSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

import type { BlockAction, ButtonAction } from "@slack/bolt";
import { LRUCache } from "lru-cache";

const BUTTONS_AT_HAND = 1_000;
const WITHIN_MS = 2_000;

/**
 * Whether this was pressed by the same person a moment ago, by Slack's own clock. Buttons that answer a suggestion are
 * told apart by the conversation, which knows what the second press would undo.
 */
export function doubleClicks(): (body: BlockAction, action: ButtonAction) => boolean {
  const latest = new LRUCache<string, number>({ max: BUTTONS_AT_HAND });
  return ({ user, container }, { action_id, value, action_ts }) => {
    const place: string = container.message_ts ?? container.view_id ?? "";
    const button = [user.id, place, action_id, value].join(" ");
    const atMs = Number(action_ts) * 1_000;
    const beforeMs = latest.get(button) ?? Number.NEGATIVE_INFINITY;
    latest.set(button, atMs);
    return Math.abs(atMs - beforeMs) < WITHIN_MS;
  };
}

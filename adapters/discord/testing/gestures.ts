import type { FakeMessage } from "../fake/world.ts";
import { eventually } from "./eventually.ts";

export const GESTURES = ["👍", "👎", "⏭️", "🔖", "ℹ️"];
export const GESTURE_BUTTONS = ["Like", "Dislike", "Skip", "Later", "Info"];

export const reactionsOf = ({ reactions }: FakeMessage): string[] =>
  [...reactions].filter(([, who]) => who.size > 0).map(([emoji]) => emoji);

/** Resolves once the bot has put the gestures under the message. */
export const seeded = async (message: FakeMessage): Promise<void> =>
  eventually(() => reactionsOf(message)).toEqual(GESTURES);

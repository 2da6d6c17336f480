import type { Reaction, Suggested } from "../../src/host/adapter.ts";
import type { Api } from "./api.ts";
import { unlessRefused } from "./api-error.ts";
import { gestureOf, readMessageId, userKey } from "./incoming.ts";
import type { Seeding } from "./seeding.ts";

/**
 * Looks at a suggestion that was posted: completes the gestures under it, and tells who has put which of them there.
 * Undefined where it has vanished or cannot be read.
 *
 * @param botId the bot's own, once it is known
 */
export const createReview =
  (api: Api, seeding: Seeding, botId: () => string) =>
  async ({ message, suggestion }: Suggested): Promise<readonly Reaction[] | undefined> => {
    const at = readMessageId(message);
    const there = await unlessRefused(api.message(at.channel, at.message));
    if (there?.author.id !== botId()) return undefined;
    await unlessRefused(seeding.complete(there, suggestion, "background"));
    const found = new Map<string, Reaction>();
    for (const { emoji, count, me } of there.reactions ?? []) {
      const gesture = gestureOf(emoji);
      if (gesture === undefined || emoji.name === null || count === Number(me)) continue;
      const people = await unlessRefused(api.reactors(at.channel, at.message, emoji.name));
      if (!people) return undefined;
      for (const { id, bot } of people)
        if (!bot && id !== botId()) found.set(`${gesture} ${id}`, { user: userKey(id), gesture });
    }
    return [...found.values()];
  };

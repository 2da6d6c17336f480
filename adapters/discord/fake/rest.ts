/** What each REST route does to the world. */
import { channelRoutes } from "./channel-routes.ts";
import { commandRoutes } from "./command-routes.ts";
import { readRecipient } from "./forms.ts";
import type { Routes } from "./http.ts";
import { interactionRoutes } from "./interaction-routes.ts";
import { channelObject, userObject } from "./objects.ts";
import { createPosts } from "./posts.ts";
import { refuse } from "./refusal.ts";
import { dmChannel, type FakeMessage, type FakeWorld } from "./world.ts";

export interface RestEvents {
  readonly gatewayUrl: () => string;
  readonly onMessage: (message: FakeMessage) => void;
  readonly onReaction: (message: FakeMessage, user: string, emoji: string) => void;
}

export function restRoutes(world: FakeWorld, { gatewayUrl, onMessage, onReaction }: RestEvents): Routes {
  const posts = createPosts(world, onMessage);
  return {
    "GET /gateway/bot": () => ({
      url: gatewayUrl(),
      shards: world.shards,
      session_start_limit: {
        total: 1000,
        remaining: world.logInsLeft,
        reset_after: 3_600_000,
        max_concurrency: world.maxConcurrency,
      },
    }),
    "GET /users/@me": () => userObject(world.bot),
    "GET /applications/@me": () => ({ id: world.application, name: "Matinee", bot: userObject(world.bot) }),
    "POST /users/@me/channels": ({ body }) => {
      const { recipient_id } = readRecipient(body);
      if (!world.users.has(recipient_id)) throw refuse.unknownUser();
      return channelObject(world, dmChannel(world, recipient_id));
    },
    ...channelRoutes(world, posts, onReaction),
    ...interactionRoutes(world, posts),
    ...commandRoutes(world),
  };
}

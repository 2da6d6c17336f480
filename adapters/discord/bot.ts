import { titleWithYear } from "../../src/catalog/title-with-year.ts";
import type { Bot } from "../../src/host/run-bots.ts";
import { createDiscord } from "./discord.ts";
import { LIMITS } from "./limits.ts";
import { readDiscordSettings } from "./settings.ts";

export const discordBot: Bot = {
  title: "Discord",
  isConfigured: ({ DISCORD_TOKEN }) => Boolean(DISCORD_TOKEN),
  open(environment, { world, log, onLost }) {
    const { token, api } = readDiscordSettings(environment);
    const completeTitle = (typed: string) =>
      world.catalog
        .search(typed, LIMITS.choices)
        .map((movie) => ({ label: titleWithYear(movie), value: movie.id }));
    return createDiscord({
      token,
      ...(api !== undefined && { api }),
      log,
      now: Date.now,
      completeTitle,
      onLost,
    });
  },
};

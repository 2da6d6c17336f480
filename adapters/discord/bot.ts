import type { Movie } from "../../src/catalog/movie.ts";
import { titleWithYear } from "../../src/catalog/title-with-year.ts";
import { drawnPosters } from "../../src/host/drawn-posters.ts";
import type { Bot } from "../../src/host/run-bots.ts";
import { isPostgres } from "../../src/store/address.ts";
import { createDiscord } from "./discord.ts";
import { identifyTurns } from "./identify-turns.ts";
import { inTurn } from "./in-turn.ts";
import { userKey } from "./incoming.ts";
import { LIMITS } from "./limits.ts";
import { readDiscordSettings } from "./settings.ts";

/** Twice what Discord shows of a picture of this form. */
const POSTER_WIDTH = 400;

const choiceOf = (movie: Movie) => ({ label: titleWithYear(movie), value: movie.id });

export const discordBot: Bot = {
  title: "Discord",
  isConfigured: ({ DISCORD_TOKEN }) => Boolean(DISCORD_TOKEN),
  open(environment, { world, store, database, log, hiddenFrom, onLost }) {
    const { token, api, gestures, shards } = readDiscordSettings(environment);
    const completeTitle = (typed: string) => world.catalog.search(typed, LIMITS.choices).map(choiceOf);
    const completeHidden = async (user: string, typed: string) => {
      const begun = typed.trim().toLowerCase();
      const hidden = await hiddenFrom(userKey(user));
      return hidden.map(choiceOf).filter(({ label }) => label.toLowerCase().includes(begun));
    };
    const posters = drawnPosters({
      world,
      store,
      width: POSTER_WIDTH,
      onTrouble: (err) => log.warn({ err }, "a poster cannot be drawn"),
    });
    const isShared = isPostgres(database);
    const open = () =>
      createDiscord({
        token,
        ...(api !== undefined && { api }),
        shards,
        ...(isShared && { throttler: identifyTurns(turnOn(database)) }),
        log,
        now: Date.now,
        completeTitle,
        completeHidden,
        posters,
        ...(gestures && { gestures }),
        onLost,
      });
    if (!isShared) return open();
    const what = shards === "auto" ? "all shards" : `shards ${shards.ids.join(",")} of ${shards.of}`;
    return inTurn({ open, openTurn: () => turnOn(database)(`discord ${what}`), what, log, onLost });
  },
};

/** What one program of several on a database has at a time. */
const turnOn = (database: string) => async (what: string) =>
  (await import("../../src/store/postgres/turn.ts")).openTurn(database, what);

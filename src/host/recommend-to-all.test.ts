import { expect, test } from "vitest";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store, UserKey } from "../store/store.ts";
import { createHost } from "./host.ts";
import { recommendToAll } from "./recommend-to-all.ts";
import { fakePlatform } from "./testing/fake-platform.ts";

const NOW = Date.UTC(2026, 10, 1);
const ADA: UserKey = { platform: "fake", id: "ada" };
const world = tinyWorld();

async function opened() {
  const store = await openSqliteStore(`${await temporaryFolder()}/a.db`);
  let nowMs = NOW;
  const now = () => ++nowMs;
  const platform = fakePlatform(now);
  const host = createHost({
    world,
    store,
    now,
    adapter: platform.adapter,
    onError: (error) => {
      throw error;
    },
  });
  await host.start();
  const says = async (user: string, ...texts: string[]) => {
    for (const text of texts) await platform.does(user, { kind: "said", text });
  };
  const troubles: string[] = [];
  const run = (given: { top?: number; store?: Store; sinceMs?: number } = {}) =>
    recommendToAll({
      world,
      store,
      top: 3,
      sinceMs: 0,
      now,
      onTrouble: ({ id }, error) => troubles.push(`${id}: ${(error as Error).message}`),
      ...given,
    });
  const listOf = async (id: string) =>
    (await store.topLists.of({ platform: "fake", id })).map(({ movie }) => world.catalog.byId(movie)!.title);
  const close = async () => {
    await host.stop();
    await store.close();
  };
  return { store, platform, says, run, listOf, troubles, now, close };
}

test("a list has what is suggested next, in its order, with the reason that its card gives", async () => {
  const { store, platform, says, run, close } = await opened();
  await says("ada", "Alien", "skip");
  await run({ top: 2 });
  const listed = await store.topLists.of(ADA);
  expect(listed).toMatchObject([{ rank: 1, model: "tiny", outcome: null }, { rank: 2 }]);
  await platform.does("ada", { kind: "said", text: "next" }, undefined, "fake:elsewhere");
  const { card } = platform.shown.at(-1)!;
  expect(card.title?.text).toContain(world.catalog.byId(listed[0]!.movie)!.title);
  expect(card.lines).toContain(listed[0]!.reason);
  expect(listed[0]!.reason).toBe("Because you liked Alien.");
  await close();
});

test("nothing that somebody answered, refused or keeps for later is on theirs", async () => {
  const { platform, says, run, listOf, close } = await opened();
  await says("ada", "Alien", "skip", "n", "l", "never", "y");
  const shown = platform.shown.flatMap(({ card }) => card.title?.text.replace(/ \(\d+\)$/, "") ?? []);
  expect(new Set(shown).size).toBe(5);
  await run({ top: 10 });
  const titles = await listOf("ada");
  expect(titles).toHaveLength(10 - 1 - 5); // one of the five is on the table, where it was shown just now
  expect(titles.filter((title) => title !== "Heat" && ["Alien", ...shown].includes(title))).toEqual([]);
  await close();
});

test("broken off it goes on with those who have none, and is through until somebody says something", async () => {
  const { store, says, run, now, close } = await opened();
  const people = Array.from({ length: 120 }, (_, nth) => `user ${nth}`);
  for (const id of people) await says(id, "Heat 1995");
  let puts = 0;
  const breaking = {
    ...store,
    topLists: {
      ...store.topLists,
      put: async (...given: Parameters<Store["topLists"]["put"]>) => {
        if (++puts === 2) throw new Error("killed");
        await store.topLists.put(...given);
      },
    },
  };
  await expect(run({ store: breaking })).rejects.toThrow("killed");
  expect(await run()).toEqual({ people: 70, films: 210 });
  expect(await run()).toEqual({ people: 0, films: 0 });
  await says("user 7", "skip");
  expect(await run()).toEqual({ people: 1, films: 3 });
  expect(await run({ top: 2 })).toEqual({ people: 120, films: 240 });
  expect(await run({ top: 2, sinceMs: now() })).toEqual({ people: 120, films: 240 });
  await close();
});

test("whose log cannot be read is told of, and the others have their lists", async () => {
  const { store, says, run, listOf, troubles, close } = await opened();
  for (const id of ["ada", "ben"]) await says(id, "Heat 1995");
  const broken: Store = {
    ...store,
    load: async (user, ...given) => {
      if (user.id === "ada") throw new Error("damaged");
      return store.load(user, ...given);
    },
  };
  expect(await run({ store: broken })).toEqual({ people: 1, films: 3 });
  expect(troubles).toEqual(["ada: damaged"]);
  expect(await listOf("ben")).toHaveLength(3);
  await close();
});

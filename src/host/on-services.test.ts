/** Films that somebody can watch with the services they have: the real lookup against a TMDB on this machine. */
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tinyReader } from "../conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { KEY, startTmdb } from "../tmdb/fake/fake-tmdb.ts";
import { createHost } from "./host.ts";
import { openFilmDetails } from "./open-film-details.ts";
import { fakePlatform } from "./testing/fake-platform.ts";

const world = tinyWorld();
/** By title. */
const STREAMED: Readonly<Record<string, string>> = {
  Ronin: "Netflix",
  "Love Actually": "Disney Plus",
  "Notting Hill": "Amazon Prime Video",
};

async function started({ hasKey = true } = {}) {
  const tmdb = await startTmdb(
    world.catalog.movies.map(({ imdbId, title, year }, row) => ({
      id: 100 + row,
      imdb_id: imdbId!,
      title,
      release_date: `${year}-06-01`,
      providers: {
        US: {
          ...(STREAMED[title] && { flatrate: [{ provider_name: STREAMED[title] }] }),
          rent: [{ provider_name: "Netflix Rental" }],
        },
      },
    })),
  );
  const file = join(await temporaryFolder(), "matinee.db");
  const store = await openSqliteStore(file);
  const settings = { key: KEY, url: tmdb.url, country: "US" };
  const films = await openFilmDetails(file, hasKey ? settings : undefined, () => {});
  const platform = fakePlatform();
  const host = createHost({
    world,
    store,
    reader: tinyReader,
    adapter: platform.adapter,
    details: films.details,
    onError: (error) => expect.fail(String(error)),
  });
  await host.start();
  onTestFinished(async () => {
    await host.stop();
    films.close();
    await store.close();
  });
  await platform.does("ada", { kind: "opened" });
  return {
    tmdb,
    async says(...texts: string[]) {
      for (const text of texts) await platform.does("ada", { kind: "said", text });
      return platform.shown.at(-1)!.card;
    },
  };
}

test("only those are suggested, one after the other, and where each is to be had is told with it", async () => {
  const { says } = await started();
  await says("skip", "I have Netflix and Disney+");
  const first = await says("next");
  const second = await says("n");
  expect([first, second].map(({ title }) => title?.text).sort()).toEqual([
    "Love Actually (2003)",
    "Ronin (1998)",
  ]);
  expect(first.fields?.find(({ name }) => name === "Where to watch")?.value).toMatch(/Netflix|Disney Plus/);
  expect(first.lines.join()).not.toContain("wherever it is");
});

test("holds for what is asked for, and steps back with a word where nothing of it is to be had", async () => {
  const { says } = await started();
  await says("skip", "only what's on prime");
  expect((await says("something funny")).title?.text).toBe("Notting Hill (1999)");
  const nothing = await says("something scary");
  expect(nothing.lines.join("\n")).toContain("I found nothing on prime, so this is wherever it is.");
});

test("is listed, and taken back in words", async () => {
  const { says } = await started();
  await says("skip", "my services are netflix");
  expect((await says("hidden")).lines).toEqual([
    "Always: only on netflix.",
    'Say restore to get one back, such as "restore services".',
  ]);
  await says("any service");
  expect((await says("hidden")).lines.join()).toContain("Nothing is hidden");
  expect((await says("next")).title?.text).not.toBe("Ronin (1998)");
});

test("a film that is asked for by name is shown wherever it is", async () => {
  const { says } = await started();
  expect((await says("skip", "I have netflix", "show tt0000006")).title?.text).toBe("Amelie (2001)");
});

test("where TMDB does not answer, something is suggested all the same", async () => {
  const { says, tmdb } = await started();
  await says("skip", "I have netflix");
  tmdb.always({ kind: "status", status: 503 });
  expect((await says("next")).lines.join("\n")).toContain("wherever it is");
});

test("without a key it is said that nobody can tell", async () => {
  const { says, tmdb } = await started({ hasKey: false });
  expect((await says("skip", "I have netflix")).lines[0]).toContain(
    "until whoever runs this sets a key of TMDB",
  );
  expect((await says("next")).suggestion).toBeDefined();
  expect(tmdb.asked).toEqual([]);
});

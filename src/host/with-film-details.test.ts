/** The real lookup against a TMDB on this machine, seen from the platform's side. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { TMDB_NOTICE } from "../conversation/wording.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { type FakeTmdb, KEY, startTmdb } from "../tmdb/fake/fake-tmdb.ts";
import { KEPT_FOR_MS } from "../tmdb/film-details.ts";
import { createHost } from "./host.ts";
import { openFilmDetails } from "./open-film-details.ts";
import { openReader } from "./open-reader.ts";
import { fakePlatform } from "./testing/fake-platform.ts";

const world = tinyWorld();
const reader = await openReader(world, { wordsFolder: "data/words" });
const said = (text: string) => ({ kind: "said", text }) as const;

/** Every film of the catalogue, as TMDB has it, and one that the catalogue lacks. */
const known = () => [
  ...world.catalog.movies.map(({ imdbId, title, year }, row) => ({
    id: 100 + row,
    imdb_id: imdbId!,
    title,
    release_date: `${year}-06-01`,
    overview: `What ${title} is about.`,
    poster_path: `/${row}.jpg`,
    providers: { US: { flatrate: [{ provider_name: "Streams" }], rent: [{ provider_name: "Rental" }] } },
  })),
  { id: 8, title: "The Bride!", release_date: "2026-03-06", overview: "She wakes up, too." },
  { id: 7, title: "Zootropolis Revisited", release_date: "2026-03-06", overview: "She wakes up." },
];

/** So that it does not matter how busy the machine is. */
const AMPLE_MS = 120_000;

interface More {
  readonly withinMs?: number;
  readonly hasKey?: boolean;
  readonly images?: boolean;
}

async function started({ hasKey = true, images = true, withinMs = AMPLE_MS }: More = {}) {
  const tmdb = await startTmdb(known());
  const file = join(await temporaryFolder(), "matinee.db");
  const store = await openSqliteStore(file);
  const troubles: unknown[] = [];
  const settings = { key: KEY, url: tmdb.url, country: "US" };
  const films = await openFilmDetails(file, hasKey ? settings : undefined, (error) => troubles.push(error));
  const platform = fakePlatform();
  const adapter = { ...platform.adapter, capabilities: { ...platform.adapter.capabilities, images } };
  const host = createHost({
    world,
    store,
    reader,
    adapter,
    details: films.details,
    detailsWithinMs: withinMs,
    onError: (error) => troubles.push(error),
  });
  await host.start();
  onTestFinished(async () => {
    await host.stop();
    films.close();
    await store.close();
  });
  const shown = () => platform.shown.at(-1)!.card;
  const fieldOf = (name: string) => shown().fields?.find((field) => field.name === name)?.value;
  return { tmdb, file, platform, troubles, shown, fieldOf };
}

test("a suggestion has its poster, and its details what TMDB says, by its name", async () => {
  const { platform, shown, fieldOf, troubles } = await started();
  await platform.does("ada", said("next"));
  const [, title] = /^(.+) \(/.exec(shown().title!.text)!;
  expect(shown().picture).toMatchObject({
    url: expect.stringMatching(/^https:\/\/images\.example\/t\/p\/w500\/\d\.jpg$/),
    alt: `Poster of ${shown().title!.text}`,
  });
  expect(fieldOf("Notice")).toBeUndefined(); // a poster alone is not said to be theirs in words on every card
  await platform.does("ada", said("info"));
  expect(fieldOf("TMDB says")).toBe(`What ${title} is about.`);
  expect(fieldOf("Where to watch")).toBe("United States: Streams; rent: Rental (by JustWatch)");
  expect(fieldOf("Notice")).toBe(TMDB_NOTICE);
  expect(troubles).toEqual([]);
});

test("a card that is drawn again keeps its poster", async () => {
  const { platform } = await started();
  await platform.does("ada", said("next"));
  await platform.does("ada", said("like"));
  await expect.poll(() => platform.edited.length).toBe(1);
  expect(platform.edited[0]!.card.picture).toEqual(platform.shown[0]!.card.picture);
});

test("where it can be watched is answered, and a film that is not known is told of by its name", async () => {
  const { platform, shown, fieldOf } = await started();
  await platform.does("ada", said("next"));
  await platform.does("ada", said("where can I watch Alien?"));
  expect(shown().lines).toEqual([]);
  expect(fieldOf("Where to watch")).toContain("Streams");
  await platform.does("ada", said("favourite zootropolis revisited"));
  expect(shown().lines.join()).toContain('I know no movie called "zootropolis revisited"');
  expect(fieldOf("TMDB says")).toBe("Zootropolis Revisited (2026): She wakes up.");
  await platform.does("ada", said("favourite the bride")); // near the title of a film that is known
  expect(shown().lines.join()).toContain("do you mean The Thing (1982)?");
  expect(fieldOf("TMDB says")).toBe("The Bride! (2026): She wakes up, too.");
  await platform.does("ada", said("favourite heat")); // of which there are two
  expect(shown().lines.join()).toContain('Which "heat" do you mean?');
  expect(fieldOf("TMDB says")).toBeUndefined();
});

test("help says whose product it is not", async () => {
  const { platform, fieldOf } = await started();
  await platform.does("ada", said("help"));
  expect(fieldOf("TMDB")).toBe(TMDB_NOTICE);
});

test("without a key nothing is asked, and cards are as they are", async () => {
  const { tmdb, platform, shown, fieldOf } = await started({ hasKey: false });
  for (const words of ["next", "info", "where can I watch Alien?"]) await platform.does("ada", said(words));
  expect(platform.shown.every(({ card }) => !card.picture && !card.elsewhere)).toBe(true);
  expect(shown().lines.join()).toContain("I do not know where it can be watched.");
  await platform.does("ada", said("help"));
  expect(fieldOf("TMDB")).toBeUndefined();
  expect(tmdb.asked).toEqual([]);
});

test("where no picture can be shown none is asked for", async () => {
  const { tmdb, platform, shown } = await started({ images: false });
  await platform.does("ada", said("next"));
  expect(tmdb.asked).toEqual([]);
  expect(shown().picture).toBeUndefined();
});

test("a TMDB that takes its time holds up no card, and what it says is drawn in when it comes", async () => {
  const { tmdb, platform, shown } = await started({ withinMs: 1 });
  const release = tmdb.hold();
  await platform.does("ada", said("next"));
  expect(shown().picture).toBeUndefined();
  release();
  await expect.poll(() => platform.edited.length).toBe(1);
  expect(platform.edited[0]).toMatchObject({
    message: "fake:0",
    card: { picture: {}, suggestion: shown().suggestion },
  });
});

test("what comes late does not undo what was drawn since", async () => {
  const { tmdb, platform, troubles } = await started({ withinMs: 1 });
  const release = tmdb.hold();
  await platform.does("ada", said("next"));
  await platform.does("ada", said("like"));
  await expect.poll(() => platform.edited.length).toBe(1);
  release();
  await expect.poll(() => platform.edited.length).toBe(2); // the second suggestion's, which was late as well
  expect(platform.edited.map(({ message }) => message)).toEqual(["fake:0", "fake:1"]);
  expect(platform.edited[0]!.card.lines.join()).toContain("Noted");
  expect(troubles).toEqual([]);
});

async function failing(break_: (tmdb: FakeTmdb) => void) {
  const all = await started();
  break_(all.tmdb);
  for (const words of ["next", "like", "info", "where can I watch Alien?", "dislike", "next"])
    await all.platform.does("ada", said(words));
  return all;
}

test.each([
  ["fails", (tmdb: FakeTmdb) => tmdb.always({ kind: "status", status: 500 })],
  ["takes no key", (tmdb: FakeTmdb) => tmdb.always({ kind: "status", status: 401 })],
  ["cuts every answer", (tmdb: FakeTmdb) => tmdb.always({ kind: "cut" })],
  ["talks nonsense", (tmdb: FakeTmdb) => tmdb.always({ kind: "says", body: "[]" })],
])("a TMDB that %s is told of once, and every card comes", async (_, break_) => {
  const { platform, troubles } = await failing(break_);
  expect(platform.shown).toHaveLength(6);
  expect(platform.shown.every(({ card }) => !card.picture)).toBe(true);
  expect(troubles).toHaveLength(1);
  expect(String(troubles[0])).not.toContain(KEY);
});

test("what is kept lies in the database without who asked, and is deleted after half a year, with a key or without", async () => {
  const { file, platform } = await started();
  await platform.does("ada", said("next"));
  const database = new Database(file);
  onTestFinished(() => void database.close());
  const kept = () => database.prepare("SELECT key FROM tmdb_films").pluck().all();
  await expect.poll(kept).toEqual([expect.stringMatching(/^tt\d+$/)]);
  database.prepare("UPDATE tmdb_films SET at_ms = ?").run(Date.now() - KEPT_FOR_MS);
  (await openFilmDetails(file, undefined, () => {})).close();
  expect(kept()).toEqual([]);
});

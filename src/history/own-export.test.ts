/** One's own export on another Matinee: the same taste, to the last bit. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { lastingAfter, NO_LASTING_WISHES } from "../conversation/lasting-log.ts";
import { standing } from "../conversation/log.ts";
import { tinyReader } from "../conversation/testing/tiny-parser.ts";
import { tinyModel, tinyWorld } from "../conversation/testing/tiny-world.ts";
import type { World } from "../conversation/world.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import type { Did } from "../host/adapter.ts";
import { bringing } from "../host/bring.ts";
import { createHost } from "../host/host.ts";
import { silentAdapter } from "../host/silent-adapter.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { ownExportSchema } from "./own-export.ts";
import { utf8 } from "./testing/films.ts";
import { written } from "./written.ts";

const ADA = { platform: "terminal", id: "ada" };

async function matinee(world: World, day = 1) {
  const store = await openSqliteStore(join(await temporaryFolder(), "some.db"));
  const { adapter, hears } = silentAdapter("terminal");
  const host = createHost({
    world,
    store,
    reader: tinyReader,
    adapter,
    onError: (error) => expect.fail(String(error)),
  });
  await host.start();
  let nth = 0;
  const does = (did: Did) =>
    hears({
      user: ADA,
      conversation: "terminal:ada",
      event: `${nth++}`,
      atMs: Date.UTC(2026, 0, day) + nth * 1000,
      did,
    });
  await does({ kind: "opened" });
  return {
    store,
    does,
    says(...texts: string[]) {
      return texts.reduce(
        (before, text) => before.then(() => does({ kind: "said", text })),
        Promise.resolve(),
      );
    },
    exported: async (format: "json" | "letterboxd" | "imdb") =>
      written(world.catalog, await store.export(ADA), format).text,
  };
}

const SAID = [
  "skip",
  "y",
  "favourite Amelie",
  "like tt0000004",
  "undo",
  "dislike tt0000003",
  "4/5",
  "seen Notting Hill",
  "like tt0000007",
  "save Love Actually for later",
  "never Aliens",
  "s",
];
const saidOf = (log: Awaited<ReturnType<Awaited<ReturnType<typeof matinee>>["store"]["log"]>>) =>
  standing(log)
    .map((entry) =>
      entry.kind === "feedback"
        ? `${entry.movie} ${entry.verdict} ${entry.rating?.stars ?? ""} ${entry.atMs}`
        : `${entry.movie} ${entry.isOn}`,
    )
    .sort();

test("what is exported is as its schema says, and comes to the same taste on another Matinee", async () => {
  const one = await matinee(tinyWorld());
  await one.says(...SAID);
  const json = await one.exported("json");
  const read = ownExportSchema.parse(JSON.parse(json));
  expect(read.films.tt0000006).toEqual({ title: "Amelie", year: 2001, imdbId: "tt0000006" });

  const other = await matinee(tinyWorld(), 2);
  await other.does(bringing({ name: "matinee-export.json", bytes: utf8(json) }));
  await other.says("yes");
  const [before, after] = await Promise.all([one.store.export(ADA), other.store.export(ADA)]);
  expect(saidOf(after.log)).toEqual(saidOf(before.log));
  expect(saidOf(after.log).length).toBeGreaterThan(5);
  expect(after.embedding).toEqual(before.embedding);
});

test("what holds for good is told first, taken in with the rest, and undone with it", async () => {
  const one = await matinee(tinyWorld());
  await one.says(
    "skip",
    "y",
    "never thrillers",
    "no comedies after ten",
    "subtitles are fine",
    "never westerns",
  );
  await one.says("restore western");
  const { refusals } = await one.store.export(ADA);
  const other = await matinee(tinyWorld(), 2);
  await other.does(bringing({ name: "matinee-export.json", bytes: utf8(await one.exported("json")) }));
  expect((await other.store.export(ADA)).refusals).toEqual([]);
  await other.says("yes");
  const kept = () => other.store.export(ADA).then((all) => lastingAfter(all.refusals));
  expect(await kept()).toEqual(lastingAfter(refusals));
  expect(await kept()).toMatchObject({ genresOut: ["Thriller"], subtitles: "fine" });
  await other.says("undo");
  expect(await kept()).toEqual(NO_LASTING_WISHES);
  expect(saidOf(await other.store.log(ADA))).toEqual([]);
});

test("films are known by their ids elsewhere where the other Matinee calls them otherwise", async () => {
  const one = await matinee(tinyWorld());
  await one.says(...SAID);
  const json = (await one.exported("json"))
    .replaceAll('"movie": "tt0000006"', '"movie": "matinee-77"')
    .replace('"tt0000006": {', '"matinee-77": {');
  const other = await matinee(tinyWorld(tinyModel("another")), 2);
  await other.does(bringing({ name: "x.json", bytes: utf8(json) }));
  await other.says("yes");
  expect(saidOf(await other.store.log(ADA))).toEqual(saidOf(await one.store.log(ADA)));
});

test("an export of before there were versions is read as well", async () => {
  const one = await matinee(tinyWorld());
  await one.says(...SAID);
  const other = await matinee(tinyWorld(), 2);
  await other.does(bringing({ name: "x.json", bytes: utf8(JSON.stringify(await one.store.export(ADA))) }));
  await other.says("yes");
  expect(saidOf(await other.store.log(ADA))).toEqual(saidOf(await one.store.log(ADA)));
});

test.each(["letterboxd", "imdb"] as const)(
  "what is written for %s has its columns, and is read back",
  async (format) => {
    const one = await matinee(tinyWorld());
    await one.says("skip", "like tt0000004", "4/5");
    const rated = (await one.store.log(ADA)).find((entry) => entry.kind === "feedback" && entry.rating)!;
    const csv = await one.exported(format);
    expect(csv.split("\n")[0]).toBe(
      format === "letterboxd"
        ? "imdbID,tmdbID,Title,Year,Rating,WatchedDate,Rewatch"
        : "Const,Your Rating,Date Rated,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors",
    );
    const other = await matinee(tinyWorld(), 2);
    await other.does(bringing({ name: "matinee.csv", bytes: utf8(csv) }));
    await other.says("yes");
    const log = standing(await other.store.log(ADA));
    expect(log.find((entry) => "movie" in rated && entry.movie === rated.movie)).toMatchObject({
      verdict: "like",
      rating: { stars: 4 },
    });
    expect(log.map(({ movie }) => movie)).toContain("tt0000004");
  },
);

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readNominatedFilms, readOscars } from "../films/oscars.ts";
import { readWikidataFilms } from "../films/wikidata.ts";
import { openFolder } from "../source-folder.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { fetchWikidata } from "./fetch-wikidata.ts";
import { keptIn } from "./kept-pages.ts";
import { queryService, type Row } from "./query-service.ts";
import { startQueryService } from "./testing/fake-query-service.ts";
import { HARDLY_KNOWN, HEAT, PARASITE, SOME_FILMS } from "./testing/some-films.ts";

const PLACES = new Map([
  ["Q30", "United States"],
  ["Q884", "South Korea"],
  ["Q1860", "English"],
  ["Q9176", "Korean"],
]);
const IDS = [PARASITE, HEAT, HARDLY_KNOWN, "tt9999999", HEAT];

async function fetched(twice = (rows: Row[]) => rows) {
  const service = await startQueryService(SOME_FILMS);
  const ask = queryService({ url: service.url, contact: "https://example.org/matinee" });
  const folder = await temporaryFolder();
  const result = await fetchWikidata(IDS, folder, async (query) => twice(await ask(query)));
  expect(service.refused).toEqual([]);
  return { folder: await openFolder(folder), result };
}

test("what is fetched is what the readers of films' facts read", async () => {
  const { folder, result } = await fetched();
  const films = await readWikidataFilms(folder, PLACES);
  const heat = films.find(({ imdbId }) => imdbId === HEAT);
  expect(heat).toEqual({
    imdbId: HEAT,
    titles: ["Heat"],
    year: 1995,
    released: "1995-12-15",
    directors: ["Michael Mann"],
    cast: ["Al Pacino", "Robert De Niro", "Somebody of Two", "Val Kilmer"],
    runtimeMinutes: 170,
    countries: ["United States"],
    languages: ["English"],
    wikidata: "Q42198",
    wikipedia: "Heat (1995 film)",
    kinds: ["Q959790"],
  });
  expect(films.find(({ imdbId }) => imdbId === PARASITE)).toMatchObject({
    titles: ["Parasite"],
    released: "2019-05",
    directors: ["Bong Joon-ho"],
    cast: ["Somebody of Two"],
    runtimeMinutes: 132,
    countries: ["South Korea"],
    languages: ["Korean"],
  });
  expect(films).toHaveLength(2); // of the third nothing is said but that it is there
  expect(result).toEqual({ films: 2, people: 6, nominations: 5 });
});

test("series, sources and subjects are kept by their ids", async () => {
  const { folder } = await fetched();
  const lines = gunzipSync(await readFile(folder.pathOf("wikidata-films.jsonl.gz"))).toString("utf8");
  expect(JSON.parse(lines.trim().split("\n")[1]!)).toMatchObject({
    imdb_id: PARASITE,
    based_on: ["Q500"],
    series: ["Q600"],
    main_subject: ["Q700"],
  });
});

test("an award counts once, whoever it stands with, and of two nominations of a kind both", async () => {
  const { folder } = await fetched();
  // the picture, won; twice one of a kind; the director and the two who wrote it, as they have it themselves
  expect([...(await readOscars(folder))]).toEqual([[PARASITE, { won: 3, nominated: 5, bestPicture: true }]]);
  expect(await readNominatedFilms(folder)).toMatchObject([
    { imdbId: PARASITE, titles: ["Parasite"], year: 2019 },
  ]);
});

test("rows that come twice, in whatever order, change nothing", async () => {
  const bytesOf = async (folder: string) =>
    Promise.all((await readdir(folder)).sort().map((file) => readFile(join(folder, file), "base64")));
  const once = await fetched();
  const twice = await fetched((rows) => [...rows, ...rows].reverse());
  expect(twice.result).toEqual(once.result);
  expect(await bytesOf(twice.folder.path)).toEqual(await bytesOf(once.folder.path));
});

test("what was asked before is not asked again, and a damaged page is", async () => {
  const service = await startQueryService(SOME_FILMS);
  const ask = queryService({ url: service.url, contact: "ada@example.org" });
  const [pages, folder] = [await temporaryFolder(), await temporaryFolder()];
  const again = () => fetchWikidata(IDS, folder, keptIn(pages, ask));
  const first = await again();
  expect(service.answered).toHaveLength(2);
  expect(await again()).toEqual(first);
  expect(service.answered).toHaveLength(2);
  const [page = ""] = await readdir(pages);
  await writeFile(join(pages, page), (await readFile(join(pages, page))).subarray(0, 40));
  expect(await again()).toEqual(first);
  expect(service.answered).toHaveLength(3);
});

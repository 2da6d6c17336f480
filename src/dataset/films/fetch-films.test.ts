import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import type { Dataset } from "../dataset.ts";
import { meanStarsOf, ratingSums } from "../rating-sums.ts";
import { openFolder } from "../source-folder.ts";
import { startPublisher } from "../testing/publisher.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { generateWorld } from "../testing/world.ts";
import { writeDataset } from "../testing/write-dataset.ts";
import { startQueryService } from "../wikidata/testing/fake-query-service.ts";
import { readCrowd } from "./crowd.ts";
import { SPARE_FILES } from "./files.ts";
import { readMovieLensFilms } from "./film-list.ts";
import { readFilmSources } from "./gather.ts";

const SCRIPT = fileURLToPath(new URL("../../../scripts/fetch-films.js", import.meta.url));

const all = generateWorld({ users: 60, movies: 160, groups: 2, ratingsPerUser: 80, seed: 1 }).dataset;
const few = generateWorld({ users: 10, movies: 30, groups: 2, ratingsPerUser: 10, seed: 2 }).dataset;
const sums = ratingSums(all.ratings);

/** Of those that twenty people rated, or that are in the small data set. */
const wanted = [
  ...new Set([
    ...all.movies.filter(({ id }) => sums.get(id)!.ratings >= 20).map(({ imdbId }) => imdbId!),
    ...few.movies.map(({ imdbId }) => imdbId!),
  ]),
].sort();

/** Each film has a director of its own. */
const wikidata = all.movies
  .map(
    ({ imdbId, title }, at) => `
<http://www.wikidata.org/entity/Q${at}> <http://www.wikidata.org/prop/direct/P345> "${imdbId}" ;
  <http://www.w3.org/2000/01/rdf-schema#label> "${title}"@en ; <http://www.wikidata.org/prop/P57> _:s${at} .
_:s${at} a <http://wikiba.se/ontology#BestRank> ; <http://www.wikidata.org/prop/statement/P57> <http://www.wikidata.org/entity/Q${1000 + at}> .
<http://www.wikidata.org/entity/Q${1000 + at}> <http://www.w3.org/2000/01/rdf-schema#label> "Director ${at}"@en .`,
  )
  .join("");

async function zipOf(dataset: Dataset, name: string): Promise<Uint8Array> {
  const folder = await temporaryFolder();
  await writeDataset(folder, dataset, "ml-csv");
  const entries: Zippable = {};
  for (const file of await readdir(folder)) entries[`${name}/${file}`] = await readFile(join(folder, file));
  return zipSync(entries);
}

/** The publishers on this machine, and the script that fetches from them. */
async function publishers() {
  const grouplens = await startPublisher();
  for (const [name, dataset] of Object.entries({ "ml-32m": all, "ml-latest": all, "ml-latest-small": few }))
    grouplens.putZip(`${name}.zip`, await zipOf(dataset, name));
  const service = await startQueryService(wikidata);
  const downloads = await temporaryFolder();
  const folder = join(downloads, "films");
  const start = (env: NodeJS.ProcessEnv = {}) =>
    spawn(process.execPath, [SCRIPT, "--downloads", downloads, "--to", folder], {
      cwd: downloads, // where no .env is
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        MATINEE_GROUPLENS_URL: grouplens.url,
        MATINEE_WIKIDATA_URL: service.url,
        MATINEE_CONTACT: "ada@example.org",
        ...env,
      },
    });
  const run = async (env?: NodeJS.ProcessEnv) => {
    const child = start(env);
    const [out, complaint, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close"),
    ]);
    return { out, complaint, code };
  };
  return { grouplens, service, folder, start, run };
}

test("one command fetches what the catalogue is made of, and has nothing to do the next time", async () => {
  const { grouplens, service, folder, run } = await publishers();
  expect(await run()).toMatchObject({ code: 0, complaint: "" });
  expect(service.refused).toEqual([]);
  expect((await readdir(folder)).sort()).toEqual([
    "ml-32m-movies.csv",
    "ml-latest-2023-average_ratings.csv",
    "oscars.csv",
    "wikidata-films.jsonl.gz",
    "wikidata-people.csv.gz",
  ]);
  const files = await openFolder(folder);
  expect((await readMovieLensFilms(files)).map(({ title }) => title).sort()).toEqual(
    all.movies.map(({ title }) => title).sort(),
  );
  const crowd = await readCrowd(files);
  for (const [id, expected] of sums)
    if (expected.ratings > 0) expect(meanStarsOf(crowd.get(id)!)).toBe(meanStarsOf(expected));

  const sources = await readFilmSources({ from: folder, written: "data/films" });
  expect(sources.absent).toEqual(SPARE_FILES);
  expect(sources.facts.wikidata.map(({ imdbId }) => imdbId)).toEqual(wanted);
  expect(sources.facts.wikidata.every(({ directors }) => directors[0]!.startsWith("Director"))).toBe(true);

  const asked = [grouplens.requests.length, service.answered.length];
  expect((await run()).out).toContain("all was there");
  expect([grouplens.requests.length, service.answered.length]).toEqual(asked);
});

test("killed in the middle, it fetches only what is missing the next time", async () => {
  const { grouplens, service, folder, start, run } = await publishers();
  const child = start();
  service.beforeAnswer((answered) => {
    if (answered === 2) child.kill("SIGKILL");
  });
  await once(child, "close");
  const zips = grouplens.requests.length;
  service.beforeAnswer(() => {});
  const before = [...service.answered];
  expect(await run()).toMatchObject({ code: 0, complaint: "" });
  const [, , unheard, ...after] = service.answered; // the third was answered to nobody
  expect(after[0]).toBe(unheard);
  expect(after.filter((query) => before.slice(0, 2).includes(query))).toEqual([]);
  expect(grouplens.requests.slice(zips)).toEqual([]);
  expect(await readdir(folder)).not.toContain("wikidata-pages");
  const { facts } = await readFilmSources({ from: folder, written: "data/films" });
  expect(facts.wikidata.map(({ imdbId }) => imdbId)).toEqual(wanted);
});

test("without a contact it says what to do, and keeps what it has", async () => {
  const { folder, run } = await publishers();
  expect(await run({ MATINEE_CONTACT: "" })).toMatchObject({
    code: 1,
    complaint: expect.stringContaining("Put your mail address or a web page into MATINEE_CONTACT in .env."),
  });
  expect((await readdir(folder)).sort()).toEqual(["ml-32m-movies.csv", "ml-latest-2023-average_ratings.csv"]);
});

test("what MovieLens' server refuses is said in a sentence", async () => {
  const { grouplens, run } = await publishers();
  grouplens.put("ml-latest.zip.md5", (response) => void response.writeHead(503).end());
  const { code, complaint } = await run();
  expect(code).toBe(1);
  expect(complaint).toMatch(/ml-latest\.zip\.md5: the server answered 503/);
  expect(complaint.trim().split("\n")).toHaveLength(1);
});

/**
 * Fetches the files that the catalogue and the facts of its films are made of: MovieLens' titles, means and counts from GroupLens,
 * everything else from Wikidata's query service. What is there already stays.
 */
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { makeFolder } from "../../files/make-folder.ts";
import { writeWhole } from "../../files/write-whole.ts";
import type { DatasetMovie } from "../dataset.ts";
import { type InstallOptions, installDataset } from "../download/install.ts";
import { ratingSums } from "../rating-sums.ts";
import { readDataset } from "../read-dataset.ts";
import { imdbIdOf } from "../readers/movie-ids.ts";
import { openFolder } from "../source-folder.ts";
import { fetchWikidata, type WikidataProgress } from "../wikidata/fetch-wikidata.ts";
import { keptIn } from "../wikidata/kept-pages.ts";
import { type QueryServiceOptions, queryService } from "../wikidata/query-service.ts";
import { readCrowd } from "./crowd.ts";
import { FILM_FILES } from "./files.ts";
import { FEWEST_OF_CROWD } from "./film-list.ts";
import { tableRows } from "./lines.ts";

/** The data set whose films are in the catalogue however few people rated them, the one with all titles, the one with all ratings. */
const SMALL = "ml-latest-small";
const TITLES = "ml-32m";
const ALL = "ml-latest";
/** Answers of Wikidata, until all are there. */
const PAGES = "wikidata-pages";

export interface FetchFilmsOptions extends Omit<InstallOptions, "from"> {
  /** Where the files go. */
  readonly folder: string;
  readonly wikidata: QueryServiceOptions;
  readonly onWikidata?: ((progress: WikidataProgress) => void) | undefined;
}

/** What is fetched here, and what is kept on the way. */
const OWN_FILES = [
  FILM_FILES.titles,
  FILM_FILES.crowd,
  FILM_FILES.wikidata,
  FILM_FILES.people,
  FILM_FILES.oscars,
  PAGES,
];

/** @returns which files were fetched; none where all were there. @throws DatasetError */
export async function fetchFilms(options: FetchFilmsOptions): Promise<string[]> {
  const { folder, force = false } = options;
  makeFolder(folder);
  if (force) for (const file of OWN_FILES) await rm(join(folder, file), { recursive: true, force: true });
  const datasetAt = datasets(options);
  const fetched: string[] = [];
  const unlessThere = async (files: readonly string[], fetch: () => Promise<unknown>) => {
    if (files.every((file) => existsSync(join(folder, file)))) return;
    await fetch();
    fetched.push(...files);
  };

  await unlessThere([FILM_FILES.titles], async () => putTitles(folder, await datasetAt(TITLES)));
  await unlessThere([FILM_FILES.crowd], async () => putCrowd(folder, await datasetAt(ALL)));
  const hasDump = existsSync(join(folder, FILM_FILES.wikidataTo2019));
  const films = hasDump ? FILM_FILES.wikidataTo2019 : FILM_FILES.wikidata;
  await unlessThere([films, FILM_FILES.people, FILM_FILES.oscars], async () => {
    const pages = join(folder, PAGES);
    const ask = keptIn(pages, queryService({ ...options.wikidata, signal: options.signal }));
    const ids = await catalogueIds(folder, await datasetAt(TITLES), await datasetAt(SMALL));
    await fetchWikidata(ids, folder, ask, options.onWikidata);
    await rm(pages, { recursive: true });
  });
  return fetched;
}

/** Where a data set is, fetched once where it is not there yet. */
function datasets(options: FetchFilmsOptions): (name: string) => Promise<string> {
  const places = new Map<string, string>();
  return async (name) => {
    const known = places.get(name) ?? join(options.downloads, name);
    const isThere = places.has(name) || (existsSync(known) && !options.force);
    const place = isThere ? known : (await installDataset(name, options)).folder;
    places.set(name, place);
    return place;
  };
}

const putTitles = async (folder: string, dataset: string) =>
  writeWhole(join(folder, FILM_FILES.titles), await readFile(join(dataset, "movies.csv")));

async function putCrowd(folder: string, path: string): Promise<void> {
  const { dataset } = await readDataset(path);
  const rows = [...ratingSums(dataset.ratings)]
    .filter(([, { ratings }]) => ratings > 0)
    .map(([id, { ratings, stars }]) => [id, stars / ratings, ratings]);
  const table = stringify(rows, { header: true, columns: ["movieId", "avg_rating", "count"] });
  await writeWhole(join(folder, FILM_FILES.crowd), table);
}

/** The IMDb ids of the films that the catalogue will have. */
async function catalogueIds(folder: string, titles: string, small: string): Promise<string[]> {
  const crowd = await readCrowd(await openFolder(folder));
  const ids = new Set((await linksOf(small)).map(({ imdbId }) => imdbId));
  for (const { id, imdbId } of await linksOf(titles))
    if ((crowd.get(id)?.ratings ?? 0) >= FEWEST_OF_CROWD) ids.add(imdbId);
  return [...ids];
}

async function linksOf(folder: string): Promise<Required<Pick<DatasetMovie, "id" | "imdbId">>[]> {
  const links = [];
  for await (const { movieId = "", imdbId = "" } of tableRows(await openFolder(folder), "links.csv", [
    "movieId",
    "imdbId",
  ])) {
    const id = imdbIdOf(imdbId);
    if (id !== undefined) links.push({ id: movieId, imdbId: id });
  }
  return links;
}

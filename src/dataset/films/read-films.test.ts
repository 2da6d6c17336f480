import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openFolder } from "../source-folder.ts";
import { readFreebaseFilms } from "./freebase.ts";
import { readNominatedFilms, readOscars } from "./oscars.ts";
import { readRecentWikidataFilms, readWikidataFilms } from "./wikidata.ts";
import { readWikipediaFilms } from "./wikipedia.ts";

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), "matinee-films-"));
});
afterEach(() => rmSync(path, { recursive: true }));

/** Packed where the name says so. */
function lay(file: string, ...lines: (string | object)[]) {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  writeFileSync(join(path, file), file.endsWith(".gz") ? gzipSync(text) : text);
}

const PEOPLE = [
  "wikidataID,nameSurname,placeOfBirth,country,continent",
  "http://www.wikidata.org/entity/Q1,Agnès Varda,Ixelles,Belgium,Europe",
  'http://www.wikidata.org/entity/Q2,"Downey, Robert",,,',
  "http://www.wikidata.org/entity/Q3,Q3,,,",
];

test("Wikidata's films have names in place of ids, and lose those that nobody names", async () => {
  lay("wikidata-people.csv.gz", ...PEOPLE);
  lay("wikidata-films-2019.jsonl.gz", {
    wikidata_id: "Q9",
    imdb_id: "tt0113277",
    label: "Heat",
    enwiki_title: "Heat (1995 film)",
    genre: ["Q959790", "Q188473"],
    main_subject: "Q11404",
    director: "Q1",
    cast_member: ["Q2", "Q3", "Q404"],
    publication_date: "1995-12-15",
    country_of_origin: "Q30",
    original_language: ["Q1860"],
  });
  const places = new Map([
    ["Q30", "United States"],
    ["Q1860", "English"],
  ]);
  expect(await readWikidataFilms(await openFolder(path), places)).toEqual([
    {
      imdbId: "tt0113277",
      titles: ["Heat"],
      year: 1995,
      released: "1995-12-15",
      directors: ["Agnès Varda"],
      cast: ["Downey, Robert"],
      countries: ["United States"],
      languages: ["English"],
      wikidata: "Q9",
      wikipedia: "Heat (1995 film)",
      kinds: ["Q959790", "Q188473", "Q11404"],
    },
  ]);
});

test("recent films have minutes where they are some, and are left out where they have no year", async () => {
  lay(
    "wikidata-films-2015-2025-by-title.csv",
    "title,year,runtime,directors,actors,genre",
    'Aftersun,2022,101.0,Charlotte Wells,"Paul Mescal, Frankie Corio",drama',
    "Nowhere,,90.0,X,Y,drama",
    "Brief,2023,,X,,drama",
    'Aftersun,2022,101.0,"Charlotte Wells, Another",Paul Mescal,family',
    "Aftersun,2022,80.0,Somebody Else,,horror",
  );
  const films = await readRecentWikidataFilms(await openFolder(path));
  expect(films).toMatchObject([
    { titles: ["Aftersun"], year: 2022, runtimeMinutes: 101, cast: ["Paul Mescal", "Frankie Corio"] },
    { titles: ["Aftersun"], directors: ["Somebody Else"] },
    { titles: ["Brief"], cast: [] },
  ]);
  expect(films[2]).not.toHaveProperty("runtimeMinutes");
});

test("casts of Wikipedia lose remarks that are no names", async () => {
  lay("wikipedia-movie-data.jsonl.gz", {
    title: "Toy Story",
    year: 1995,
    cast: ["Tom Hanks", "(voices)", "and", "Voices of Jim Varney", "with Don Rickles", "IMAX", "Ann-Margret"],
    href: "Toy_Story",
    genres: ["Animated"],
  });
  const [film] = await readWikipediaFilms(await openFolder(path));
  expect(film).toMatchObject({
    cast: ["Tom Hanks", "Ann-Margret"],
    wikipedia: "Toy Story",
    kinds: ["Animated"],
  });
});

test("Freebase's rows give minutes within reason, countries and languages by the names used here", async () => {
  const row = (title: string, runtime: string, languages: string, countries: string) =>
    ["1", "/m/1", title, "1957-04-10", "", runtime, languages, countries, "{}"].join("\t");
  lay(
    "cmu-movie.metadata.tsv.gz",
    row(
      '12 "Angry" Men',
      "96.0",
      '{"/m/1": "English Language", "/m/2": "Silent film"}',
      '{"/m/3": "United States of America", "/m/4": "England", "/m/5": "Scotland"}',
    ),
    row("Endless", "14400", '{"/m/1": "Standard Mandarin"}', "{broken"),
  );
  const films = await readFreebaseFilms(await openFolder(path));
  expect(films).toMatchObject([
    {
      titles: ['12 "Angry" Men'],
      year: 1957,
      runtimeMinutes: 96,
      countries: ["United States", "United Kingdom"],
      languages: ["English"],
    },
    { titles: ["Endless"], countries: [], languages: ["Mandarin"] },
  ]);
  expect(films[1]).not.toHaveProperty("runtimeMinutes");
});

test("an award shared by several films counts for each, a nomination that won for both", async () => {
  const row = (category: string, films: string, winner: string) =>
    ["1", "1927/28", category, "C", "C", "F", films, "N", "N", "nm1", winner, "", "", ""].join("\t");
  lay(
    "oscars.csv",
    "Ceremony\tYear\tClass\tCanonicalCategory\tCategory\tFilm\tFilmId\tName\tNominees\tNomineeIds\tWinner\tDetail\tNote\tCitation",
    row("Acting", "tt1|tt2", "True"),
    row("Directing", "tt1", ""),
    row("SciTech", "tt1", "True"),
  );
  expect([...(await readOscars(await openFolder(path)))]).toEqual([
    ["tt1", { won: 1, nominated: 2 }],
    ["tt2", { won: 1, nominated: 1 }],
  ]);
});

test("nominated films have the names of those who directed them, and the country that sent them in", async () => {
  const row = (year: string, kind: string, category: string, films: string, ids: string, name: string) =>
    [
      "1",
      year,
      kind,
      category,
      "C",
      films,
      ids,
      name,
      name.replace(" and ", "|"),
      "nm1",
      "",
      "",
      "",
      "",
    ].join("\t");
  lay(
    "oscars.csv",
    "Ceremony\tYear\tClass\tCanonicalCategory\tCategory\tFilm\tFilmId\tName\tNominees\tNomineeIds\tWinner\tDetail\tNote\tCitation",
    row("1927/28", "Acting", "ACTOR IN A LEADING ROLE", "The Noose|The Kid", "tt1|tt2", "Richard"),
    row("2019", "Title", "INTERNATIONAL FEATURE FILM", "Parasite", "tt3", "South Korea"),
    row("2019", "Directing", "DIRECTING", "Parasite", "tt3", "Ada and Bo"),
    row("2019", "SciTech", "AWARD", "Lens", "tt4", "Carl"),
  );
  expect(await readNominatedFilms(await openFolder(path))).toMatchObject([
    { imdbId: "tt1", titles: ["The Noose"], year: 1927, directors: [] },
    { imdbId: "tt2", titles: ["The Kid"], year: 1927 },
    { imdbId: "tt3", year: 2019, directors: ["Ada", "Bo"], countries: ["South Korea"] },
  ]);
});

test("a file of another form is said to be, with its line", async () => {
  lay("wikidata-people.csv.gz", "id,name", "Q1,Ada");
  await expect(readWikidataFilms(await openFolder(path), new Map())).rejects.toThrow(
    /wikidata-people.csv.gz: no column wikidataID, nameSurname/,
  );
  lay("wikipedia-movie-data.jsonl.gz", { title: "A", year: 1, cast: [], href: null }, "{");
  await expect(readWikipediaFilms(await openFolder(path))).rejects.toThrow(/line 2: not JSON/);
});

test("a packed file that was made to fill a memory is refused", async () => {
  const bomb = gzipSync(Buffer.alloc(100_000_000, " "));
  writeFileSync(join(path, "wikipedia-movie-data.jsonl.gz"), bomb);
  await expect(async () => readWikipediaFilms(await openFolder(path))).rejects.toThrow(
    /wikipedia-movie-data\.jsonl\.gz: .* more than 100 times as much/,
  );
});

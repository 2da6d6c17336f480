import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ratingSums } from "../rating-sums.ts";
import { ratingTable } from "../testing/table.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { filmsAround, gatherFacts, gatherStories, gatherWords, readFilmSources } from "./gather.ts";

const OSCARS =
  "Ceremony\tYear\tClass\tCanonicalCategory\tCategory\tFilm\tFilmId\tName\tNominees\tNomineeIds\tWinner\tDetail\tNote\tCitation";
const PUBLISHED: Readonly<Record<string, string>> = {
  "ml-32m-movies.csv":
    'movieId,title,genres\n1,Heat (1995),Crime\n7,"Crow, The: Wicked Prayer (2005)",Action\n8,Hardly Seen (2001),Drama',
  "ml-latest-2023-average_ratings.csv": "movieId,avg_rating,count\n1,4,100\n7,2.5,20\n8,3,19\n9,4,3",
  "wikidata-people.csv.gz": "wikidataID,nameSurname\nhttp://x/Q1,Lance Mungia",
  "wikidata-films-2019.jsonl.gz": JSON.stringify({
    wikidata_id: "Q7",
    imdb_id: "tt0353324",
    label: "The Crow: Wicked Prayer",
    director: "Q1",
    publication_date: "2005-06-03",
    country_of_origin: "Q30",
  }),
  "wikidata-films-2015-2025-by-title.csv":
    "title,year,runtime,directors,actors,genre\nThe Crow: Wicked Prayer,2005,,Lance J. Mungia,,action",
  "wikipedia-movie-data.jsonl.gz": "",
  "cmu-movie.metadata.tsv.gz": "",
  "oscars.csv": OSCARS,
};
const words = (title: string) => `title: "${title}"
    line: "Somebody walks into a room and finds that it is not the one that was left."
    tags: [a, b, c, d, e, f]
    phrases: ["a room that is another", "a door too many"]`;
const WRITTEN: Readonly<Record<string, string>> = {
  "places.yaml": "countries: { Q30: United States }\nlanguages: {}",
  "corrections.yaml": "movielens-7: { runtimeMinutes: 99, cast: [Edward Furlong] }",
  "titles.yaml": "",
  "groups.yaml": "marvel: [The Crow - Wicked Prayer (2005)]",
  "subjects.yaml": "c: The Crow - Wicked Prayer (2005)",
  "content.yaml": "gore: { tags: [a] }",
  "certificates.yaml": "R: Heat (1995)",
  "crew/composers.yaml": "Elliot Goldenthal: Heat (1995); Titus (1999)",
  "crew/cinematographers.yaml": "",
  "crew/writers.yaml": "Michael Mann: Heat (1995)",
  "crew/authors.yaml": "James O'Barr: { group: marvel }",
  "series.yaml": "Heats: [Heat (1995), Heat Again (1999)]",
  "words/one.yaml": `films:\n  - id: 7\n    ${words("The Crow: Wicked Prayer (2005)")}`,
  "stories/1.yaml": `films:
  - { id: 7, title: "The Crow: Wicked Prayer (2005)", story: A dead man walks home. }
  - { id: 8, title: "Of no list (1990)", story: Nobody walks home. }`,
  "recent/2024-1.yaml": `films:\n  - id: 900000001\n    year: 2024\n    countries: [France]\n    directors: [Ada]\n    genres: [Drama]\n    known: some\n    ${words("New")}`,
};

async function sourcesAndFolder() {
  const [from, written] = [await temporaryFolder(), await temporaryFolder()];
  for (const name of ["words", "recent", "stories", "crew"]) mkdirSync(join(written, name));
  for (const [name, text] of Object.entries(PUBLISHED))
    writeFileSync(join(from, name), name.endsWith(".gz") ? gzipSync(text) : text);
  for (const [name, text] of Object.entries(WRITTEN)) writeFileSync(join(written, name), text);
  return { from, sources: await readFilmSources({ from, written }) };
}

test("the films of a data set, of the crowd and those written by hand make one list, with all that is known of them", async () => {
  const { from, sources } = await sourcesAndFolder();
  const own = {
    id: "1",
    title: "Heat",
    alternativeTitles: [],
    genres: ["Crime"],
    year: 1995,
    imdbId: "tt0113277",
  };
  const ratings = { ...ratingTable([[0, 0, 5]]), movieIds: ["1"] };
  const films = await filmsAround({ movies: [own], sums: ratingSums(ratings) }, from, sources);
  const movies = films.map(({ movie }) => movie);
  expect(movies.map(({ id, title, ratingCount }) => [id, title, ratingCount])).toEqual([
    ["tt0113277", "Heat", 100],
    ["movielens-7", "The Crow: Wicked Prayer", 20],
    ["matinee-1", "New", 0],
  ]);
  expect(movies[1]!.imdbId).toBe("tt0353324");

  const { facts, notListed } = gatherFacts(movies, sources);
  expect(facts.get("tt0113277")?.series).toEqual({ value: { name: "Heats", place: 1 }, source: "by hand" });
  expect(facts.get("tt0113277")).toMatchObject({
    composers: { value: ["Elliot Goldenthal"], source: "by hand" },
    writers: { value: ["Michael Mann"], source: "by hand" },
    certificate: { value: "R", source: "by hand" },
  });
  expect(facts.get("movielens-7")?.authors?.value).toEqual(["James O'Barr"]);
  expect(notListed).toEqual(["Heat Again (1999)", "Titus (1999) of Elliot Goldenthal"]);
  expect(facts.get("movielens-7")).toMatchObject({
    directors: { value: ["Lance J. Mungia"], source: "Wikidata" }, // as the newer of two sources has him
    countries: { value: ["United States"], source: "Wikidata" },
    runtimeMinutes: { value: 99, source: "by hand" },
    cast: { value: ["Edward Furlong"], source: "by hand" },
  });
  expect(facts.get("matinee-1")).toMatchObject({ directors: { value: ["Ada"] } });
  const written = gatherWords(films, sources);
  expect([...written.keys()].sort()).toEqual(["matinee-1", "movielens-7"]);
  expect(written.get("movielens-7")?.tags).toContain("marvel");
  expect(written.get("movielens-7")?.tags[0]).toBe("c");
  expect(written.get("movielens-7")?.tags).toContain("gore");
  expect([...gatherStories(films, sources)]).toEqual([["movielens-7", "A dead man walks home."]]);
});

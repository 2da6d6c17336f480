/**
 * Gathers what is openly known of the films that the model suggests: people, countries, languages, lengths, dates, prizes.
 * Usage: npm run films -- --from <folder with the publishers' files>
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { z } from "zod";
import { encodeFilmFacts, FACTS_FILE } from "../src/artifacts/film-facts-file.ts";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import type { FilmFacts } from "../src/catalog/film-facts.ts";
import type { Movie } from "../src/catalog/movie.ts";
import { readFreebaseFilms } from "../src/dataset/films/freebase.ts";
import { factJoiner } from "../src/dataset/films/join-facts.ts";
import { readOscars } from "../src/dataset/films/oscars.ts";
import { readRecentWikidataFilms, readWikidataFilms } from "../src/dataset/films/wikidata.ts";
import { readWikipediaFilms } from "../src/dataset/films/wikipedia.ts";
import { openFolder } from "../src/dataset/source-folder.ts";
import { readYaml } from "../src/yaml.ts";

const FIELDS = ["directors", "cast", "countries", "languages", "runtimeMinutes", "released"] as const;
const placesSchema = z.object({
  countries: z.record(z.string(), z.string()),
  languages: z.record(z.string(), z.string()),
});

async function main(): Promise<void> {
  const options = new Command("npm run films --")
    .description("Gather open facts about the films of the model, from files at hand.")
    .requiredOption("--from <folder>", "the publishers' files; data/README.md says which and where from")
    .option("--artifacts <folder>", "the model whose films are meant, and where the facts go", "artifacts")
    .option("--places <file>", "names of countries and languages", "data/films/places.yaml")
    .option(
      "--without-freebase",
      "leave out what is under a share-alike licence: most running times, some countries",
    )
    .parse()
    .opts<{ from: string; artifacts: string; places: string; withoutFreebase?: boolean }>();
  const { movies } = await readArtifacts(options.artifacts);
  const places = placesSchema.parse(readYaml(await readFile(options.places, "utf8"), options.places));
  const folder = await openFolder(options.from);
  const named = new Map([...Object.entries(places.countries), ...Object.entries(places.languages)]);
  const joiner = factJoiner({
    wikidata: await readWikidataFilms(folder, named),
    recentWikidata: await readRecentWikidataFilms(folder),
    wikipedia: await readWikipediaFilms(folder),
    freebase: options.withoutFreebase ? [] : await readFreebaseFilms(folder),
    oscars: await readOscars(folder),
  });
  const facts = new Map(movies.map((movie) => [movie.id, joiner.factsOf(movie)]));
  const file = join(options.artifacts, FACTS_FILE);
  const bytes = encodeFilmFacts(facts);
  await writeFile(file, bytes);
  console.log(`${file}: ${movies.length} films, ${(bytes.length / 1e6).toFixed(1)} MB`);
  console.table(Object.fromEntries(FIELDS.map((field) => [field, coverage(movies, facts, field)])));
  for (const [field, { compared, differ }] of Object.entries(joiner.disagreements()))
    console.log(`sources disagree on the ${field} of ${differ} of ${compared} films that two of them know`);
}

/** Shares of the films, and of the ratings, whose films have the field. */
function coverage(movies: readonly Movie[], facts: ReadonlyMap<string, FilmFacts>, field: keyof FilmFacts) {
  const having = movies.filter(({ id }) => facts.get(id)![field] !== undefined);
  const ratings = (of: readonly Movie[]) => of.reduce((sum, { ratingCount }) => sum + ratingCount, 0);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return {
    films: percent(having.length / movies.length),
    "by ratings": percent(ratings(having) / ratings(movies)),
  };
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * Gathers what is openly known of the films that the model suggests (people, countries, languages, lengths, dates,
 * prizes), and what is written here about them.
 * Usage: npx matinee films, after npx matinee films fetch; or npx matinee films --from <folder with the publishers' files>
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { encodeFilmFacts, FACTS_FILE } from "../src/artifacts/film-facts-file.ts";
import { encodeFilmNames, NAMES_FILE } from "../src/artifacts/film-names-file.ts";
import { encodeFilmSearch, SEARCH_FILE } from "../src/artifacts/film-search-file.ts";
import { encodeFilmWords, WORDS_FILE } from "../src/artifacts/film-words-file.ts";
import { FILES } from "../src/artifacts/manifest.ts";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import type { FilmFacts } from "../src/catalog/film-facts.ts";
import type { Movie } from "../src/catalog/movie.ts";
import type { ListedFilm } from "../src/dataset/films/film-list.ts";
import { gatherFacts, gatherStories, gatherWords, readFilmSources } from "../src/dataset/films/gather.ts";
import { openFolder } from "../src/dataset/source-folder.ts";
import { writeWhole } from "../src/files/write-whole.ts";
import { command } from "../src/host/command.ts";
import { run } from "./command-line.ts";
import { gatherNames } from "./films/gather-names.ts";
import { gatherSearchIndex } from "./films/gather-search-index.ts";

const FIELDS = ["directors", "cast", "countries", "languages", "runtimeMinutes", "released"] as const;
/** movie_map.json */
const rowsSchema = z.record(z.string(), z.int().nonnegative());

async function main(args: readonly string[]): Promise<void> {
  const options = command("films", "matinee films --from data/downloads/films")
    .description("Gather open facts about the films of the model, from files at hand.")
    .option(
      "--from <folder>",
      "the publishers' files; npx matinee films fetch fetches them, data/README.md says which",
      "data/downloads/films",
    )
    .option("--artifacts <folder>", "the model whose films are meant, and where the facts go", "artifacts")
    .option("--written <folder>", "what is written here about films", "data/films")
    .option("--vocabulary <file>", "the tags that films are described by", "data/films/vocabulary.yaml")
    .option("--neighbours <file>", "words that mean nearly the same", "data/films/neighbours.tsv.gz")
    .option("--vectors <file>", "vectors of words", "data/films/word-vectors.tsv.gz")
    .option("--tags <file>", "what those who rated films tagged them with: MovieLens' tags.csv")
    .option("--names <file>", "what films are called besides", "data/films/names.yaml")
    .option("--lists <folder>", "the words that people ask for films with", "data/words")
    .option(
      "--without-freebase",
      "leave out what is under a share-alike licence: most running times, some countries",
    )
    .parse(args, { from: "user" })
    .opts<{
      from: string;
      artifacts: string;
      written: string;
      names: string;
      lists: string;
      vocabulary: string;
      neighbours: string;
      vectors: string;
      tags?: string;
      withoutFreebase?: boolean;
    }>();
  const { movies } = await readArtifacts(options.artifacts);
  const rows = await rowsOf(options.artifacts);
  const sources = await readFilmSources(options);
  for (const absent of sources.absent) console.log(`not at hand: ${join(options.from, absent)}`);
  const { facts, disagreements, notListed } = gatherFacts(movies, sources);
  const file = join(options.artifacts, FACTS_FILE);
  const bytes = encodeFilmFacts(facts);
  await writeWhole(file, bytes);
  console.log(`${file}: ${movies.length} films, ${(bytes.length / 1e6).toFixed(1)} MB`);
  const films = Object.entries(rows).map(
    ([sourceId, row]): ListedFilm => ({ sourceId, movie: movies[row]! }),
  );
  const words = gatherWords(films, sources);
  const wordsFile = join(options.artifacts, WORDS_FILE);
  const wordsBytes = encodeFilmWords(words);
  await writeWhole(wordsFile, wordsBytes);
  console.log(`${wordsFile}: ${words.size} films, ${(wordsBytes.length / 1e6).toFixed(1)} MB`);
  const searchFile = join(options.artifacts, SEARCH_FILE);
  const searchBytes = encodeFilmSearch(
    await gatherSearchIndex(movies, {
      ...options,
      plots: join(options.written, "plots"),
      facts,
      words,
      stories: gatherStories(films, sources),
      wikipedia: sources.facts.wikipedia,
      rows,
    }),
  );
  await writeWhole(searchFile, searchBytes);
  console.log(`${searchFile}: ${(searchBytes.length / 1e6).toFixed(1)} MB`);
  const names = await gatherNames(await openFolder(options.from), {
    ...options,
    words: words.values(),
    rows,
  });
  const namesFile = join(options.artifacts, NAMES_FILE);
  const namesBytes = encodeFilmNames(names);
  await writeWhole(namesFile, namesBytes);
  console.log(`${namesFile}: ${names.films.length} films, ${(namesBytes.length / 1e6).toFixed(1)} MB`);
  console.table(Object.fromEntries(FIELDS.map((field) => [field, coverage(movies, facts, field)])));
  if (notListed.length > 0) console.log(`named by hand, but not among the films: ${notListed.join(", ")}`);
  for (const [field, { compared, differ }] of Object.entries(disagreements))
    console.log(`sources disagree on the ${field} of ${differ} of ${compared} films that two of them know`);
}

/** From the data set's own ids to rows. */
const rowsOf = async (artifacts: string) =>
  rowsSchema.parse(JSON.parse(await readFile(join(artifacts, FILES.map), "utf8")));

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

await run(main);

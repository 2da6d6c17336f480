/**
 * Draws posters, and a sheet of all of them to look at.
 * Usage: npx matinee posters --films "Heat (1995)" "Amelie (2001)" --out /tmp/posters
 *        npx matinee posters --count 60 --seed 2 --out /tmp/posters
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { readKnowledge } from "../src/artifacts/read-knowledge.ts";
import { createCatalog } from "../src/catalog/catalog.ts";
import { fameOf } from "../src/catalog/fame.ts";
import type { Movie } from "../src/catalog/movie.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { createRandom } from "../src/numerics/random.ts";
import { posterFilm } from "../src/posters/film.ts";
import { pngOf } from "../src/posters/png.ts";
import { type Poster, posterOf } from "../src/posters/poster.ts";
import { sheetOf } from "../src/posters/sheet.ts";
import { atLeastOne, makeRoom, run, wholeNumber } from "./command-line.ts";

interface Options {
  readonly films?: readonly string[];
  readonly count: number;
  readonly seed: number;
  readonly known: number;
  readonly look?: string;
  readonly columns: number;
  readonly width: number;
  readonly out: string;
}

async function main(args: readonly string[]): Promise<void> {
  const options = command("posters", 'matinee posters --films "Heat (1995)" "Amelie (2001)" --out posters')
    .description("Draws posters as SVG files, and sheet.png with all of them.")
    .option("--films <titles...>", "titles, ids or links of the films")
    .option("--count <films>", "how many films where none are named", atLeastOne, 60)
    .option("--known <films>", "drawn by chance of so many of the best known", atLeastOne, 4000)
    .option("--seed <number>", "of the chance", wholeNumber, 1)
    .option("--look <name>", "one composition for all")
    .option("--columns <number>", "posters in a row of the sheet", atLeastOne, 10)
    .option("--width <pixels>", "of the sheet", atLeastOne, 2000)
    .requiredOption("--out <folder>", "where the files go")
    .parse(args, { from: "user" })
    .opts<Options>();
  makeRoom(options.out);
  const { MATINEE_ARTIFACTS } = readConfig();
  const [model, knowledge] = await Promise.all([
    readArtifacts(MATINEE_ARTIFACTS),
    readKnowledge(MATINEE_ARTIFACTS),
  ]);
  const catalog = createCatalog(model.movies, knowledge);
  const films =
    options.films?.map((title) => named(catalog.find(title), title)) ?? byChance(model.movies, options);
  let before: string | undefined;
  const posters: Poster[] = [];
  for (const movie of films) {
    const film = posterFilm(movie, catalog.factsOf(movie.id), catalog.wordsOf(movie.id));
    const poster = posterOf(film, { not: before, look: options.look });
    before = poster.look;
    posters.push(poster);
    await writeFile(join(options.out, `${movie.id}.svg`), poster.svg);
  }
  await writeFile(
    join(options.out, "sheet.png"),
    await pngOf(sheetOf(posters, options.columns), options.width),
  );
  for (const { alt, look } of posters) console.log(`${look}: ${alt}`);
}

function named(match: ReturnType<ReturnType<typeof createCatalog>["find"]>, title: string): Movie {
  const [movie] = match.kind === "one" ? [match.movie] : match.kind === "several" ? match.movies : [];
  if (!movie) throw new Error(`No film is called "${title}": add its year, or take its IMDb id.`);
  return movie;
}

function byChance(movies: readonly Movie[], { count, seed, known }: Options): Movie[] {
  const best = [...movies].sort((a, b) => fameOf(b) - fameOf(a)).slice(0, known);
  return createRandom(seed).shuffle(best).slice(0, count);
}

await run(main);

/**
 * Checks what is written about films in data/films/words, and the films written by hand in data/films/recent: form, tags,
 * places, spelling, lines that say the same, and with the titles of a MovieLens data set at hand, that every id has its
 * title and year and that no film written by hand is among them by another id.
 * Usage: npx matinee words --titles data/downloads/ml-32m/movies.csv
 *        npx matinee words data/films/words/001.yaml
 */
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import english from "dictionary-en-gb";
import nspell from "nspell";
import { z } from "zod";
import {
  checkFilmWords,
  type FilmProblem,
  type KnownTitle,
} from "../src/catalog/film-words/check-film-words.ts";
import { checkRecentFilms, wordsOfRecentFilms } from "../src/catalog/film-words/check-recent-films.ts";
import { type FilmWordsFile, readFilmWords } from "../src/catalog/film-words/film-words.ts";
import { type RecentFilm, readRecentFilms } from "../src/catalog/film-words/recent-films.ts";
import { readTagVocabulary } from "../src/catalog/film-words/tag-vocabulary.ts";
import { csvRows } from "../src/dataset/csv-rows.ts";
import { openFolder } from "../src/dataset/source-folder.ts";
import { parseMovieLensTitle } from "../src/dataset/title.ts";
import { readYaml } from "../src/files/yaml.ts";
import { command } from "../src/host/command.ts";
import { mustBeFile, run } from "./command-line.ts";
import { telling } from "./telling.ts";

const FOLDER = "data/films";
const names = z.record(z.string(), z.string()).transform((byId) => new Set(Object.values(byId)));
const placesSchema = z.object({ countries: names, languages: names });

interface Options {
  readonly titles?: string;
  readonly json?: true;
}

async function main(args: readonly string[]): Promise<void> {
  const program = command("words", "matinee words data/films/words/001.yaml")
    .description("Check what is written about films.")
    .argument("[files...]", "tell the problems of these alone, though all are read", [])
    .option("--titles <file>", "the movies.csv of a MovieLens data set, to check ids, titles and years by")
    .option("--json", "print the problems as JSON")
    .parse(args, { from: "user" });
  const { titles, json } = program.opts<Options>();
  const { line, result } = telling(json);
  const only = program.args.map((file) => relative(".", file));
  for (const file of only) mustBeFile(file, `a file of ${FOLDER}/words or ${FOLDER}/recent`);

  const problems: FilmProblem[] = [];
  /** What `read` makes of every file of a folder; a file that it refuses is a problem. */
  const readAll = async <T>(
    folder: string,
    read: (yaml: string, file: string) => T,
  ): Promise<Map<string, T>> => {
    const files = new Map<string, T>();
    for (const file of await yamlFiles(folder)) {
      try {
        files.set(file, read(await readFile(file, "utf8"), file));
      } catch (error) {
        problems.push({ file, film: "the file", problem: (error as Error).message });
      }
    }
    return files;
  };
  const recent = await readAll<readonly RecentFilm[]>("recent", readRecentFilms);
  const files = await readAll<FilmWordsFile>("words", readFilmWords);
  for (const [file, films] of recent) files.set(file, wordsOfRecentFilms(films));
  const vocabularyFile = join(FOLDER, "vocabulary.yaml");
  const placesFile = join(FOLDER, "places.yaml");
  const known = titles === undefined ? {} : { titles: await readTitles(titles) };
  problems.push(
    ...checkFilmWords(files, {
      vocabulary: readTagVocabulary(await readFile(vocabularyFile, "utf8"), vocabularyFile),
      isWord: await speller(),
      ...known,
    }),
    ...checkRecentFilms(recent, {
      ...placesSchema.parse(readYaml(await readFile(placesFile, "utf8"), placesFile)),
      ...known,
    }),
  );

  const told = problems.filter(({ file }) => only.length === 0 || only.includes(file));
  for (const { file, film, problem } of told) line(`${file}: ${film}: ${problem}`);
  const written = [...files].filter(([file]) => only.length === 0 || only.includes(file));
  const count = written.reduce((sum, [, { films }]) => sum + films.length, 0);
  line(`${count} films in ${written.length} files, ${told.length} problems`);
  result({ films: count, files: written.length, problems: told });
  if (told.length > 0) process.exitCode = 1;
}

async function yamlFiles(folder: string): Promise<string[]> {
  const found = await readdir(join(FOLDER, folder));
  return found
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(FOLDER, folder, name));
}

/** British spelling, and the words of films that no dictionary has. */
async function speller(): Promise<(word: string) => boolean> {
  const dictionary = nspell({ aff: Buffer.from(english.aff), dic: Buffer.from(english.dic) });
  dictionary.personal(await readFile(join(FOLDER, "spelling.txt"), "utf8"));
  return (word) => dictionary.correct(word);
}

async function readTitles(file: string): Promise<ReadonlyMap<number, KnownTitle>> {
  mustBeFile(file, "the movies.csv of a MovieLens data set");
  const titles = new Map<number, KnownTitle>();
  for await (const { cells } of csvRows(await openFolder(dirname(file)), basename(file))) {
    const { title, alternativeTitles, year } = parseMovieLensTitle(cells.title ?? "");
    titles.set(Number(cells.movieId), {
      titles: [title, ...alternativeTitles],
      ...(year !== undefined && { year }),
    });
  }
  return titles;
}

await run(main);

/**
 * Checks what is written about films in data/films/words: form, tags, spelling, lines that say the same, and with the
 * titles of a MovieLens data set at hand, that every id has its title and year.
 * Usage: npm run check:words -- --titles data/downloads/ml-32m/movies.csv
 *        npm run check:words -- data/films/words/001.yaml
 */
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { Command } from "commander";
import english from "dictionary-en-gb";
import nspell from "nspell";
import {
  checkFilmWords,
  type FilmProblem,
  type KnownTitle,
} from "../src/catalog/film-words/check-film-words.ts";
import { type FilmWordsFile, readFilmWords } from "../src/catalog/film-words/film-words.ts";
import { readTagVocabulary } from "../src/catalog/film-words/tag-vocabulary.ts";
import { csvRows } from "../src/dataset/csv-rows.ts";
import { openFolder } from "../src/dataset/source-folder.ts";
import { parseMovieLensTitle } from "../src/dataset/title.ts";
import { mustBeFile, run } from "./command-line.ts";

const FOLDER = "data/films";

interface Options {
  readonly titles?: string;
}

async function main(args: readonly string[]): Promise<void> {
  const program = new Command("npm run check:words --")
    .description("Check what is written about films.")
    .argument("[files...]", "tell the problems of these alone, though all are read", [])
    .option("--titles <file>", "the movies.csv of a MovieLens data set, to check ids, titles and years by")
    .parse(args, { from: "user" });
  const { titles } = program.opts<Options>();
  const only = program.args.map((file) => relative(".", file));
  for (const file of only) mustBeFile(file, `a file of ${FOLDER}/words`);

  const problems: FilmProblem[] = [];
  const files = new Map<string, FilmWordsFile>();
  for (const file of await wordFiles()) {
    try {
      files.set(file, readFilmWords(await readFile(file, "utf8")));
    } catch (error) {
      problems.push({ file, film: "the file", problem: (error as Error).message });
    }
  }
  const vocabularyFile = join(FOLDER, "vocabulary.yaml");
  problems.push(
    ...checkFilmWords(files, {
      vocabulary: readTagVocabulary(await readFile(vocabularyFile, "utf8"), vocabularyFile),
      isWord: await speller(),
      ...(titles !== undefined && { titles: await readTitles(titles) }),
    }),
  );

  const told = problems.filter(({ file }) => only.length === 0 || only.includes(file));
  for (const { file, film, problem } of told) console.log(`${file}: ${film}: ${problem}`);
  const written = [...files].filter(([file]) => only.length === 0 || only.includes(file));
  const count = written.reduce((sum, [, { films }]) => sum + films.length, 0);
  console.log(`${count} films in ${written.length} files, ${told.length} problems`);
  if (told.length > 0) process.exitCode = 1;
}

async function wordFiles(): Promise<string[]> {
  const folder = join(FOLDER, "words");
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
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

/** What films are called: titles of those that the model lacks, nicknames, and the words that titles are told from. */
import { readFile } from "node:fs/promises";
import type { FilmNamesContent } from "../../src/artifacts/film-names-file.ts";
import type { NamedFilm } from "../../src/catalog/film-names.ts";
import type { WordsOfFilm } from "../../src/catalog/knowledge.ts";
import { CROWD_COMPLETE_TO, readCrowd } from "../../src/dataset/films/crowd.ts";
import { readMovieLensFilms } from "../../src/dataset/films/film-list.ts";
import { readWrittenNames } from "../../src/dataset/films/written-names.ts";
import type { SourceFolder } from "../../src/dataset/source-folder.ts";
import { readWords } from "../../src/intent/words.ts";
import { wordsInUse } from "../../src/intent/words-in-use.ts";

interface NameSources {
  /** The file of what films are called besides. */
  readonly names: string;
  /** The folder of the words that people ask for films with. */
  readonly lists: string;
  /** What is written here about films. */
  readonly words: Iterable<WordsOfFilm>;
  /** The rows of the model by MovieLens' ids. */
  readonly rows: Readonly<Record<string, number>>;
}

export async function gatherNames(
  folder: SourceFolder,
  { names, lists, words, rows }: NameSources,
): Promise<FilmNamesContent> {
  const written = readWrittenNames(await readFile(names, "utf8"), names);
  const inUse = wordsInUse(await readWords(lists), words);
  return {
    ...written,
    ...inUse,
    smallWords: [...inUse.smallWords, ...written.smallWords],
    completeTo: CROWD_COMPLETE_TO,
    films: await namedFilms(folder, rows),
  };
}

async function namedFilms(
  folder: SourceFolder,
  rows: Readonly<Record<string, number>>,
): Promise<NamedFilm[]> {
  const crowd = await readCrowd(folder);
  const films = await readMovieLensFilms(folder);
  return films
    .filter(({ id }) => rows[id] === undefined)
    .map(({ id, title, alternativeTitles, year }) => ({
      title,
      alternativeTitles,
      ...(year !== undefined && { year }),
      ratingCount: crowd.get(id)?.ratings ?? 0,
    }));
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Knowledge, NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { ArtifactError } from "./artifact-error.ts";
import { decodeFilmFacts, FACTS_FILE } from "./film-facts-file.ts";
import { decodeFilmNames, NAMES_FILE } from "./film-names-file.ts";
import { decodeFilmSearch, SEARCH_FILE } from "./film-search-file.ts";
import { decodeFilmWords, WORDS_FILE } from "./film-words-file.ts";

/** What is known of films besides the model, in files beside it. */
export const KNOWLEDGE_FILES = [FACTS_FILE, WORDS_FILE, SEARCH_FILE, NAMES_FILE] as const;

/**
 * Reads what is known of the films of a model. A model without these files, as one trained on data of one's own, knows
 * nothing more of its films.
 *
 * @throws ArtifactError where a file cannot be read, was cut short or altered
 */
export async function readKnowledge(folder: string): Promise<Knowledge> {
  const [factsOf, wordsOf, searchIndex, names] = await Promise.all([
    read(join(folder, FACTS_FILE), decodeFilmFacts),
    read(join(folder, WORDS_FILE), decodeFilmWords),
    read(join(folder, SEARCH_FILE), decodeFilmSearch),
    read(join(folder, NAMES_FILE), decodeFilmNames),
  ]);
  return {
    factsOf: factsOf ?? NOTHING_KNOWN.factsOf,
    wordsOf: wordsOf ?? NOTHING_KNOWN.wordsOf,
    ...(searchIndex && { searchIndex }),
    names: names ?? NOTHING_KNOWN.names,
  };
}

/** Undefined where there is no such file. */
async function read<T>(file: string, decode: (bytes: Buffer) => T): Promise<T | undefined> {
  try {
    return decode(await readFile(file));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new ArtifactError(file, (cause as Error).message, { cause });
  }
}

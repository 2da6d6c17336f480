/** What is told of films on their open pages and in Wikidata, by which themes are learned. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { conceptsOf } from "../../src/catalog/about/terms.ts";
import type { FilmFacts } from "../../src/catalog/film-facts.ts";
import { phrasesOf, readTagVocabulary } from "../../src/catalog/film-words/tag-vocabulary.ts";
import type { MovieId } from "../../src/catalog/movie.ts";
import { storyOf } from "../../src/dataset/films/film-texts.ts";
import { type FilmSources, gatherKinds, gatherPages } from "../../src/dataset/films/gather.ts";
import type { TrainingData } from "../../src/training/training-data.ts";

/** @param written the folder of the vocabulary */
export async function readStories(
  facts: ReadonlyMap<MovieId, FilmFacts>,
  sources: FilmSources["facts"],
  written: string,
): Promise<NonNullable<TrainingData["stories"]>> {
  const file = join(written, "vocabulary.yaml");
  const vocabulary = readTagVocabulary(await readFile(file, "utf8"), file);
  const pages = gatherPages(facts, sources.wikipedia);
  const kinds = gatherKinds(facts, sources);
  return {
    of: (id) => {
      const page = pages.get(id);
      return page && storyOf(page.extract, page.people);
    },
    kindsOf: (id) => kinds.get(id) ?? [],
    concepts: conceptsOf(phrasesOf(vocabulary)),
  };
}

/** Gathers what films are about from our own words, the tags of those who rated them, and open extracts. */
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { buildSearchIndex } from "../../src/catalog/about/build-search-index.ts";
import { readNeighbours } from "../../src/catalog/about/read-neighbours.ts";
import { readWordVectors } from "../../src/catalog/about/read-word-vectors.ts";
import type { SearchIndex } from "../../src/catalog/about/search-index.ts";
import { conceptsOf } from "../../src/catalog/about/terms.ts";
import type { FilmFacts } from "../../src/catalog/film-facts.ts";
import { phrasesOf, readTagVocabulary } from "../../src/catalog/film-words/tag-vocabulary.ts";
import type { WordsOfFilm } from "../../src/catalog/knowledge.ts";
import type { Movie, MovieId } from "../../src/catalog/movie.ts";
import { filmTexts } from "../../src/dataset/films/film-texts.ts";
import { gatherPages } from "../../src/dataset/films/gather.ts";
import { plotsOf, readPlotsOf } from "../../src/dataset/films/plots.ts";
import type { SourceFilm } from "../../src/dataset/films/source-film.ts";

export interface SearchSources {
  readonly facts: ReadonlyMap<MovieId, FilmFacts>;
  readonly words: ReadonlyMap<MovieId, WordsOfFilm>;
  /** What films tell, as it is written here. */
  readonly stories: ReadonlyMap<MovieId, string>;
  readonly wikipedia: readonly SourceFilm[];
  /** From the data set's own ids to rows. */
  readonly rows: Readonly<Record<string, number>>;
  /** Files: tags of raters, as MovieLens gives them, where at hand; the vocabulary; the table of neighbours; vectors of words. */
  readonly tags?: string;
  readonly vocabulary: string;
  readonly neighbours: string;
  readonly vectors: string;
  /** The folder that says how plots are told. */
  readonly plots: string;
}

export async function gatherSearchIndex(
  movies: readonly Movie[],
  sources: SearchSources,
): Promise<SearchIndex> {
  const { facts, words, stories, wikipedia, rows } = sources;
  const vocabulary = readTagVocabulary(await readFile(sources.vocabulary, "utf8"), sources.vocabulary);
  const neighbours = readNeighbours(await unpacked(sources.neighbours));
  const vectors = readWordVectors(await unpacked(sources.vectors));
  const pages = gatherPages(facts, wikipedia);
  const ratersTags =
    sources.tags === undefined ? new Map<number, string[]>() : await tagsByRow(sources.tags, rows);
  const texts = movies.map((movie, row) => {
    const own = words.get(movie.id);
    const story = stories.get(movie.id);
    return filmTexts({
      movie,
      ...(own && { words: own }),
      ...(story !== undefined && { story }),
      ratersTags: ratersTags.get(row) ?? [],
      ...pages.get(movie.id),
    });
  });
  const plots = plotsOf(await readPlotsOf(sources.plots), movies);
  return buildSearchIndex(texts, conceptsOf(phrasesOf(vocabulary)), neighbours, plots, vectors);
}

const unpacked = async (file: string): Promise<string> => gunzipSync(await readFile(file)).toString("utf8");

/** What raters keep for themselves: where they mean to see it, and that they did. */
const NOT_ABOUT = /netflix|queue|seen|to see|own|dvd|library/i;

async function tagsByRow(
  file: string,
  rows: Readonly<Record<string, number>>,
): Promise<Map<number, string[]>> {
  const byRow = new Map<number, string[]>();
  const lines = parse(await readFile(file), { columns: true }) as { movieId: string; tag: string }[];
  for (const { movieId, tag } of lines) {
    const row = rows[movieId];
    if (row === undefined || NOT_ABOUT.test(tag)) continue;
    byRow.set(row, [...(byRow.get(row) ?? []), tag]);
  }
  return byRow;
}

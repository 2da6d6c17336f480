/** How alike films are by what is known of them: what they are about, who made them, the series they stand in. Pure. */
import { LRUCache } from "lru-cache";
import type { Postings } from "./about/postings.ts";
import { rarityOf } from "./about/score-films.ts";
import type { SearchIndex } from "./about/search-index.ts";
import { isTag } from "./about/terms.ts";
import type { SeriesIndex } from "./film-series.ts";
import { genresShared } from "./genres.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Movie } from "./movie.ts";
import { once } from "./once.ts";
import type { PeopleIndex } from "./people.ts";
import { createSharedPlots } from "./shared-plots.ts";

/** [n] how alike every film is to the one in a row, from 0; 0 for films of which nothing is known. */
export type Likeness = (row: number) => Float32Array;

/**
 * What each kind of knowledge counts. Tags, words and kinds of stories: cosines. Chosen on the open half of data/likeness.yaml.
 */
const TAGS = 2;
const WORDS = 1;
const STORIES = 3;
/** Of a kind of story where films have no genre in common: "Airplane!" is not what "Sully" is, though pilots save an aeroplane in both. */
const STORIES_IN_OTHER_GENRES = 0.3;
const DIRECTED_BY_THE_SAME = 0.2;
const WITH_THE_SAME = 0.05;
const OF_ONE_SERIES = 0.2;
/** Of the cast those who lead it, and of them so many in common as count. */
const LEADS = 5;
const MOST_IN_COMMON = 2;

/** What a film's vector is taken to have besides, in vectors of the usual length. */
const DAMPING = 1;

/** Films remembered: a wish stands for many turns. */
const MOST_REMEMBERED = 16;

/** Terms of a film with their impacts, of 255. */
type Terms = readonly (readonly [term: number, impact: number])[];

/** What is known of who made films, and of the series they stand in. */
interface LikenessFacts {
  readonly factsOf: Knowledge["factsOf"];
  readonly people: Pick<PeopleIndex, "find">;
  readonly series: Pick<SeriesIndex, "of">;
}

/** @param rowOf where in the list of movies each film of the index is; undefined where it no longer is */
export function createLikeness(
  movies: readonly Movie[],
  indexOf: () => SearchIndex,
  rowOf: (id: string) => number | undefined,
  { factsOf, people, series }: LikenessFacts,
): Likeness {
  const source = once(() => {
    const index = indexOf();
    const rarities = Float64Array.from(index.terms, (_, term) => rarityOf(index, term));
    const films = new Map(index.ids.map((id, film) => [id, film]));
    return {
      index,
      rarities,
      films,
      rows: index.ids.map(rowOf),
      lengths: lengthsOf(index, rarities),
      plotsSharedWith: createSharedPlots(index.plots),
    };
  });
  const remembered = new LRUCache<number, Float32Array>({ max: MOST_REMEMBERED });

  const addTexts = (row: number, likeness: Float32Array): void => {
    const { index, rarities, films, rows, lengths, plotsSharedWith } = source();
    const film = films.get(movies[row]!.id);
    if (film === undefined) return;
    const sums = { tags: new Float64Array(index.ids.length), words: new Float64Array(index.ids.length) };
    for (const [term, impact] of termsOf(index.films, film)) {
      const into = isTag(index.terms[term]!) ? sums.tags : sums.words;
      addDocuments(index.films, term, impact * rarities[term]! ** 2, into);
    }
    rows.forEach((other, at) => {
      if (other === undefined) return;
      const cosine = (kind: "tags" | "words") =>
        sums[kind][at] === 0 ? 0 : sums[kind][at]! / (lengths[kind][film]! * lengths[kind][at]!);
      likeness[other]! += TAGS * cosine("tags") + WORDS * cosine("words");
    });
    for (const [at, cosine] of plotsSharedWith(film)) {
      const other = rows[at];
      if (other === undefined) continue;
      const shared = genresShared(movies[row]!.genres, movies[other]!.genres);
      likeness[other]! +=
        STORIES * cosine * (STORIES_IN_OTHER_GENRES + (1 - STORIES_IN_OTHER_GENRES) * shared);
    }
  };

  /** Looks only at the films of its own people: of all there are, most have none of them. */
  const addFacts = (row: number, likeness: Float32Array): void => {
    const { directors, cast } = factsOf(movies[row]!.id) ?? {};
    const leads = cast?.value.slice(0, LEADS) ?? [];
    const rowsOf = (role: string, names: readonly string[] = []) =>
      new Set(names.flatMap((name) => [...(people.find(`${role} ${name}`)?.rows ?? [])]));
    for (const other of rowsOf("director", directors?.value)) {
      const others = factsOf(movies[other]!.id)?.directors?.value ?? [];
      if (others.some((name) => directors!.value.includes(name))) likeness[other]! += DIRECTED_BY_THE_SAME;
    }
    for (const other of rowsOf("actor", leads)) {
      const others = factsOf(movies[other]!.id)?.cast?.value.slice(0, LEADS) ?? [];
      const inCommon = others.filter((name) => leads.includes(name)).length;
      likeness[other]! += WITH_THE_SAME * Math.min(MOST_IN_COMMON, inCommon);
    }
    for (const other of series.of(movies[row]!.id)?.rows ?? []) likeness[other]! += OF_ONE_SERIES;
  };

  return (row) => {
    const known = remembered.get(row);
    if (known) return known;
    const likeness = new Float32Array(movies.length);
    addTexts(row, likeness);
    addFacts(row, likeness);
    remembered.set(row, likeness);
    return likeness;
  };
}

function termsOf({ starts, docs, impacts }: Postings, film: number): Terms {
  const terms: (readonly [number, number])[] = [];
  for (let term = 0; term + 1 < starts.length; term++) {
    let [low, high] = [starts[term]!, starts[term + 1]!];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (docs[middle]! < film) low = middle + 1;
      else high = middle;
    }
    if (low < starts[term + 1]! && docs[low] === film) terms.push([term, impacts[low]!]);
  }
  return terms;
}

function addDocuments(
  { starts, docs, impacts }: Postings,
  term: number,
  weight: number,
  sums: Float64Array,
): void {
  for (let place = starts[term]!; place < starts[term + 1]!; place++)
    sums[docs[place]!]! += weight * impacts[place]!;
}

/** [films] how long each film is as a vector of its tags, and of its words, each by its rarity. */
function lengthsOf({ films, terms }: SearchIndex, rarities: Float64Array) {
  const squares = { tags: new Float64Array(films.documents), words: new Float64Array(films.documents) };
  const { starts, docs, impacts } = films;
  terms.forEach((name, term) => {
    const into = isTag(name) ? squares.tags : squares.words;
    for (let place = starts[term]!; place < starts[term + 1]!; place++)
      into[docs[place]!]! += (rarities[term]! * impacts[place]!) ** 2;
  });
  return { tags: damped(squares.tags), words: damped(squares.words) };
}

/** Of a film of which little is known a common word or two would be the most of it: its vector is held to be longer. */
function damped(squares: Float64Array): Float64Array {
  const mean = squares.reduce((sum, square) => sum + square, 0) / Math.max(1, squares.length);
  return squares.map((square) => Math.sqrt(square + DAMPING * mean));
}

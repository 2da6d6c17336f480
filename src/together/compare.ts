/** How alike two tastes are, and where they agree and differ: by genres, and by no film of anybody's. */
import type { Recommender } from "../recommender/recommender.ts";
import { scoreOf } from "../recommender/score.ts";
import type { Taste } from "../recommender/user-model.ts";

/** What one of two people agreed to show the other. */
export interface Leanings {
  /** Pearson's correlation of what both make of well-known films, less what people at large make of them; null where too little is known. */
  readonly likeness: number | null;
  /** Of each genre, by how many standard deviations they like its films more than people at large do. */
  readonly genres: Readonly<Record<string, number>>;
}

/** The best known films, which most people can place. */
const WELL_KNOWN = 400;
/** Of a genre there are so many among them at least. */
const FEWEST_OF_A_GENRE = 10;
/** After fewer answers a taste is mostly that of people at large. */
const FEWEST_ANSWERS = 4;

/** @param nobody the taste of somebody of whom nothing is known */
export function leaningsOf(
  recommender: Recommender,
  [one, other]: readonly [Taste, Taste],
  nobody: Taste,
): readonly [Leanings, Leanings] {
  const { movies, embeddings } = recommender.model;
  const rows = [...movies.keys()]
    .sort((a, b) => movies[b]!.ratingCount - movies[a]!.ratingCount)
    .slice(0, WELL_KNOWN);
  const own = ({ embedding }: Taste): number[] =>
    rows.map((row) => scoreOf(embeddings, row, embedding) - scoreOf(embeddings, row, nobody.embedding));
  const [a, b] = [standardised(own(one)), standardised(own(other))];
  const isKnown = [one, other].every(({ evidence }) => evidence.length >= FEWEST_ANSWERS);
  const likeness = isKnown ? a.reduce((sum, value, at) => sum + value * b[at]!, 0) / rows.length : null;
  const genres = [...new Set(rows.flatMap((row) => movies[row]!.genres))];
  const genresBy = (values: readonly number[]): Record<string, number> =>
    Object.fromEntries(
      genres.flatMap((genre) => {
        const of = values.filter((_, at) => movies[rows[at]!]!.genres.includes(genre));
        return of.length < FEWEST_OF_A_GENRE ? [] : [[genre, mean(of)]];
      }),
    );
  return [
    { likeness, genres: genresBy(a) },
    { likeness, genres: genresBy(b) },
  ];
}

export interface Comparison {
  /** In [0, 100], 50 being two people by chance; undefined where too little is known of one of them. */
  readonly alike?: number;
  /** Genres that both like more than people at large do, and less; the clearest first. */
  readonly bothLike: readonly string[];
  readonly neitherLikes: readonly string[];
  /** Genres that one likes more, and the other less. */
  readonly forOne: readonly string[];
  readonly forOther: readonly string[];
}

/** From here on somebody leans to a genre, in standard deviations. */
const LEANS = 0.2;
const NAMED = 3;

export function comparisonOf(one: Leanings, other: Leanings): Comparison {
  const { likeness } = one;
  const clearest = (strength: (a: number, b: number) => number): string[] =>
    Object.keys(one.genres)
      .flatMap((genre) => {
        const by = other.genres[genre];
        const strong = by === undefined ? 0 : strength(one.genres[genre]!, by);
        return strong >= LEANS ? [{ genre, strong }] : [];
      })
      .sort((a, b) => b.strong - a.strong)
      .slice(0, NAMED)
      .map(({ genre }) => genre);
  if (likeness === null) return { bothLike: [], neitherLikes: [], forOne: [], forOther: [] };
  return {
    alike: Math.round(50 * (1 + likeness)),
    bothLike: clearest((a, b) => Math.min(a, b)),
    neitherLikes: clearest((a, b) => Math.min(-a, -b)),
    forOne: clearest((a, b) => Math.min(a, -b)),
    forOther: clearest((a, b) => Math.min(-a, b)),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function standardised(values: readonly number[]): number[] {
  const middle = mean(values);
  const unit = Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) || 1;
  return values.map((value) => (value - middle) / unit);
}

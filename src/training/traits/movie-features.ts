/**
 * What is known of a movie by which it is told whether it has a trait: its embedding's direction, its genres
 * and its year, so that a movie hardly anybody rated is placed too; and for one trait, whether its tags or its title say so. Genres have the length 1 together, and so
 * have tags: each says the less of a movie the more it has.
 */
import type { Model } from "../../artifacts/model.ts";
import { wordsOf } from "../../catalog/normalise.ts";
import type { Design } from "./ridge.ts";
import type { TraitExamples } from "./trait-examples.ts";

/** The length an embedding is scaled to where many people rated the movie. */
const EMBEDDING_LENGTH = 2;
/**
 * With so many ratings an embedding counts for half of its length: with fewer it is mostly chance. That of a film which was placed
 * counts by the share that is known of it.
 */
const HALF_LENGTH_RATINGS = 2;
/** The middle of the examples, and where they thin out: what is older counts as of that year. */
const USUAL_YEAR = 1995;
const EARLIEST_YEAR = 1940;

export interface MovieFeatures {
  /** Those of every trait; the last two columns are free for the trait's own. */
  readonly shared: Design;
  readonly genres: readonly string[];
  /** [n] */
  readonly tags: readonly ReadonlySet<string>[];
  /** [n] " the polar express ", one after the other */
  readonly titles: readonly string[];
}

/** @param tags [n] in lower case, by row */
export function movieFeatures(
  {
    movies,
    embeddings,
    trainedOn,
    placement,
    dimensions: d,
  }: Pick<Model, "movies" | "embeddings" | "trainedOn" | "placement" | "dimensions">,
  tags: readonly (readonly string[])[],
): MovieFeatures {
  const genres = [...new Set(movies.flatMap((movie) => movie.genres))].sort();
  const spread = placement?.spread.reduce((sum, value) => sum + value, 0) ?? 0;
  const width = 1 + d + genres.length + 2 + 2;
  const values = new Float64Array(movies.length * width);
  movies.forEach((movie, row) => {
    const genreLength = Math.sqrt(movie.genres.length);
    const own = embeddings.subarray(row * d, (row + 1) * d);
    const unknown = spread * (placement?.deviation[row] ?? 0) ** 2;
    const trust =
      unknown > 0
        ? squaredLength(own) / (squaredLength(own) + unknown)
        : trainedOn[row]! / (trainedOn[row]! + HALF_LENGTH_RATINGS);
    const scale = (EMBEDDING_LENGTH * trust) / (Math.hypot(...own) || 1);
    const age = Math.max(movie.year ?? USUAL_YEAR, EARLIEST_YEAR) - USUAL_YEAR;
    values.set(
      [
        1,
        ...own.map((value) => scale * value),
        ...genres.map((genre) => (movie.genres.includes(genre) ? 1 / genreLength : 0)),
        age / 20,
        (age / 20) ** 2 / 2,
      ],
      row * width,
    );
  });
  return {
    shared: { width, values },
    genres,
    tags: tags.map((own) => new Set(own)),
    titles: movies.map(({ title, alternativeTitles }) => [title, ...alternativeTitles].map(spaced).join("")),
  };
}

const squaredLength = (vector: Float32Array): number => vector.reduce((sum, value) => sum + value * value, 0);

const spaced = (text: string): string => ` ${wordsOf(text).join(" ")} `;

/** What is believed of the coefficients of a trait before any example is looked at. */
const BELIEF = { genre: 0.5, tag: 1, title: 1.5 };

/** The design for one trait, and the coefficients that its own words and numbers in the file of examples amount to. */
export function traitDesign(
  { shared: { width, values }, genres, tags, titles }: MovieFeatures,
  trait: Pick<TraitExamples, "genres" | "tags" | "titles">,
): { design: Design; belief: Float64Array } {
  const design = Float64Array.from(values);
  const phrases = trait.titles.map(spaced);
  titles.forEach((title, row) => {
    const end = (row + 1) * width;
    const matching = trait.tags.filter((tag) => tags[row]?.has(tag)).length;
    if (matching > 0) design[end - 2] = matching / Math.sqrt(tags[row]!.size);
    if (phrases.some((phrase) => title.includes(phrase))) design[end - 1] = 1;
  });
  const belief = new Float64Array(width);
  genres.forEach((genre, i) => {
    belief[width - 4 - genres.length + i] = BELIEF.genre * (trait.genres[genre] ?? 0);
  });
  belief[width - 2] = BELIEF.tag;
  belief[width - 1] = BELIEF.title;
  return { design: { width, values: design }, belief };
}

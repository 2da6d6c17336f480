/**
 * What is known of a movie by which it is told whether it has a trait: its embedding's direction, its genres
 * and its year, so that a movie hardly anybody rated is placed too; and for one trait, whether its tags, its title or what is told of it say so. Genres have the length 1 together, and so
 * have tags: each says the less of a movie the more it has.
 */
import type { Model } from "../../artifacts/model.ts";
import { wordsOf } from "../../catalog/normalise.ts";
import type { Design } from "./ridge.ts";
import type { StoryTerms } from "./story-terms.ts";
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
  /** Those of every trait; the last columns are free for the trait's own. */
  readonly shared: Design;
  readonly genres: readonly string[];
  /** [n] */
  readonly tags: readonly ReadonlySet<string>[];
  /** [n] " the polar express ", one after the other */
  readonly titles: readonly string[];
  /** Absent where nothing is told of any. */
  readonly told?: Told;
}

/** What is told of movies elsewhere. */
export interface Told {
  readonly stories: StoryTerms;
  /** Sorts of films that they are, and subjects that they have. */
  readonly kinds: StoryTerms;
}

/** The columns of a trait's own, from the end: by the movies' tags, their titles, and what is told of them. */
const OWN = { tag: 5, title: 4, mention: 3, story: 2, kind: 1 } as const;
const OWN_COLUMNS = 5;

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
  told?: Told,
): MovieFeatures {
  const genres = [...new Set(movies.flatMap((movie) => movie.genres))].sort();
  const spread = placement?.spread.reduce((sum, value) => sum + value, 0) ?? 0;
  const width = 1 + d + genres.length + 2 + OWN_COLUMNS;
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
    ...(told && { told }),
  };
}

const squaredLength = (vector: Float32Array): number => vector.reduce((sum, value) => sum + value * value, 0);

const spaced = (text: string): string => ` ${wordsOf(text).join(" ")} `;

/** What is believed of the coefficients of a trait before any example is looked at. */
const BELIEF = {
  genre: 0.5,
  tag: 1,
  title: 1.5,
  mention: 1,
  story: 0.5,
  kind: 0.5,
};

/**
 * The design for one trait, and the coefficients that its own words and numbers in the file of examples amount to. What is told of
 * movies is compared with that of examples: `compareWith` fills in the column, and has to be called before anything is learned.
 */
export function traitDesign(
  { shared: { width, values }, genres, tags, titles, told }: MovieFeatures,
  trait: Pick<TraitExamples, "genres" | "tags" | "titles">,
  name = "",
): { design: Design; belief: Float64Array; compareWith(good: readonly number[]): void } {
  const design = Float64Array.from(values);
  const phrases = trait.titles.map(spaced);
  const mentions = told?.stories.mentionsOf(name);
  titles.forEach((title, row) => {
    const end = (row + 1) * width;
    const matching = trait.tags.filter((tag) => tags[row]?.has(tag)).length;
    if (matching > 0) design[end - OWN.tag] = matching / Math.sqrt(tags[row]!.size);
    if (phrases.some((phrase) => title.includes(phrase))) design[end - OWN.title] = 1;
    if (mentions) design[end - OWN.mention] = mentions[row]!;
  });
  const belief = new Float64Array(width);
  genres.forEach((genre, i) => {
    belief[width - OWN_COLUMNS - 2 - genres.length + i] = BELIEF.genre * (trait.genres[genre] ?? 0);
  });
  for (const kind of ["tag", "title", "mention", "story", "kind"] as const)
    belief[width - OWN[kind]] = BELIEF[kind];
  return {
    design: { width, values: design },
    belief,
    compareWith(good) {
      if (!told) return;
      const [story, kind] = [told.stories.likenessTo(good), told.kinds.likenessTo(good)];
      titles.forEach((_, row) => {
        const end = (row + 1) * width;
        design[end - OWN.story] = story[row]!;
        design[end - OWN.kind] = kind[row]!;
      });
    },
  };
}

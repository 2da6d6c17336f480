/** What tags say of genres: each speaks for one by the logarithm of how much oftener its films have that tag than films at large. Pure. */
import type { Model } from "../artifacts/model.ts";
import type { Knowledge } from "../catalog/knowledge.ts";

/** A film of which something is written, with its tags by number. */
export interface Tagged {
  readonly row: number;
  readonly genres: readonly string[];
  readonly tags: readonly number[];
}

/** [tags] how often films have each, the first of a film counting in full, and the sum of it all. */
interface Weights {
  readonly weights: Float64Array;
  readonly sum: number;
}

export interface GenreTags {
  readonly written: readonly Tagged[];
  /** [tags] how much each speaks for a genre that these films are of. */
  speaksFor(theirs: readonly Tagged[]): Float64Array;
}

/** The weight of a tag falls to half at this place of a film's list: the most telling comes first. */
const HALF_AT = 5;
/** A tag is judged by the films that have it and so many more of the usual kind. */
const IMAGINED = 2;

/** Source: Maron, "Automatic Indexing: An Experimental Inquiry", Journal of the ACM 8(3), 1961: naive Bayes. */
export function genreTagsOf(
  { movies }: Pick<Model, "movies">,
  { wordsOf }: Pick<Knowledge, "wordsOf">,
): GenreTags {
  const numbers = new Map<string, number>();
  const numberOf = (tag: string): number => {
    const number = numbers.get(tag) ?? numbers.size;
    numbers.set(tag, number);
    return number;
  };
  const written = movies.flatMap(({ id, genres }, row) => {
    const tags = wordsOf(id)?.tags ?? [];
    return tags.length > 0 ? [{ row, genres, tags: tags.map(numberOf) }] : [];
  });
  const usual = weigh(
    written.filter(({ genres }) => genres.length > 0),
    numbers.size,
  );
  return {
    written,
    speaksFor(theirs) {
      const own = weigh(theirs, numbers.size);
      const share = own.sum / usual.sum;
      return own.weights.map((weight, tag) =>
        Math.log((weight + IMAGINED * share) / (usual.weights[tag]! + IMAGINED) / share),
      );
    },
  };
}

export const weightAt = (place: number): number => HALF_AT / (HALF_AT + place);

function weigh(films: readonly Tagged[], tags: number): Weights {
  const weights = new Float64Array(tags);
  for (const film of films)
    film.tags.forEach((tag, place) => {
      weights[tag]! += weightAt(place);
    });
  return { weights, sum: weights.reduce((sum, weight) => sum + weight, 0) };
}

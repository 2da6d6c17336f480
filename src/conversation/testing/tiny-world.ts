/** A catalogue small enough to reason about: two kinds of movies, a dimension each. */
import type { Model } from "../../artifacts/model.ts";
import { createCatalog } from "../../catalog/catalog.ts";
import type { Movie } from "../../catalog/movie.ts";
import { policyFrom } from "../../recommender/policy.ts";
import { createRecommender } from "../../recommender/recommender.ts";
import type { World } from "../world.ts";

const TENSE = ["Thriller", "Sci-Fi"];
const TENDER = ["Comedy", "Romance"];

/** Title, year, genres, and where it lies: (tense, tender). */
const MOVIES: readonly (readonly [string, number, readonly string[], number, number])[] = [
  ["Alien", 1979, TENSE, 0.9, 0.05],
  ["Aliens", 1986, TENSE, 0.85, 0.05],
  ["Heat", 1995, TENSE, 0.8, 0.1],
  ["Heat", 1986, TENSE, 0.3, 0.1],
  ["Ronin", 1998, TENSE, 0.7, 0.1],
  ["The Thing", 1982, TENSE, 0.75, 0],
  ["Amelie", 2001, TENDER, 0.1, 0.9],
  ["Notting Hill", 1999, TENDER, 0.05, 0.8],
  ["Before Sunrise", 1995, TENDER, 0.05, 0.75],
  ["Love Actually", 2003, TENDER, 0, 0.7],
];

/** How well movies fit moods and the like, in percent; the others do not. */
const TRAITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  funny: { "Amelie 2001": 70, "Notting Hill 1999": 90, "Love Actually 2003": 85, "Aliens 1986": 55 },
  scary: { "Alien 1979": 95, "Aliens 1986": 80, "The Thing 1982": 99 },
  "feel-good": { "Amelie 2001": 95, "Notting Hill 1999": 90, "Love Actually 2003": 80 },
  dark: { "Alien 1979": 90, "Aliens 1986": 70, "The Thing 1982": 95, "Heat 1995": 75 },
  "date night": { "Amelie 2001": 85, "Notting Hill 1999": 95, "Before Sunrise 1995": 90 },
  heist: { "Heat 1995": 95, "Ronin 1998": 85 },
};

/** @param knowsTraits whether it knows moods, occasions and themes, as models of other data do not */
export function tinyModel(version = "tiny", knowsTraits = true): Model {
  const movies: Movie[] = MOVIES.map(([title, year, genres], row) => ({
    id: `tt000000${row}`,
    title,
    alternativeTitles: [],
    year,
    genres,
    imdbId: `tt000000${row}`,
    ratingCount: 100 - row,
    meanStars: 3.5,
  }));
  const embeddings = Float32Array.from(MOVIES.flatMap(([, , , tense, tender]) => [tense, tender]));
  return {
    version,
    movies,
    dimensions: 2,
    embeddings,
    trainedOn: Int32Array.from(movies, ({ ratingCount }) => ratingCount),
    prior: {
      mean: Float64Array.of(0.4, 0.2),
      covariance: Float64Array.of(0.5, 0, 0, 0.5),
      gram: gramOf(embeddings),
    },
    traits: new Map(knowsTraits ? Object.entries(TRAITS).map(([trait, fits]) => [trait, traitOf(fits)]) : []),
  };
}

/** Six traits tell little of what movies are: who likes them says as much of what is near. */
const NEAR_BY_LIKING = { more_like: 0.9, alike_in_kind: 0.5, more_like_popularity: 0.5 };

export function tinyWorld(model = tinyModel()): World {
  const policy = policyFrom({ ranking: NEAR_BY_LIKING, cold_start: { cards: 0 } });
  return { recommender: createRecommender(model, policy), catalog: createCatalog(model.movies) };
}

const traitOf = (fits: Readonly<Record<string, number>>): Uint8Array =>
  Uint8Array.from(MOVIES, ([title, year]) => Math.round(2.55 * (fits[`${title} ${year}`] ?? 0)));

function gramOf(rows: Float32Array): Float64Array {
  const gram = new Float64Array(4);
  for (let i = 0; i < rows.length; i += 2) {
    const [a, b] = [rows[i]!, rows[i + 1]!];
    gram[0]! += a * a;
    gram[1]! += a * b;
    gram[2]! += a * b;
    gram[3]! += b * b;
  }
  return gram;
}

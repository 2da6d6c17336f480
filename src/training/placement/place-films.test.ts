import { expect, test } from "vitest";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { createRandom } from "../../numerics/random.ts";
import { placeFilms } from "./place-films.ts";

const D = 4;
const GENRES = ["Action", "Comedy", "Drama", "Horror"];

/**
 * A world in which a film's embedding is its genre's direction, as long as the root of its number of ratings, but for a
 * little chance; and one in which there is nothing but chance. The crowd is 50 times as large as the people trained on, who
 * have not rated the last films.
 */
function world({ films, unrated, byGenre }: { films: number; unrated: number; byGenre: boolean }) {
  const random = createRandom(5);
  const directions = GENRES.map(() => Float64Array.from({ length: D }, random.normal));
  const embeddings = new Float32Array(films * D);
  const truth = new Float32Array(films * D);
  const counts = Array.from({ length: films }, () => 3 + random.int(60));
  const movies = counts.map((count, row) => ({
    id: `movie-${row}`,
    title: `Movie ${row}`,
    alternativeTitles: [],
    year: 1980 + random.int(40),
    genres: [GENRES[row % GENRES.length]!],
    ratingCount: 50 * count,
    meanStars: 3.5,
  }));
  for (let row = 0; row < films; row++) {
    for (let k = 0; k < D; k++) {
      const content = byGenre ? directions[row % GENRES.length]![k]! : random.normal();
      truth[row * D + k] = 0.1 * Math.sqrt(counts[row]!) * (content + 0.1 * random.normal());
      if (row < films - unrated) embeddings[row * D + k] = truth[row * D + k]!;
    }
  }
  const covariance = new Float64Array(D * D);
  for (let k = 0; k < D; k++) covariance[k * D + k] = 1;
  return {
    truth,
    movies,
    dimensions: D,
    embeddings,
    trainedOn: Int32Array.from(counts, (count, row) => (row < films - unrated ? count : 0)),
    prior: { mean: new Float64Array(D), covariance },
    knowledge: NOTHING_KNOWN,
    threads: 1,
  };
}

const lengthOf = (values: Float32Array) => Math.hypot(...values);

test("a film nobody rated is placed where films like it are, and as far out as its crowd is large", async () => {
  const there = world({ films: 240, unrated: 40, byGenre: true });
  const placement = (await placeFilms(there))!;
  const [placed, truth] = [there.embeddings, there.truth].map((all) => all.subarray(200 * D)) as [
    Float32Array,
    Float32Array,
  ];
  expect(lengthOf(placed.map((value, at) => value - truth[at]!))).toBeLessThan(0.2 * lengthOf(truth));
  expect(placement.deviation.subarray(0, 200)).toEqual(new Float32Array(200));
  expect(placement.deviation.subarray(200).every((deviation) => deviation > 0)).toBe(true);
});

test("films that were rated stay where they are", async () => {
  const there = world({ films: 240, unrated: 40, byGenre: true });
  await placeFilms(there);
  expect(there.embeddings.subarray(0, 200 * D)).toEqual(there.truth.subarray(0, 200 * D));
});

test("where nothing known of films says what they are like, they are placed near 0, and that is said", async () => {
  const [told, chance] = [true, false].map((byGenre) => world({ films: 240, unrated: 40, byGenre }));
  const [sure, unsure] = [(await placeFilms(told!))!, (await placeFilms(chance!))!];
  const placed = lengthOf(chance!.embeddings.subarray(200 * D));
  expect(placed).toBeLessThan(0.3 * lengthOf(chance!.truth.subarray(200 * D)));
  for (let k = 0; k < D; k++) expect(unsure.spread[k]!).toBeGreaterThan(3 * sure.spread[k]!);
});

test("the spread is the variance of the films' true places around those they were given", async () => {
  const there = world({ films: 480, unrated: 240, byGenre: false });
  const { spread, deviation } = (await placeFilms(there))!;
  for (let k = 0; k < D; k++) {
    let sum = 0;
    for (let row = 240; row < 480; row++)
      sum += ((there.truth[row * D + k]! - there.embeddings[row * D + k]!) / deviation[row]!) ** 2;
    expect(sum / 240 / spread[k]!).toBeGreaterThan(0.7);
    expect(sum / 240 / spread[k]!).toBeLessThan(1.4);
  }
});

test("of too few films nothing is learned", async () => {
  const there = world({ films: 60, unrated: 40, byGenre: true });
  expect(await placeFilms(there)).toBeUndefined();
  expect(there.embeddings.subarray(20 * D).every((value) => value === 0)).toBe(true);
});

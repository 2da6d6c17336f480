import { expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { mapMovies } from "./movie-map.ts";

const random = createRandom(1);
const movies = Array.from({ length: 60 }, (_, row) => ({
  id: `m${row}`,
  title: `Movie ${row}`,
  alternativeTitles: [],
  genres: [],
  ratingCount: row,
  meanStars: 4,
}));
/** Even rows lie along one axis, odd rows along another. */
const embeddings = Float32Array.from(
  { length: 60 * 4 },
  (_, at) => (at % 4 === (at >> 2) % 2 ? 1 : 0) + 0.1 * random.normal(),
);
const map = (count: number, seed: number) =>
  mapMovies({ movies, embeddings, dimensions: 4 }, { count, seed });

test("movies of one direction lie nearer each other than those of another", () => {
  const mapped = map(60, 1);
  const distance = (a: number, b: number) =>
    Math.hypot(mapped[a]!.x - mapped[b]!.x, mapped[a]!.y - mapped[b]!.y);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const others = Array.from({ length: 58 }, (_, at) => at + 2);
  const like = mean(others.filter((at) => at % 2 === 0).map((at) => distance(0, at)));
  const unlike = mean(others.filter((at) => at % 2 === 1).map((at) => distance(0, at)));
  expect(unlike).toBeGreaterThan(2 * like);
});

test("the most rated are mapped, the most rated first, and the seed decides where", () => {
  expect(map(20, 1).map(({ movie }) => movie.ratingCount)).toEqual(
    Array.from({ length: 20 }, (_, at) => 59 - at),
  );
  expect(map(20, 1)).toEqual(map(20, 1));
  expect(map(20, 2)).not.toEqual(map(20, 1));
});

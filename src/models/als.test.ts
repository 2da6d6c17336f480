import { Matrix, solve } from "ml-matrix";
import { expect, test } from "vitest";
import { ratingTable } from "../dataset/testing/table.ts";
import { generateWorld } from "../dataset/testing/world.ts";
import { createRandom } from "../numerics/random.ts";
import { fitAls } from "./als.ts";
import { fittedModelContract } from "./fitted-model.contract.ts";

fittedModelContract("ALS", (data, options) => fitAls(data, { factors: 6, regularisation: 1, ...options }));

const { dataset } = generateWorld({ users: 60, movies: 40, groups: 2, ratingsPerUser: 20, seed: 2 });
const history = { rows: Int32Array.of(1, 5, 9), stars: Float32Array.of(5, 4, 2) };

test("ALS is the same to the last bit for one, two and three threads, and not for another seed", async () => {
  const scores = async (threads: number, seed: number) => {
    const model = await fitAls(dataset, { factors: 20, iterations: 3, regularisation: 1, threads, seed });
    return model.score(model.foldIn(history));
  };
  const one = await scores(1, 1);
  expect(await scores(2, 1)).toEqual(one);
  expect(await scores(3, 1)).toEqual(one);
  expect(await scores(1, 2)).not.toEqual(one);
});

/** Alternating least squares by exact solutions, from a start of its own. Returns X Y'. */
function exactly(weights: Matrix, d: number, { confidence = 10, regularisation = 1 }): Matrix {
  const half = (fixed: Matrix, rows: readonly number[][]): Matrix => {
    const solved = rows.map((row) => {
      const c = row.map((weight) => 1 + confidence * weight);
      const p = Matrix.columnVector(row.map((weight, at) => (weight > 0 ? c[at]! : 0)));
      const left = fixed.transpose().mmul(Matrix.diag(c)).mmul(fixed);
      return solve(left.add(Matrix.eye(d).mul(regularisation)), fixed.transpose().mmul(p)).to1DArray();
    });
    return new Matrix(solved);
  };
  const { normal } = createRandom(77);
  let movies = Matrix.from1DArray(weights.columns, d, Array.from({ length: weights.columns * d }, normal));
  let users = movies;
  for (let iteration = 0; iteration < 300; iteration++) {
    users = half(movies, weights.to2DArray());
    movies = half(users, weights.transpose().to2DArray());
  }
  return half(movies, weights.to2DArray()).mmul(movies.transpose());
}

test("ALS finds what exact solutions find: with as many factors as movies there is one answer", async () => {
  const stars = [
    [5, 4, 0, 0, 1],
    [4, 5, 0, 2, 0],
    [0, 0, 5, 4, 3],
    [0, 3, 4, 5, 0],
    [5, 0, 0, 0, 4],
    [0, 0, 3, 5, 5],
  ];
  const rows = stars.flatMap((own, user) =>
    own.flatMap((given, movie) => (given > 0 ? [[user, movie, given] as const] : [])),
  );
  const weights = stars.map((own) =>
    own.map((given) => (given > 0 ? Math.min(1, Math.max(0.05, (given - 2) / 3)) : 0)),
  );
  const options = { confidence: 4, regularisation: 2 };
  const model = await fitAls(
    { ratings: ratingTable(rows) },
    { ...options, factors: 5, iterations: 300, threads: 1 },
  );
  const expected = exactly(new Matrix(weights), 5, options);
  for (const [user, own] of stars.entries()) {
    const rated = own.flatMap((given, movie) => (given > 0 ? [movie] : []));
    const scores = model.score(
      model.foldIn({
        rows: Int32Array.from(rated),
        stars: Float32Array.from(rated, (movie) => own[movie]!),
      }),
    );
    scores.forEach((score, movie) => {
      expect(score).toBeCloseTo(expected.get(user, movie), 4);
    });
  }
});

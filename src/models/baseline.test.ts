import { describe, expect, test } from "vitest";
import { ratingTable } from "../dataset/testing/table.ts";
import { createRandom } from "../numerics/random.ts";
import { baselineOf, fitBaseline, starGiver } from "./baseline.ts";
import { fittedModelContract } from "./fitted-model.contract.ts";
import { ratingMatrix } from "./rating-matrix.ts";

fittedModelContract("the baseline", fitBaseline, { personal: false });

/** Ratings as the baseline takes them to come about, each of 300 people of some of 200 movies. */
function drawnRatings({ spread }: { spread: number }) {
  const random = createRandom(1);
  const movies = Float64Array.from({ length: 200 }, () => 0.5 * random.normal());
  const people = Array.from({ length: 300 }, () => ({
    bias: 0.4 * random.normal(),
    spread: 1 + spread * random.normal(),
  }));
  const expected = (user: number, movie: number) =>
    3 + people[user]!.bias + people[user]!.spread * movies[movie]!;
  const rows = people.flatMap((_, user) =>
    [...movies.keys()]
      .filter(() => random.uniform() < 0.3)
      .map((movie): [number, number, number] => [user, movie, expected(user, movie) + 0.9 * random.normal()]),
  );
  return { ratings: ratingTable(rows), people, expected };
}

describe("the baseline", () => {
  test("learns from the ratings how far people and movies differ", () => {
    const { biasPenalty, spreadPenalty } = baselineOf(ratingMatrix(drawnRatings({ spread: 0.5 }).ratings));
    expect(biasPenalty / (0.9 ** 2 / 0.4 ** 2)).toBeCloseTo(1, 0);
    expect(spreadPenalty / (0.9 ** 2 / 0.5 ** 2)).toBeCloseTo(1, 0);
  });

  test("tells who is generous, and who tells more between good and bad", () => {
    const { ratings, people } = drawnRatings({ spread: 0.5 });
    const fitted = baselineOf(ratingMatrix(ratings)).people;
    const off = (of: "bias" | "spread") =>
      Math.sqrt(fitted.reduce((sum, person, user) => sum + (person[of] - people[user]![of]) ** 2, 0) / 300);
    expect(off("bias")).toBeLessThan(0.2);
    expect(off("spread")).toBeLessThan(0.35);
  });

  test("takes everybody to tell alike where they do", () => {
    const { spreadPenalty, people } = baselineOf(ratingMatrix(drawnRatings({ spread: 0 }).ratings));
    expect(spreadPenalty).toBeGreaterThan(30);
    for (const { spread } of people) expect(Math.abs(spread - 1)).toBeLessThan(0.25);
  });

  test("makes of a history what the fit made of whoever has it", () => {
    const { ratings } = drawnRatings({ spread: 0.5 });
    const matrix = ratingMatrix(ratings);
    const baseline = baselineOf(matrix);
    const { starts, indices, values } = matrix.byUser;
    const [rows, stars] = [indices.slice(0, starts[1]), Float32Array.from(values.subarray(0, starts[1]))];
    const { bias, spread } = starGiver(baseline, { rows, stars });
    expect(bias).toBeCloseTo(baseline.people[0]!.bias, 10);
    expect(spread).toBeCloseTo(baseline.people[0]!.spread, 10);
  });

  test("predicts what all gave where all gave the same", async () => {
    const model = await fitBaseline({
      ratings: ratingTable(
        [0, 1, 2, 3].flatMap((at) => [
          [at, 0, 4],
          [at, 1, 4],
        ]),
      ),
    });
    expect(model.rate!(model.foldIn({ rows: Int32Array.of(), stars: Float32Array.of() }), 1)).toBe(4);
  });
});

import { expect, test } from "vitest";
import { generateWorld } from "../../dataset/testing/world.ts";
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

/** The loss that ALS promises to minimise, people folded in. */
function loss(model: Awaited<ReturnType<typeof fitAls>>, confidence: number): number {
  const { users, movies, stars, userIds } = dataset.ratings;
  let sum = 0;
  for (const user of userIds.keys()) {
    const own = [...users.keys()].filter((row) => users[row] === user);
    const rated = { rows: own.map((row) => movies[row]!), stars: own.map((row) => stars[row]!) };
    const scores = model.score(
      model.foldIn({ rows: Int32Array.from(rated.rows), stars: Float32Array.from(rated.stars) }),
    );
    scores.forEach((score, row) => {
      const at = rated.rows.indexOf(row);
      const weight = at === -1 ? 0 : Math.min(1, Math.max(0.05, (rated.stars[at]! - 2) / 3));
      sum += (1 + confidence * weight) * ((at === -1 ? 0 : 1) - score) ** 2;
    });
  }
  return sum;
}

test("ALS fits better with every few iterations, and little is left to gain after ten", async () => {
  const lossAfter = async (iterations: number) =>
    loss(await fitAls(dataset, { factors: 6, iterations, regularisation: 0.1, threads: 1 }), 10);
  const [after1, after3, after10, after40] = [
    await lossAfter(1),
    await lossAfter(3),
    await lossAfter(10),
    await lossAfter(40),
  ];
  expect(after3).toBeLessThan(after1);
  expect(after10).toBeLessThan(after3);
  expect(after10).toBeLessThan(1.05 * after40);
});

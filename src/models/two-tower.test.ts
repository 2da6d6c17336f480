import { expect, test } from "vitest";
import { generateWorld } from "../dataset/testing/world.ts";
import { createRandom } from "../numerics/random.ts";
import { adamStep, newAdam } from "./adam.ts";
import { fittedModelContract } from "./fitted-model.contract.ts";
import { drawTower, type Tower, zeroGradients } from "./tower.ts";
import { fitTwoTower, trainTwoTower } from "./two-tower.ts";
import { addGradients } from "./two-tower-loss.ts";

fittedModelContract(
  "two towers",
  (data, options) =>
    fitTwoTower(data, { ...options, width: 16, epochs: 150, batchSize: 64, learningRate: 0.005 }),
  { knownDiffers: "an embedding stopped on its way is not the least squares that a fold-in solves" },
);

test("the derivatives of the loss are those of finite differences", () => {
  const random = createRandom(3);
  const towers = { users: drawTower(3, 4, random), movies: drawTower(5, 4, random) };
  towers.users.biases.fill(0.1);
  const batch = {
    users: Int32Array.of(0, 2, 2, 1, 0),
    movies: Int32Array.of(4, 0, 1, 1, 1),
    targets: Float32Array.of(0.5, -1, 0.25, 2, 0),
  };
  const gradients = { users: zeroGradients(towers.users), movies: zeroGradients(towers.movies) };
  addGradients(towers, batch, gradients);
  const loss = () =>
    addGradients(towers, batch, {
      users: zeroGradients(towers.users),
      movies: zeroGradients(towers.movies),
    });
  const step = 1e-6;
  for (const side of ["users", "movies"] as const) {
    for (const name of ["embeddings", "weights", "biases"] as const satisfies (keyof Tower)[]) {
      const parameters = towers[side][name];
      for (const at of parameters.keys()) {
        const value = parameters[at]!;
        parameters[at] = value + step;
        const above = loss();
        parameters[at] = value - step;
        const below = loss();
        parameters[at] = value;
        expect(gradients[side][name][at], `${side}.${name}[${at}]`).toBeCloseTo(
          (above - below) / (2 * step),
          6,
        );
      }
    }
  }
});

test("a first step of Adam is as long as the learning rate, whatever the gradient", () => {
  const parameters = Float64Array.of(1, 1, 1);
  adamStep(newAdam(3), parameters, Float64Array.of(1e-3, -50, 0), 0.1);
  expect(parameters[0]).toBeCloseTo(0.9, 4);
  expect(parameters[1]).toBeCloseTo(1.1, 8);
  expect(parameters[2]).toBe(1);
});

test("the towers fit what they are shown the better the longer they look", async () => {
  const { dataset } = generateWorld({ users: 60, movies: 40, groups: 2, ratingsPerUser: 15, seed: 2 });
  const errorAfter = async (epochs: number) => {
    const { width, users, movies, popularityWeights } = await trainTwoTower(dataset, {
      epochs,
      width: 8,
      batchSize: 32,
    });
    const { ratings } = dataset;
    const sums = new Float64Array(ratings.userIds.length);
    const counts = new Float64Array(ratings.userIds.length);
    ratings.users.forEach((user, row) => {
      sums[user]! += ratings.stars[row]!;
      counts[user]!++;
    });
    return ratings.users.reduce((total, user, row) => {
      const movie = ratings.movies[row]!;
      const wanted = (ratings.stars[row]! - sums[user]! / counts[user]!) * popularityWeights[movie]!;
      let error = -wanted;
      for (let i = 0; i < width; i++) error += users[user * width + i]! * movies[movie * width + i]!;
      return total + error * error;
    }, 0);
  };
  expect(await errorAfter(20)).toBeLessThan(0.9 * (await errorAfter(1)));
});

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { generateWorld } from "../dataset/testing/world.ts";
import { describeMovies } from "../training/train-model.ts";
import { biasedMfFactors, svdPlusPlusFactors } from "./biased-factors.ts";
import { factorsModel } from "./factors-model.ts";
import { restoredFactors, savedFactors } from "./saved-factors.ts";
import { loadModel, saveModel } from "./saved-model.ts";
import { restoredTwoTower, savedTwoTower } from "./saved-two-tower.ts";
import { trainTwoTower, twoTowerModel } from "./two-tower.ts";

const world = generateWorld({ users: 40, movies: 30, groups: 2, ratingsPerUser: 10, seed: 3 }).dataset;
const movies = describeMovies(world.ratings, world.movies);
const { movieIds } = world.ratings;
const somebody = { rows: Int32Array.of(0, 3, 5), stars: Float32Array.of(5, 1, 4) };

describe("a saved model", () => {
  test.each([
    ["biased MF", biasedMfFactors],
    ["SVD++", svdPlusPlusFactors],
  ])("of %s rates for a new person as the trained one does, to the last bit", async (kind, fit) => {
    const factors = await fit(world, { epochs: 3 });
    const file = join(await temporaryFolder(), "model.npz");
    await saveModel(file, { ...savedFactors(factors), movies, movieIds });
    const saved = await loadModel(file);
    expect(saved).toMatchObject({ kind, movies, movieIds });
    const [trained, restored] = [factorsModel(factors), factorsModel(restoredFactors(saved))];
    expect(restored.score(restored.foldIn(somebody))).toEqual(trained.score(trained.foldIn(somebody)));
    expect(restored.score(restored.known!(7))).toEqual(trained.score(trained.known!(7)));
  });

  test("of the two towers scores for a new person as the trained one does, to the last bit", async () => {
    const trained = await trainTwoTower(world, { epochs: 2, width: 8 });
    const file = join(await temporaryFolder(), "model.npz");
    await saveModel(file, { ...savedTwoTower(trained), movies, movieIds });
    const [before, after] = [twoTowerModel(trained), twoTowerModel(restoredTwoTower(await loadModel(file)))];
    expect(after.score(after.foldIn(somebody))).toEqual(before.score(before.foldIn(somebody)));
    expect(after.score(after.known!(7))).toEqual(before.score(before.known!(7)));
  });

  test("takes the place of the one before, and leaves nothing beside it", async () => {
    const factors = await biasedMfFactors(world, { epochs: 1 });
    const folder = await temporaryFolder();
    const file = join(folder, "twice.npz");
    await saveModel(file, { ...savedFactors(factors), movies, movieIds });
    await saveModel(file, { ...savedFactors(factors), kind: "another", movies, movieIds });
    expect((await loadModel(file)).kind).toBe("another");
    expect(readdirSync(folder).filter((name) => name.startsWith("twice"))).toEqual(["twice.npz"]);
  });

  test("is refused by name where it is cut short, or no model at all", async () => {
    const file = join(await temporaryFolder(), "broken.npz");
    await saveModel(file, { ...savedFactors(await biasedMfFactors(world, { epochs: 1 })), movies, movieIds });
    writeFileSync(file, readFileSync(file).subarray(0, 500));
    await expect(loadModel(file)).rejects.toThrow(/broken\.npz is no saved model/);
    writeFileSync(file, "movieId,rating\n");
    await expect(loadModel(file)).rejects.toThrow(/broken\.npz is no saved model/);
  });

  test("says which matrix is missing or of another shape", async () => {
    const saved = { ...savedFactors(await biasedMfFactors(world, { epochs: 1 })), movies, movieIds };
    const { movieBiases, ...others } = saved.matrices;
    expect(() => restoredFactors({ ...saved, matrices: others })).toThrow(
      "the matrix movieBiases is missing",
    );
    const short = { ...movieBiases!, rows: 29, values: movieBiases!.values.subarray(1) };
    expect(() => restoredFactors({ ...saved, matrices: { ...others, movieBiases: short } })).toThrow(
      "movieBiases is 29 x 1, expected 30 x 1",
    );
  });
});

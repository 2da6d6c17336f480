import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import {
  type Objective,
  optionsFor,
  readModelOptions,
  type TunedName,
  type TunedOptions,
  writtenOptions,
} from "./model-options.ts";
import { fitModel } from "./registry.ts";
import { toyWorld } from "./testing/toy-world.ts";

const tuned: TunedOptions = {
  lists: { PureSVD: { dimensions: 3 }, "SVD++": { factorPenalty: 2 } },
  stars: { "SVD++": { factorPenalty: 1, dimensions: 20 } },
  known: {
    "ml-latest-small random": { PureSVD: {}, "Gaussian taste": { dimensions: 64 } },
    "ml-100k quarter": { PureSVD: { dimensions: 30, indifferentStars: -20 } },
  },
};

async function read(text: string): Promise<TunedOptions> {
  const file = join(await temporaryFolder(), "models.yaml");
  await writeFile(file, text);
  return readModelOptions(file);
}

test("options are read as they were written", async () => {
  const text = writtenOptions(tuned, "Where they are from:\nhere.");
  expect(text).toMatch(/^# Where they are from:\n# here\.\n/);
  expect(await read(text)).toEqual(tuned);
});

test("what is written does not depend on the order in which options were tried", () => {
  const factors = { known: { "a split": { ALS: { confidence: 5, factors: 32 } } }, lists: {}, stars: {} };
  const turned = { lists: {}, stars: {}, known: { "a split": { ALS: { factors: 32, confidence: 5 } } } };
  expect(writtenOptions(factors, "")).toBe(writtenOptions(turned, ""));
});

test("the options that ship can be read", async () => {
  await expect(readModelOptions("data/models.yaml")).resolves.toHaveProperty("lists");
});

test("stars are predicted with options of their own where a model has some, lists never", () => {
  const on = (name: TunedName, objective: Objective) => optionsFor(tuned, name, objective);
  expect(on("SVD++", "stars")).toEqual({ factorPenalty: 1, dimensions: 20 });
  expect(on("SVD++", "lists")).toEqual({ factorPenalty: 2 });
  expect(on("PureSVD", "stars")).toEqual({ dimensions: 3 });
  expect(on("EASE", "lists")).toEqual({});
});

test("known users are ranked for with options of their data set and split, others with those of ml-latest-small by chance", () => {
  const known = (name: TunedName, split: string) => optionsFor(tuned, name, "known", split);
  expect(known("PureSVD", "ml-100k quarter")).toEqual({ dimensions: 30, indifferentStars: -20 });
  expect(known("PureSVD", "another time")).toEqual({});
  expect(known("Gaussian taste", "another time")).toEqual({ dimensions: 64 });
  expect(known("SVD++", "ml-100k quarter")).toEqual({ factorPenalty: 2 });
});

test.each([
  ["a model that there is not", "lists: { EASY: { regularisation: 3 } }", /EASY/],
  ["an option that the model has not", "lists: { EASE: { factors: 3 } }", /factors/],
  ["a taste that has its options in the policy", "lists: { Gaussian taste: { dimensions: 3 } }", /Gaussian/],
  ["an option of another data set's model", "known: { ml-100k: { EASE: { dimensions: 3 } } }", /dimensions/],
  ["a value out of bounds", "stars: { SVD++: { dimensions: 2.5 } }", /SVD\+\+/],
  ["no YAML at all", "lists: [", /models\.yaml/],
])("%s is refused, by name", async (_, text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test.each(["user-user", "item-item", "PureSVD", "ALS", "EASE"] as const)(
  "%s hears at how many stars a rating says nothing, of the training and of the person",
  async (name) => {
    const ownOptions = name === "ALS" ? { factors: 4 } : {};
    const liked = { rows: Int32Array.of(0, 1), stars: Float32Array.of(5, 1) };
    const turned = { ...liked, stars: Float32Array.of(1, 5) };
    const difference = async (indifferentStars: number) => {
      const model = await fitModel(name, toyWorld(), { seed: 1 }, { ...ownOptions, indifferentStars });
      const [one, other] = [liked, turned].map((history) => model.score(model.foldIn(history)));
      return one!.reduce((sum, score, row) => sum + Math.abs(score - other![row]!), 0);
    };
    expect(await difference(2)).toBeGreaterThan(100 * (await difference(-1e5)));
  },
);

test("options reach the fit", async () => {
  const scores = async (dimensions: number) => {
    const model = await fitModel("PureSVD", toyWorld(), { seed: 1 }, { dimensions });
    return model.score(model.foldIn({ rows: Int32Array.of(0, 1), stars: Float32Array.of(5, 4) }));
  };
  expect(await scores(1)).not.toEqual(await scores(3));
});

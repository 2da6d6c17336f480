import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../dataset/testing/temporary-folder.ts";
import { optionsFor, readModelOptions, type TunedOptions, writtenOptions } from "./model-options.ts";
import { fitModel } from "./registry.ts";
import { toyWorld } from "./testing/toy-world.ts";

const tuned: TunedOptions = {
  lists: { PureSVD: { dimensions: 3 }, "SVD++": { factorPenalty: 2 } },
  stars: { "SVD++": { factorPenalty: 1, dimensions: 20 } },
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

test("the options that ship can be read", async () => {
  await expect(readModelOptions("data/models.yaml")).resolves.toHaveProperty("lists");
});

test("stars are predicted with options of their own where a model has some, lists never", () => {
  expect(optionsFor(tuned, "SVD++", "stars")).toEqual({ factorPenalty: 1, dimensions: 20 });
  expect(optionsFor(tuned, "SVD++", "lists")).toEqual({ factorPenalty: 2 });
  expect(optionsFor(tuned, "PureSVD", "stars")).toEqual({ dimensions: 3 });
  expect(optionsFor(tuned, "EASE", "lists")).toEqual({});
});

test.each([
  ["a model that there is not", "lists: { EASY: { regularisation: 3 } }", /EASY/],
  ["an option that the model has not", "lists: { EASE: { factors: 3 } }", /factors/],
  ["a value out of bounds", "stars: { SVD++: { dimensions: 2.5 } }", /SVD\+\+/],
  ["no YAML at all", "lists: [", /models\.yaml/],
])("%s is refused, by name", async (_, text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test("options reach the fit", async () => {
  const scores = async (dimensions: number) => {
    const model = await fitModel("PureSVD", toyWorld(), { seed: 1 }, { dimensions });
    return model.score(model.foldIn({ rows: Int32Array.of(0, 1), stars: Float32Array.of(5, 4) }));
  };
  expect(await scores(1)).not.toEqual(await scores(3));
});

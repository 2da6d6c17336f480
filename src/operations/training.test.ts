import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { readTraining } from "./training.ts";

test("the evaluation beside the model that ships is told, ahead of popularity on every measure", async () => {
  const { dataset, measures } = (await readTraining("artifacts"))!;
  expect(dataset).toBe("ml-latest-small");
  expect(measures.map(({ name }) => name)).toEqual(["knownPool", "openHits", "ndcg10"]);
  for (const { matinee, popularity } of measures) {
    expect(matinee.low).toBeGreaterThan(popularity.high);
    expect(matinee.mean).toBeGreaterThan(matinee.low);
  }
});

test.each(["{}", "no JSON", '{"comparisons":[{"protocol":"sessions"}]}'])(
  "an evaluation that is %s is none, and stops nobody",
  async (text) => {
    const folder = await temporaryFolder();
    expect(await readTraining(folder)).toBeUndefined();
    writeFileSync(join(folder, "evaluation.json"), text);
    expect(await readTraining(folder)).toBeUndefined();
  },
);

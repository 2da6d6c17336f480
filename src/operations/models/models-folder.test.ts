import { mkdir, readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readArtifacts } from "../../artifacts/read-artifacts.ts";
import { writeSmallModel } from "../../artifacts/testing/small-model.ts";
import { temporaryFolder } from "../../dataset/testing/temporary-folder.ts";
import { promote, readServing } from "./models-folder.ts";

test("a model that two take in at once is served, and nothing half-made stays", async () => {
  const folder = await temporaryFolder();
  const models = join(folder, "models");
  const model = await writeSmallModel(join(folder, "model"));
  const { version } = await readArtifacts(model);
  const promotion = { model, why: "tried", atMs: 1_000 };
  const abandoned = join(models, `${version}.next-killed`);
  await mkdir(abandoned, { recursive: true });
  await utimes(abandoned, 1, 1);

  const taken = await Promise.all([promote(models, promotion), promote(models, promotion)]);

  expect(taken).toEqual([version, version]);
  expect((await readServing(models)).champion).toBe(version);
  expect((await readdir(models)).sort()).toEqual([version, "serving.json"].sort());
});

import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { writeWhole } from "./write-whole.ts";

test("of several who write a file at once none fails, and it is what one of them wrote", async () => {
  const file = join(await temporaryFolder(), "serving.json");
  const texts = Array.from({ length: 20 }, (_, nth) => `${nth} `.repeat(1 + 5_000 * (nth % 3)));
  await Promise.all(texts.map((text) => writeWhole(file, text)));
  expect(texts).toContain(await readFile(file, "utf8"));
});

test("nothing is left of a file that could not be written", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "taken"));
  await expect(writeWhole(join(folder, "taken"), "a folder is in the way")).rejects.toThrow();
  expect(await readdir(folder)).toEqual(["taken"]);
});

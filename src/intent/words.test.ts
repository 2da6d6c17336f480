import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { GENRES } from "../catalog/genres.ts";
import { MOODS } from "./terms.ts";
import { readWords } from "./words.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "words-"));
  await cp("data/words", folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("every genre and every mood has words", async () => {
  const words = await readWords("data/words");
  for (const genre of GENRES) expect(words.genres[genre]?.length, genre).toBeGreaterThan(0);
  for (const mood of MOODS) expect(words.moods[mood]?.length, mood).toBeGreaterThan(0);
});

test.each([
  ["genres.yaml", "Comdy: [comedy]", /genres\.yaml.*Comdy/s],
  ["moods.yaml", "grumpy: [grumpy]", /moods\.yaml.*grumpy/s],
  ["standings.yaml", "popular: { famous: true }", /standings\.yaml.*array/s],
  ["standings.yaml", "popular: famous,, known", /standings\.yaml.*between the commas/s],
])("%s that reads %j is refused by name", async (file, content, message) => {
  await writeFile(join(folder, file), content);
  await expect(readWords(folder)).rejects.toThrow(message);
});

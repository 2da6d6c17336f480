import { appendFile, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GENRES } from "../catalog/genres.ts";
import { readAsBuilt } from "./as-built.ts";
import { wordReadersOf } from "./rules/word-readers.ts";
import { MOODS } from "./terms.ts";
import { readTexts, readWords } from "./words.ts";

let data: string;
let folder: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "words-"));
  folder = join(data, "words");
  await cp("data/words", folder, { recursive: true });
  await cp("data/films/vocabulary.yaml", join(data, "films", "vocabulary.yaml"));
});
afterEach(() => rm(data, { recursive: true, force: true }));

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

describe("the lists that Matinee comes with", () => {
  test("are not parsed at a start, wherever they lie", async () => {
    expect(await readAsBuilt(await readTexts("data/words"))).toBeDefined();
    expect(await readAsBuilt(await readTexts(folder))).toBeDefined();
  });

  test("are the very same however often they are read, so that what is made of them is made once", async () => {
    const words = await readWords("data/words");
    expect(await readWords(folder)).toBe(words);
    expect(wordReadersOf(await readWords(folder))).toBe(wordReadersOf(words));
  });

  test("come to the same when they are parsed", async () => {
    await appendFile(join(folder, "tones.yaml"), "# read anew\n");
    expect(await readAsBuilt(await readTexts(folder))).toBeUndefined();
    expect(await readWords(folder)).toEqual(await readWords("data/words"));
  });

  test.each([
    ["words/keywords.yaml", "\nsourdough: sourdoughs\n"],
    ["films/vocabulary.yaml", "\nmore:\n  sourdough: sourdoughs\n"],
  ])("are read for what they say once %s is edited", async (file, more) => {
    await appendFile(join(data, file), more);
    expect((await readWords(folder)).keywords.sourdough).toContain("sourdoughs");
  });
});

import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFilmWords } from "../catalog/film-words/film-words.ts";
import { readRecentFilms } from "../catalog/film-words/recent-films.ts";
import { readTagVocabulary } from "../catalog/film-words/tag-vocabulary.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { readWords } from "../intent/words.ts";
import { readModelOptions } from "../models/model-options.ts";
import { readPolicy } from "../recommender/policy.ts";
import { readTraitExamples } from "../training/traits/trait-examples.ts";

const SLIPS = {
  "a quote that does not close": 'a: "b\n',
  "a wrong indentation": "a: 1\n  b: 2\n",
  "a name twice": "a: 1\na: 2\n",
  "a tab for indentation": "a:\n\tb: 1\n",
};

describe.each(Object.entries(SLIPS))("%s is told with the file's name and the line", (_slip, yaml) => {
  test.each([
    ["the policy", readPolicy],
    ["examples of traits", (file: string) => readTraitExamples([file])],
    ["options of models", readModelOptions],
    ["words about films", async (file: string) => readFilmWords(await readFile(file, "utf8"), file)],
    ["films by hand", async (file: string) => readRecentFilms(await readFile(file, "utf8"), file)],
    ["the tags of films", async (file: string) => readTagVocabulary(await readFile(file, "utf8"), file)],
  ])("in %s", async (_what, read) => {
    const file = join(await temporaryFolder(), "slip.yaml");
    await writeFile(file, yaml);
    await expect(read(file)).rejects.toThrow(/slip\.yaml: .*line \d/s);
  });

  test("in a list of words", async () => {
    const folder = join(await temporaryFolder(), "words");
    await cp("data/words", folder, { recursive: true });
    const file = join(folder, "genres.yaml");
    await writeFile(file, (await readFile(file, "utf8")) + yaml);
    await expect(readWords(folder)).rejects.toThrow(/genres\.yaml: .*line \d/s);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readTagVocabulary } from "./tag-vocabulary.ts";

describe("the tags of films", () => {
  test("are found by their own name and by what people type", () => {
    const { tagFor } = readTagVocabulary("content:\n  drugs: shrooms, weed", "here");
    expect(tagFor("shrooms")).toEqual({ name: "drugs", group: "content", synonyms: ["shrooms", "weed"] });
    expect(tagFor("drugs")).toBe(tagFor("weed"));
    expect(tagFor("beer")).toBeUndefined();
  });

  test.each([
    [
      "about:\n  death: dying\n  grief: mourning, dying",
      'here: "dying" stands under death and grief; strike one.',
    ],
    ["about:\n  death: grief\n  grief: mourning", 'here: "grief" stands under death and grief; strike one.'],
    ["about:\n  death: dying,, dead", 'here: death: "" is no word in lower case; mend it.'],
    ["about:\n  Death: dying", 'here: Death: "Death" is no word in lower case; mend it.'],
    ["about:\n  death: [dying]", "here:"],
  ])("are refused where a word stands twice or is none: %j", (yaml, message) => {
    expect(() => readTagVocabulary(yaml, "here")).toThrow(message);
  });

  test("hold every mood, occasion and theme of the model, and each has other words, and not so many that they cannot be read", () => {
    const { tags } = readTagVocabulary(readFileSync("data/films/vocabulary.yaml", "utf8"), "vocabulary");
    const named = ["data/moods.yaml", "data/themes.yaml"].flatMap((file) =>
      Object.values(parse(readFileSync(file, "utf8")) as Record<string, object>).flatMap(Object.keys),
    );
    expect(named.filter((name) => !tags.has(name))).toEqual([]);
    expect([...tags.values()].filter(({ synonyms }) => synonyms.length < 1 || synonyms.length > 40)).toEqual(
      [],
    );
    expect(tags.size).toBeGreaterThanOrEqual(350);
  });
});

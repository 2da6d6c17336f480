import { beforeAll, expect, test } from "vitest";
import { readTagVocabulary } from "../catalog/film-words/tag-vocabulary.ts";
import { withTags } from "./tags.ts";
import { readWords, type Words } from "./words.ts";

let words: Words;
beforeAll(async () => {
  words = await readWords("data/words");
});
const learned = (yaml: string) => withTags(words, readTagVocabulary(yaml, "vocabulary")).keywords;

test("a tag and its synonyms are themes", () => {
  const { falconry } = learned("about:\n  falconry: trained hawks, falconer, hawking birds\n");
  expect(falconry).toEqual(["falconry", "trained hawks", "falconer", "hawking birds"]);
});

test("words that have a meaning, short ones, and what is read better word by word are left alone", () => {
  const { falconry } = learned(
    "about:\n  falconry: comedy, hawk, scary birds of the world, japanese horror, birds of prey\n",
  );
  expect(falconry).toEqual(["falconry", "scary birds of the world", "birds of prey"]);
});

test("moods and occasions have lists of their own", () => {
  expect(learned("tone:\n  funny: rib tickling\n").funny).toBeUndefined();
});

test("a tag that was a word for a wider theme is a theme of its own", () => {
  const { death, grief } = learned("about:\n  grief: bereaved parents\n");
  expect(death).not.toContain("grief");
  expect(grief).toEqual(expect.arrayContaining(["grief", "bereaved parents"]));
});

test("words for a tag mean it, though a list has them for a wider theme, unless they say what somebody would be spared", () => {
  const { ocean, submarine, violence } = learned(
    "about:\n  ocean: the open sea\n  submarine: submarines\n  violence: brawls\n  murder: killing\n",
  );
  expect(ocean).toContain("deep sea");
  expect(ocean).not.toContain("submarines");
  expect(submarine).toEqual(expect.arrayContaining(["submarine", "submarines"]));
  expect(violence).toContain("killing");
});

test("a tag that names a sort of a genre is a theme as well", () => {
  expect(learned("kind:\n  slasher: masked killer\n").slasher).toContain("slasher");
});

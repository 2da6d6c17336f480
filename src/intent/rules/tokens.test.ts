import { describe, expect, test } from "vitest";
import { readWords } from "../words.ts";
import { readText, unspacedIn } from "./tokens.ts";

function* phrasesIn(words: unknown): Generator<string> {
  if (typeof words === "string") yield words;
  else if (words && typeof words === "object")
    for (const part of Object.values(words)) yield* phrasesIn(part);
}
const known = new Set([...phrasesIn(await readWords("data/words"))].flatMap(unspacedIn));
const tokensOf = (text: string) => readText(text, known).tokens;
const wordsOf = (text: string) => tokensOf(text).map(({ word }) => word);

test("he'll is he, and no hell", () => {
  expect(wordsOf("He'll say she'll come")).toEqual(["he", "say", "she", "come"]);
});

describe("known words are cut out of a run of Hangul", () => {
  test.each([
    ["영화를", ["영화를"]],
    ["공포영화를", ["공포영화", "를"]],
    ["코미디랑", ["코미디", "랑"]],
    ["액션영화추천해줘", ["액션영화", "추천해줘"]],
    ["90년대의 무서운영화", ["90", "년대의", "무서운", "영화"]],
    ["송강호가 나오는 영화", ["송강호", "가", "나오는", "영화"]],
    ["꿈을 다룬", ["꿈", "을", "다룬"]],
    ["SF영화", ["sf", "영화"]],
  ])("%j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("and what is not known stays whole, though syllables of it are particles elsewhere", () => {
    for (const name of ["이도은", "도레미파", "로라", "가나다라"]) expect(wordsOf(name)).toEqual([name]);
  });

  test("a particle that follows consonants is part of the word behind a vowel", () => {
    expect(wordsOf("올드보이랑 비슷한")).toEqual(["올드보이랑", "비슷한"]);
    expect(wordsOf("친구들이랑")).toEqual(["친구들이랑"]);
    expect(wordsOf("공룡이랑")).toEqual(["공룡", "이랑"]);
  });

  test("in whichever form of Unicode it is typed", () => {
    expect(wordsOf("공포영화를".normalize("NFD"))).toEqual(["공포영화", "를"]);
  });

  test("the words are where they are in the text", () => {
    const { said, tokens } = readText("아주 무서운영화를!", known);
    expect(tokens.map(({ start, end }) => said.slice(start, end))).toEqual(["아주", "무서운", "영화를"]);
  });
});

describe("what is written as part of the next word is a word", () => {
  test.each([
    ["un film dell'orrore", ["un", "film", "dell", "orrore"]],
    ["l’amour", ["l", "amour"]],
    ["d'azione", ["d", "azione"]],
    ["all's well, don't, it's, o'brien", ["alls", "well", "dont", "its", "obrien"]],
  ])("%j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("and nothing stands between the two", () => {
    expect(tokensOf("dell'orrore").map(({ gap, start, end }) => ({ gap, start, end }))).toEqual([
      { gap: "space", start: 0, end: 5 },
      { gap: "space", start: 5, end: 11 },
    ]);
  });
});

/** What is ruled out in words that only say so: "I don't care for found footage", "gore leaves me cold". */
import { describe, expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Ronin"]);
const outcome = (text: string) => {
  const { kind, genresIn, genresOut, keywordsIn, keywordsOut, ideally } = parser.read(text);
  return { kind, genresIn, genresOut, keywordsIn, keywordsOut, ideally };
};
const withoutZombies = {
  kind: "request",
  genresIn: ["Horror"],
  genresOut: [],
  keywordsIn: [],
  keywordsOut: ["zombies"],
  ideally: [],
};

describe("what stands behind words that rule out is out, and nothing of these is looked for", () => {
  test.each([
    "Horror, but I don't care for zombies",
    "horror. dont really care for zombies",
    "horror, never cared much for zombies",
    "horror, not the biggest fan of zombies",
    "horror but im not a huge fan of zombies",
    "horror, not too big on zombies",
    "horror, not overly fond of zombies",
    "horror, could do without zombies",
    "Horror, I could really do without the zombies",
    "horror, could happily live without zombies",
    "horror, I've little patience for zombies",
    "horror, I am so over zombies",
    "horror, i dont enjoy zombies",
    "horror, I struggle with zombies",
  ])("%s", (text) => {
    expect(outcome(text)).toEqual(withoutZombies);
  });
});

describe("and so is what stands before them", () => {
  test.each([
    "horror, zombies just aren't my cup of tea",
    "horror, zombies have never been my thing",
    "horror, zombies don't do it for me",
    "Horror. Zombies do nothing for me.",
    "horror, zombies leave me cold",
    "horror, zombies don't interest me",
    "horror, zombies i can do without",
    "horror, zombies not so much",
  ])("%s", (text) => {
    expect(outcome(text)).toEqual(withoutZombies);
  });
});

describe("a list that they head is out as far as its sentence goes", () => {
  test.each([
    "Horror. Not really my thing: zombies",
    "horror. No: zombies",
    "horror. Dealbreakers: zombies",
    "Dislikes - zombies. Horror please",
  ])("%s", (text) => {
    expect(outcome(text)).toEqual(withoutZombies);
  });

  test("all of it, and what follows is asked for", () => {
    expect(outcome("Not my thing: musicals, westerns. Recommend a comedy")).toMatchObject({
      genresIn: ["Comedy"],
      genresOut: ["Musical", "Western"],
    });
  });
});

test("what was asked for before a comma is not ruled out with what is", () => {
  expect(parser.read("something funny, musicals aren't my thing")).toMatchObject({
    moodsIn: ["funny"],
    moodsOut: [],
    genresOut: ["Musical"],
  });
});

test("a list that ends so is ruled out as a whole", () => {
  expect(parser.read("westerns, musicals and romances aren't my thing").genresOut).toEqual([
    "Western",
    "Musical",
    "Romance",
  ]);
});

test.each(["not for me", "not really my thing", "it's not my cup of tea", "not so much", "i don't care"])(
  "%s rules nothing out",
  (text) => {
    expect(outcome(text)).toMatchObject({ kind: "feedback", genresOut: [], keywordsOut: [] });
  },
);

test("what somebody can take or leave is neither wanted nor ruled out", () => {
  expect(outcome("horror, I can take or leave zombies")).toEqual({ ...withoutZombies, keywordsOut: [] });
});

test("a story keeps the words in which it is told", () => {
  expect(parser.read("a film about a man who doesn't care for his son").about).toEqual([
    "a man who doesn't care for his son",
  ]);
});

test.each(["a film about someone with no memory", "film where a detective has no memory of the murder"])(
  "what somebody in a story has none of is not ruled out: %s",
  (text) => {
    expect(parser.read(text).keywordsOut).toEqual([]);
  },
);

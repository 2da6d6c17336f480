import { describe, expect, test } from "vitest";
import type { Near } from "../../catalog/about/near-plots.ts";
import { kindMeant, kindsNamed } from "./kind-meant.ts";
import { readText } from "./tokens.ts";

/** One kind, near to whatever has its word. */
const LOST = { name: "lost", told: [], films: [0] };
const near = (text: string): Near[] => [{ plot: LOST, nearness: /thirties/.test(text) ? 0.9 : 0.4 }];
const meant = (text: string, read: readonly string[] = []) => {
  const { tokens } = readText(text);
  return kindMeant(tokens, (at) => read.includes(tokens[at]!.word), near);
};

test("what nothing was read of is meant as a whole, from the first word that tells something to the last", () => {
  expect(meant("gems about being in your thirties and lost", ["gems"])).toEqual({
    words: "thirties and lost",
    isOfOneself: true,
  });
  expect(meant("a lonely man in his thirties")?.isOfOneself).toBe(false);
});

test.each([
  ["no kind is near", "a lonely man in his nineties"],
  ["hardly a word is left", "gems of the thirties", "gems"],
  ["something is denied", "nothing about being lost in your thirties"],
  ["so much is told that it is of more than one thing", `thirties ${"lost roads ".repeat(8)}`],
])("nothing is meant where %s", (_, text, ...read) => {
  expect(meant(text, read)).toBeUndefined();
});

describe("kinds that are named beside what is read word by word", () => {
  const named = (text: string, { apart = "", refused = "", byItself = "", kinds = near } = {}) => {
    const { tokens } = readText(text);
    const isOne = (words: string) => (at: number) => words.split(" ").includes(tokens[at]!.word);
    return kindsNamed(tokens, isOne(apart), isOne(refused), isOne(byItself), kinds);
  };
  /** A kind that is as near as a text has of its words. */
  const kindOf = (told: string, nearness: (text: string) => number) => {
    const plot = { name: told, told: [told], films: [0] };
    return (text: string): Near[] => [{ plot, nearness: nearness(text) }];
  };

  test("are what a sentence comes near to, or what stands behind its about", () => {
    expect(named("gems, lost in their thirties")).toEqual(["gems lost in their thirties"]);
    expect(named("Hello there. A film about somebody in their thirties, adrift")).toHaveLength(1);
  });

  test("are none of what is refused in other words than those that deny", () => {
    expect(named("gems, over thirties films", { refused: "over thirties" })).toEqual([]);
    expect(named("gems, over thirties films")).not.toEqual([]);
  });

  test("are none of what is denied, but of what does not happen in a story", () => {
    expect(named("gems, nothing about being lost in your thirties")).toEqual([]);
    expect(named("she is lost but it doesnt end in her thirties")).toHaveLength(1);
  });

  test("hold no word of a title, and little of a sentence that tells of whoever asks", () => {
    expect(named("lost gems like Thirties", { apart: "thirties" })).toEqual([]);
    const kinds = kindOf("lost", () => 0.78);
    expect(named("lost since their thirties", { kinds })).toHaveLength(1);
    expect(named("lost since my thirties", { kinds })).toEqual([]);
  });

  test("are as near without what is a wish by itself: of a genre from a country none is meant", () => {
    const kinds = kindOf("revenge", (text) => (/korean thrillers/.test(text) ? 0.9 : 0.3));
    expect(named("grim korean thrillers", { kinds, byItself: "korean thrillers" })).toEqual([]);
    expect(named("grim korean thrillers", { kinds })).toEqual(["grim korean thrillers"]);
  });

  test("are what is left without it where that comes near to one, and the whole does not", () => {
    const kinds = kindOf("anger", (text) => (text === "that will make me furious inside" ? 0.9 : 0.6));
    const text = "documentaries that will make me furious inside";
    expect(named(text, { kinds, byItself: "documentaries" })).toEqual(["that will make me furious inside"]);
  });

  test("are told in nearly their own words, whatever is left without it", () => {
    const [terror, sailing] = [
      kindOf("terror at sea", (text) => (text === "horror set on a boat" ? 1.04 : 0.3)),
      kindOf("sailing", (text) => (text === "boat" ? 0.91 : 0.2)),
    ];
    const kinds = (text: string) =>
      [...terror(text), ...sailing(text)].sort((a, b) => b.nearness - a.nearness);
    expect(named("horror set on a boat", { kinds, byItself: "horror" })).toEqual(["horror set on a boat"]);
  });

  test("are told by what they deny, where somebody has written them down so", () => {
    const text = "musicals for somebody who hates singing musicals";
    const nearness = (said: string) => (/hates/.test(said) ? 0.9 : 0.3);
    expect(named(text, { kinds: kindOf("people who hate musicals", nearness) })).toHaveLength(1);
    expect(named(text, { kinds: kindOf("musicals", nearness) })).toEqual([]);
    expect(named(text, { kinds: kindOf("musicals with no dancing", nearness) })).toEqual([]);
    const hated = kindOf("musicals for people who hate musicals", nearness);
    expect(named(text, { kinds: hated })).toHaveLength(1);
    expect(named("somebody who hates all musicals", { kinds: hated })).toEqual([]);
  });

  test("are none that is told by what it denies where nothing is denied and only a genre is said", () => {
    const kinds = kindOf("comedies nobody has never seen", (text) => (text === "comedy" ? 0.9 : 0));
    expect(named("a comedy", { kinds, byItself: "comedy" })).toEqual([]);
  });

  test("are told between commas, though the whole sentence comes near to none", () => {
    const kinds = kindOf("breakup", (text) => (text === "broken heart" ? 0.9 : 0.5));
    expect(named("a broken heart, something with a plain road", { kinds })).toEqual(["broken heart"]);
  });

  test("are two in one sentence where part of it comes near to another", () => {
    const kinds = (text: string): Near[] => [
      /folk/.test(text)
        ? { plot: { name: "folk horror", told: [], films: [1] }, nearness: 0.8 }
        : { plot: LOST, nearness: 0.85 },
    ];
    expect(named("quiet dread, folk songs", { kinds })).toEqual(["quiet dread", "quiet dread folk songs"]);
  });

  test("are all that is said where no word of it tells anything by itself", () => {
    const kinds = kindOf("film directors", (text) => (text === "a film about making a film" ? 0.86 : 0.3));
    expect(named("a film about making a film", { kinds })).toEqual(["a film about making a film"]);
  });

  test("are none in words that only lead to what was read before", () => {
    const kinds = kindOf("film directors", (text) => (/fil|movie|picture|one/.test(text) ? 0.86 : 0.3));
    for (const text of [
      "movies about art fakes",
      "got any good pictures about art fakes?",
      "a film with art fakes",
    ])
      expect(named(text, { kinds, apart: "art fakes" })).toEqual([]);
    expect(named("whats the one where art fakes", { kinds, apart: "art fakes" })).toEqual([]);
    expect(named("a film about making a film of the nineties", { kinds, apart: "nineties" })).toEqual([
      "making a film of the",
    ]);
  });

  test("are told in one word only where hardly anything else can be meant", () => {
    expect(named("sharks", { kinds: kindOf("sharks", () => 0.84) })).toEqual([]);
    expect(named("sharks", { kinds: kindOf("sharks", () => 0.86) })).toEqual(["sharks"]);
  });
});

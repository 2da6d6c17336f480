/** A list that is gone on with, ends of what is known, people that are asked about, and second thoughts: whole conversations. */
import { describe, expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { createReading } from "../intent/reading/read.ts";
import { createRuleParser } from "../intent/rules/rule-parser.ts";
import { readWords } from "../intent/words.ts";
import { policyFrom } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { contextOf } from "./context.ts";
import { tinyModel } from "./testing/tiny-world.ts";
import { shownFirst, transcript } from "./testing/transcript.ts";
import type { World } from "./world.ts";

const by = (directors: string[], cast: string[], minutes: number) =>
  ({
    directors: { value: directors, source: "Wikidata" },
    cast: { value: cast, source: "Wikidata" },
    runtimeMinutes: { value: minutes, source: "Freebase" },
  }) as const;
const FACTS: Readonly<Record<string, ReturnType<typeof by>>> = {
  tt0000000: by(["Ridley Scott"], ["Sigourney Weaver", "John Hurt"], 117),
  tt0000001: by(["James Cameron"], ["Sigourney Weaver"], 137),
  tt0000002: by(["Michael Mann"], ["Al Pacino"], 170),
  tt0000004: by(["Sigourney Weaver"], ["Jean Reno"], 122),
};
const catalog = createCatalog(tinyModel().movies, { ...NOTHING_KNOWN, factsOf: (id) => FACTS[id] });
const world: World = {
  recommender: createRecommender(tinyModel(), policyFrom({ cold_start: { cards: 0 } }), catalog.facts),
  catalog,
};
const rules = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });
const read = createReading({ catalog, rules, tags: [...tinyModel().traits.keys()] });
const play = (script: string) => transcript(world, script, shownFirst(world), rules);
const LIST = `
      you: give me 3 thrillers
      bot: Thriller
      bot: 1. Aliens (1986)
      bot: 2. Heat (1995)
      bot: 3. The Thing (1982)
      bot: Say a number for more about one, or next for another one.`;

describe("a list", () => {
  test("is put in order", () => {
    play(`${LIST}
      you: in order of length please
      bot: Thriller
      bot: 1. Heat (1995)
      bot: 2. Aliens (1986)
      bot: 3. The Thing (1982)
      bot: Say a number for more about one, or next for another one.
    `);
  });

  test("has one film less, or another in its place", () => {
    play(`${LIST}
      you: swap number 3
      bot: Thriller
      bot: 1. Aliens (1986)
      bot: 2. Heat (1995)
      bot: 3. Ronin (1998)
      bot: Say a number for more about one, or next for another one.
      you: drop the second
      bot: Thriller
      bot: 1. Aliens (1986)
      bot: 2. Ronin (1998)
      bot: Say a number for more about one, or next for another one.
    `);
  });
});

describe("the ends of what is known", () => {
  test("are looked up among what is asked for", () => {
    play(`
      you: what's the longest film you know?
      bot: [Heat (1995)]
      bot: The longest of the well-known ones that fit: 2 h 50.
      you: a comedy
      bot: Comedy
      bot: [Amelie (2001)]
      bot: People of all tastes like it.
      you: and the oldest one?
      bot: Comedy
      bot: [Before Sunrise (1995)]
      bot: The oldest of the well-known ones that fit: 1995.
      bot: People of all tastes like it.
    `);
  });
});

describe("somebody's films", () => {
  test("are those that they directed, where that is asked, and are a list then", () => {
    play(`
      you: what has Sigourney Weaver directed?
      bot: Sigourney Weaver: Ronin (1998).
      you: and what has she acted in?
      bot: Sigourney Weaver: Aliens (1986) and Ronin (1998).
      you: show me one of those
      bot: [Aliens (1986)]
    `);
  });
});

describe("a second thought", () => {
  test.each([
    ["a thriller, no wait, a comedy", "a comedy"],
    ["cheaper, i mean shorter", "shorter"],
  ])("is all that counts: %j", (text, last) => {
    const context = contextOf(world, shownFirst(world));
    expect(read(text, context).acts).toEqual(read(last, context).acts);
  });

  test("is not heard where somebody only goes on", () => {
    const context = contextOf(world, shownFirst(world));
    expect(read("loved it, i mean it's perfect", context).acts[0]).toMatchObject({
      kind: "answer",
      verdict: "like",
    });
  });

  test("and what leads to a question is no part of it", () => {
    const context = contextOf(world, shownFirst(world));
    expect(read("don't spoil it!! just tell me, is it scary?", context).acts).toEqual(
      read("is it scary?", context).acts,
    );
  });
});

describe("what goes on from the film before", () => {
  test("asks the same of another", () => {
    play(`
      you: how long is Alien?
      bot: Alien (1979)
      bot: About 1 h 57.
      you: and Ronin?
      bot: Ronin (1998)
      bot: About 2 h 2.
      you: what about Amelie
      bot: Amelie (2001)
      bot: I do not know how long it is. IMDb does.
      you: ok show me that one
      bot: [Amelie (2001)]
    `);
  });

  test("asks for more by whoever made it, or is in it", () => {
    play(`
      you: I watched Heat (1995) yesterday
      bot: 👁️ Heat (1995): seen, so it stays away.
      bot: Still on the table: Alien (1979).
      you: anything else by that director?
      bot: with Michael Mann
      bot: I know nothing more like that. Take a part of it away, or say anything goes for suggestions from everything.
    `);
  });

  test("is nothing of anybody's life", () => {
    play(`
      you: how old is Al Pacino?
      bot: Of people I know what they made and are in, and nothing of their lives.
      bot: Still on the table: Alien (1979).
    `);
  });
});

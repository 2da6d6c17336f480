/** Films set side by side, lists that are gone on with, and films that are asked for by name: whole conversations. */
import { describe, expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { policyFrom } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { contextOf } from "./context.ts";
import { tinyParser, tinyRead } from "./testing/tiny-parser.ts";
import { tinyModel } from "./testing/tiny-world.ts";
import { shownFirst, transcript } from "./testing/transcript.ts";
import type { World } from "./world.ts";

const MINUTES: Readonly<Record<string, number>> = {
  tt0000000: 117,
  tt0000001: 137,
  tt0000004: 122,
  tt0000005: 109,
};
const catalog = createCatalog(tinyModel().movies, {
  ...NOTHING_KNOWN,
  factsOf: (id) => {
    const minutes = MINUTES[id];
    return minutes === undefined ? undefined : { runtimeMinutes: { value: minutes, source: "Freebase" } };
  },
  wordsOf: (id) =>
    id === "tt0000000"
      ? { line: "A crew answers a signal.", tags: ["space", "gore"], phrases: [] }
      : undefined,
});
const recommender = createRecommender(tinyModel(), policyFrom({ cold_start: { cards: 0 } }), catalog.facts);
const world: World = { recommender, catalog };
const play = (script: string) => transcript(world, script, shownFirst(world), tinyParser);

describe("two films that are named", () => {
  test("are told apart by what is asked, and stay the two that are spoken of", () => {
    play(`
      you: which is longer, Aliens or The Thing?
      bot: The longer: Aliens (1986) (2 h 17). Then The Thing (1982) (1 h 49).
      you: and which one is older?
      bot: The older: The Thing (1982) (1982). Then Aliens (1986) (1986).
      you: ok the second one then
      bot: [The Thing (1982)]
    `);
  });

  test.each([
    "is Amelie as scary as Alien",
    "Amelie or Alien, which one is scarier?",
    "is Alien scarier than Amelie?",
  ])("%j", (question) => {
    play(`
      you: ${question}
      bot: More scary: Alien (1979) (very much so). Then Amelie (2001) (no).
      bot: By how people rated and tagged movies like them.
    `);
  });

  test("are about the same where little lies between them", () => {
    play(`
      you: what's darker, Alien or The Thing
      bot: About the same, as far as I know: The Thing (1982) (very much so) and Alien (1979) (very much so).
      bot: By how people rated and tagged movies like them.
    `);
  });

  test("are picked from by taste where nothing else is asked", () => {
    play(`
      you: favourite amelie
      bot: ⭐ Amelie (2001) is one of your favourites.
      bot: Still on the table: Alien (1979).
      you: Ronin or Notting Hill tonight?
      bot: I would pick Notting Hill (1999) for you.
      bot: By what I know of your taste so far.
    `);
  });

  test("one of them is the one on the table, where it is it", () => {
    play(`
      you: is it longer than Ronin?
      bot: The longer: Ronin (1998) (2 h 2). Then Alien (1979) (1 h 57).
      you: scarier than Ronin?
      bot: More scary: Alien (1979) (very much so). Then Ronin (1998) (no).
      bot: By how people rated and tagged movies like them.
    `);
  });

  test("of what is not known it is said to be so", () => {
    play(`
      you: which is shorter, Amelie or Ronin?
      bot: The shorter: Ronin (1998) (2 h 2).
      bot: Of Amelie (2001) I do not know it.
      you: which is shorter, Amelie or Love Actually?
      bot: That I know of none of them.
    `);
  });

  test.each(["something scarier than Ronin", "I liked Aliens better than Ronin", "loved: Amelie, Ronin"])(
    "%j asks nothing of the kind",
    (text) => {
      const acts = tinyRead(text, contextOf(world, shownFirst(world))).acts;
      expect(acts.map(({ kind }) => kind)).not.toContain("compare");
    },
  );
});

describe("a list", () => {
  const LIST = `
      you: give me 3 thrillers
      bot: Thriller
      bot: 1. Aliens (1986)
      bot: 2. Heat (1995)
      bot: 3. The Thing (1982)
      bot: Say a number for more about one, or next for another one.`;

  test("is asked about as a whole, and picked from by what it is asked for", () => {
    play(`${LIST}
      you: which is the shortest of these?
      bot: The shortest: The Thing (1982) (1 h 49). Then Aliens (1986) (2 h 17).
      bot: Of Heat (1995) I do not know it.
      you: and the scariest?
      bot: Most scary: The Thing (1982) (very much so). Then Aliens (1986) (very much so) and Heat (1995) (no).
      bot: By how people rated and tagged movies like them.
      you: i'll take the oldest one
      bot: Thriller
      bot: [The Thing (1982)]
      bot: People of all tastes like it.
    `);
  });

  test("is gone back to by number after one of it was shown", () => {
    play(`${LIST}
      you: i'll take number 2
      bot: Thriller
      bot: [Heat (1995)]
      bot: People of all tastes like it.
      you: no wait, the first
      bot: Thriller
      bot: [Aliens (1986)]
      bot: People of all tastes like it.
      you: tell me more about 3
      bot: The Thing (1982)
      bot: I do not know what happens in it, only what kind of movie it is. IMDb does.
    `);
  });
});

describe("a film that is asked for by name", () => {
  test.each([
    "show me Ronin",
    "pull up ronin please",
    "ok, let's watch Ronin",
    "what about Ronin?",
    "i'll go with ronin then",
  ])("is laid on the table: %j", (text) => {
    play(`
      you: ${text}
      bot: [Ronin (1998)]
    `);
  });

  test("is asked about where several have the name", () => {
    play(`
      you: show me Heat
      bot: Which one?
      bot: 1. Heat (1995)
      bot: 2. Heat (1986)
      bot: Answer with a number or a year, or 0 for none of these.
      you: the older one
      bot: [Heat (1986)]
    `);
  });

  test("is gone back from to the one before it", () => {
    play(`
      you: show me Ronin
      bot: [Ronin (1998)]
      you: go back
      bot: [Alien (1979)]
      bot: A crew answers a signal.
      you: what was the first one again?
      bot: [Alien (1979)]
      bot: A crew answers a signal.
      you: and the one before that?
      bot: [Ronin (1998)]
    `);
    play(`
      you: go back
      bot: Nothing was shown before this one. Say next for another one.
      bot: Still on the table: Alien (1979).
    `);
  });
});

describe("whether a film is for children", () => {
  const RATHER_NOT = "Rather not, for somebody of 5. What I know of it: scary, dark and gore.";
  test.each([
    "is it ok for a 5 year old?",
    "can my 5yo watch Alien",
    "would that be too scary for my 5 and 8 year olds?",
  ])("is told by what is known of it, and that age ratings are not: %j", (question) => {
    play(`
      you: ${question}
      bot: Alien (1979)
      bot: ${RATHER_NOT}
      bot: I do not know age ratings; IMDb's parents guide does.
    `);
  });

  test.each([
    ["how old should they be for it?", "Rather not, for children. What I know of it: scary, dark and gore."],
    ["is this fine for a 16 year old", "At 16 it may do. What I know of it: scary, dark and gore."],
    [
      "is Notting Hill kid friendly",
      "It is not made for children. I know of nothing bad in it, which is no promise.",
    ],
  ])("%j", (question, answer) => {
    play(`
      you: ${question}
      bot: ${question.includes("Notting") ? "Notting Hill (1999)" : "Alien (1979)"}
      bot: ${answer}
      bot: I do not know age ratings; IMDb's parents guide does.
    `);
  });

  test.each([
    "what can my 5 year old watch",
    "something ok for kids",
    "is there anything good for a 7 year old",
  ])("%j asks for a film, and about none", (text) => {
    const acts = tinyRead(text, contextOf(world, shownFirst(world))).acts;
    expect(acts.map(({ kind }) => kind)).toEqual(["ask"]);
  });
});

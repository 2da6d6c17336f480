import { describe, expect, test } from "vitest";
import { saidOf } from "../intent/reading/said-of.ts";
import { standingFeedback } from "./person.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { shownFirst, transcript } from "./testing/transcript.ts";

const world = tinyWorld();
const play = (script: string) => transcript(world, script, shownFirst(world), tinyParser);
const recorded = (script: string) =>
  standingFeedback(play(script).person.log).map(
    ({ movie, verdict }) => `${verdict} ${world.catalog.byId(movie)!.title}`,
  );

test.each([
  ["I hated Ronin", "dislike"],
  ["didn't like ronin and amelie", "dislike"],
  ["I already saw Ronin (1998)", "seen"],
  ["we've seen amelie before", "seen"],
  ["I liked Notting Hill!", "like"],
])("%j is said of a movie", (text, purpose) => {
  expect(saidOf(world.catalog, text)?.verdict).toBe(purpose);
});

test.each([
  "I hated it",
  "I saw a good movie yesterday",
  "I hated Ronin, what else?",
  "I hate musicals",
  "I liked that one",
])("%j is said of none by name", (text) => {
  expect(saidOf(world.catalog, text)).toBeUndefined();
});

describe("what is said of a movie by name", () => {
  test("is noted of that one, whatever is on the table", () => {
    expect(
      recorded(`
        you: I hated Ronin
        bot: 👎 Noted: not Ronin (1998).
        bot: Still on the table: Alien (1979).
      `),
    ).toEqual(["dislike Ronin"]);
  });

  test("is asked about where several go by that name", () => {
    expect(
      recorded(`
        you: I hated Heat
        bot: Which "Heat" do you mean?
        bot: 1. Heat (1995)
        bot: 2. Heat (1986)
        bot: Answer with a number or a year, or 0 for none of these.
        you: 1986
        bot: 👎 Noted: not Heat (1986).
        bot: Still on the table: Alien (1979).
      `),
    ).toEqual(["dislike Heat"]);
  });
});

describe("what is never wanted again", () => {
  test("is kept away, listed by hidden, and can be taken back", () => {
    play(`
      you: never show me heist movies again
      bot: [Aliens (1986)]
      bot: From now on: not heist. Say hidden to see it, and restore to take it back.
      bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
      you: hidden
      bot: Kept away from you, latest first
      bot: Never: heist.
      bot: Say restore to get one back, such as "restore heist".
      you: restore heist
      bot: No longer refused: heist.
      you: hidden
      bot: Nothing is hidden from you.
    `);
  });

  test("is no part of what is asked for now, and whoever asks for it after all gets it", () => {
    const refused = play(`
      you: never show me heist movies again
      bot: [Aliens (1986)]
      bot: From now on: not heist. Say hidden to see it, and restore to take it back.
      bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
      you: a heist movie
      bot: heist
      bot: [Heat (1995)]
      bot: Heist, just as asked. People of all tastes like it.
    `);
    expect(refused.person.lasting.traitsOut).toEqual(["heist"]);
  });
});

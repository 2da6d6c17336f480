/** Several things said in one message: whole conversations, read by the real rules. */
import { expect, test } from "vitest";
import { standingFeedback } from "./person.ts";
import { step } from "./step.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { saying, shownFirst, transcript } from "./testing/transcript.ts";

const world = tinyWorld();
const play = (script: string) => transcript(world, script, shownFirst(world), tinyParser);
const standing = (script: string) =>
  standingFeedback(play(script).person.log).map(
    ({ movie, verdict }) => `${verdict} ${world.catalog.byId(movie)!.title}`,
  );

test("films that were not liked are noted, and what is asked for besides is answered", () => {
  expect(
    standing(`
      you: I hated Ronin and already saw Aliens, something funny please
      bot: 👎 Noted: not Ronin (1998).
      bot: 👁️ Aliens (1986): seen, so it stays away.
      bot: funny
      bot: [Notting Hill (1999)]
      bot: Funny, just as asked. People of all tastes like it.
    `),
  ).toEqual(["dislike Ronin", "seen Aliens"]);
});

test("what others think of a film is noted of nobody", () => {
  for (const text of [
    "my wife hated Ronin, something funny please",
    "a comedy for people who hated Ronin",
    "have you seen Ronin? something funny please",
    "i haven't seen Ronin, is it funny?",
  ]) {
    const before = shownFirst(world);
    const event = { id: "e", atMs: 1e12, ...saying(world, before, text, tinyParser) };
    expect(step(world, before, event).state.person.log, text).toEqual([]);
  }
});

test("the first of the films named is what the next is to be like", () => {
  expect(
    standing(`
      you: loved Notting Hill, hated Amelie, something like the first
      bot: 👎 Noted: not Amelie (2001).
      bot: near Notting Hill (1999)
      bot: [Love Actually (2003)]
      bot: It comes near Notting Hill.
      bot: Add Notting Hill (1999) to your favourites? Say yes or no.
    `),
  ).toEqual(["dislike Amelie"]);
});

test("a movie is spoken of by when it was shown", () => {
  expect(
    standing(`
      you: next
      bot: [Aliens (1986)]
      bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
      you: next
      bot: [Heat (1995)]
      bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
      you: I hated the first one you showed me
      bot: 👎 Noted: not Alien (1979).
      bot: Still on the table: Heat (1995).
      you: seen the previous one
      bot: 👁️ Aliens (1986): seen, so it stays away.
      bot: Still on the table: Heat (1995).
    `),
  ).toEqual(["dislike Alien", "seen Aliens"]);
});

test("stars are kept as they are given, and as the verdict that they come to", () => {
  expect(
    standing(`
      you: 4/5, something similar
      bot: 👍 Noted: Alien (1979), ★ 4 of 5.
      bot: near Alien (1979)
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: Ronin 3/10
      bot: 👎 Noted: not Ronin (1998), ★ 1.5 of 5 (3/10).
      bot: Still on the table: Aliens (1986).
    `),
  ).toEqual(["like Alien", "dislike Ronin"]);
});

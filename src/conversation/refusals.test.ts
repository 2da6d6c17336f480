/** What a person never wants to see again: whole conversations, read by the real rules. */
import { expect, test } from "vitest";
import { newDialogue } from "./dialogue.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { shownFirst, transcript } from "./testing/transcript.ts";

const world = tinyWorld();
const play = (script: string, from = shownFirst(world)) => transcript(world, script, from, tinyParser);

test("is kept from conversation to conversation, and asked for after all it is given", () => {
  const { person } = play(`
    you: never show me thrillers again
    bot: [Amelie (2001)]
    bot: From now on: not Thriller. Say hidden to see it, and restore to take it back.
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
  `);
  const elsewhere = { person, dialogue: newDialogue };
  const later = play(
    `
    you: next
    bot: [Notting Hill (1999)]
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
    you: hidden
    bot: Kept away from you, latest first
    bot: Never: Thriller.
    bot: Say restore to get one back, such as "restore Thriller".
    `,
    elsewhere,
  );
  const restored = play(
    `
    you: restore thriller
    bot: No longer refused: Thriller.
    you: hidden
    bot: Nothing is hidden from you.
    `,
    later,
  );
  expect(restored.person.refused.genresOut).toEqual([]);
});

test("is of one movie where one is named, which is kept away like any other", () => {
  const { person } = play(`
    you: never show me Ronin again
    bot: [Amelie (2001)]
    bot: 🚫 Ronin (1998) will never come up again.
    bot: I know of nothing that you like yet. People of all tastes like it.
  `);
  expect(person.log).toMatchObject([{ verdict: "never", source: "title" }]);
});

test.each([
  "stop showing me thrillers",
  "I never want to see thrillers again",
  "no more thrillers ever",
  "hide thrillers",
])("%j says it as well", (text) => {
  const { person } = play(`
      you: ${text}
      bot: [Amelie (2001)]
      bot: From now on: not Thriller. Say hidden to see it, and restore to take it back.
      bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
    `);
  expect(person.refused.genresOut).toEqual(["Thriller"]);
});

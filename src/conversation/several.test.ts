/** Several movies at once: "give me three". */
import { expect, test } from "vitest";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { shownFirst, transcript } from "./testing/transcript.ts";

const world = tinyWorld();
const play = (script: string) => transcript(world, script, shownFirst(world), tinyParser);

test("as many as are asked for stand on one card, and a number puts one on the table", () => {
  const { dialogue, person } = play(`
    you: give me two comedies
    bot: Comedy
    bot: 1. Amelie (2001)
    bot: 2. Notting Hill (1999)
    bot: Say a number for more about one, or next for another one.
    you: the second one
    bot: Comedy
    bot: [Notting Hill (1999)]
    bot: People of all tastes like it.
    you: y
    bot: 👍 Noted: Notting Hill (1999).
    bot: Comedy
    bot: [Before Sunrise (1995)]
    bot: Because you liked Notting Hill.
  `);
  expect(dialogue.current).toBe(person.suggestions.at(-1)!.id);
});

test("more of them are others", () => {
  play(`
    you: give me two comedies
    bot: Comedy
    bot: 1. Amelie (2001)
    bot: 2. Notting Hill (1999)
    bot: Say a number for more about one, or next for another one.
    you: two more
    bot: Comedy
    bot: 1. Before Sunrise (1995)
    bot: 2. Love Actually (2003)
    bot: Say a number for more about one, or next for another one.
  `);
});

test("where fewer fit, it is said how many", () => {
  play(`
    you: top 10 comedies
    bot: Comedy
    bot: I know only 4 that fit.
    bot: 1. Amelie (2001)
    bot: 2. Notting Hill (1999)
    bot: 3. Before Sunrise (1995)
    bot: 4. Love Actually (2003)
    bot: Say a number for more about one, or next for another one.
  `);
});

test("what is said of none of them answers nothing", () => {
  play(`
    you: give me two comedies
    bot: Comedy
    bot: 1. Amelie (2001)
    bot: 2. Notting Hill (1999)
    bot: Say a number for more about one, or next for another one.
    you: y
    bot: No suggestion is on the table.
    you: next
    bot: Comedy
    bot: [Before Sunrise (1995)]
    bot: People of all tastes like it.
  `);
});

test("a button picks one, also after something else was said", () => {
  play(`
    you: give me two comedies
    bot: Comedy
    bot: 1. Amelie (2001)
    bot: 2. Notting Hill (1999)
    bot: Say a number for more about one, or next for another one.
    you: thanks
    bot: You are welcome.
    you: (presses 2. Notting Hill (1999))
    bot: Comedy
    bot: [Notting Hill (1999)]
    bot: People of all tastes like it.
  `);
});

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
    bot: Which one?
    bot: 1. Amelie (2001)
    bot: 2. Notting Hill (1999)
    bot: Answer with a number or a year, or 0 for none of these.
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

test("what is said of one by its place is about that one, and the list stays open", () => {
  play(`
    you: give me two comedies
    bot: Comedy
    bot: 1. Amelie (2001)
    bot: 2. Notting Hill (1999)
    bot: Say a number for more about one, or next for another one.
    you: how old is the second one?
    bot: Notting Hill (1999)
    bot: It is from 1999.
    you: the first one looks boring
    bot: 👎 Noted: not Amelie (2001).
    you: seen the first one
    bot: 👁️ Amelie (2001): seen, so it stays away.
    you: 2
    bot: Comedy
    bot: [Notting Hill (1999)]
    bot: People of all tastes like it.
  `);
});

test("to pass over all of them answers none", () => {
  const { person } = play(`
    you: give me two comedies
    bot: Comedy
    bot: 1. Amelie (2001)
    bot: 2. Notting Hill (1999)
    bot: Say a number for more about one, or next for another one.
    you: s
    bot: Comedy
    bot: [Before Sunrise (1995)]
    bot: People of all tastes like it.
  `);
  expect(person.log).toEqual([]);
});

test("where nothing is listed, which is the second is not guessed", () => {
  play(`
    you: who is in the second one?
    bot: I have no list to count in just now, so I do not know which one that is. Say its title, or "give me 5" for a list.
    bot: Still on the table: Alien (1979).
  `);
});

/** The first meeting. */
import { describe, expect, test } from "vitest";
import { standingFeedback } from "./person.ts";
import { step } from "./step.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { newcomer, saying, shownFirst, transcript } from "./testing/transcript.ts";
import type { State } from "./world.ts";

const world = tinyWorld();
const standing = ({ person }: State) =>
  standingFeedback(person.log).map(({ movie, verdict }) => `${verdict} ${world.catalog.byId(movie)!.title}`);

const WELCOME = `
  bot: Matinee
  bot: One movie at a time, and the next one is better.
  bot: Name up to 4 movies you love, one per message or with commas between them, or say skip to start at once.`;

describe("a first meeting", () => {
  test("a fan of Alien is offered its neighbours, and never the same movie twice", () => {
    transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: alien
      bot: ⭐ Noted: Alien (1979). 3 more favourites? Or say skip, to start.
      you: done
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: y
      bot: 👍 Noted: Aliens (1986).
      bot: [Heat (1995)]
      bot: Because you liked Alien and Aliens.
      `,
    );
  });

  test("two movies of one name are offered with their years, never guessed", () => {
    const state = transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: heat
      bot: Which "heat" do you mean?
      bot: 1. Heat (1995)
      bot: 2. Heat (1986)
      bot: Answer with a number or a year, or 0 for none of these.
      you: 1995
      bot: ⭐ Noted: Heat (1995). 3 more favourites? Or say skip, to start.
      `,
    );
    expect(standing(state)).toEqual(["favourite Heat"]);
  });

  test("several titles in one message are noted, and the unclear one is asked about", () => {
    const state = transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: Alien, heat and Amelie
      bot: ⭐ Noted: Alien (1979) and Amelie (2001).
      bot: Which "heat" do you mean?
      bot: 1. Heat (1995)
      bot: 2. Heat (1986)
      bot: Answer with a number or a year, or 0 for none of these.
      you: 0
      bot: 2 more favourites? Or say skip, to start.
      `,
    );
    expect(standing(state)).toEqual(["favourite Alien", "favourite Amelie"]);
  });

  test("several unclear ones are asked about one after the other", () => {
    const state = transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: heat; Amelie; notting hill 2010
      bot: ⭐ Noted: Amelie (2001).
      bot: Which "heat" do you mean?
      bot: 1. Heat (1995)
      bot: 2. Heat (1986)
      bot: Answer with a number or a year, or 0 for none of these.
      you: 1
      bot: ⭐ Noted: Heat (1995).
      bot: By "notting hill 2010", do you mean Notting Hill (1999)? Say yes or no.
      you: yes
      bot: ⭐ Noted: Notting Hill (1999). 1 more favourite? Or say skip, to start.
      `,
    );
    expect(standing(state)).toEqual(["favourite Amelie", "favourite Heat", "favourite Notting Hill"]);
  });

  test("the fourth favourite starts the suggestions", () => {
    transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: alien, aliens, ronin
      bot: ⭐ Noted: Alien (1979), Aliens (1986) and Ronin (1998). 1 more favourite? Or say skip, to start.
      you: the thing
      bot: ⭐ Noted: The Thing (1982).
      bot: [Heat (1995)]
      bot: Because you liked Alien and Aliens.
      `,
    );
  });

  test("naming a favourite twice counts once", () => {
    const state = transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: alien
      bot: ⭐ Noted: Alien (1979). 3 more favourites? Or say skip, to start.
      you: alien
      bot: ⭐ Noted: Alien (1979). 3 more favourites? Or say skip, to start.
      `,
    );
    expect(standing(state)).toEqual(["favourite Alien"]);
  });

  test("a doubtful title is confirmed with one word", () => {
    transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: notting hill 2010
      bot: By "notting hill 2010", do you mean Notting Hill (1999)? Say yes or no.
      you: yes
      bot: ⭐ Noted: Notting Hill (1999). 3 more favourites? Or say skip, to start.
      `,
    );
  });

  test("nonsense is not taken for a title", () => {
    transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: asdkjhqwe
      bot: I know no movie called "asdkjhqwe". Check the spelling, or add the year. Or say what you are in the mood for.
      `,
    );
  });

  test("commands work during it", () => {
    transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: likes
      bot: You have not liked anything yet.
      you: alien
      bot: ⭐ Noted: Alien (1979). 3 more favourites? Or say skip, to start.
      you: undo
      bot: Undone: ⭐ favourite, Alien (1979).
      bot: Matinee
      bot: One movie at a time, and the next one is better.
      bot: Name up to 4 movies you love, one per message or with commas between them, or say skip to start at once.
      `,
    );
  });
});

describe("somebody new who begins with films", () => {
  test.each([
    ["Ronin (1998), Amelie", ["favourite Ronin", "favourite Amelie"]],
    ["ronin, amelie and alien", ["favourite Ronin", "favourite Amelie", "favourite Alien"]],
    ["Amelie", ["favourite Amelie"]],
    ["hello", []],
    ["something like Alien", []],
    ["a thriller", []],
    ["ronin was awful", ["dislike Ronin"]],
  ])("%j", (text, noted) => {
    const event = { id: "e", atMs: 1e12, ...saying(world, newcomer(world), text, tinyParser) };
    expect(standing(step(world, newcomer(world), event).state)).toEqual(noted);
  });

  test("is asked for the rest of them", () => {
    transcript(
      world,
      `
      you: Ronin (1998), Amelie
      bot: ⭐ Noted: Ronin (1998) and Amelie (2001). 2 more favourites? Or say skip, to start.
      you: skip
      bot: [Alien (1979)]
      bot: Because you liked Ronin.
      `,
      newcomer(world),
      tinyParser,
    );
  });

  test("is told where a link leads to no movie of the catalogue", () => {
    transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: https://www.imdb.com/title/tt9999999/
      bot: I do not have the movie behind that link. Name another one, or say what you are in the mood for.
      `,
      newcomer(world),
      tinyParser,
    );
  });
});

test("a favourite is taken off the list, and what else was said of it stands", () => {
  const { person } = transcript(
    world,
    `
    you: favourite ronin
    bot: ⭐ Ronin (1998) is one of your favourites.
    bot: Still on the table: Alien (1979).
    you: seen ronin
    bot: 👁️ Ronin (1998): seen, so it stays away.
    bot: Still on the table: Alien (1979).
    you: remove Ronin from my favourites
    bot: Ronin (1998) is none of your favourites any more.
    bot: Still on the table: Alien (1979).
    you: remove Amelie from favourites
    bot: Amelie (2001) was none of your favourites.
    bot: Still on the table: Alien (1979).
    `,
    shownFirst(world),
  );
  expect(standingFeedback(person.log)).toMatchObject([{ verdict: "seen" }]);
});

/** Changes of mind, what others have seen, and what is too much of something: whole conversations, read by the real rules. */
import { describe, expect, test } from "vitest";
import { standingFeedback } from "./person.ts";
import { step } from "./step.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { saying, shownFirst, transcript } from "./testing/transcript.ts";
import type { State } from "./world.ts";

const world = tinyWorld();
const play = (script: string) => transcript(world, script, shownFirst(world), tinyParser);
const said = ({ person }: State) =>
  standingFeedback(person.log).map(({ movie, verdict }) => `${world.catalog.byId(movie)!.title}: ${verdict}`);

describe("a change of mind", () => {
  test("takes what was noted back, and notes it of the film that was meant", () => {
    const state = play(`
      you: Ronin was awful
      bot: 👎 Noted: not Ronin (1998).
      bot: Still on the table: Alien (1979).
      you: oh wait, I meant The Thing
      bot: 👎 Noted: not The Thing (1982).
      bot: Still on the table: Alien (1979).
    `);
    expect(said(state)).toEqual(["The Thing: dislike"]);
  });

  test("takes the verdict back on the film before, not on the one that came after it", () => {
    const state = play(`
      you: n
      bot: 👎 Noted: not Alien (1979).
      bot: [Amelie (2001)]
      bot: I know of nothing that you like yet. People of all tastes like it.
      you: actually I liked it
      bot: 👍 Noted: Alien (1979).
      bot: Still on the table: Amelie (2001).
    `);
    expect(said(state).at(-1)).toEqual("Alien: like");
  });

  test("to another film of that name is told by age, year or what it is", () => {
    play(`
      you: show me Heat
      bot: Which one?
      bot: 1. Heat (1995)
      bot: 2. Heat (1986)
      bot: Answer with a number or a year, or 0 for none of these.
      you: 1
      bot: [Heat (1995)]
      you: no, the older one
      bot: [Heat (1986)]
      you: no wait, i mean the 1995 one
      bot: [Heat (1995)]
    `);
  });
});

describe("a verdict on a film that was spoken of besides", () => {
  test("is of that one, and not of the one on the table", () => {
    const state = play(`
      you: what is Ronin about?
      bot: Ronin (1998)
      bot: I do not know what happens in it, only what kind of movie it is. IMDb does.
      you: seen it, loved it
      bot: 👍 Noted: Ronin (1998).
      bot: Still on the table: Alien (1979).
    `);
    expect(said(state)).toEqual(["Ronin: like"]);
  });

  test.each([
    ["I gave up on Ronin halfway", ["Ronin: dislike"]],
    ["Notting Hill was lovely", ["Notting Hill: like"]],
    ["the thing was great", []],
    ["I liked it a lot. Reminded me of Ronin", ["Alien: like"]],
    ["that was a cool movie but I saw that one, have you seen Ronin", ["Alien: seen"]],
    ["my sister thinks Ronin was awful", []],
    ["is Ronin boring", []],
  ])("by name: %j is %j", (text, noted) => {
    expect(said(playAnyhow(text))).toEqual(noted);
  });
});

describe("those who watch too", () => {
  test.each(["she's seen it", "they say no", "he vetoed it", "my kids don't want to watch it"])(
    "are heard, and nothing is learnt of them: %j",
    (text) => {
      const state = playAnyhow(text);
      expect(said(state)).toEqual(["Alien: skip"]);
    },
  );

  test("have seen a film by name: it is ruled out of what is asked for", () => {
    const state = playAnyhow("they've seen Amelie like 100 times");
    expect(said(state)).toEqual([]);
    expect(state.dialogue.wish?.filters.moviesOut).toEqual(["tt0000006"]);
  });
});

describe("what is too much of something", () => {
  test.each([
    ["too old", { yearFrom: 1980 }],
    ["hmm, that's a bit too scary for us", { traitsOut: ["scary"] }],
    ["zu gruselig", { traitsOut: ["scary"] }],
    ["way too romantic tbh", { genresOut: ["Romance"] }],
  ])("moves what is asked for the other way: %j", (text, filters) => {
    const state = playAnyhow(text);
    expect(state.dialogue.wish?.filters).toMatchObject(filters);
    expect(said(state)).toEqual([]);
  });

  test("is a verdict where it was watched", () => {
    expect(said(playAnyhow("it was too scary"))).toEqual(["Alien: dislike"]);
  });
});

function playAnyhow(text: string): State {
  const { state } = step(world, shownFirst(world), {
    id: "e",
    atMs: Date.UTC(2026, 0, 1),
    ...saying(world, shownFirst(world), text, tinyParser),
  });
  return state;
}

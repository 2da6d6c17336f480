import { describe, expect, test } from "vitest";
import { emptyRequest } from "../intent/request.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { shownFirst, transcript } from "./testing/transcript.ts";

describe("what people say of the movie on the table", () => {
  const world = tinyWorld();
  const play = (script: string) => transcript(world, script, shownFirst(world), tinyParser);
  const SAFE_GUESS =
    "A safe first guess: people of all tastes like it. Your answers will make the next ones yours.";

  test("is an answer to it, and taken back like any other", () => {
    play(`
      you: lol no
      bot: 👎 Noted: not Alien (1979).
      bot: [Amelie (2001)]
      bot: I know of nothing that you like yet. People of all tastes like it.
      you: undo
      bot: Undone: 👎 disliked, Alien (1979).
      bot: [Alien (1979)]
      bot: ${SAFE_GUESS}
      you: seen it already
      bot: 👁️ Alien (1979): seen, so it stays away.
      bot: [Aliens (1986)]
      bot: ${SAFE_GUESS}
      you: meh
      bot: ⏭️ Aliens (1986): not now.
      bot: [Notting Hill (1999)]
      bot: I know of nothing that you like yet. People of all tastes like it.
      you: watched it, was great
      bot: 👍 Noted: Notting Hill (1999).
      bot: [Before Sunrise (1995)]
      bot: Because you liked Notting Hill.
    `);
  });

  test("is no verdict where they are yet to watch it", () => {
    const state = play(`
      you: perfect, thanks
      bot: Enjoy it! Tell me afterwards how it was.
      bot: Still on the table: Alien (1979).
    `);
    expect(state.person.log).toEqual([]);
  });

  test("is waved away with few words, which are no title", () => {
    const script = `
      you: not that
      bot: ⏭️ Alien (1979): not now.
      bot: [Amelie (2001)]
      bot: I know of nothing that you like yet. People of all tastes like it.
    `;
    transcript(world, script, shownFirst(world), tinyParser);
  });

  test("is asked about where it may be praise or not", () => {
    const script = `
      you: my uncle had a part in that one
      bot: Is that a yes or a no to Alien (1979)?
      you: (presses 👎 Not for me)
      bot: 👎 Noted: not Alien (1979).
      bot: [Amelie (2001)]
      bot: I know of nothing that you like yet. People of all tastes like it.
    `;
    transcript(world, script, shownFirst(world), { read: () => emptyRequest("feedback") });
  });
});

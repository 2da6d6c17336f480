import { describe, expect, test } from "vitest";
import { emptyRequest } from "../intent/request.ts";
import { step } from "./step.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { saying, shownFirst, transcript } from "./testing/transcript.ts";

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

  test.each(["bored", "I hated today", "my friend loved Aftersun", "I liked that comedy with the dogs"])(
    "is nothing where something else may be meant: %j",
    (said) => {
      const before = shownFirst(world);
      const event = { id: "e", atMs: 1e12, ...saying(world, before, said, tinyParser) };
      const { state, effects } = step(world, before, event);
      expect(state.person.log).toEqual([]);
      expect(state.dialogue.current).toBe(before.dialogue.current);
      expect(effects.filter(({ kind }) => kind !== "notUnderstood")).toHaveLength(1);
    },
  );

  test("is nothing where others were seen, and the next is asked for", () => {
    const state = play(`
      you: i've watched all the rocky movies, what's next?
      bot: [Aliens (1986)]
      bot: ${SAFE_GUESS}
    `);
    expect(state.person.log).toEqual([]);
  });

  test("is no verdict where they say that they have not seen it", () => {
    const state = play(`
      you: I haven't seen that one
      bot: Then it is new to you. Say next for another one, or y or n of it later.
      bot: Still on the table: Alien (1979).
    `);
    expect(state.person.log).toEqual([]);
  });

  test("is noted of what else is said, which is answered as well", () => {
    play(`
      you: loved it, any others like that?
      bot: 👍 Noted: Alien (1979).
      bot: near Alien (1979)
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: seen it, something funny please
      bot: 👁️ Aliens (1986): seen, so it stays away.
      bot: funny
      bot: [Notting Hill (1999)]
      bot: Funny, just as asked. People of all tastes like it.
      you: it was great, how old is it?
      bot: 👍 Noted: Notting Hill (1999).
      bot: Notting Hill (1999)
      bot: It is from 1999.
      bot: funny
      bot: [Love Actually (2003)]
      bot: Funny, just as asked. Because you liked Notting Hill.
    `);
  });

  test("may be a yes, where it was asked for", () => {
    const state = play(`
      you: yes!
      bot: Yes, you like Alien (1979), or yes, you will watch it? Say y if you like it, seen if you have seen it.
      you: it was ok
      bot: Is that a yes or a no to Alien (1979)?
      you: yes
      bot: 👍 Noted: Alien (1979).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
    `);
    expect(state.dialogue.weighed).toBeUndefined();
  });

  test("is asked about where another movie was spoken of just before", () => {
    const state = play(`
      you: ronin
      bot: Ronin (1998): what about it? Say more like, favourite, seen, save or never, and the title.
      you: loved it
      bot: Is that a yes or a no to Alien (1979)?
      you: (presses 👁️ Seen it)
      bot: 👁️ Alien (1979): seen, so it stays away.
      bot: [Aliens (1986)]
      bot: ${SAFE_GUESS}
      you: ronin
      bot: Ronin (1998): what about it? Say more like, favourite, seen, save or never, and the title.
      you: y
      bot: 👍 Noted: Aliens (1986).
      bot: [Heat (1995)]
      bot: Because you liked Aliens.
    `);
    expect(state.dialogue.elsewhere).toBeUndefined();
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
    transcript(world, script, shownFirst(world), {
      understand: () => ({ request: emptyRequest("feedback"), judged: [], meant: [] }),
    });
  });
});

import { describe, expect, test } from "vitest";
import { step } from "./step.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { newcomer, saying, shownFirst, transcript } from "./testing/transcript.ts";
import type { State } from "./world.ts";

const world = tinyWorld();
/** A newcomer who is shown Alien. */
const shownAlien = () => shownFirst(world);

describe("forgetting", () => {
  test("is asked about once; anything but yes keeps everything", () => {
    transcript(
      world,
      `
      you: forget me
      bot: This deletes everything I know about you, for good: answers, suggestions, taste. Say yes to delete it.
      you: y
      bot: Nothing was deleted.
      bot: 👍 Noted: Alien (1979).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: forget me
      bot: This deletes everything I know about you, for good: answers, suggestions, taste. Say yes to delete it.
      you: yes
      bot: (forget)
      `,
      shownAlien(),
    );
  });
});

describe("privacy by default", () => {
  const asks = (text: string, place?: { id: string; managed: boolean }) =>
    step(world, shownAlien(), {
      id: "e",
      atMs: 1e12,
      ...saying(world, shownAlien(), text),
      ...(place && { place }),
    }).effects;

  test("is anybody's to set for themselves, and a manager's for a place", () => {
    expect(asks("private on")[0]).toEqual({ kind: "setPrivate", private: true, whose: "mine" });
    expect(asks("private here off", { id: "s", managed: true })[0]).toEqual({
      kind: "setPrivate",
      private: false,
      whose: "place",
    });
  });

  test("is not set for a place by others, nor where there is none", () => {
    for (const effects of [asks("private here on", { id: "s", managed: false }), asks("private here on")]) {
      expect(effects.map(({ kind }) => kind)).toEqual(["say"]);
    }
  });
});

describe("a question that something else has come up after", () => {
  test("is not answered by a later yes", () => {
    const said = (state: State, text: string, id: string) =>
      step(world, state, { id, atMs: 1e12, ...saying(world, state, text) });
    const asked = said(shownAlien(), "forget me", "1").state;
    const meanwhile = step(world, asked, {
      id: "2",
      atMs: 1e12,
      kind: "commanded",
      command: { kind: "next" },
    }).state;
    expect(said(meanwhile, "yes", "3").effects.map(({ kind }) => kind)).not.toContain("forget");
  });
});

describe("anything else", () => {
  test("that is very long is read in part, and says so", () => {
    const { effects } = step(world, shownAlien(), {
      id: "e",
      atMs: 1e12,
      ...saying(world, shownAlien(), `more like ronin ${"!".repeat(5000)}`),
    });
    expect(effects[0]).toMatchObject({
      kind: "say",
      card: { lines: [expect.stringContaining("first 1,000")] },
    });
  });

  test("that is nonsense is answered, and nothing is lost", () => {
    const before = shownAlien();
    const { state, effects } = step(world, before, {
      id: "e",
      atMs: 1e12,
      ...saying(world, shownAlien(), "qwzx".repeat(200)),
    });
    expect(effects).toMatchObject([{ kind: "notUnderstood" }, { kind: "say" }]);
    expect(state.person).toEqual(before.person);
    expect(state.dialogue.current).toBe(before.dialogue.current);
  });

  test("history names what was shown and what was said of it", () => {
    transcript(
      world,
      `
      you: y
      bot: 👍 Noted: Alien (1979).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: history
      bot: Suggested to you, latest first
      bot: Aliens (1986): not answered
      bot: Alien (1979): 👍 liked
      you: likes
      bot: Movies you like, latest first
      bot: 👍 Alien (1979)
      you: quit
      bot: Goodbye. I remember everything for next time.
      bot: (leaves)
      `,
      shownAlien(),
    );
  });

  test("somebody who comes back is greeted with what was on the table", () => {
    transcript(
      world,
      `
      you: y
      bot: 👍 Noted: Alien (1979).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      (a month later)
      you: (opens)
      bot: Welcome back. I remember 1 answer of yours.
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      `,
      shownAlien(),
    );
  });

  test("an event changes no state it was given", () => {
    const state = newcomer(world);
    const copy = structuredClone({ log: state.person.log, dialogue: state.dialogue });
    step(world, state, { id: "e", atMs: 1, ...saying(world, state, "alien") });
    expect({ log: state.person.log, dialogue: state.dialogue }).toEqual(copy);
  });
});

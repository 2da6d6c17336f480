import { describe, expect, test } from "vitest";
import { standingFeedback } from "./person.ts";
import { step } from "./step.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { newcomer, saying, shownFirst, transcript } from "./testing/transcript.ts";
import type { State } from "./world.ts";

const world = tinyWorld();
const standing = ({ person }: State) =>
  standingFeedback(person.log).map(({ movie, verdict }) => `${verdict} ${world.catalog.byId(movie)!.title}`);
const SAFE_GUESS =
  "A safe first guess: people of all tastes like it. Your answers will make the next ones yours.";

/** A newcomer who is shown Alien. */
const shownAlien = () => shownFirst(world);

describe("answers", () => {
  test.each([
    ["y", "👍 Noted: Alien (1979).", "like"],
    ["n", "👎 Noted: not Alien (1979).", "dislike"],
    ["no", "👎 Noted: not Alien (1979).", "dislike"],
    ["s", "⏭️ Alien (1979): not now.", "skip"],
    ["seen it", "👁️ Alien (1979): seen, so it stays away.", "seen"],
    ["never", "🚫 Alien (1979) will never come up again.", "never"],
  ])("%j is noted as said, and another movie follows", (said, reply, verdict) => {
    const { state, effects } = step(world, shownAlien(), {
      id: "e",
      atMs: 1e12,
      ...saying(world, shownAlien(), said),
    });
    expect(standing(state)).toEqual([`${verdict} Alien`]);
    const cards = effects.flatMap((effect) => {
      if (effect.kind === "redraw") return [effect.orSay!];
      return effect.kind === "say" ? [effect.card] : [];
    });
    expect(cards[0]!.lines).toEqual([reply]);
    expect(cards[1]!.suggestion).toBe(state.dialogue.current);
    expect(cards[1]!.title!.text).not.toBe("Alien (1979)");
  });

  test("info and why are no feedback, and the suggestion stays on the table", () => {
    const before = shownAlien();
    for (const text of ["i", "why"]) {
      const { state, effects } = step(world, before, { id: "e", atMs: 1e12, ...saying(world, before, text) });
      expect(effects.map(({ kind }) => kind)).toEqual(["say"]);
      expect(state.person).toEqual(before.person);
      expect(state.dialogue.current).toBe(before.dialogue.current);
    }
  });

  test("a skipped movie comes back after the policy's days, a disliked one never", () => {
    const everything = Array.from({ length: 9 }, () => "you: s").join("\n");
    let state = shownAlien();
    const say = (text: string, atMs: number) => {
      const result = step(world, state, { id: `${text}${atMs}`, atMs, ...saying(world, state, text) });
      state = result.state;
      return result.effects.flatMap((effect) => (effect.kind === "say" ? [effect.card] : []));
    };
    const day = 86_400_000;
    say("n", 1e12);
    for (const [turn] of everything.split("\n").entries()) say("s", 1e12 + turn);
    expect(say("next", 1e12 + 100)[0]!.lines[0]).toContain("nothing left");
    const back = say("next", 1e12 + 31 * day)[0]!;
    expect(back.title!.text).not.toBe("Alien (1979)");
    expect(back.suggestion).toBeDefined();
  });
});

describe("gestures on suggestions, however old", () => {
  const gesture = (
    state: State,
    kind: "gestured" | "pressed" | "gestureTakenBack",
    name: "like" | "dislike" | "info",
    id: string,
    atMs = 1e12,
  ) => step(world, state, { id, atMs, kind, gesture: name, suggestion: state.person.suggestions[0]! });

  test("on the one on the table move on; on an older one only note", () => {
    const first = gesture(shownAlien(), "gestured", "like", "g1");
    expect(first.effects.map(({ kind }) => kind)).toEqual(["log", "redraw", "suggest", "say"]);
    const changed = gesture(first.state, "gestured", "dislike", "g2");
    expect(changed.effects.map(({ kind }) => kind)).toEqual(["log", "log", "redraw"]);
    expect(standing(changed.state)).toEqual(["dislike Alien"]);
    expect(changed.state.dialogue.current).toBe(first.state.dialogue.current);
  });

  test("the same button again takes it back, and so does removing a reaction", () => {
    const liked = gesture(shownAlien(), "pressed", "like", "g1").state;
    expect(standing(gesture(liked, "pressed", "like", "g2", 1e12 + 3_000).state)).toEqual([]);
    expect(standing(gesture(liked, "gestureTakenBack", "like", "g3").state)).toEqual([]);
  });

  test("a double click is one press, giving an answer as taking it back", () => {
    const liked = gesture(shownAlien(), "pressed", "like", "g1").state;
    const twice = gesture(liked, "pressed", "like", "g2", 1e12 + 400);
    expect(twice).toEqual({ state: liked, effects: [] });
    const back = gesture(liked, "pressed", "like", "g3", 1e12 + 5_000).state;
    expect(gesture(back, "pressed", "like", "g4", 1e12 + 5_300)).toEqual({ state: back, effects: [] });
    expect(standing(gesture(back, "pressed", "like", "g5", 1e12 + 9_000).state)).toEqual(["like Alien"]);
  });

  test("quick presses of different buttons all count, and the last one stands", () => {
    const presses = ["like", "dislike", "like"] as const;
    const pressed = presses.reduce(
      (state, name, nth) => gesture(state, "pressed", name, `g${nth}`, 1e12 + 300 * nth).state,
      shownAlien(),
    );
    expect(standing(pressed)).toEqual(["like Alien"]);
  });

  test("are shown on the suggestion itself, as long as they stand", () => {
    const redrawn = ({ effects }: ReturnType<typeof gesture>) =>
      effects.flatMap((effect) => (effect.kind === "redraw" ? [effect.card.lines] : []));
    const liked = gesture(shownAlien(), "gestured", "like", "g1");
    expect(redrawn(liked)).toEqual([[SAFE_GUESS, "Noted: 👍 liked"]]);
    expect(redrawn(gesture(liked.state, "gestured", "dislike", "g2"))).toEqual([
      [SAFE_GUESS, "Noted: 👎 disliked"],
    ]);
    expect(redrawn(gesture(liked.state, "gestureTakenBack", "like", "g3"))).toEqual([[SAFE_GUESS]]);
  });

  test("on somebody else's suggestion teach the own taste, and leave the suggestion as it is", () => {
    const suggestion = shownAlien().person.suggestions[0]!;
    const event = { id: "g1", atMs: 1e12, kind: "gestured", gesture: "like", suggestion } as const;
    const { state, effects } = step(world, newcomer(world), event);
    expect(standing(state)).toEqual(["like Alien"]);
    expect(effects.map(({ kind }) => kind)).toEqual(["log", "say"]);
  });

  test("include showing it to others, who learn the movie and nothing of the person", () => {
    const before = shownAlien();
    const suggestion = before.person.suggestions[0]!;
    const { state, effects } = step(world, before, { id: "g1", atMs: 1e12, kind: "shared", suggestion });
    expect(state).toEqual(before);
    expect(effects).toMatchObject([
      { kind: "say", card: { title: { text: "Alien (1979)" }, lines: [], suggestion: suggestion.id } },
    ]);
  });

  test("a reaction that says what was said in words changes nothing", () => {
    const alien = shownAlien();
    const liked = step(world, alien, { id: "w", atMs: 1e12, ...saying(world, alien, "y") }).state;
    const { state, effects } = gesture(liked, "gestured", "like", "g1");
    expect(effects).toEqual([]);
    expect(state).toEqual(liked);
  });

  test("removing a reaction that another has replaced changes nothing", () => {
    const liked = gesture(shownAlien(), "gestured", "like", "g1").state;
    const { state, effects } = gesture(liked, "gestureTakenBack", "dislike", "g2");
    expect(effects).toEqual([]);
    expect(state).toEqual(liked);
  });
});

describe("undo", () => {
  test("takes back one answer after the other, and says which", () => {
    transcript(
      world,
      `
      you: y
      bot: 👍 Noted: Alien (1979).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: n
      bot: 👎 Noted: not Aliens (1986).
      bot: [Heat (1995)]
      bot: Because you liked Alien.
      you: undo
      bot: Undone: 👎 disliked, Aliens (1986).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: undo
      bot: Undone: 👍 liked, Alien (1979).
      bot: [Alien (1979)]
      bot: ${SAFE_GUESS}
      you: undo
      bot: There is nothing to undo.
      `,
      shownAlien(),
    );
  });

  test("leaves the taste exactly as it was", () => {
    const before = shownAlien();
    const said = (state: State, text: string, id: string) =>
      step(world, state, { id, atMs: 1e12, ...saying(world, state, text) }).state;
    const liked = said(before, "y", "1");
    expect(liked.person.taste.embedding).not.toEqual(before.person.taste.embedding);
    expect(said(liked, "undo", "2").person.taste.embedding).toEqual(before.person.taste.embedding);
  });
});

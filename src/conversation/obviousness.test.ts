/** How obvious films are to be: whole conversations, read by the real rules. */
import { expect, test } from "vitest";
import type { RankOptions } from "../recommender/recommender.ts";
import { newDialogue } from "./dialogue.ts";
import { step } from "./step.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { newcomer, saying } from "./testing/transcript.ts";
import { partsOf } from "./wish-parts.ts";
import type { State } from "./world.ts";

/** What the recommender is asked for in the end. */
function talk(said: readonly string[], from?: State) {
  const world = tinyWorld();
  let asked: RankOptions = {};
  const { rank } = world.recommender;
  const listening = {
    ...world,
    recommender: {
      ...world.recommender,
      rank: (...given: Parameters<typeof rank>) => {
        asked = given[1];
        return rank(...given);
      },
    },
  };
  const first = { id: "first", atMs: 0, kind: "commanded", command: { kind: "next" } } as const;
  let state = from ?? step(listening, newcomer(listening), first).state;
  const lines: string[] = [];
  for (const [at, text] of said.entries()) {
    const event = { id: `event-${at}`, atMs: 1000 * (at + 1), ...saying(listening, state, text, tinyParser) };
    const result = step(listening, state, event);
    state = result.state;
    lines.push(...result.effects.flatMap((effect) => (effect.kind === "say" ? effect.card.lines : [])));
  }
  const { obviousness = 0, surprise = false, after } = asked;
  const wish = state.dialogue.wish;
  return {
    state,
    lines,
    obviousness,
    surprise,
    after,
    parts: wish ? partsOf(world, wish).map(({ label }) => label) : [],
  };
}

test.each([
  [["less obvious"], -1, ["less obvious"]],
  [["something less obvious please"], -1, ["less obvious"]],
  [["too mainstream"], -1, ["less obvious"]],
  [["less obvious", "even less obvious"], -2, ["far less obvious"]],
  [["less obvious", "less obvious", "less obvious"], -2, ["far less obvious"]],
  [["less obvious", "more obvious"], 0, []],
  [["something better known"], 1, ["more obvious"]],
  [["a less obvious thriller"], -1, ["Thriller", "less obvious"]],
  [["a thriller", "less mainstream"], -1, ["Thriller", "less obvious"]],
  [["less obvious", "drop less obvious"], 0, []],
  [["less obvious", "anything goes"], 0, []],
])("%j moves what is suggested by %i, and stands on the card", (said, obviousness, parts) => {
  expect(talk(said)).toMatchObject({ obviousness, parts });
});

test.each([
  [["surprise me"], ["a surprise"]],
  [["a thriller", "surprise me"], ["a surprise"]],
  [["surprise me with a thriller"], ["Thriller", "a surprise"]],
])("%j is to be surprised, by something a little less obvious", (said, parts) => {
  expect(talk(said)).toMatchObject({ obviousness: -1, surprise: true, parts });
});

test("from now on it holds, with what else is asked for, in another conversation, until it is taken back", () => {
  const { state, lines } = talk(["from now on less obvious films"]);
  expect(lines.join()).toContain("From now on: less obvious than usual.");
  expect(state.person.lasting.obviousness).toBe(-1);
  const elsewhere = { person: state.person, dialogue: newDialogue };
  expect(talk(["a thriller"], elsewhere)).toMatchObject({ obviousness: -1, parts: ["Thriller"] });
  expect(talk(["a less obvious thriller"], elsewhere).obviousness).toBe(-2);
  expect(talk(["profile"], elsewhere).state.person.lasting.obviousness).toBe(-1);
  expect(talk(["hidden"], elsewhere).lines.join()).toContain("Always: less obvious.");
  for (const words of ["as obvious as ever", "restore less obvious"])
    expect(talk([words], elsewhere).state.person.lasting.obviousness, words).toBeUndefined();
  expect(talk(["always less obvious films", "undo"]).state.person.lasting.obviousness).toBeUndefined();
});

test("the recommender is told what was shown lately, the latest last", () => {
  const { state, after } = talk(["s", "s"]);
  const { recommender } = tinyWorld();
  const shown = state.person.suggestions.map(({ movie }) => recommender.rowOf(movie));
  expect(after).toEqual(shown.slice(0, 2));
});

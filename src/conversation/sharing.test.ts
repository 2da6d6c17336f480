import { expect, test } from "vitest";
import { step } from "./step.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { saying, shownFirst } from "./testing/transcript.ts";
import type { State } from "./world.ts";

const world = tinyWorld();
let events = 0;
function says(state: State, text: string) {
  const turn = step(world, state, { id: `e${++events}`, atMs: events, ...saying(world, state, text) });
  const [card] = turn.effects.flatMap((effect) => (effect.kind === "say" ? [effect.card] : []));
  return { state: turn.state, card: card! };
}
const after = (...texts: string[]): State =>
  texts.reduce((state, text) => says(state, text).state, shownFirst(world));

test("a list is for others to see, with its posters", () => {
  const { card } = says(
    after("save Amelie, Ronin and Notting Hill for later", "dislike tt0000001"),
    "share my list",
  );
  expect(card.private).toBeUndefined();
  expect(card.title?.text).toBe("Films to watch");
  expect(card.lines).toHaveLength(3);
  expect(card.pictured?.split(" ").sort()).toEqual(["tt0000004", "tt0000006", "tt0000007"]);
});

test("a taste is what they love, and nothing that they said against", () => {
  const told = after("favourite Amelie", "like tt0000007", "dislike tt0000001", "seen Ronin");
  const { card } = says(told, "my taste as a picture");
  expect(card.lines).toEqual([
    "Leans to Comedy and Romance.",
    "Loves Amelie (2001) and Notting Hill (1999).",
  ]);
  expect(card.pictured).toBe("tt0000006 tt0000007");
});

test("where there is nothing, that is said to them alone", () => {
  for (const text of ["share my list", "share my taste"])
    expect(says(shownFirst(world), text).card).toMatchObject({ private: true });
});

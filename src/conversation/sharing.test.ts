import { expect, test } from "vitest";
import { sharedFilms } from "./sharing.ts";
import { step } from "./step.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { saying, shownFirst } from "./testing/transcript.ts";
import type { State } from "./world.ts";

const world = tinyWorld();
let events = 0;
function says(state: State, text: string, hasPage = false) {
  const turn = step(world, state, {
    id: `e${++events}`,
    atMs: events,
    hasPage,
    ...saying(world, state, text),
  });
  const [card] = turn.effects.flatMap((effect) => (effect.kind === "say" ? [effect.card] : []));
  return { state: turn.state, card: card!, effects: turn.effects };
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
  for (const text of ["share my list", "share my taste", "share my list as a link", "a link to my taste"])
    expect(says(shownFirst(world), text, true).card).toMatchObject({ private: true });
});

test("where there is a page, a link is a press away and is made; else a picture is", () => {
  const told = after("save Ronin for later", "like tt0000007");
  for (const [what, shown] of [
    ["list", "share my list"],
    ["taste", "share my taste"],
  ] as const) {
    const [toLink] = says(told, shown, true).card.actions!;
    expect(says(told, toLink!.says, true).effects).toEqual([{ kind: "sharePage", what }]);
    const { card } = says(told, toLink!.says);
    expect(card).toMatchObject({ private: true, lines: [expect.stringContaining("no web page")] });
    expect(says(told, card.actions![0]!.says).card.pictured).toBeDefined();
    expect(says(told, shown).card.actions).toBeUndefined();
  }
});

test("a page shows what is kept, the latest first, and what is loved, and nothing that was said against", () => {
  const kept = after("save Ronin for later", "save Amelie for later", "save Notting Hill for later");
  const titles = (state: State, what: "list" | "taste") =>
    sharedFilms(world, state, what).map(({ title }) => title);
  expect(titles(kept, "list")).toEqual(["Notting Hill", "Amelie", "Ronin"]);
  const judged = says(says(kept, "favourite Alien").state, "seen Ronin").state;
  expect(titles(judged, "list")).toEqual(["Notting Hill", "Amelie"]);
  expect(titles(judged, "taste")).toEqual(["Alien"]);
});

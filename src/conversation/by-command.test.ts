/** What comes by a command of a platform, which answers it by one message. */
import { expect, test } from "vitest";
import type { Command } from "../intent/reading/command.ts";
import { step } from "./step.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { newcomer, shownFirst } from "./testing/transcript.ts";
import type { State } from "./world.ts";

const world = tinyWorld();

function cards(state: State, command: Command) {
  const { effects } = step(world, state, { id: "e", atMs: 1e12, kind: "commanded", command });
  return effects.flatMap((effect) => (effect.kind === "say" ? [effect.card] : []));
}

const FOUR = ["tt0000002", "ronin", "the thing", "amelie"];

test("favourites named by one command are noted together, on the card of the next suggestion", () => {
  const [card, ...more] = cards(newcomer(world), { kind: "nameFavourites", titles: FOUR });
  expect(more).toEqual([]);
  expect(card!.lines[0]).toContain("Heat (1995)");
  expect(card!.lines[0]).toContain("Amelie (2001)");
  expect(card!.suggestion).toBeDefined();
});

test("fewer than are wanted are noted in one message as well, and one of two names is asked about", () => {
  const [card, ...more] = cards(newcomer(world), { kind: "nameFavourites", titles: ["ronin", "heat"] });
  expect(more).toEqual([]);
  expect(card!.lines.join(" ")).toMatch(/Ronin \(1998\).*Which "heat"/);
});

test("somebody who is shown movies already keeps the one on the table", () => {
  const [card, ...more] = cards(shownFirst(world), { kind: "nameFavourites", titles: ["ronin", "amelie"] });
  expect(more).toEqual([]);
  expect(card!.lines.join(" ")).toMatch(/Ronin.*Amelie.*Still on the table: Alien/);
});

test("that the movie on the table was seen is said on the card of the next one", () => {
  const [card, ...more] = cards(shownFirst(world), { kind: "mark", verdict: "seen", title: "Alien" });
  expect(more).toEqual([]);
  expect(card!.lines[0]).toContain("Alien (1979): seen");
  expect(card!.suggestion).toBeDefined();
});

import { expect, test } from "vitest";
import { step } from "../step.ts";
import { tinyWorld } from "../testing/tiny-world.ts";
import { saying, shownFirst } from "../testing/transcript.ts";
import { why } from "./suggestions.ts";

const world = tinyWorld();
const before = shownFirst(world);
const { state } = step(world, before, {
  id: "favourite",
  atMs: Date.UTC(2026, 0, 1),
  ...saying(world, before, "favourite Alien"),
});
const reasonFor = (title: string) =>
  why(world, state.person.taste, world.catalog.movies.find((movie) => movie.title === title)!);

test("a film that somebody likes is the reason where it carries the choice", () => {
  expect(reasonFor("The Thing")).toBe("Because you liked Alien.");
});

test("where people at large carry the choice, that is said, and no film is made a reason of", () => {
  expect(reasonFor("Love Actually")).toBe(
    "Nearly everybody likes it, and what you liked speaks for it a little, too.",
  );
});

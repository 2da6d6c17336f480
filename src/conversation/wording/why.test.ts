import { expect, test } from "vitest";
import type { Movie } from "../../catalog/movie.ts";
import { step } from "../step.ts";
import { tinyWorld } from "../testing/tiny-world.ts";
import { saying, shownFirst } from "../testing/transcript.ts";
import { NO_WISH } from "../wish.ts";
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

test("of what was searched for, what has much less of it than the best is told to be only near", () => {
  const [best, near] = ["Heat", "Ronin"].map(
    (title) => world.catalog.movies.find((movie) => movie.title === title)!,
  );
  const fits = new Map([
    [world.recommender.rowOf(best!.id)!, 1],
    [world.recommender.rowOf(near!.id)!, 0.65],
  ]);
  const searching = { ...world, recommender: { ...world.recommender, search: () => fits } };
  const wish = { ...NO_WISH, filters: { ...NO_WISH.filters, about: ["thieves"] } };
  const saidOf = (movie: Movie) => why(searching, world.recommender.taste([]), movie, wish);
  expect(saidOf(best!)).not.toContain("Not quite what you said");
  expect(saidOf(near!)).toContain("Not quite what you said, but the nearest to it that I have left.");
});

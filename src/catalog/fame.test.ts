import { expect, test } from "vitest";
import { fameOf, wellKnownFrom } from "./fame.ts";

test("a film is known by its ratings, or where they are too few for its newness by what is said of it", () => {
  expect(fameOf({ ratingCount: 900 })).toBe(900);
  expect(fameOf({ ratingCount: 4, fame: 3000 })).toBe(3000);
  expect(fameOf({ ratingCount: 5000, fame: 3000 })).toBe(5000);
});

test("well known is a fiftieth of a catalogue, and of a small one fifty", () => {
  const known = (count: number) => {
    const movies = Array.from({ length: count }, (_, at) => ({ ratingCount: at }));
    const from = wellKnownFrom(movies);
    return movies.filter((movie) => fameOf(movie) >= from);
  };
  expect(known(10_000)).toHaveLength(200);
  expect(known(1_000)).toHaveLength(50);
  expect(known(10)).toHaveLength(10);
});

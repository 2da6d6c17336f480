import { expect, test } from "vitest";
import { tinyModel } from "../conversation/testing/tiny-world.ts";
import { NO_FILTERS } from "./filters.ts";
import { policyFrom } from "./policy.ts";
import { createReservations } from "./reservations.ts";

const [documentary, series, unrated, proven, standUp, short] = [0, 1, 2, 3, 4, 5];
const model = tinyModel();
const movies = model.movies.map((movie, row) => ({
  ...movie,
  year: 2000,
  ratingCount: row === unrated ? 0 : 100,
  genres: row === documentary ? ["Documentary"] : ["Drama"],
}));
const only = (of: number) => movies.map((_, row) => (row === of ? 255 : 0));
const traits = new Map([
  ["television series", only(series)],
  ["concert film", only(documentary)],
  ["stand-up comedy", only(standUp)],
]);
const reservations = createReservations(
  { ...model, movies, traits: new Map([...traits].map(([tag, fits]) => [tag, Uint8Array.from(fits)])) },
  { minutesOf: (row) => (row === proven ? undefined : row === short ? 39 : 40) },
  policyFrom({}),
);
const NOW = { atMs: Date.UTC(2026, 10, 29), isLikened: false };
const held = (filters: Partial<typeof NO_FILTERS>, asking = NOW) => {
  const of = reservations({ ...NO_FILTERS, ...filters }, asking);
  return [documentary, series, unrated, proven, standUp, short].map((row) => of(row) > 0);
};

test("where something is asked for, what is another sort of film to most people and what nobody has rated is held back", () => {
  expect(held({ traitsIn: ["chess"] })).toEqual([true, true, true, false, true, true]);
});

test("not what is asked for itself, and no sort where films are to be like others", () => {
  expect(held({ genresIn: ["Documentary"] })[documentary]).toBe(false);
  expect(held({ traitsIn: ["concert film"] })[documentary]).toBe(false);
  expect(held({ traitsIn: ["television series"] })[series]).toBe(false);
  expect(held({ yearFrom: 2024 })[unrated]).toBe(false);
  expect(held({ traitsIn: ["stand-up comedy"] })[standUp]).toBe(false);
  expect(held({ traitsIn: ["chess"], minutesTo: 60 })[short]).toBe(false);
  expect(held({ traitsIn: ["chess"], minutesTo: 61 })[short]).toBe(true);
  const likened = held({ traitsIn: ["chess"] }, { ...NOW, isLikened: true });
  expect([likened[standUp], likened[short]]).toEqual([false, false]);
  expect(held({ traitsIn: ["chess"] }, { ...NOW, isLikened: true })[documentary]).toBe(false);
});

test("where nothing is asked for, a film that nobody has rated is held back only in its first year", () => {
  expect(held({})[unrated]).toBe(false);
  expect(held({}, { ...NOW, atMs: Date.UTC(2000, 5, 1) })[unrated]).toBe(true);
});

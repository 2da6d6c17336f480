import { expect, test } from "vitest";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import type { Verdict } from "../recommender/feedback.ts";
import { NO_FILTERS } from "../recommender/filters.ts";
import { type ShortListOptions, shortList, type Taker } from "./short-list.ts";

const { recommender, catalog } = tinyWorld();
const idOf = (title: string) => recommender.model.movies.find((movie) => movie.title === title)!.id;
const titled = (id: string) => catalog.byId(id)!.title;

function taker(id: string, liked: readonly string[], more: Partial<Taker> = {}): Taker {
  const feedback = liked.map((title, at) => ({ movie: idOf(title), verdict: "like" as Verdict, atMs: at }));
  return {
    id,
    taste: recommender.taste(feedback),
    away: new Set(),
    seen: new Set(liked.map((title) => recommender.rowOf(idOf(title))!)),
    ahead: 0,
    ...more,
  };
}

const ada = taker("ada", ["Alien", "Heat"]);
const ben = taker("ben", ["Amelie"]);
const list = (takers: readonly Taker[], options: Partial<ShortListOptions> = {}) =>
  shortList(recommender, takers, { filters: NO_FILTERS, seenBy: "nobody", without: new Set(), ...options });

test("nothing comes on the list that anybody has seen, refused or vetoed", () => {
  const away = new Set([recommender.rowOf(idOf("Ronin"))!]);
  const without = new Set([recommender.rowOf(idOf("Notting Hill"))!]);
  const titles = list([ada, { ...ben, away }], { without }).films.map(titled);
  expect(titles.length).toBeGreaterThan(0);
  for (const title of ["Alien", "Amelie", "Ronin", "Notting Hill"]) expect(titles).not.toContain(title);
});

test("where films that some have seen will do, only what most have is left out", () => {
  const three = [ada, taker("cyd", ["Alien"]), ben];
  const rows = list(three, { seenBy: "most" }).films.map(titled);
  expect(rows).not.toContain("Alien");
  const all = list([ada, ben], { seenBy: "most" }).films.map(titled);
  expect(all.some((title) => ["Alien", "Heat", "Amelie"].includes(title))).toBe(true);
});

test("three to five films are unlike each other, and it is told what each is expected to give", () => {
  const { films, expected } = list([ada, ben]);
  expect(films.length).toBeGreaterThanOrEqual(3);
  expect(films.length).toBeLessThanOrEqual(5);
  const genres = films.slice(0, 3).map((movie) => catalog.byId(movie)!.genres[0]);
  expect(new Set(genres).size).toBe(2);
  for (const [at, movie] of films.entries()) {
    const isTender = catalog.byId(movie)!.genres.includes("Romance");
    const [more, less] = isTender ? ["ben", "ada"] : ["ada", "ben"];
    expect(expected.get(more!)![at], titled(movie)).toBeGreaterThan(expected.get(less!)![at]!);
  }
});

test("even for one person alone the list is not all of a kind", () => {
  const genres = list([ada]).films.map((movie) => catalog.byId(movie)!.genres[0]);
  expect(genres[0]).toBe("Thriller");
  expect(genres.slice(0, 3)).toContain("Comedy");
});

test("it is the turn of whoever is clearly behind", () => {
  expect(list([ada, ben]).turn).toBeUndefined();
  expect(
    list([
      { ...ada, ahead: 1 },
      { ...ben, ahead: -1 },
    ]).turn,
  ).toBe("ben");
});

test("limits hold for everybody, and an empty list says that nothing is left", () => {
  const filters = { ...NO_FILTERS, genresOut: ["Thriller"] };
  for (const movie of list([ada, ben], { filters }).films)
    expect(catalog.byId(movie)!.genres).not.toContain("Thriller");
  expect(list([ada, ben], { filters: { ...NO_FILTERS, yearFrom: 2050 } }).films).toEqual([]);
});

import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { wellKnown } from "../../catalog/testing/well-known.ts";
import type { Context } from "./context.ts";
import { pickedIn } from "./picked.ts";
import { withTitlesBeside } from "./sequels.ts";

const PLACES: Readonly<Record<string, number>> = { "The Godfather": 1, "The Godfather: Part II": 2 };
const catalog = createCatalog(wellKnown, {
  ...NOTHING_KNOWN,
  factsOf(id) {
    const place = PLACES[wellKnown.find((movie) => movie.id === id)!.title];
    return place === undefined
      ? undefined
      : { series: { value: { name: "The Godfather", place }, source: "by hand" } };
  },
});
const film = (title: string) => wellKnown.find((movie) => movie.title === title)!;
const beside = (title: string, said: string, listed: Context["listed"] = []) =>
  withTitlesBeside(catalog, said, {
    phase: "suggesting",
    shown: () => [],
    named: film(title),
    listed,
    isWeighed: false,
    isElsewhere: false,
  });

test.each([
  ["The Godfather", "is part 2 better", "is The Godfather: Part II (1974) better"],
  ["The Godfather", "I'll watch the sequel", "I'll watch The Godfather: Part II (1974)"],
  ["The Godfather: Part II", "is the original long?", "is The Godfather (1972) long?"],
  ["The Godfather: Part II", "the prequel to it", "The Godfather (1972)"],
])("beside %s, %s is %s", (title, said, meant) => expect(beside(title, said)).toBe(meant));

test.each([
  ["The Godfather", "the sequel to Alien"],
  ["The Godfather", "part 3"],
  ["The Godfather", "something original please"],
  ["Pulp Fiction", "is the sequel any good"],
])("beside %s, %s means no other film", (title, said) => expect(beside(title, said)).toBe(said));

test("of a list, a part is a place in it", () => {
  expect(beside("The Godfather", "the second part", [film("Pulp Fiction")])).toBe("the second part");
});

test("a film that pleases is picked, and what is said behind it is said of it", () => {
  const movie = film("Pulp Fiction");
  expect(pickedIn(catalog, "Pulp Fiction (1994) sounds good")).toEqual({ movie, rest: undefined });
  expect(pickedIn(catalog, "ok Pulp Fiction (1994) looks great, what's it about?")).toEqual({
    movie,
    rest: "what's it about?",
  });
  expect(pickedIn(catalog, "Pulp Fiction (1994) sounds boring")).toBeUndefined();
});

import { expect, test } from "vitest";
import type { Certificate } from "../catalog/certificates.ts";
import { createFactIndex } from "../catalog/fact-index.ts";
import { NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { tinyModel } from "../conversation/testing/tiny-world.ts";
import { type Filters, NO_FILTERS } from "./filters.ts";
import { policyFrom } from "./policy.ts";
import { createRecommender } from "./recommender.ts";

const tiny = tinyModel();
const row = (title: string) => tiny.movies.findIndex((movie) => movie.title === title);
const column = (...titles: string[]) =>
  Uint8Array.from(tiny.movies, ({ title }) => (titles.includes(title) ? 255 : 0));
const model = {
  ...tiny,
  traits: new Map([
    ...tiny.traits,
    ["gore", column("The Thing")],
    ["kids", column("Alien", "Amelie", "Notting Hill")],
  ]),
};

/** With the certificates of some films by title. */
function recommenderOf(known: Readonly<Record<string, Certificate>>) {
  const facts = createFactIndex(model.movies, {
    ...NOTHING_KNOWN,
    factsOf: (id) => {
      const value = known[model.movies.find((movie) => movie.id === id)!.title];
      return value && { certificate: { value, source: "by hand" } };
    },
  });
  return createRecommender(model, policyFrom({}), facts);
}
const recommender = recommenderOf({ Alien: "R", "Notting Hill": "PG-13", "Before Sunrise": "PG" });
const filters = (asked: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...asked });
const passing = (asked: Partial<Filters>) =>
  model.movies.filter((_, at) => recommender.passes(at, filters(asked))).map(({ title }) => title);

test("films known to have one of the certificates are taken before all of which none is known", () => {
  expect(passing({ certificates: ["G", "PG", "PG-13"] })).toEqual(["Notting Hill", "Before Sunrise"]);
  expect(passing({ certificates: ["R"] })).toEqual(["Alien"]);
  expect(passing({ certificates: ["PG"] })).toEqual(["Before Sunrise"]);
});

test("where none is left, one of which nothing speaks against it comes next, and that none is known is told", () => {
  const asked = filters({ certificates: ["PG-13"], genresIn: ["Thriller"] });
  const { filters: left, givenUp } = recommender.relax(recommender.taste([]), { filters: asked });
  expect(left).toMatchObject({ certificates: ["PG-13"], genresIn: ["Thriller"], mayBeUnrated: true });
  expect(givenUp).toEqual(NO_FILTERS);
  const shown = model.movies.filter((_, at) => recommender.passes(at, left)).map(({ title }) => title);
  expect(shown).toContain("Ronin");
  expect(shown).not.toContain("Alien");
});

test("what has in it what only adults may see is no film for those who are younger, and may be one for adults", () => {
  const thing = row("The Thing");
  const unrated = (certificates: Certificate[]) =>
    recommender.passes(thing, filters({ certificates, mayBeUnrated: true }));
  expect(unrated(["PG-13"])).toBe(false);
  expect(unrated(["R"])).toBe(true);
  expect(recommender.passes(row("Amelie"), filters({ certificates: ["R"], mayBeUnrated: true }))).toBe(false);
});

test("before there was a PG-13 such films were rated PG", () => {
  const old = recommenderOf({ Alien: "PG", Amelie: "PG" }); // 1979, 2001
  const asked = filters({ certificates: ["PG-13"], mayBeUnrated: true });
  expect(old.passes(row("Alien"), asked)).toBe(true);
  expect(old.passes(row("Amelie"), asked)).toBe(false);
  expect(old.passes(row("Alien"), filters({ certificates: ["PG-13"] }))).toBe(false);
});

test("no film for children is one that asks for older ones, however well it would suit them", () => {
  expect(passing({ traitsIn: ["kids"] })).toEqual(["Amelie"]);
});

test("where no certificate is known, what films have in them decides alone", () => {
  const knowing = recommenderOf({});
  expect(knowing.passes(row("Ronin"), filters({ certificates: ["PG"] }))).toBe(true);
  expect(knowing.passes(row("The Thing"), filters({ certificates: ["PG"] }))).toBe(false);
});

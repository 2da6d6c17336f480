import { expect, test } from "vitest";
import type { FilmFacts } from "../catalog/film-facts.ts";
import { decodeFilmFacts, encodeFilmFacts } from "./film-facts-file.ts";

const HEAT: FilmFacts = {
  directors: { value: ["Michael Mann"], source: "Wikidata" },
  cast: { value: ["Al Pacino", "Robert De Niro"], source: "Wikipedia" },
  composers: { value: ["Elliot Goldenthal"], source: "by hand" },
  cinematographers: { value: ["Dante Spinotti"], source: "by hand" },
  writers: { value: ["Michael Mann"], source: "by hand" },
  runtimeMinutes: { value: 170, source: "Freebase" },
  certificate: { value: "R", source: "by hand" },
  countries: { value: ["United States"], source: "Wikidata" },
  languages: { value: ["English"], source: "Wikidata" },
  released: { value: "1995-12-15", source: "Wikidata" },
  oscars: { value: { won: 0, nominated: 1 }, source: "Academy Awards" },
  wikipedia: "Heat (1995 film)",
  wikidata: "Q42198",
};
const facts = new Map<string, FilmFacts>([
  ["tt0113277", HEAT],
  ["tt2", { cast: { value: ["Robert De Niro"], source: "MovieLens" } }],
  ["tt3", {}],
]);

test("gives back what was written, and nothing of a film it does not know", () => {
  const factsOf = decodeFilmFacts(encodeFilmFacts(facts));
  for (const [id, film] of facts) expect(factsOf(id)).toEqual(film);
  for (const id of ["tt9", "constructor", "__proto__"]) expect(factsOf(id)).toBeUndefined();
});

test("the same facts give the same bytes", () => {
  expect(encodeFilmFacts(new Map(facts))).toEqual(encodeFilmFacts(facts));
});

test("refuses every byte altered, and every cut", () => {
  const bytes = encodeFilmFacts(facts);
  for (let at = 0; at < bytes.length; at += 7) {
    const altered = Buffer.from(bytes);
    altered[at] = altered[at]! ^ 1;
    expect(() => decodeFilmFacts(altered), `byte ${at}`).toThrow();
    expect(() => decodeFilmFacts(bytes.subarray(0, at)), `cut at ${at}`).toThrow();
  }
});

test("says that a newer file needs a newer program", () => {
  const newer = encodeFilmFacts(facts).toString("latin1").replace('"format":2', '"format":3');
  expect(() => decodeFilmFacts(Buffer.from(newer, "latin1"))).toThrow(/format 3.*update Matinee/);
});

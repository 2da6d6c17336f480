/** What films are said to be like, and how else they are to be. */
import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { fewNames } from "../../catalog/testing/few-names.ts";
import { wellKnown } from "../../catalog/testing/well-known.ts";
import { readWords } from "../words.ts";
import { createRuleParser } from "./rule-parser.ts";

const movies = wellKnown.map((movie) => ({ ...movie, ratingCount: movie.ratingCount + 1 }));
const catalog = createCatalog(movies, {
  ...NOTHING_KNOWN,
  names: fewNames,
  factsOf: (id) => {
    const title = movies.find((movie) => movie.id === id)?.title ?? "";
    const place = ["Rocky", "Rocky II", "Rocky III"].indexOf(title) + 1;
    return place > 0 ? { series: { value: { name: "Balboa", place }, source: "by hand" } } : undefined;
  },
});
const parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });

test.each([
  "the closest thing to Pulp Fiction",
  "movies that feel like Pulp Fiction",
  "anything as unhinged as Pulp Fiction",
  "need another Pulp Fiction",
  "just finished Pulp Fiction, more please",
  "what scratches the same itch as Pulp Fiction",
])("%s", (text) => {
  expect(parser.read(text)).toMatchObject({ kind: "request", similarTo: ["Pulp Fiction"] });
});

test("a series that no film goes by the name of is meant by its best known, and none of it is asked for", () => {
  expect(parser.read("something like Balboa but funny")).toMatchObject({
    similarTo: ["Rocky"],
    titlesOut: ["Balboa"],
    moodsIn: ["funny"],
  });
});

test.each(["with women", "about women", "with a woman as the hero", "gender swapped"])(
  "but %s",
  (otherwise) => {
    expect(parser.read(`like Pulp Fiction but ${otherwise}`)).toMatchObject({
      similarTo: ["Pulp Fiction"],
      keywordsIn: ["female lead"],
    });
  },
);

test("for grown-ups: none for children, and no words left over", () => {
  expect(parser.read("like Toy Story but for grown ups")).toMatchObject({
    similarTo: ["Toy Story"],
    genresOut: ["Children"],
    ideally: [],
  });
});

test("a plot is searched for as it is told, and no word of it is read as anything else", () => {
  expect(parser.read("two killers lose everything in 1995 to a pulp fiction writer")).toMatchObject({
    kind: "request",
    about: ["two killers lose everything in 1995 to a pulp fiction writer"],
    similarTo: [],
    keywordsIn: [],
    yearFrom: 0,
    drops: [],
  });
});

test.each([
  "I just watched Pulp Fiction and want something that scratches the same itch",
  "saw Pulp Fiction last night. give me something with that same energy",
  "I loved Pulp Fiction, anything to fill that void",
])("what does the same for somebody as a film they saw is to be like it: %s", (text) => {
  expect(parser.read(text)).toMatchObject({ similarTo: ["Pulp Fiction"] });
});

test.each([
  "anything similar to Pulp Fiction the TV series?",
  "something like the show Pulp Fiction",
  "films like Pulp Fiction (the hbo show)",
])("that a title is one of a series too asks for no series: %s", (text) => {
  expect(parser.read(text)).toMatchObject({ medium: "film", similarTo: ["Pulp Fiction"] });
});

test("who asks for a series gets told that there are none", () => {
  expect(parser.read("a tv series like Pulp Fiction").medium).toBe("series");
});

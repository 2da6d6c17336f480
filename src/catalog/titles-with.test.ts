import { expect, test } from "vitest";
import { wellKnown } from "./testing/well-known.ts";
import { createTitlesWith } from "./titles-with.ts";

const titlesWith = createTitlesWith(wellKnown);
const titles = (name: string) => titlesWith(name).map(({ title }) => title);

test("films are found by words that stand in their titles one behind the other, however they are written", () => {
  expect(titles("TOY story")).toEqual(["Toy Story", "Toy Story 2", "Toy Story 3"]);
  expect(titles("the Empire strikes")).toEqual(["Star Wars: Episode V - The Empire Strikes Back"]);
});

test("no part of a word is one, and a single word, articles aside, says too little", () => {
  expect(titles("oy story")).toEqual([]);
  expect(titles("the matrix")).toEqual([]);
});

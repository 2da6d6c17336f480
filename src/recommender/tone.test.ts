import { expect, test } from "vitest";
import type { Traits } from "../artifacts/model.ts";
import { type Filters, NO_FILTERS } from "./filters.ts";
import { type Tone, toned } from "./tone.ts";

/** Three movies: a grim one, a merry one, one in between. */
const traits: Traits = new Map([
  ["dark", Uint8Array.of(240, 10, 100)],
  ["tense", Uint8Array.of(200, 5, 128)],
  ["feel-good", Uint8Array.of(0, 250, 90)],
  ["funny", Uint8Array.of(0, 200, 127)],
  ["relaxing", Uint8Array.of(0, 60, 30)],
]);
const [GRIM, MERRY, BETWEEN] = [0, 1, 2];
const asking = (asked: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...asked });

test.each<[Tone, number | undefined, Partial<Filters>]>([
  ["lighter", GRIM, { traitsIn: ["feel-good"], traitsOut: ["dark", "tense"] }],
  ["lighter", BETWEEN, { traitsIn: ["feel-good"], traitsOut: ["tense"] }],
  ["lighter", MERRY, { traitsIn: ["relaxing"] }],
  ["lighter", undefined, { traitsIn: ["feel-good"] }],
  ["darker", GRIM, { traitsIn: ["dark"] }], // it has all there is
  ["darker", BETWEEN, { traitsIn: ["dark"] }],
  ["darker", MERRY, { traitsIn: ["dark"], traitsOut: ["feel-good"] }],
])("%s than movie %j", (tone, row, expected) => {
  expect(toned(NO_FILTERS, tone, traits, row)).toEqual(asking(expected));
});

test("what was asked for stays, unless it was the other tone", () => {
  const before = asking({ genresIn: ["Crime"], traitsIn: ["tense", "dark"], traitsOut: ["funny", "sad"] });
  expect(toned(before, "lighter", traits, GRIM)).toEqual(
    asking({ genresIn: ["Crime"], traitsIn: ["tense", "feel-good"], traitsOut: ["sad", "dark"] }),
  );
});

test("a model without traits asks for none", () => {
  expect(toned(NO_FILTERS, "darker", new Map(), GRIM)).toEqual(NO_FILTERS);
});

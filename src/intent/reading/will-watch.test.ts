import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { tinyModel } from "../../conversation/testing/tiny-world.ts";
import type { Context } from "./context.ts";
import { readWillWatch } from "./will-watch.ts";

const catalog = createCatalog(tinyModel().movies);
const onTable: Context = {
  phase: "suggesting",
  table: catalog.movies[0],
  shown: () => [],
  listed: [],
  isWeighed: false,
  isElsewhere: false,
};
const TAKES_IT = { kind: "remark", remark: "willWatch" };
const reading = (text: string, context = onTable) => readWillWatch({ catalog, context, text });

test.each([
  "i watch this tonight",
  "we're watching it tonight",
  "Ok, I’ll watch it now!",
  "ill watch this one",
  "watching it right now",
  "gonna watch that with my wife",
])("%j takes the film on the table, where there is one", (text) => {
  expect(reading(text)).toEqual([TAKES_IT]);
  expect(reading(text, { ...onTable, table: undefined })).toBeUndefined();
});

test.each([
  ["we watch Ronin tonight", "Ronin"],
  ["ill watch ronin tonight", "ronin"],
  ["I'll see Notting Hill", "Notting Hill"],
  ["im watching Notting Hill now", "Notting Hill"],
  ["going to watch Ronin after dinner", "Ronin"],
  ["Ronin it is then", "Ronin"],
])("%j takes that film", (text, title) => {
  expect(reading(text)).toEqual([{ kind: "show", title }, TAKES_IT]);
});

test.each([
  "I'll watch something funny tonight",
  "I'll watch a comedy",
  "we watch comedies on Sundays",
  "what should I watch tonight",
  "I watch Ronin",
  "something to watch tonight",
  "what a film it is",
  "we watch one tonight",
])("%j takes none", (text) => {
  expect(reading(text)).toBeUndefined();
});

test("of somebody who has been shown nothing yet it is no choice", () => {
  expect(reading("we watch Ronin tonight", { ...onTable, phase: "favourites" })).toBeUndefined();
});

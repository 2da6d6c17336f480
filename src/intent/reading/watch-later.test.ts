import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { tinyModel } from "../../conversation/testing/tiny-world.ts";
import type { Act } from "../acts.ts";
import { emptyRequest } from "../request.ts";
import type { Context } from "./context.ts";
import { readWatchLater } from "./watch-later.ts";

const catalog = createCatalog(tinyModel().movies);
const [alien, aliens] = catalog.movies as [(typeof catalog.movies)[0], (typeof catalog.movies)[0]];
const onTable: Context = {
  phase: "suggesting",
  table: alien,
  shown: () => [],
  listed: [],
  isWeighed: false,
  isElsewhere: false,
};
const afterList: Context = { ...onTable, listed: [alien, aliens] };

/** What is left to be understood is told as what a film is to be about. */
const reading = (text: string, context = onTable): readonly Act[] | undefined =>
  readWatchLater(
    { catalog, context, text },
    (rest) => ({ ...emptyRequest(), kind: "request", about: [rest] }),
    (rest) => [{ kind: "drop", part: rest }],
  );

test.each([
  "save it",
  "save for later",
  "Save this one for later please",
  "add it to my watchlist!",
  "put that on the list",
  "I'll watch it later",
  "watch it another time",
  "bookmark this movie",
  "can you keep it for later?",
  "let's watch it next week",
  "maybe watch it later",
  "save for latr",
  "keep it for laetr",
])("%j keeps the movie on the table", (text) => {
  expect(reading(text)).toEqual([{ kind: "save" }]);
});

test("a key does nothing where no movie is on the table", () => {
  expect(reading("l")).toEqual([{ kind: "save" }]);
  expect(reading("l", { ...onTable, table: undefined })).toBeUndefined();
});

test.each([
  ["save Ronin for later", ["Ronin"]],
  ["put Ronin, Amelie and The Thing on my list", ["Ronin", "Amelie", "The Thing"]],
  ["bookmark amelie", ["amelie"]],
  ["I want to watch Ronin some day", ["Ronin"]],
  ["remind me to watch Ronin at the weekend", ["Ronin"]],
  ["Ronin for later", ["Ronin"]],
  ["add something unheard of to my list", ["something unheard of"]],
])("%j keeps the films it names", (text, titles) => {
  expect(reading(text)).toEqual([{ kind: "saveNamed", titles }]);
});

test("of the list shown last a film is taken off without naming the list", () => {
  expect(reading("take Aliens off", afterList)).toEqual([{ kind: "takeOff", title: "Aliens" }]);
  expect(reading("take Aliens off")).toBeUndefined();
  expect(reading("take Ronin off", afterList)).toBeUndefined();
});

test.each([
  ["remove Ronin from my list", "Ronin"],
  ["take ronin off my watch list please", "ronin"],
  ["delete The Thing from the watchlist", "The Thing"],
  ["unsave Ronin", "Ronin"],
  ["remove ronin from list", "ronin"],
  ["take ronin off watchlist", "ronin"],
])("%j takes that one off", (text, title) => {
  expect(reading(text)).toEqual([{ kind: "takeOff", title }]);
});

test("without a title the movie on the table is taken off", () => {
  for (const text of ["take it off my list", "remove this one from my list"])
    expect(reading(text)).toEqual([{ kind: "takeOff" }]);
});

test.each([
  "list",
  "my list",
  "My watchlist?",
  "what's on my list",
  "whats on my watchlist",
  "show me my watch later list",
  "what did I save for later",
  "which films have I saved?",
])("%j looks at the list", (text) => {
  expect(reading(text)).toEqual([{ kind: "list" }]);
});

test.each([
  ["something short from my list", "something short"],
  ["What should I watch tonight from my list?", "What should I watch tonight"],
  ["a comedy off my watchlist", "a comedy"],
  ["anything scary on my list", "anything scary"],
  ["take one from my list", "take one"],
  ["pick one for me that's on my list", "pick one for me"],
])("%j asks for something of it", (text, rest) => {
  expect(reading(text)).toMatchObject([{ kind: "ask", isOfList: true, request: { about: [rest] } }]);
});

test("is one of several things said", () => {
  const heat = { kind: "drop", part: "hated Notting Hill" };
  expect(reading("hated Notting Hill, save Ronin for later")).toEqual([
    heat,
    { kind: "saveNamed", titles: ["Ronin"] },
  ]);
  expect(reading("save it for later and show me a comedy")).toEqual([
    { kind: "save" },
    { kind: "drop", part: "show me a comedy" },
  ]);
});

test("whether a film is on it can be asked", () => {
  for (const text of ["is Ronin on my list?", "did I save Ronin", "have I saved Ronin already?"])
    expect(reading(text)).toEqual([{ kind: "isListed", title: "Ronin" }]);
});

test.each([
  "save me from boredom",
  "save it for lunch",
  "save something funny for later",
  "keep it light",
  "later",
  "Ronin",
  "something short",
  "remove Ronin from my favourites",
  "add Ronin to my favourites",
  "a list of the best heist films",
  "Schindler's List",
])("%j has nothing to do with it", (text) => {
  expect(reading(text)).toBeUndefined();
});

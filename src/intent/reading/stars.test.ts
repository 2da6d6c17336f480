import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { tinyModel } from "../../conversation/testing/tiny-world.ts";
import type { Context } from "./context.ts";
import { readRating, readRatingAmong } from "./stars.ts";

const catalog = createCatalog(tinyModel().movies);
const onTable: Context = {
  phase: "suggesting",
  table: catalog.movies[0],
  shown: () => [],
  listed: [],
  isWeighed: false,
  isElsewhere: false,
};
const rating = (text: string, context = onTable) => readRating({ catalog, context, text });

test.each([
  ["4/5", "like", 4],
  ["4 / 5.", "like", 4],
  ["8 out of 10", "like", 4],
  ["I'd give it a 7,5/10", "like", 4],
  ["3/5", "seen", 3],
  ["a solid 2 out of 5", "dislike", 2],
  ["0/10", "dislike", 0.5],
  ["2 stars", "dislike", 2],
  ["3½ stars", "like", 3.5],
  ["⭐⭐⭐⭐", "like", 4],
  ["85/100 for me", "like", 4.5],
])("%j is a rating of the movie on the table", (text, verdict, stars) => {
  expect(rating(text)).toMatchObject({ kind: "answer", verdict, rating: { stars } });
});

test.each([
  ["Ronin 9/10", "Ronin", 4.5],
  ["I give Heat (1995) 2/5", "Heat (1995)", 2],
  ["notting hill is a 6/10", "notting hill", 3],
  ["5 stars for Amelie", "Amelie", 5],
])("%j is a rating of that movie", (text, title, stars) => {
  expect(rating(text)).toMatchObject({ kind: "mark", title, rating: { stars } });
  expect(rating(text, { ...onTable, table: undefined })).toMatchObject({ kind: "mark", title });
});

test.each([
  "a war movie with four stars",
  "movies with at least 4 stars",
  "11/10",
  "50/50",
  "9/11",
  "24/7",
  "a comedy under 2/3 of the usual length",
  "Ronin",
  "1995",
])("%j is none", (text) => {
  expect(rating(text)).toBeUndefined();
});

test("with no movie on the table there is nothing to rate", () => {
  expect(rating("4/5", { ...onTable, table: undefined })).toBeUndefined();
});

test("points of another scale are kept as they were said", () => {
  expect(rating("8 out of 10")).toMatchObject({ rating: { stars: 4, points: "8/10" } });
  expect(rating("I'd give it a 7,5/10")).toMatchObject({ rating: { stars: 4, points: "7.5/10" } });
  expect(rating("4/5")).toEqual({ kind: "answer", verdict: "like", rating: { stars: 4 } });
});

test.each([
  ["seen it, 4 stars, too long", { kind: "answer", verdict: "like", rating: { stars: 4 } }, ""],
  ["4/5, something similar", { kind: "answer", verdict: "like", rating: { stars: 4 } }, "something similar"],
  ["loved it! 9/10", { kind: "answer", verdict: "like", rating: { stars: 4.5, points: "9/10" } }, ""],
  [
    "saw Ronin yesterday, 2 stars",
    { kind: "mark", verdict: "dislike", title: "Ronin", rating: { stars: 2 } },
    "",
  ],
  ["seen it, four stars but too long", { kind: "answer", verdict: "like", rating: { stars: 4 } }, ""],
  ["three and a half stars, a bit slow", { kind: "answer", verdict: "like", rating: { stars: 3.5 } }, ""],
  [
    "seven out of ten, could have been shorter",
    { kind: "answer", verdict: "like", rating: { stars: 3.5, points: "7/10" } },
    "",
  ],
  ["schon gesehen, 2 Sterne, zu lang", { kind: "answer", verdict: "dislike" }, ""],
  ["seen it - 4 stars - too long", { kind: "answer", verdict: "like", rating: { stars: 4 } }, ""],
  ["seen it 4 stars too long", { kind: "answer", verdict: "like", rating: { stars: 4 } }, ""],
  ["I watched it last night, one star, a little too long for my taste", { verdict: "dislike" }, ""],
  ["4 stars, a bit slower now", { kind: "answer", verdict: "like" }, "a bit slower now"],
  ["seen Ronin, 3 stars. a comedy next", { kind: "mark", verdict: "seen", title: "Ronin" }, "a comedy next"],
])("%j is a rating, and what is left of it", (text, act, rest) => {
  expect(readRatingAmong({ catalog, context: onTable, text })).toMatchObject({ acts: [act], rest });
});

test.each(["a five-star movie please", "something with five stars", "a film with four stars in it"])(
  "%j rates nothing",
  (text) => {
    expect(readRating({ catalog, context: onTable, text })).toBeUndefined();
  },
);

test("several films that are rated are all", () => {
  expect(
    readRatingAmong({
      catalog,
      context: onTable,
      text: "Loved Ronin 10/10, Notting Hill 4/10, something similar",
    }),
  ).toMatchObject({
    acts: [
      { kind: "mark", verdict: "like", title: "Ronin", rating: { points: "10/10" } },
      { kind: "mark", verdict: "dislike", title: "Notting Hill" },
    ],
    rest: "something similar",
  });
});

test.each([
  ["Ronin: seen it, 4 stars, too long", "Ronin", "like", ""],
  ["ronin - seen it, 2/5, bit slow", "ronin", "dislike", ""],
  ["Notting Hill (1999), seen it, 4 stars, too long", "Notting Hill (1999)", "like", ""],
  ["Ronin: 4/5, something similar", "Ronin", "like", "something similar"],
])("%j is of the film that stands before it", (text, title, verdict, rest) => {
  for (const context of [onTable, { ...onTable, table: undefined }])
    expect(readRatingAmong({ catalog, context, text })).toMatchObject({
      acts: [{ kind: "mark", title, verdict }],
      rest,
    });
});

test.each(["My rating: 4 stars", "seen it, 4 stars", "score: 8/10, too long"])(
  "%j is of the table",
  (text) => {
    const act = readRating({ catalog, context: onTable, text });
    const [among] = readRatingAmong({ catalog, context: onTable, text })?.acts ?? [];
    expect(act ?? among).toMatchObject({ kind: "answer" });
  },
);

test("stars behind another film are not the one's on the table", () => {
  expect(
    readRatingAmong({ catalog, context: onTable, text: "Notting Hill with my wife, 2 stars" }),
  ).toBeUndefined();
});

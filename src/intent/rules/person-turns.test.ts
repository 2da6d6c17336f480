import { expect, test } from "vitest";
import { emptyRequest } from "../request.ts";
import { alternatives } from "./people.ts";
import { settlePersonTurns } from "./person-turns.ts";

const movies = [1971, 1975, 1980, 1990, 2000, 2010, 2020].map((year, row) => ({
  id: `m${row}`,
  title: `Film ${row}`,
  year,
  genres: [],
  alternativeTitles: [],
  ratingCount: 1,
  meanStars: 4,
}));
const facts = { filmsBy: () => ({ name: "Al Pine", rows: new Set(movies.keys()) }) };
const turned = (text: string) => {
  const plain = text.toLowerCase();
  const start = plain.indexOf("al pine");
  const request = { ...emptyRequest(), peopleIn: ["Al Pine"], about: ["is whatever"], countries: ["US"] };
  settlePersonTurns(request, [{ name: "Al Pine", start, end: start + 7 }], plain, { facts, movies } as never);
  return request;
};

test.each(["early Al Pine", "Al Pine's early work", "Al Pine before he was famous", "young Al Pine"])(
  "%s: the first years",
  (text) => {
    expect(turned(text)).toMatchObject({ yearTo: 1979, about: [], countries: ["US"] });
  },
);

test("before Hollywood: the first years, and not of its country", () => {
  expect(turned("Al Pine before he went to Hollywood")).toMatchObject({ yearTo: 1979, countries: [] });
});

test.each(["Al Pine as the bad guy", "a movie where Al Pine is creepy", "Al Pine in a villain role"])(
  "%s: words of villains order, and rule nothing out",
  (text) => {
    expect(turned(text)).toMatchObject({
      yearTo: 0,
      about: [],
      ideally: [expect.stringContaining("villain")],
    });
  },
);

test("a person alone has no turn", () => {
  expect(turned("films with Al Pine")).toMatchObject({ yearTo: 0, about: ["is whatever"], ideally: [] });
});

test("of those joined by an or any will do; an and asks for all", () => {
  const named = (plain: string) => {
    const mentions = ["ann ash", "ben bow", "cy cole"].flatMap((name) =>
      plain.includes(name) ? [{ name, start: plain.indexOf(name), end: plain.indexOf(name) + 7 }] : [],
    );
    return mentions.map(alternatives(mentions, plain));
  };
  expect(named("with ann ash or ben bow")).toEqual(["ann ash or ben bow", "ann ash or ben bow"]);
  expect(named("ann ash, ben bow or cy cole")[2]).toBe("ann ash or ben bow or cy cole");
  expect(named("ann ash and ben bow")).toEqual(["ann ash", "ben bow"]);
});

/** What the films that are named in a post are named for. */
import { describe, expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Ronin", "Casino", "Amadeus", "Gattaca", "Zodiac", "Midsommar", "Drive"]);

const readAs = (said: string) => {
  const { similarTo, favourites, titlesOut } = parser.read(
    `Any tense thrillers for the long weekend?\n${said} I would be happy about whatever you have, from any decade at all, really.`,
  );
  return { wanted: [...similarTo, ...favourites].sort(), titlesOut: [...titlesOut].sort() };
};

describe("films of which it is told how they were", () => {
  test.each([
    "Ronin and Casino hit the same spot.",
    "Ronin, Casino = perfection.",
    "Ronin and Casino are the kind of thing.",
    "Think Ronin, Casino.",
    "Ronin was my all time favourite, Casino too.",
    "Ronin, Casino.",
  ])("are wanted: %s", (said) =>
    expect(readAs(said)).toEqual({ wanted: ["Casino", "Ronin"], titlesOut: [] }),
  );

  test.each([
    "Don't say Ronin. Don't say Casino.",
    "Ronin and Casino were garbage.",
    "Ronin and Casino are where I draw the line.",
    "Ronin and Casino need not apply.",
    "Ronin and Casino are checked off.",
    "Ronin / Casino types are not welcome.",
  ])("are not: %s", (said) => expect(readAs(said)).toEqual({ wanted: [], titlesOut: ["Casino", "Ronin"] }));

  test("in the sentence before, and not in it, say nothing of the next", () => {
    expect(readAs("Ronin and Casino are favourites. Gattaca is not what I'm after.")).toEqual({
      wanted: ["Casino", "Ronin"],
      titlesOut: ["Gattaca"],
    });
    expect(readAs("Ronin was a favourite, Casino too. Hated Gattaca.").titlesOut).toEqual(["Gattaca"]);
  });
});

test.each([
  ["something with Drive energy", ["Drive"]],
  ["looking for Drive vibes", ["Drive"]],
  ["I want the Amadeus of cooking films", ["Amadeus"]],
])("a film is named for its sort: %s", (said, similarTo) =>
  expect(parser.read(said)).toMatchObject({ kind: "request", similarTo }),
);

test("who wants no series asks for films", () => {
  expect(parser.read("Slow burn thrillers. Not series! Nothing gory.").medium).toBe("film");
  expect(parser.read("Slow burn series. Nothing gory.").medium).toBe("series");
});

describe("what is told in a post beside its title line", () => {
  const read = (told: string) =>
    parser.read(
      `Thrillers set on trains\n${told} We have the evening to ourselves for once and a big sofa to lie on.`,
    );

  test("is no wish", () => {
    expect(read("I was born in 1989 and my older sister chose the films.")).toMatchObject({
      yearFrom: 0,
      keywordsIn: ["trains"],
    });
    expect(read("I have been lurking here since 2019.").yearFrom).toBe(0);
  });

  test("asks where it says so", () => {
    expect(read("I'd love one from the 1980s.")).toMatchObject({ yearFrom: 1980, yearTo: 1989 });
  });
});

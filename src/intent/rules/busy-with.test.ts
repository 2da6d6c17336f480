/** What a post says that somebody is busy watching. */
import { describe, expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Ronin", "Casino"]);

describe("is what is asked for", () => {
  test.each([
    [
      "My husband and I are working thru heist movies and we have run out of the obvious ones. Seen Ronin.",
      "heist",
    ],
    ["We've been working our way through heist movies. Any more, beside Ronin?", "heist"],
    ["I've been bingeing heist movies lately. My wife is at work. What else is there?", "heist"],
    ["We're going through all the heist films we can find. Seen Ronin and Casino.", "heist"],
    ["My brother and I are ploughing through a list of heist films. Seen Casino.", "heist"],
    ["In a huge heist phase. What else is there?", "heist"],
    ["I've been on a real kick of heist stuff. Already seen Casino. Any ideas?", "heist"],
    ["I'm on a massive heist movie kick right now, any tips?", "heist"],
    ["I can't get enough of heist films. Any ideas?", "heist"],
    ["I'm down to my last popcorn and can't stop watching heist films. What next?", "heist"],
  ])("%s", (said, keyword) => {
    const { keywordsIn, ideally, kind } = parser.read(said);
    expect([...keywordsIn, kind]).toEqual([keyword, "request"]);
    expect(ideally.join(" ")).not.toMatch(/bing|phase|kick|massive|huge|through/);
  });
});

test.each([
  "I've had enough of heist films. A drama please.",
  "I'm sick of bingeing heist films. Something else, a drama?",
  "I'm going through a divorce. A drama please, no heist.",
])("and what somebody has had enough of is not: %s", (said) =>
  expect(parser.read(said)).toMatchObject({ keywordsIn: [], genresIn: ["Drama"] }),
);

test("what somebody goes through in life is no subject", () =>
  expect(parser.read("I'm going through a divorce and want a comedy")).toMatchObject({
    genresIn: ["Comedy"],
    keywordsIn: [],
  }));

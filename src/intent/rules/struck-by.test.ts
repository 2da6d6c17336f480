/** Films that were watched are models where it is told that they struck those who watched. */
import { describe, expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Ronin", "Casino", "Amadeus", "Gattaca", "Zodiac"]);
const modelsOf = (text: string): string[] => {
  const { similarTo, favourites } = parser.read(text);
  return [...new Set([...similarTo, ...favourites])].sort();
};

test.each([
  "Just watched Ronin for the first time and wow. What else is out there?",
  "Finally saw Ronin last night and I can't stop thinking about it. Any suggestions?",
  "watched Ronin yesterday, holy shit. what should I see next",
  "I just saw Ronin and my mind is blown. what do I watch now?",
  "We finished Ronin tonight and we're still shaking. recommend me something",
  "Just got out of Ronin and damn. What next?",
  "Watched Ronin last night. Wow. So what else should I watch?",
])("one is: %s", (text) => expect(modelsOf(text)).toEqual(["Ronin"]));

test.each([
  "we watched Ronin, Amadeus and Gattaca together and he was glued to the screen. What else could work?",
  "Watched Ronin, Amadeus and Gattaca with my wife and we were on the edge of our seats. what else is there?",
  "He saw Ronin, Amadeus and Gattaca and couldn't look away, what else would he like?",
])("so are all of a list: %s", (text) => {
  expect(modelsOf(text)).toEqual(["Amadeus", "Gattaca", "Ronin"]);
  expect(parser.read(text)).toMatchObject({ kind: "request", about: [], titlesOut: [] });
});

test("what tells it asks for nothing itself", () => {
  expect(
    parser.read("Just watched Ronin and we were glued to the screen. What else is like that?"),
  ).toMatchObject({
    similarTo: ["Ronin"],
    about: [],
    ideally: [],
  });
});

test.each([
  "Just watched Ronin. Something funny now",
  "I've seen Ronin, Casino and Gattaca already. What else is tense?",
  "Just watched Ronin, didn't do it for me. What else is there about music?",
  "Watched Ronin last night and wow was it boring. something lighter please",
  "Finally saw Ronin and wow, what a waste of two hours. a comedy please",
  "We watched Ronin, Casino and Gattaca together and he was bored to tears. A western?",
  "I saw Ronin and was not exactly blown away. a comedy please",
  "I've seen Ronin and Casino. I need something incredible for tonight",
  "Saw Ronin, I want something amazing and funny",
])("none is that was only seen, or struck them ill: %s", (text) => expect(modelsOf(text)).toEqual([]));

test("the last of those seen may be praised alone", () => {
  const { titlesOut } = parser.read(
    "seen Casino, Zodiac and Gattaca, Ronin is easily the best of them all, what now?",
  );
  expect(titlesOut).toEqual(["Casino", "Zodiac", "Gattaca"]);
});

describe("of a film that was seen", () => {
  test.each([
    "Just finished Ronin, what else has that tense feel?",
    "I just watched Ronin and want something with that quiet dread",
    "Just saw Ronin. which others have that kind of ending?",
  ])("what is to be the same is likeness to it: %s", (text) => {
    expect(parser.read(text)).toMatchObject({ kind: "request", similarTo: ["Ronin"] });
  });

  test("those that were loved are meant where some were", () => {
    expect(parser.read("I loved Ronin, I have seen Casino, anything similar?").similarTo).toEqual(["Ronin"]);
  });
});

/** What is said in the several sentences of a post: of films by name, of whoever asks, and of what they do not mean. */
import { describe, expect, test } from "vitest";
import type { MovieRequest } from "../request.ts";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Ronin", "Casino", "Amadeus", "Gattaca", "Zodiac", "Midsommar"]);

const cases = (list: readonly (readonly [string, Partial<MovieRequest>])[]) =>
  test.each(list)("%s", (text, expected) => expect(parser.read(text)).toMatchObject(expected));

describe("what is said of films behind their titles", () => {
  cases([
    ["I need a thriller. Gattaca did nothing for us.", { titlesOut: ["Gattaca"], similarTo: [] }],
    [
      "A thriller please. Ronin, Casino and Gattaca were right up my alley.",
      { favourites: ["Ronin", "Casino", "Gattaca"], titlesOut: [] },
    ],
    ["A drama please. I can quote Amadeus by heart.", { titlesOut: ["Amadeus"], similarTo: [] }],
    [
      "I really liked Ronin and Gattaca, and hated Casino. A thriller?",
      { favourites: ["Ronin", "Gattaca"], titlesOut: ["Casino"] },
    ],
    [
      "A comedy for my aunt. Last time I picked Midsommar, which went badly.",
      { titlesOut: ["Midsommar"], similarTo: [] },
    ],
    [
      "A drama. I adored Amadeus. A colleague talked about Zodiac.",
      { favourites: ["Amadeus"], similarTo: [] },
    ],
    ["A thriller, but no gore fest like Casino", { titlesOut: ["Casino"], similarTo: [] }],
  ]);
  test("what is known already was seen, and nothing was said of how it was", () => {
    expect(parser.understand("A drama please. I know Amadeus by heart.").judged).toEqual([
      { verdict: "seen", title: "Amadeus" },
    ]);
  });
});

test("words in which films are praised or blamed can be what another is about", () => {
  expect(
    parser.read("a drama about homework").about.concat(parser.read("a drama about homework").keywordsIn),
  ).not.toEqual([]);
});

describe("what is not asked for", () => {
  cases([
    ["a comedy for my aunts, who are in their late fifties", { yearFrom: 0, yearTo: 0 }],
    ["a western, I have seen the same three this year", { yearFrom: 0 }],
    ["a drama that feels more like a poem than a thriller", { genresIn: ["Drama"] }],
    ["a drama. Comedy is fine, horror isn't.", { genresOut: ["Horror"] }],
    ["a comedy. I don't find clowns funny", { moodsOut: [] }],
    ["all I find are musicals. A drama please", { genresIn: ["Drama"], genresOut: ["Musical"] }],
    ["a thriller, Ronin is top ten for me", { howMany: 0 }],
    ["a mystery, nothing with dying parents", { audience: "any" }],
    ["a comedy, and I'm Not kidding", { peopleIn: [] }],
    ["a drama for my uncle. He only watches westerns and I'd like to change that", { genresIn: ["Drama"] }],
    ["a classic comedy. Black and white is probably too much.", { keywordsOut: ["black and white"] }],
  ]);
});

describe("a sentence that only tells of whoever asks", () => {
  cases([
    [
      "I drive a taxi at night and play chess. I'd like something with trains.",
      { keywordsIn: ["trains"], ideally: [] },
    ],
    [
      "Years ago I worked in a bakery, and I miss it. Any films about trains?",
      { keywordsIn: ["trains"], about: [], ideally: [] },
    ],
    [
      "My sister visits on Friday. She's a nurse and naps a lot. I need a thriller.",
      { genresIn: ["Thriller"], about: [], keywordsIn: [] },
    ],
    ["We met at a Nick Cave concert in 1995. Looking for a western.", { peopleIn: [], yearFrom: 0 }],
    ["Mum's funeral was on Monday. I want a comedy.", { genresIn: ["Comedy"], ideally: [] }],
    [
      "My flatmate listens to true crime podcasts and now I want a good whodunnit.",
      { medium: "film", keywordsIn: ["whodunit", "cosy mystery"] },
    ],
    [
      "We live by a haunted house. She hates dogs. A drama please.",
      { keywordsOut: ["dogs"], keywordsIn: [] },
    ],
  ]);
});

describe("what is told is heard", () => {
  cases([
    ["I love dinosaurs. Any comedy?", { keywordsIn: ["dinosaurs"] }],
    ["We used to watch musicals. What else is there?", { genresIn: ["Musical"] }],
    [
      "Trying to remember a film. My mum watched it. A nun hides in a barn.",
      { about: ["a nun hides in a barn"] },
    ],
    ["A drama for my uncle. Nothing with dogs.", { genresIn: ["Drama"], keywordsOut: ["dogs"] }],
    ["I like trains. He is my son and he is six.", { keywordsIn: ["trains"] }],
  ]);
});

test("who is told of as tired of a kind may be won over to it", () => {
  expect(parser.read("he finds westerns dull, I want to sneak one past him")).toMatchObject({
    genresIn: ["Western"],
    genresOut: [],
  });
});

test("what somebody hates is asked for where they are to be won over to it", () => {
  const { genresIn, genresOut } = parser.read("My dad hates westerns, I want to sneak one past him.");
  expect(genresIn).toEqual(["Western"]);
  expect(genresOut).toEqual([]);
});

describe("what would do, or a little of which is welcome, is not demanded", () => {
  cases([
    ["I want trains in it. A western would do, documentary even.", { genresIn: [], keywordsIn: ["trains"] }],
    ["a comedy with a bit of magic", { genresIn: ["Comedy"], keywordsIn: [], ideally: ["magic"] }],
  ]);
});

test("of a message that rules out and bounds what is left over has to be", () => {
  expect(parser.read("I'd love fishermen in it, nothing gory, under 90 minutes")).toMatchObject({
    about: ["fishermen"],
    keywordsOut: ["gore"],
  });
});

test("what films are to be about is a wish, whatever is said of others behind", () => {
  expect(parser.read("quiet films about trains, not Casino as I couldn't finish it")).toMatchObject({
    kind: "request",
    keywordsIn: ["trains"],
    titlesOut: ["Casino"],
  });
});

test("a likeness is no part of a plot that is told behind it", () => {
  expect(parser.read("films like Gattaca where the hero loses in the end").similarTo).toEqual(["Gattaca"]);
});

test("where a film is not to be from is no title", () => {
  expect(parser.read("she hates anything American, a comedy")).toMatchObject({
    titlesOut: [],
    countriesOut: ["US"],
  });
});

test("who is to be convinced of a kind wants one", () => {
  expect(parser.read("I need to convince my film snob husband that romcoms can be art").genresIn).toEqual([
    "Comedy",
    "Romance",
  ]);
});

test("who tells of themselves begins anew", () => {
  expect(parser.read("Dad's boat sank on Monday. I'd like more trains and less gore.").refinement).toBe(
    "none",
  );
  expect(parser.read("I'd like more trains and less gore.").refinement).toBe("adjust");
});

describe("what others find is no search for what is not so", () => {
  cases([
    [
      "I want to find films about trains which aren't depressing",
      { keywordsIn: ["trains"], moodsOut: ["sad"] },
    ],
  ]);
});

test("a film that is praised is told of, and no plot", () => {
  const { about, favourites } = parser.read("Looking for a thriller. Amadeus was a hit with everybody here.");
  expect(about).toEqual([]);
  expect(favourites).toEqual(["Amadeus"]);
});

describe('a list of which each part has a "no" of its own', () => {
  cases([
    ["no remakes, no sequels, heists", { keywordsIn: ["heist"], keywordsOut: ["remake", "sequel"] }],
    ["no romance, no musicals, a western", { genresIn: ["Western"], genresOut: ["Romance", "Musical"] }],
    ["no zombies, vampires, ghosts", { keywordsIn: [], keywordsOut: ["zombies", "vampires", "ghosts"] }],
    ["no horror, no comedies or musicals", { genresOut: ["Horror", "Comedy", "Musical"] }],
  ]);
});

test("what would be welcome need not be in a film", () => {
  const { ideally, keywordsIn } = parser.read(
    "I need a thriller, preferably with trains. Nothing too long, we have work tomorrow.",
  );
  expect(keywordsIn).toEqual([]);
  expect(ideally).toContain("trains");
});

test("who tells of the day and asks in one breath is heard", () => {
  const { keywordsIn } = parser.read("just finished a night shift and need movies about zombies. French.");
  expect(keywordsIn).toEqual(["zombies"]);
});

test("of what others are fond of any will do", () => {
  const { ideally, keywordsIn } = parser.read("a comedy, my sister loves dinosaurs and trains");
  expect(keywordsIn).toEqual([]);
  expect(ideally).toEqual(expect.arrayContaining(["dinosaurs", "trains"]));
});

test("some sentences of which one asks are no verdict", () => {
  expect(parser.read("We have seen Zodiac and Ronin. What is scary and from the 80s?").kind).toBe("request");
});

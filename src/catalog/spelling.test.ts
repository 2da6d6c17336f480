import { describe, expect, test } from "vitest";
import { createCatalog } from "./catalog.ts";
import { americanOf } from "./spelling.ts";
import { movie } from "./testing/movie.ts";

describe("British and American spelling", () => {
  test.each([
    ["colour", "color"],
    ["neighbour", "neighbor"],
    ["neighbours", "neighbors"],
    ["honourable", "honorable"],
    ["dishonoured", "dishonored"],
    ["favourites", "favorites"],
    ["theatre", "theater"],
    ["centre", "center"],
    ["spectre", "specter"],
    ["grey", "gray"],
    ["licence", "license"],
    ["defence", "defense"],
    ["civilisation", "civilization"],
    ["analyse", "analyze"],
    ["realising", "realizing"],
    ["traveller", "traveler"],
    ["marvellous", "marvelous"],
    ["judgement", "judgment"],
    ["axe", "ax"],
    ["moustache", "mustache"],
    ["catalogue", "catalog"],
    ["parlour", "parlor"],
  ])("%s is %s", (british, american) => expect(americanOf(british)).toBe(american));

  test.each(
    "four hour tour sour flour our devour detour court source amour armoire genre there fire desire score before greyson fence science silence prologue wise advise rise promise miller killer ballet all mouse cost cosmos raise labyrinth metropolis hourglass".split(
      " ",
    ),
  )("%s is spelt so everywhere", (word) => expect(americanOf(word)).toBe(word));
});

const titles = [
  "My Neighbor Totoro",
  "The Color of Money",
  "The Grey",
  "Theater Camp",
  "Men of Honor",
  "Licence to Kill",
  "The Time Traveler's Wife",
  "Terminator 2: Judgment Day",
  "Analyze This",
  "So I Married an Axe Murderer",
  "Spirited Away",
];
const catalog = createCatalog(titles.map((title, i) => movie(`m${i}`, title, 1985 + i, 10_000 - i)));

test.each([
  ["My Neighbour Totoro", "My Neighbor Totoro"],
  ["the colour of money", "The Color of Money"],
  ["The Gray", "The Grey"],
  ["Theatre Camp", "Theater Camp"],
  ["Men of Honour", "Men of Honor"],
  ["License to Kill", "Licence to Kill"],
  ["The Time Traveller's Wife", "The Time Traveler's Wife"],
  ["Terminator 2: Judgement Day", "Terminator 2: Judgment Day"],
  ["Analyse This", "Analyze This"],
  ["So I Married an Ax Murderer", "So I Married an Axe Murderer"],
])("%s names %s, alone and in a list", (said, title) => {
  expect(catalog.find(said)).toMatchObject({ kind: "one", movie: { title } });
  const [first, second] = catalog.mentions(`Loved these: ${said}, Spirited Away. Anything else?`);
  expect([first?.movies[0]?.title, second?.movies[0]?.title]).toEqual([title, "Spirited Away"]);
});

import { expect, test } from "vitest";
import { readWords } from "../words.ts";
import { createPhrases } from "./phrases.ts";
import { readText } from "./tokens.ts";
import { createToldPlotReader } from "./told-plots.ts";

const known = createPhrases([["the villain wins", "the villain wins"]]);
const plotIn = createToldPlotReader(await readWords("data/words"), known);
const told = (said: string) => {
  const text = readText(said);
  return plotIn(text.tokens, text.said)?.words;
};

test.each([
  "a banker finds a bag of money and everything goes wrong",
  "innocent man on the run trying to prove he didn't do it",
  "two strangers on a train agree to swap murders",
  "robot learns to feel",
  "astronaut left behind alone",
  "the narrator is lying the whole time",
  "a town where everyone has a secret",
  "rich kid loses everything and has to live on the street",
  "a piano in an attic plays by itself at night",
  "the village baker disappears and nobody in the valley will say why",
  "sailors in a lighthouse are hunted by something in the water",
  "a grumpy widower and a boy who never met get locked in a museum",
  "a spy wakes up in hospital. she has no memory of her name",
])("a plot is told: %s", (said) => {
  expect(told(said)).toBe(said);
});

test.each([
  [
    "saw it as a kid: boy gets a magic ticket and ends up inside the movie",
    "boy gets a magic ticket and ends up inside the movie",
  ],
  ["I want a movie about a nun who falls in love, but not a horror", "a nun who falls in love"],
  ["A woman hides in a small town. Nothing too dark please", "a woman hides in a small town"],
])("of a text only the plot: %s", (said, plot) => {
  expect(told(said)).toBe(plot);
});

test.each([
  "kids are asleep, something scary",
  "a film where the villain wins",
  "friends coming over, need a comedy",
  "my wife and kids love animals",
  "a friend who never watches westerns",
  "kids have seen Frozen, what else",
  "the guy keeps making jokes and ruins it",
  "people who like westerns",
  "a comedy about two cops who hate each other",
  "something like Heat but with a woman",
  "a thriller for a couple staying in",
  "we are seven people and nobody agrees on anything, help",
  "a twist that turns everything around in the end",
  "she gets scared by clowns and dolls so easily",
  "a spy movie set during the cold war",
  "etwas Lustiges, das die Kinder nicht langweilt",
])("no plot is told: %s", (said) => {
  expect(told(said)).toBeUndefined();
});

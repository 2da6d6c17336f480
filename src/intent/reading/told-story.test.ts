import { expect, test } from "vitest";
import { plotIn } from "./told-story.ts";

test.each([
  ["siblings who cant stand each other but have to reunite", undefined],
  [
    "writer held prisoner by his biggest fan, what was that called",
    "writer held prisoner by his biggest fan",
  ],
  ["a whole small town plays along that some guys doll is his real girlfriend", undefined],
])("a story is told in %s", (text, plot) => expect(plotIn(text)).toBe(plot ?? text));

test.each([
  "the ending was great but the middle dragged",
  "she said it was boring and left halfway",
  "not really what i am into these days",
  "loved every minute of this thing honestly",
  "pretty slow and dull",
])("none in %s", (text) => expect(plotIn(text)).toBeUndefined());

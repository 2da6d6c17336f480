import { expect, test } from "vitest";
import { withApostrophes } from "./contractions.ts";

test.each([
  ["a comedy that isnt too long", "a comedy that isn't too long"],
  ["Dont show me what Ive seen, whats new?", "Don't show me what I've seen, what's new?"],
  ["THATS NOT IT", "THAT'S NOT IT"],
  ["it doesn't matter, he wasn’t there", "it doesn't matter, he wasn’t there"],
  ["un film dont le héros meurt", "un film dont le héros meurt"],
  ["gehen wir im Kino was schauen, it lets its ill id", "gehen wir im Kino was schauen, it lets its ill id"],
  ["Montdont, donts", "Montdont, donts"],
])("%j is read as %j", (typed, read) => {
  expect(withApostrophes(typed)).toBe(read);
});

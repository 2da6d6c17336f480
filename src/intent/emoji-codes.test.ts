import { expect, test } from "vitest";
import { withEmoji } from "./emoji-codes.ts";

test.each([
  [":+1:", "👍"],
  [":thumbsup:", "👍"],
  [":-1:", "👎"],
  [":thumbsdown:", "👎"],
  [":+1::skin-tone-2:", "👍"],
  ["+1 :skin-tone-2:", "+1"],
  ["👍🏽", "👍"],
  [":+1::+1:", "👍👍"],
  ["thanks :pray:", "thanks 🙏"],
  [":wave: hello", "👋 hello"],
  [":WAVE:", "👋"],
  [":black_right_pointing_double_triangle_with_vertical_bar:", "⏭️"],
  [":information_source:", "ℹ️"],
  ["loved it (:heart:)", "loved it (❤️)"],
  [":100: percent", "💯 percent"],
])("%j is %j", (typed, read) => {
  expect(withEmoji(typed)).toBe(read);
});

test("a picture that only one workspace knows says nothing", () => {
  expect(withEmoji("thanks :party_parrot:")).toBe("thanks");
  expect(withEmoji(":heat-logo:")).toBe("");
});

test.each(["10:30:45", "at 8:15", "Film:noir:", "2001: A Space Odyssey", "::", ": not this :", ":30:"])(
  "%j holds no emoji",
  (typed) => {
    expect(withEmoji(typed)).toBe(typed);
  },
);

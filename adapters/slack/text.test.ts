import fc from "fast-check";
import { expect, test } from "vitest";
import { cut, escaped, safe, wordsOf } from "./text.ts";

test("whatever a person types comes back as they typed it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      expect(wordsOf(escaped(typed), "U0BOT")).toBe(typed.trim());
    }),
  );
});

test("what looks like an escape was typed as one", () => {
  expect(wordsOf(escaped("&lt;b&gt; &amp;amp;"), "U0BOT")).toBe("&lt;b&gt; &amp;amp;");
});

test.each([
  ["<@U0BOT> something funny", "something funny"],
  ["<@U0BOT>, more like Heat", "more like Heat"],
  ["<@U0BOT|matinee>: undo", "undo"],
  ["ask <@U0ADA|ada> in <#C1|movies>", "ask @ada in #movies"],
  ["<https://www.imdb.com/title/tt0113277/|Heat>", "Heat"],
  ["<https://www.imdb.com/title/tt0113277/>", "https://www.imdb.com/title/tt0113277/"],
  ["<!here> Heat", "@here Heat"],
  ["<!channel|@channel> Heat", "@channel Heat"],
  ["<!subteam^S1|@cineasts> Heat", "@cineasts Heat"],
  [":+1::skin-tone-3: thanks :pray:", ":+1::skin-tone-3: thanks :pray:"],
])("reads %s as %s", (sent, words) => {
  expect(wordsOf(sent, "U0BOT")).toBe(words);
});

test("control and direction signs go, line breaks and right-to-left letters stay", () => {
  expect(safe("a\u0007b\u202ec\nשלום")).toBe("abc\nשלום");
});

test("a cut never splits an emoji", () => {
  expect(cut("ab🎬cd", 4)).toBe("ab…");
  expect(cut("ab🎬cd", 6)).toBe("ab🎬cd");
});

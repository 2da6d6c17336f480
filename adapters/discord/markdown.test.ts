import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutWithin, escapeMarkdown, escapeWithin } from "./markdown.ts";

/** What Discord's client shows: a backslash before a sign shows the sign. */
const shown = (text: string) => text.replace(/\\([^\p{L}\p{N}\s])/gu, "$1");

describe("escaped text", () => {
  test.each([
    [
      "**bold** _it_ ~~gone~~ `code` ||spoiler||",
      "\\*\\*bold\\*\\* \\_it\\_ \\~\\~gone\\~\\~ \\`code\\` \\|\\|spoiler\\|\\|",
    ],
    ["@everyone <@213456789012345678>", "\\@everyone \\<\\@213456789012345678>"],
    ["[free](https://evil.example)", "\\[free\\](https\\://evil.example)"],
    ["# loud\n> said\n- item", "\\# loud\n\\> said\n\\- item"],
    ["join discord.gg/abc", "join discord.gg\\/abc"],
    ["Amélie: 8½ (1963) - 100%", "Amélie: 8½ (1963) - 100%"],
    ["back\\slash", "back\\\\slash"],
  ])("%j becomes %j", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test("reads as it was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(shown(escapeMarkdown(text))).toBe(text);
      }),
    );
  });

  test("is cut to length between characters, never inside an escape or an emoji", () => {
    const text = fc
      .array(fc.constantFrom("a", "*", "\\", "🎬", "<@1>", "\n", "ש"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), (long, max) => {
        const cut = escapeWithin(long, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
        if (cut === escapeMarkdown(long)) return;
        expect(cut.endsWith("…")).toBe(true);
        expect(long.startsWith(shown(cut.slice(0, -1)))).toBe(true);
      }),
    );
  });

  test("in a label is cut without half a character", () => {
    expect(cutWithin("🎬🎬🎬", 4)).toBe("🎬…");
    expect(cutWithin("Heat", 4)).toBe("Heat");
  });
});

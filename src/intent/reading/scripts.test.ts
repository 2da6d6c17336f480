import { expect, test } from "vitest";
import { unreadScript } from "./scripts.ts";

test.each([
  ["посоветуй комедию", "Cyrillic"],
  ["Θέλω μια κωμωδία", "Greek"],
  ["أريد فيلما مضحكا", "Arabic"],
  ["אני רוצה סרט מצחיק", "Hebrew"],
  ["อยากดูหนังตลก", "Thai"],
  ["मुझे एक मज़ेदार फिल्म चाहिए", "Devanagari"],
  ["მინდა კომედია", "Georgian"],
  ["ᓄᓇᕗᑦ", ""],
  ["我想看一部喜剧", "Chinese"],
  ["推薦恐怖片", "Chinese"],
])("%j is in a script that is not read: %s", (text, script) => {
  expect(unreadScript(text)).toBe(script);
});

test("what is mainly in such a script is not read for the few words that are in another", () => {
  expect(unreadScript("посоветуй хороший horror 90s")).toBe("Cyrillic");
  expect(unreadScript("a comedy like Солярис, please")).toBeUndefined();
});

test.each([
  "a comedy",
  "Amélie",
  "怖い映画",
  "恐怖映画",
  "日本映画、家族向け",
  "무서운 영화",
  "1995",
  "?!",
  "👍",
  "",
  "½ µ ª",
])("%j may be read", (text) => {
  expect(unreadScript(text)).toBeUndefined();
});

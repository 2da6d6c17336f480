import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { verdictIn } from "./verdict.ts";

const said = (text: string): string => {
  const heard = verdictIn(text);
  return heard.kind === "verdict" ? heard.verdict : heard.kind;
};

const row = z.strictObject({
  text: z.string(),
  expect: z.enum(["like", "dislike", "skip", "seen", "never", "none"]),
});
/** Single letters and signs are commands, and need no reading. */
const labelled = readFileSync("data/requests/verdicts.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => row.parse(JSON.parse(line)))
  .filter(({ text }) => text.length > 1);

describe("the labelled utterances", () => {
  test.each(labelled.map((each) => [each.text, each.expect] as const))("%j is %s", (text, expected) => {
    const heard = verdictIn(text);
    expect(heard.kind === "verdict" ? heard.verdict : "none").toBe(expected);
  });
});

const SAYINGS = {
  like: ["loved it", "I love it!", "seen it, loved it", "that was amazing", "it was great", "not bad", "👍"],
  dislike: [
    "lol no",
    "nope",
    "didn't like it",
    "I don’t like it",
    "wasn't for me",
    "not my cup of tea",
    "seen it, hated it",
    "it was boring",
    "ew",
    "no thanks",
    "👎",
    "non mi è piaciuto per niente",
    "진짜 별로였어",
  ],
  seen: [
    "seen it already",
    "saw it last week",
    "already watched that",
    "ya la he visto",
    "もう見た",
    "l'ho già visto",
    "이미 봤어요",
  ],
  skip: ["meh", "not tonight", "not in the mood for that one", "maybe later", "not that", "no, not this one"],
  never: ["never again", "please never show it again"],
  willWatch: ["perfect, thanks", "sounds great", "I'll watch it", "great pick", "yes please"],
  unseen: ["haven't seen it", "not yet", "never heard of that one, what is it?", "I don't think I saw it"],
  doubt: ["it was ok", "yes I have", "liked it, hated it", "it was good, no?"],
  another: [
    "I watched Heat and loved it",
    "we saw Alien, it was great",
    "my dog is old. Seen it",
    "I saw Heat and loved it",
  ],
  nothing: ["what a day", "my grandmother was in that", "hm", ""],
} as const;

describe.each(Object.entries(SAYINGS))("%s", (kind, sayings) => {
  test.each(sayings)("%j", (text) => {
    expect(said(text)).toBe(kind);
  });
});

describe("what follows a verdict is handed on", () => {
  test.each([
    ["loved it, any others like that?", "any others like that?"],
    ["Seen it. Something newer with Jim Carrey", "Something newer with Jim Carrey"],
    ["loved it", undefined],
    ["haha loved it lol", undefined],
  ])("of %j it is %j", (text, rest) => {
    const heard = verdictIn(text);
    expect(heard.kind === "verdict" && heard.rest).toBe(rest);
  });
});

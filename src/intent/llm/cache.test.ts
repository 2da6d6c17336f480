import { expect, test } from "vitest";
import { type Asked, cacheKey } from "./cache.ts";

const asked: Asked = {
  text: "A comedy",
  setting: { onTheTable: "Heat (1995)" },
  model: "small",
  promptVersion: "1",
  year: 2024,
  lastYear: 2018,
};

test("case, spaces and forms of the same letter make no other question", () => {
  const key = cacheKey(asked);
  for (const text of ["a comedy", "  A\n comedy ", "Ａ ｃｏｍｅｄｙ"])
    expect(cacheKey({ ...asked, text })).toBe(key);
});

test("whatever the answer depends on makes another question", () => {
  const others: Partial<Asked>[] = [
    { text: "a comedy?" },
    { model: "large" },
    { promptVersion: "2" },
    { year: 2025 },
    { lastYear: 2023 },
    { setting: {} },
    { setting: { shownBefore: ["Heat (1995)"] } },
    { setting: { askedFor: ["Comedy"] } },
    { setting: { question: "which is meant" } },
  ];
  const keys = [asked, ...others.map((other) => ({ ...asked, ...other }))].map(cacheKey);
  expect(new Set(keys).size).toBe(others.length + 1);
});

test("the key does not show what was written", () => {
  expect(cacheKey(asked)).toMatch(/^[0-9a-f]{64}$/);
});

import { expect, test } from "vitest";
import { waysToTell } from "./ways-to-tell.ts";

test("a kind is asked for by its name, by each way alone, and by ways that are told together", () => {
  expect(
    waysToTell({
      name: "sisters at odds",
      told: ["feuding sisters | rival sisters", "sister + hate | feud"],
    }),
  ).toEqual(["sisters at odds", "feuding sisters", "rival sisters", "sister hate", "sister feud"]);
});

test("of ways to put together so many are enough", () => {
  const many = Array.from({ length: 30 }, (_, nth) => `word${nth}`).join(" | ");
  expect(waysToTell({ name: "many", told: [`a + ${many}`] })).toHaveLength(9);
});

import { expect, test } from "vitest";
import { alternativesIn, withAlternatives } from "./either-search.ts";

const traits = new Map([
  ["chess", Uint8Array.of(255, 130, 0, 0)],
  ["painters", Uint8Array.of(0, 200, 127, 0)],
]);
const searched: string[] = [];
const search = withAlternatives((words) => {
  searched.push(words);
  return new Map([[3, 0.9]]);
}, traits);

test("films that have any of the themes are found, as far as they have most of one", () => {
  expect([...search("chess or painters")]).toEqual([
    [0, 1],
    [1, 200 / 255],
  ]);
});

test("what is no theme is searched for beside one that is", () => {
  searched.length = 0;
  expect([...search("chess or boats").keys()]).toEqual([0, 1, 3]);
  expect(searched).toEqual(["boats"]);
});

test("words without a theme are searched for as they are", () => {
  searched.length = 0;
  search("kill or be killed");
  expect(searched).toEqual(["kill or be killed"]);
  expect(alternativesIn("chess", (part) => traits.has(part))).toBeUndefined();
});

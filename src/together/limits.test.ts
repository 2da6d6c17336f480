import { expect, test } from "vitest";
import { NOTHING_OUT } from "../conversation/lasting-log.ts";
import { NO_FILTERS } from "../recommender/filters.ts";
import { withRefusedByAll } from "./limits.ts";

const held = (minutesTo: number, isEnglishOnly = false) => ({
  out: { ...NOTHING_OUT, minutesTo },
  insisted: [],
  isEnglishOnly,
});

test("the shortest bound of all holds, and English where anybody reads no subtitles and nobody has named a language", () => {
  const limits = { ...NO_FILTERS, minutesTo: 150 };
  expect(withRefusedByAll(limits, [held(0), held(120), held(100)])).toMatchObject({
    minutesTo: 100,
    languages: [],
  });
  expect(withRefusedByAll(limits, [held(0)])).toMatchObject({ minutesTo: 150 });
  expect(withRefusedByAll(limits, [held(0), held(0, true)]).languages[0]).toContain("English");
  const french = { ...NO_FILTERS, languages: [["French"]] };
  expect(withRefusedByAll(french, [held(0, true)]).languages).toEqual([["French"]]);
});

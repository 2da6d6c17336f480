import { describe, expect, test } from "vitest";
import type { NamedFilm } from "../catalog/film-names.ts";
import type { Mention } from "../catalog/mentions.ts";
import { wellKnown } from "../catalog/testing/well-known.ts";
import { readLabelledTexts, recognised } from "./name-recognition.ts";

const [heat, oldHeat] = [wellKnown[0]!, wellKnown[1]!];
const parasite: NamedFilm = { title: "Parasite", alternativeTitles: [], year: 2019, ratingCount: 1 };
const mention = (
  sureness: Mention["sureness"],
  movies: Mention["movies"],
  named = [] as NamedFilm[],
): Mention => ({
  ...{ start: 0, end: 1 },
  sureness,
  movies,
  named,
});
const judged = (films: string[], mentions: Mention[], isKnown = true) =>
  recognised({ text: "", films }, mentions, () => isKnown);

describe("a film that is meant is", () => {
  test.each([
    ["right", [mention("sure", [heat, oldHeat])]],
    ["asked", [mention("likely", [oldHeat, heat])]],
    ["wrong", [mention("sure", [oldHeat])]],
    ["wrong", [mention("likely", [oldHeat])]],
    ["wrong", [mention("name only", [], [parasite])]],
    ["missed", []],
  ])("%s", (outcome, mentions) => {
    expect(judged(["Heat (1995)"], mentions)).toEqual({ outcomes: [outcome], phantoms: [] });
  });

  test("right where it is known by name only, or unknown and taken for nothing", () => {
    expect(judged(["Parasite (2019)"], [mention("name only", [], [parasite])]).outcomes).toEqual(["right"]);
    expect(judged(["Heat 9 (2031)"], [], false).outcomes).toEqual(["right"]);
    expect(judged(["Heat 9 (2031)"], [mention("sure", [heat])], false).outcomes).toEqual(["wrong"]);
  });
});

test("what is taken for a film besides is a phantom", () => {
  const mentions = [mention("sure", [heat]), mention("likely", [oldHeat])];
  expect(judged(["Heat (1995)"], mentions)).toEqual({ outcomes: ["right"], phantoms: [mentions[1]] });
  expect(recognised({ text: "" }, mentions, () => true).phantoms).toHaveLength(2);
});

test("one of several that nobody can tell apart may be taken or asked about", () => {
  const either = ["Heat (1995)", "Heat (1986)"];
  for (const [sureness, outcome] of [
    ["sure", "right"],
    ["likely", "asked"],
  ] as const)
    expect(recognised({ text: "", either }, [mention(sureness, [oldHeat])], () => true).outcomes).toEqual([
      outcome,
    ]);
});

test("labels are refused where they are not of the form", () => {
  expect(readLabelledTexts('{"text":"heat","films":["Heat (1995)"]}\n\n', "dev")).toHaveLength(1);
  expect(() => readLabelledTexts('{"text":"heat","film":"Heat"}', "dev")).toThrow(/^dev:1: /);
});

import { describe, expect, test } from "vitest";
import { ANSWER_COUNTS, playByAnswers } from "./by-answers.ts";
import type { Contender } from "./contender.ts";

const LIKES_FROM = 100;
const person = {
  number: 0,
  favourites: [0, 1, 2, 3],
  hidden: new Map(
    Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? [LIKES_FROM + at, 5] : [at + 10, 2])),
  ),
};

/** Finds likes once it has been told of `wanted` of them; remembers what it was told. */
function learner(wanted: number, told: [number, string][] = []): Contender {
  return {
    name: "learner",
    meet: () => {
      let likes = 0;
      return {
        best: (limit, accepts) => {
          const rows = [...person.hidden.keys()].filter((row) => accepts(row) && row >= LIKES_FROM);
          return likes >= wanted ? rows.slice(0, limit) : [900, 901];
        },
        observe: (row, verdict) => {
          told.push([row, verdict]);
          if (verdict === "like") likes++;
        },
      };
    },
  };
}

describe("what answers bring", () => {
  test("is nothing before a model knows enough, and all there is to find after", () => {
    const outcomes = playByAnswers(learner(1), person, 1);
    expect(outcomes).toHaveLength(ANSWER_COUNTS.length);
    expect(outcomes[0]).toBe(0);
    expect(outcomes.at(-1)).toBe(1);
  });

  test("is measured with the same answers for every model, each said once and as it was meant", () => {
    const [first, second]: [number, string][][] = [[], []];
    playByAnswers(learner(1, first), person, 1);
    playByAnswers(learner(99, second), person, 1);
    expect(first).toEqual(second);
    expect(first).toHaveLength(20);
    expect(new Set(first!.map(([row]) => row)).size).toBe(20);
    for (const [row, verdict] of first!) expect(verdict).toBe(row >= LIKES_FROM ? "like" : "dislike");
  });

  test("is not measured on people with fewer answers to give", () => {
    const few = { ...person, hidden: new Map([...person.hidden].slice(0, 30)) };
    expect(playByAnswers(learner(1), few, 1).every((value) => value === null)).toBe(true);
  });
});

import { describe, expect, test } from "vitest";
import type { Contender } from "./contender.ts";
import type { TestPerson } from "./people.ts";
import { playSessions } from "./sessions.ts";

/** Always suggests in one order, and notes what it is told. */
function inOrder(order: readonly number[]): Contender & { readonly told: string[][] } {
  const told: string[][] = [];
  return {
    name: "in order",
    told,
    meet() {
      const heard: string[] = [];
      told.push(heard);
      return {
        best: (limit, accepts) => order.filter((row) => accepts(row)).slice(0, limit),
        observe: (row, verdict) => void heard.push(`${verdict} ${row}`),
      };
    },
  };
}

const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const person = (hidden: readonly (readonly [number, number])[]): TestPerson => ({
  number: 0,
  favourites: [100, 101, 102, 103],
  hidden: new Map(hidden),
});

describe("a session, worked by hand", () => {
  // Hidden: 0 and 3 liked, 1 disliked, 2 neither. Half of four are two turns among the known: 0 liked, 1 not.
  const ada = person([
    [0, 4],
    [1, 3],
    [2, 3.5],
    [3, 5],
  ]);

  test("among rated movies counts likes over half the pool", () => {
    expect(playSessions(inOrder(rows(0, 200)), ada).knownPool).toBe(1 / 2);
  });

  test("over the whole catalogue counts hits over what could be hit", () => {
    const contender = inOrder([100, 7, 0, 1, 2, ...rows(8, 60), 3]);
    const { openHits, suggested } = playSessions(contender, ada);
    expect(openHits).toBe(1 / 2); // 0 comes within 20 turns, 3 does not
    expect(suggested).toHaveLength(20);
    expect(suggested).not.toContain(100); // a favourite is known
  });

  test("ranks from the favourites alone", () => {
    const { ndcg10, recall20 } = playSessions(inOrder([7, 0, ...rows(8, 60), 3]), ada);
    expect(ndcg10).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)), 12);
    expect(recall20).toBe(1 / 2);
  });

  test("answers 4 stars and more with like, 3 and less with dislike, 3.5 with nothing, unrated with skip", () => {
    const contender = inOrder([0, 1, 2, 7, 3, ...rows(8, 60)]);
    playSessions(contender, ada);
    const [knownPool, , open] = contender.told; // the second is the ranking from the favourites alone
    expect(knownPool).toEqual(["like 0", "dislike 1"]);
    expect(open!.slice(0, 4)).toEqual(["like 0", "dislike 1", "skip 7", "like 3"]);
  });
});

test("a person who likes nothing hidden has no open session to measure", () => {
  const outcome = playSessions(
    inOrder(rows(0, 50)),
    person([
      [1, 2],
      [2, 3],
    ]),
  );
  expect(outcome).toEqual({
    knownPool: 0,
    openHits: null,
    ndcg10: null,
    recall20: null,
    suggested: [],
    liked: [],
  });
});

test("a contender that has nothing left ends the session", () => {
  const outcome = playSessions(
    inOrder([0]),
    person([
      [0, 5],
      [1, 5],
      [2, 5],
      [3, 5],
    ]),
  );
  expect(outcome).toMatchObject({ knownPool: 1 / 2, openHits: 1 / 4, suggested: [0] });
});

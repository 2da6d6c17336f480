import { expect, test } from "vitest";
import { emptyRequest } from "../intent/request.ts";
import { settingOf } from "./setting.ts";
import { step } from "./step.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { newcomer, saying, shownFirst } from "./testing/transcript.ts";

const world = tinyWorld();
const AT_MS = Date.UTC(2026, 0, 1);
const HOUR_MS = 3_600_000;

const says = (state: ReturnType<typeof newcomer>, nth: number, text: string, part?: object) => {
  const rules = part && {
    understand: () => ({ request: { ...emptyRequest(), ...part }, judged: [], meant: [] }),
  };
  return step(world, state, {
    id: `said ${nth}`,
    atMs: AT_MS + nth,
    ...saying(world, state, text, rules),
  }).state;
};

test("of a newcomer nothing is told", () => {
  expect(settingOf(world, newcomer(world), AT_MS)).toEqual({});
});

test("what lies on the table is told by title, with what was shown before it, and what is asked for until it lapses", () => {
  const first = shownFirst(world);
  const table = settingOf(world, first, AT_MS).onTheTable;
  const asked = says(first, 1, "something french and tender", { genresIn: ["Romance"], yearFrom: 1990 });
  expect(settingOf(world, asked, AT_MS + 2)).toEqual({
    onTheTable: expect.stringMatching(/^.+ \(\d{4}\)$/),
    shownBefore: [table],
    askedFor: ["Romance", "since 1990"],
  });
  expect(settingOf(world, asked, AT_MS + 24 * HOUR_MS).askedFor).toBeUndefined();
});

test("a question that is open is told", () => {
  const asked = says(shownFirst(world), 1, "seen Heat");
  expect(settingOf(world, asked, AT_MS + 2).question).toBe("which is meant: Heat (1995), Heat (1986)");
  const deleting = says(shownFirst(world), 1, "forget me");
  expect(settingOf(world, deleting, AT_MS + 2).question).toContain("deleted");
});

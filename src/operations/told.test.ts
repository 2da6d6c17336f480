import fc from "fast-check";
import { expect, test } from "vitest";
import { FEWEST, toldOf } from "./told.ts";

const people = (platform: string, count: number, day = "2026-11-29") => ({
  day,
  platform,
  what: "people",
  count,
});
const groupsOf = (...counts: ReturnType<typeof people>[]) =>
  toldOf(counts).days.map((day) => `${day.platforms.join("+")} ${day.people}`);

test("a day is broken down by platform where there were five people on each", () => {
  expect(groupsOf(people("web", 6), people("slack", 5))).toEqual(["slack 5", "web 6"]);
});

test("a platform with fewer people is told together with the next larger one", () => {
  expect(groupsOf(people("web", 9), people("slack", 6), people("terminal", 1))).toEqual([
    "slack+terminal 7",
    "web 9",
  ]);
  expect(groupsOf(people("a", 2), people("b", 3), people("c", 3))).toEqual(["a+b+c 8"]);
});

test("of fewer than five people in all nothing is told but that somebody came", () => {
  const told = toldOf([people("web", 2), people("slack", 2), people("web", 7, "2026-11-30")]);
  expect(told.hidden).toEqual(["2026-11-29"]);
  expect(told.days).toMatchObject([{ day: "2026-11-30", platforms: ["web"], people: 7 }]);
});

test("whatever platforms people come by, all of them are told in groups of five or more, or none", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), (sizes) => {
      const { days, hidden } = toldOf(sizes.map((size, nth) => people(`p${nth}`, size)));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      for (const day of days) expect(day.people).toBeGreaterThanOrEqual(FEWEST);
      expect(days.reduce((sum, day) => sum + day.people, 0)).toBe(total >= FEWEST ? total : 0);
      expect(hidden.length).toBe(total > 0 && total < FEWEST ? 1 : 0);
    }),
  );
});

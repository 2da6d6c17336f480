import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FEWEST, toldOf } from "./told.ts";

const SUNDAY = "2026-11-29";

const people = (platform: string, count: number, day = SUNDAY) => ({
  day,
  platform,
  what: "people",
  count,
});
const groupsOf = (...counts: ReturnType<typeof people>[]) =>
  toldOf(counts, SUNDAY, SUNDAY).days.map((day) => `${day.platforms.join("+")} ${day.people}`);

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
  const told = toldOf(
    [people("web", 2), people("slack", 2), people("web", 7, "2026-11-30")],
    SUNDAY,
    "2026-11-30",
  );
  expect(told.hidden).toEqual(["2026-11-29"]);
  expect(told.days).toMatchObject([{ day: "2026-11-30", platforms: ["web"], people: 7 }]);
});

test("whatever platforms people come by, all of them are told in groups of five or more, or none", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), (sizes) => {
      const { days, hidden } = toldOf(
        sizes.map((size, nth) => people(`p${nth}`, size)),
        SUNDAY,
        SUNDAY,
      );
      const total = sizes.reduce((sum, size) => sum + size, 0);
      for (const day of days) expect(day.people).toBeGreaterThanOrEqual(FEWEST);
      expect(days.reduce((sum, day) => sum + day.people, 0)).toBe(total >= FEWEST ? total : 0);
      expect(hidden.length).toBe(total > 0 && total < FEWEST ? 1 : 0);
    }),
  );
});

describe("a week", () => {
  const MONDAY = "2026-11-16";
  const LAST = "2026-11-22";
  const week = (
    platform: string,
    ...days: readonly (readonly [day: string, people: number, fresh: number])[]
  ) =>
    days.flatMap(([day, count, fresh]) => [
      people(platform, count, day),
      { ...people(platform, fresh, day), what: "week/people" },
    ]);
  const quiet = week("web", ["2026-11-16", 3, 3], ["2026-11-18", 4, 2], ["2026-11-22", 2, 1]);

  test("of which no day had enough people is told as a whole, each of them once", () => {
    const { days, hidden } = toldOf(quiet, MONDAY, "2026-11-23");
    expect(days).toMatchObject([{ day: MONDAY, to: LAST, platforms: ["web"], people: 6 }]);
    expect(days[0]!.counts).toHaveLength(6);
    expect(hidden).toEqual([]);
  });

  test("is not told before it is over, nor where some of it is not looked at", () => {
    expect(toldOf(quiet, MONDAY, LAST).days).toEqual([]);
    expect(toldOf(quiet, "2026-11-17", "2026-11-23")).toMatchObject({ days: [], hidden: { length: 3 } });
  });

  test("with a day that can be told is told by days, and the others stay hidden", () => {
    const busy = week("web", ["2026-11-20", 5, 5]);
    const { days, hidden } = toldOf([...quiet, ...busy], MONDAY, "2026-11-30");
    expect(days).toMatchObject([{ day: "2026-11-20", to: "2026-11-20", people: 5 }]);
    expect(hidden).toHaveLength(3);
  });

  test("in which the same four came every day is not told", () => {
    const same = week("web", ["2026-11-16", 4, 4], ["2026-11-17", 4, 0], ["2026-11-18", 4, 0]);
    expect(toldOf(same, MONDAY, "2026-11-30").days).toEqual([]);
  });
});

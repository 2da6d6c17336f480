import { expect, test } from "vitest";
import { createDailyBudget } from "./budget.ts";

const NOON = Date.UTC(2024, 4, 1, 12);
const MIDNIGHT = Date.UTC(2024, 4, 2);

test("each person has a budget of their own, and a new one the next day", () => {
  const budget = createDailyBudget({ perPerson: 2, inAll: 100 });
  expect([1, 2, 3].map(() => budget.spend("ada", NOON))).toEqual([true, true, false]);
  expect(budget.spend("bob", NOON)).toBe(true);
  expect(budget.spend("ada", MIDNIGHT - 1)).toBe(false);
  expect(budget.spend("ada", MIDNIGHT)).toBe(true);
});

test("all people together have one too, which refusals do not use up", () => {
  const budget = createDailyBudget({ perPerson: 1, inAll: 2 });
  expect(["ada", "ada", "ada", "bob", "eve"].map((person) => budget.spend(person, NOON))).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
  expect(budget.spend("eve", MIDNIGHT)).toBe(true);
});

test("whoever is nobody spends only what all have together", () => {
  const budget = createDailyBudget({ perPerson: 1, inAll: 3 });
  expect([1, 2, 3, 4].map(() => budget.spend(undefined, NOON))).toEqual([true, true, true, false]);
});

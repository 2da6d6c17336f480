import { expect, test } from "vitest";
import { createRandom } from "./random.ts";

test("the same seed draws the same numbers, another seed others", () => {
  const draws = (seed: number) => {
    const random = createRandom(seed);
    return [
      random.uniform(),
      random.int(1000),
      random.normal(),
      random.normal(),
      random.shuffle([1, 2, 3, 4, 5]),
    ];
  };
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
});

test("neighbouring seeds begin with unrelated numbers", () => {
  const firsts = Array.from({ length: 2000 }, (_, seed) => createRandom(seed).uniform());
  const mean = firsts.reduce((sum, value) => sum + value) / firsts.length;
  const lag = firsts.slice(1).reduce((sum, value, i) => sum + (value - mean) * (firsts[i]! - mean), 0);
  const variance = firsts.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  expect(mean).toBeCloseTo(0.5, 1);
  expect(Math.abs(lag / variance)).toBeLessThan(0.08);
});

test("normal numbers have mean 0, variance 1 and the tails of the bell", () => {
  const random = createRandom(1);
  const n = 100_000;
  let sum = 0;
  let squares = 0;
  let beyondTwo = 0;
  for (let i = 0; i < n; i++) {
    const value = random.normal();
    sum += value;
    squares += value * value;
    if (Math.abs(value) > 2) beyondTwo++;
  }
  expect(Math.abs(sum / n)).toBeLessThan(0.015); // 4.7 standard errors
  expect(Math.abs(squares / n - 1)).toBeLessThan(0.02);
  expect(Math.abs(beyondTwo / n - 0.0455)).toBeLessThan(0.003);
});

test("int reaches every value below its bound and none beyond", () => {
  const random = createRandom(3);
  const seen = new Set(Array.from({ length: 500 }, () => random.int(6)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(() => random.int(0)).toThrow(RangeError);
});

test("shuffle gives every order of three equally often, in place, on typed arrays too", () => {
  const random = createRandom(5);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const values = Int32Array.of(1, 2, 3);
    expect(random.shuffle(values)).toBe(values);
    const order = values.join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test("a seed that is no integer is refused", () => {
  expect(() => createRandom(0.5)).toThrow("expected an integer");
});

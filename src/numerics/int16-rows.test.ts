import { expect, test } from "vitest";
import { fromInt16Rows, toInt16Rows } from "./int16-rows.ts";
import { createRandom } from "./random.ts";

const WIDTH = 16;
const random = createRandom(1);
/** Rows of very different size, one of them nothing. */
const values = Float32Array.from(
  { length: 200 * WIDTH },
  (_, at) => random.normal() * 10 ** ((Math.floor(at / WIDTH) % 12) - 8) * Number(at >= WIDTH),
);

test("numbers are had back to a 32,768th of the largest of their row", () => {
  const back = fromInt16Rows(toInt16Rows(values, WIDTH));
  for (let row = 0; row < 200; row++) {
    const own = values.subarray(row * WIDTH, (row + 1) * WIDTH);
    const largest = Math.max(...own.map(Math.abs));
    for (const [k, value] of own.entries())
      expect(Math.abs(back[row * WIDTH + k]! - value)).toBeLessThanOrEqual(largest / 32_768);
  }
});

test("what was had back is coded exactly", () => {
  const once = toInt16Rows(values, WIDTH);
  const back = fromInt16Rows(once);
  expect(toInt16Rows(back, WIDTH)).toEqual(once);
});

test("the largest code is the largest number, on either side of 0 and of a power of two", () => {
  for (const largest of [1, 32_767 / 32_768, 1 + 2 ** -20, 0.7, -0.7, 1e-28]) {
    const back = fromInt16Rows(toInt16Rows(Float32Array.of(largest, 0), 2));
    expect(Math.abs(back[0]! - largest)).toBeLessThanOrEqual(Math.abs(largest) / 32_000);
    expect(back[1]).toBe(0);
  }
});

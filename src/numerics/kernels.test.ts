import { describe, expect, test } from "vitest";
import { type Arena, createArena } from "./arena.ts";
import { GRAM_BLOCK, kernelsOn, STRIP } from "./kernels.ts";
import { createRandom } from "./random.ts";
import { randomMatrix } from "./testing/matrices.ts";

const WIDTH = 3 * STRIP;
const ROW_BYTES = 8 * WIDTH;

const random = createRandom(1);
const randomDense = (arena: Arena, rows: number) => {
  const dense = arena.float64(rows * WIDTH);
  for (let at = 0; at < dense.length; at++) dense[at] = random.normal();
  return dense;
};

/** The kernels add in the order of these loops, so the results agree to the last bit. */
describe("the kernel", () => {
  const arena = createArena(1 << 22);
  const kernels = kernelsOn(arena.memory);

  test("multiply is the sum over a row's entries, on the rows asked for alone", () => {
    const matrix = randomMatrix(30, 20, 0.3, 2);
    const starts = arena.int32(matrix.starts.length);
    const indices = arena.int32(matrix.indices.length);
    const values = arena.float32(matrix.values.length);
    starts.set(matrix.starts);
    indices.set(matrix.indices);
    values.set(matrix.values);
    const dense = randomDense(arena, 20);
    const output = arena.float64(30 * WIDTH).fill(-7);
    const addresses = [starts, indices, values, dense, output].map(({ byteOffset }) => byteOffset);
    kernels.multiply(...addresses, ROW_BYTES, 3, 28);

    const expected = new Float64Array(30 * WIDTH).fill(-7);
    for (let row = 3; row < 28; row++) {
      for (let k = 0; k < WIDTH; k++) {
        let sum = 0;
        for (let entry = starts[row]!; entry < starts[row + 1]!; entry++)
          sum += values[entry]! * dense[indices[entry]! * WIDTH + k]!;
        expected[row * WIDTH + k] = sum;
      }
    }
    expect([...output]).toEqual([...expected]);
  });

  test("multiplySampled is the product of two rows for each entry, on the rows asked for alone", () => {
    const matrix = randomMatrix(30, 20, 0.3, 2);
    const starts = arena.int32(matrix.starts.length);
    const indices = arena.int32(matrix.indices.length);
    const values = arena.float32(matrix.values.length);
    starts.set(matrix.starts);
    indices.set(matrix.indices);
    values.set(matrix.values);
    const left = randomDense(arena, 30);
    const right = randomDense(arena, 20);
    const outputs = arena.float32(values.length).fill(-7);
    const addresses = [starts, indices, values, left, right, outputs].map(({ byteOffset }) => byteOffset);
    kernels.multiplySampled(...addresses, ROW_BYTES, 3, 28);

    for (let row = 0; row < 30; row++) {
      for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
        let dot = 0;
        for (let k = 0; k < WIDTH; k++) dot += left[row * WIDTH + k]! * right[indices[entry]! * WIDTH + k]!;
        expect(outputs[entry]).toBeCloseTo(row < 3 || row >= 28 ? -7 : values[entry]! * dot, 5);
      }
    }
  });

  test("subtractProduct takes off a product on and below the diagonal, on the rows asked for alone", () => {
    const [b, size] = [5, WIDTH];
    const left = arena.float64(size * b);
    const right = arena.float64(size * b); // packed: strip, row, column of the strip
    for (let at = 0; at < left.length; at++) [left[at], right[at]] = [random.normal(), random.normal()];
    const output = randomDense(arena, size);
    const before = output.slice();
    const addresses = [left, right, output].map(({ byteOffset }) => byteOffset);
    kernels.subtractProduct(...addresses, 8 * b, ROW_BYTES, 3, 40);

    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        let expected = before[row * size + column]!;
        const strip = Math.floor(column / STRIP);
        if (row >= 3 && row < 40 && row >= strip * STRIP) {
          for (let k = 0; k < b; k++)
            expected -= left[row * b + k]! * right[(strip * b + k) * STRIP + (column % STRIP)]!;
        }
        expect(output[row * size + column]).toBe(expected);
      }
    }
  });

  test("multiplyRight is the product with a square matrix, on the rows asked for alone", () => {
    const dense = randomDense(arena, 9);
    const right = randomDense(arena, WIDTH);
    const output = arena.float64(9 * WIDTH).fill(-7);
    const addresses = [dense, right, output].map(({ byteOffset }) => byteOffset);
    kernels.multiplyRight(...addresses, ROW_BYTES, 2, 8);

    const expected = new Float64Array(9 * WIDTH).fill(-7);
    for (let row = 2; row < 8; row++) {
      for (let k = 0; k < WIDTH; k++) {
        let sum = 0;
        for (let i = 0; i < WIDTH; i++) sum += dense[row * WIDTH + i]! * right[i * WIDTH + k]!;
        expected[row * WIDTH + k] = sum;
      }
    }
    expect([...output]).toEqual([...expected]);
  });

  test("gramBlocks sums each block of rows by itself, the last as far as it goes", () => {
    const rows = GRAM_BLOCK + 77;
    const dense = randomDense(arena, rows);
    const blocks = arena.float64(2 * WIDTH * WIDTH);
    const end = dense.byteOffset + dense.byteLength;
    kernels.gramBlocks(dense.byteOffset, blocks.byteOffset, ROW_BYTES, end, 0, 2);

    for (const [block, from, to] of [
      [0, 0, GRAM_BLOCK],
      [1, GRAM_BLOCK, rows],
    ] as const) {
      for (let i = 0; i < WIDTH; i++) {
        for (let k = 0; k <= i; k++) {
          let sum = 0;
          for (let row = from; row < to; row++) sum += dense[row * WIDTH + i]! * dense[row * WIDTH + k]!;
          expect(blocks[(block * WIDTH + i) * WIDTH + k]).toBe(sum);
        }
      }
    }
  });
});

describe("the memory that threads share", () => {
  test("lays arrays out side by side, all zero", () => {
    const arena = createArena(1024);
    const [a, b, c] = [arena.int32(3), arena.float32(5), arena.float64(2)];
    a.fill(1);
    b.fill(2);
    c.fill(3);
    expect([...a, ...b, ...c]).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 3, 3]);
    expect(arena.memory.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect([...arena.float64(3)]).toEqual([0, 0, 0]);
  });

  test("is refused beyond what its addresses reach", () => {
    expect(() => createArena(2 ** 32)).toThrow("needs 4.0 GB, expected at most 4");
  });
});

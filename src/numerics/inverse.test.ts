import { inverse, Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { createInverseRoom, type InverseRoom, inverseBytes, invert } from "./inverse.ts";
import { createRandom } from "./random.ts";

/** B'B + I for random B, in the room's lower triangle. */
function randomPositive(rows: number, seed: number): { room: InverseRoom; exact: Matrix } {
  const random = createRandom(seed);
  const block = Matrix.from1DArray(rows, rows, Array.from({ length: rows * rows }, random.normal));
  const exact = block.transpose().mmul(block).add(Matrix.eye(rows));
  const room = createInverseRoom(rows);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k <= i; k++) room.matrix[i * room.size + k] = exact.get(i, k);
  return { room, exact };
}

const nothing = async () => {};

test.each([1, 20, 64, 65, 200])("the inverse of %i rows is the inverse", async (rows) => {
  const { room, exact } = randomPositive(rows, rows);
  await invert(room, 1, nothing);
  const expected = inverse(exact);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k <= i; k++) expect(room.matrix[i * room.size + k]).toBeCloseTo(expected.get(i, k), 8);
});

test("one, two and three threads find the same to the last bit", async () => {
  const found = await Promise.all(
    [1, 2, 3].map(async (threads) => {
      const { room } = randomPositive(150, 1);
      await invert(room, threads, nothing);
      return [...room.matrix];
    }),
  );
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});

test("a matrix that is not positive definite is refused, and no thread is left at work", async () => {
  const { room } = randomPositive(100, 1);
  room.matrix[70 * room.size + 70] = -1;
  await expect(invert(room, 2, nothing)).rejects.toThrow("not positive definite");
});

test("the bytes said beforehand are the bytes taken", () => {
  const { arena } = createInverseRoom(200);
  const pages = Math.ceil(inverseBytes(200) / 65_536) + 1;
  expect(arena.memory.buffer.byteLength).toBe(65_536 * pages);
});

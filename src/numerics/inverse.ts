/**
 * Inverts a symmetric positive definite matrix in its place, block by block on all threads.
 *
 * Each block K is swept: with D = inv(A_KK), A_ij -= A_iK D A_Kj, then A_iK = A_iK D and A_KK = -D. When all are,
 * the matrix is -inv(A). It stays symmetric throughout, so that only what is on and below the diagonal is
 * computed: n³ / 2 multiplications and as many subtractions, nearly all in one kernel.
 *
 * Sources: Goodnight, "A Tutorial on the SWEEP Operator", The American Statistician 33(3), 1979; blocks as in
 * Golub & Van Loan, Matrix Computations, 4th ed., section 3.2.11.
 */

import type { Dense } from "./algebra.ts";
import { type Arena, arenaBytes, createArena } from "./arena.ts";
import { evenBounds } from "./bounds.ts";
import { choleskyFactor, choleskyInverse } from "./cholesky.ts";
import { STRIP } from "./kernels.ts";
import { openThreadPool, type ThreadPool } from "./thread-pool.ts";

/** Rows of a block: its panels of 64 numbers stay in the cache while a strip is worked through. */
const BLOCK = 64;

export interface InverseRoom {
  readonly arena: Arena;
  /** Rows and columns, the least multiple of the block that holds what was asked for. */
  readonly size: number;
  /** [size x size], all zero: to be filled on and below the diagonal, also of the rows in excess. */
  readonly matrix: Dense;
  /** A_iK, then zero in K; [size x BLOCK] */
  readonly panel: Dense;
  /** A_iK D [size x BLOCK] */
  readonly scaled: Dense;
  /** The panel's transpose, strip by strip. [size x BLOCK] */
  readonly packed: Dense;
  /** D [BLOCK x BLOCK] */
  readonly pivot: Dense;
}

const paddedSize = (rows: number): number => BLOCK * Math.ceil(rows / BLOCK);

const lengthsFor = (size: number): number[] => [
  size * size,
  size * BLOCK,
  size * BLOCK,
  size * BLOCK,
  BLOCK * BLOCK,
];

/** What the inverse of a matrix with so many rows takes. */
export const inverseBytes = (rows: number): number =>
  arenaBytes(lengthsFor(paddedSize(rows)).map((length) => 8 * length));

/** @throws RangeError for more than 32-bit addresses reach: about 22,000 rows */
export function createInverseRoom(rows: number): InverseRoom {
  const size = paddedSize(rows);
  const arena = createArena(inverseBytes(rows));
  const [matrix, panel, scaled, packed, pivot] = lengthsFor(size).map((length) => arena.float64(length)) as [
    Dense,
    Dense,
    Dense,
    Dense,
    Dense,
  ];
  for (let row = rows; row < size; row++) matrix[row * size + row] = 1;
  return { arena, size, matrix, panel, scaled, packed, pivot };
}

/**
 * Turns the room's matrix into its inverse, on and below the diagonal.
 *
 * @param afterBlock called with the share done; may wait, and end the work by throwing
 * @throws RangeError where the matrix is not positive definite
 */
export async function invert(
  room: InverseRoom,
  threads: number | undefined,
  afterBlock: (share: number) => Promise<void>,
): Promise<void> {
  const { arena, size, matrix } = room;
  const pool = openThreadPool(arena.memory, threads);
  try {
    for (let start = 0; start < size; start += BLOCK) {
      await sweep(pool, room, start);
      await afterBlock((start + BLOCK) / size);
    }
  } finally {
    await pool.close();
  }
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) matrix[row * size + column]! *= -1;
}

async function sweep(pool: ThreadPool, room: InverseRoom, start: number): Promise<void> {
  const { size, matrix, panel, scaled, packed, pivot } = room;
  readPanel(room, start);
  const block = panel.subarray(start * BLOCK, (start + BLOCK) * BLOCK);
  pivot.set(choleskyInverse(choleskyFactor(block, BLOCK), BLOCK));
  panel.fill(0, start * BLOCK, (start + BLOCK) * BLOCK);
  const panelBytes = 8 * BLOCK;
  await pool.run(
    {
      kernel: "multiplyRight",
      with: [panel.byteOffset, pivot.byteOffset, scaled.byteOffset, panelBytes],
    },
    evenBounds(size, pool.threads),
  );
  pack(panel, packed);
  await pool.run(
    {
      kernel: "subtractProduct",
      with: [scaled.byteOffset, packed.byteOffset, matrix.byteOffset, panelBytes, 8 * size],
    },
    triangleBounds(size, pool.threads),
  );
  writePanel(room, start);
}

/** Column block K of the symmetric matrix, from what is stored of it. */
function readPanel({ size, matrix, panel }: InverseRoom, start: number): void {
  for (let k = 0; k < BLOCK; k++) {
    const row = (start + k) * size;
    for (let i = 0; i <= start + k; i++) panel[i * BLOCK + k] = matrix[row + i]!;
    for (let i = start + k + 1; i < size; i++) panel[i * BLOCK + k] = matrix[i * size + start + k]!;
  }
}

function writePanel({ size, matrix, scaled, pivot }: InverseRoom, start: number): void {
  const end = start + BLOCK;
  for (let k = 0; k < BLOCK; k++) {
    const row = (start + k) * size;
    for (let i = 0; i < start; i++) matrix[row + i] = scaled[i * BLOCK + k]!;
    for (let i = 0; i < BLOCK; i++) matrix[row + start + i] = -pivot[k * BLOCK + i]!;
    for (let i = end; i < size; i++) matrix[i * size + start + k] = scaled[i * BLOCK + k]!;
  }
}

function pack(panel: Dense, packed: Dense): void {
  let at = 0;
  for (let strip = 0; strip < panel.length; strip += STRIP * BLOCK) {
    for (let k = 0; k < BLOCK; k++)
      for (let column = 0; column < STRIP; column++) packed[at++] = panel[strip + column * BLOCK + k]!;
  }
}

/** Bounds that give each thread about the same part of the area on and below the diagonal. */
function triangleBounds(rows: number, threads: number): number[] {
  return Array.from({ length: threads + 1 }, (_, thread) => Math.round(rows * Math.sqrt(thread / threads)));
}

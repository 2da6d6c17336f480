/**
 * Randomised truncated SVD of a sparse matrix: A ~ U S V'.
 *
 * A random block is pushed towards the leading right singular vectors by power iterations, orthonormalised
 * after each; the SVD of A restricted to that block is small and exact.
 *
 * Source: Halko, Martinsson & Tropp, SIAM Review 53(2), 2011, algorithms 4.4 and 5.1. Orthonormalisation by
 * Cholesky QR, shifted against rank deficiency (Fukaya et al., SIAM J. Sci. Comput. 42(1), 2020).
 */
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { choleskyFactor, forwardSolve } from "../cholesky.ts";
import { createRandom } from "../random.ts";
import { type Csr, transposed } from "./csr.ts";
import { type Dense, GRAM_BLOCK } from "./kernels.ts";
import type { Task } from "./tasks.ts";
import { openThreadPool, type ThreadPool } from "./thread-pool.ts";

export interface SvdOptions {
  /** d, the number of singular values wanted */
  readonly dimensions: number;
  /** Columns of the block beyond `dimensions`. Default 16. */
  readonly oversampling?: number;
  /** Passes over A and its transpose. Default 4. */
  readonly powerIterations?: number;
  readonly seed?: number;
  /** Default: one per core. The result is the same for any number, to the last bit. */
  readonly threads?: number;
  /** Called after each pass, with the share done in [0, 1]. */
  readonly onProgress?: (share: number) => void;
  /** Ends the work early: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface TruncatedSvd {
  readonly dimensions: number;
  /** U [rows x d] row-major, orthonormal columns */
  readonly left: Float64Array;
  /** S [d], descending */
  readonly singularValues: Float64Array;
  /** V [columns x d] row-major, orthonormal columns; the largest entry of each is positive */
  readonly right: Float64Array;
}

/** @throws RangeError if there are fewer rows or columns than dimensions */
export async function truncatedSvd(matrix: Csr, options: SvdOptions): Promise<TruncatedSvd> {
  const {
    dimensions: d,
    oversampling = 16,
    powerIterations = 4,
    seed = 0,
    onProgress = () => {},
    signal,
  } = options;
  const { rows, columns } = matrix;
  const smaller = Math.min(rows, columns);
  if (!(d >= 1 && d <= smaller)) {
    throw new RangeError(`${d} dimensions of a ${rows} x ${columns} matrix: expected 1 to ${smaller}`);
  }
  const width = Math.min(d + oversampling, smaller);
  const turned = transposed(matrix);
  const tall = dense(rows, width);
  const wide = dense(columns, width);
  const random = createRandom(seed);
  for (let at = 0; at < wide.length; at++) wide[at] = random.normal();

  const pool = openThreadPool(options.threads);
  try {
    const passes = 2 * powerIterations + 2;
    let done = 0;
    const pass = async (by: Csr, block: Dense, output: Dense) => {
      signal?.throwIfAborted();
      await pool.run(sliced(pool, by, { kernel: "multiply", matrix: by, dense: block, output, width }));
      onProgress(++done / passes);
    };
    for (let iteration = 0; iteration < powerIterations; iteration++) {
      await pass(matrix, wide, tall);
      await orthonormalise(pool, tall, width);
      await pass(turned, tall, wide);
      await orthonormalise(pool, wide, width);
    }
    await pass(matrix, wide, tall);
    await orthonormalise(pool, tall, width);
    await orthonormalise(pool, tall, width); // twice is enough: orthonormal to rounding
    await pass(turned, tall, wide);
    return await restricted(pool, tall, wide, width, d);
  } finally {
    await pool.close();
  }
}

/** From Q [rows x width] and B' = A'Q: the SVD of B by the eigenvectors W of B B', U = Q W and V = B' W / S. */
async function restricted(
  pool: ThreadPool,
  q: Dense,
  b: Dense,
  width: number,
  d: number,
): Promise<TruncatedSvd> {
  const { vectors, values } = eigen(await gram(pool, b, width));
  await timesRight(pool, q, vectors, width);
  await timesRight(pool, b, vectors, width);
  const singularValues = Float64Array.from({ length: d }, (_, k) => Math.sqrt(Math.max(0, values[k]!)));
  const left = new Float64Array((q.length / width) * d);
  const right = new Float64Array((b.length / width) * d);
  const signs = signsOf(b, width, d);
  for (let at = 0; at < left.length; at++)
    left[at] = signs[at % d]! * q[Math.floor(at / d) * width + (at % d)]!;
  for (let at = 0; at < right.length; at++) {
    const k = at % d;
    const scale = singularValues[k]! > 0 ? signs[k]! / singularValues[k]! : 0;
    right[at] = scale * b[Math.floor(at / d) * width + k]!;
  }
  return { dimensions: d, left, singularValues, right };
}

/** The sign that makes the entry of largest magnitude positive, per column; singular vectors have none of their own. */
function signsOf(block: Dense, width: number, d: number): Float64Array {
  const largest = new Float64Array(d);
  for (let at = 0; at < block.length; at += width) {
    for (let k = 0; k < d; k++)
      if (Math.abs(block[at + k]!) > Math.abs(largest[k]!)) largest[k] = block[at + k]!;
  }
  return largest.map((value) => (value < 0 ? -1 : 1));
}

/** Makes the columns orthonormal, in place: dense = dense * inv(R) with dense' dense + shift = R'R. */
async function orthonormalise(pool: ThreadPool, block: Dense, width: number): Promise<void> {
  await timesRight(pool, block, inverseOfFactor(await gram(pool, block, width)), width);
}

/** dense' dense, summed block by block in one order. */
async function gram(pool: ThreadPool, block: Dense, width: number): Promise<Matrix> {
  const count = Math.ceil(block.length / width / GRAM_BLOCK);
  const blocks = dense(count * width, width);
  const share = (thread: number) => Math.floor((thread * count) / pool.threads);
  await pool.run(
    Array.from({ length: pool.threads }, (_, thread): Task => {
      return {
        kernel: "gramBlocks",
        dense: block,
        blocks,
        width,
        from: share(thread),
        to: share(thread + 1),
      };
    }),
  );
  const sum = Matrix.zeros(width, width);
  for (let at = 0; at < count; at++) {
    const offset = at * width * width;
    for (let i = 0; i < width; i++) {
      for (let k = 0; k <= i; k++) sum.set(i, k, sum.get(i, k) + blocks[offset + i * width + k]!);
    }
  }
  for (let i = 0; i < width; i++) for (let k = 0; k < i; k++) sum.set(k, i, sum.get(i, k));
  return sum;
}

async function timesRight(pool: ThreadPool, block: Dense, right: Dense, width: number): Promise<void> {
  const rows = block.length / width;
  const share = (thread: number) => Math.floor((thread * rows) / pool.threads);
  await pool.run(
    Array.from({ length: pool.threads }, (_, thread): Task => {
      return {
        kernel: "multiplyRight",
        dense: block,
        right,
        width,
        from: share(thread),
        to: share(thread + 1),
      };
    }),
  );
}

/** One slice of rows per thread, with about the same number of entries each. */
function sliced(
  { threads }: ThreadPool,
  { starts, rows }: Csr,
  task: Omit<Extract<Task, { kernel: "multiply" }>, "from" | "to">,
): Task[] {
  const entries = starts[rows]!;
  const bounds = Array.from({ length: threads + 1 }, (_, thread) =>
    firstRowAt(starts, (entries * thread) / threads),
  );
  bounds[threads] = rows;
  return Array.from({ length: threads }, (_, thread) => ({
    ...task,
    from: bounds[thread]!,
    to: bounds[thread + 1]!,
  }));
}

/** The first row that starts at this entry or later. */
function firstRowAt(starts: Int32Array, entry: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** inv(R) for the upper R with R'R = gram + shift; the shift is rounding error's size, against rank deficiency. */
function inverseOfFactor(gramMatrix: Matrix): Dense {
  const width = gramMatrix.rows;
  const shift = 100 * width * Number.EPSILON * (gramMatrix.trace() || 1);
  const values = Float64Array.from(gramMatrix.add(Matrix.eye(width, width).mul(shift)).to1DArray());
  const lower = choleskyFactor(values, width);
  const inverted = dense(width, width); // inv(R) = inv(L)': its column k solves L z = e_k, laid down as row
  for (let k = 0; k < width; k++) {
    const unit = new Float64Array(width);
    unit[k] = 1;
    const z = forwardSolve(lower, unit);
    for (let i = k; i < width; i++) inverted[k * width + i] = z[i]!;
  }
  return inverted;
}

/** Eigenvectors as columns, by descending eigenvalue. */
function eigen(symmetric: Matrix): { vectors: Dense; values: Float64Array } {
  const width = symmetric.rows;
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(symmetric, {
    assumeSymmetric: true,
  });
  const order = realEigenvalues.map((_, k) => k).sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  const vectors = dense(width, width);
  for (let i = 0; i < width; i++) {
    for (let k = 0; k < width; k++) vectors[i * width + k] = eigenvectorMatrix.get(i, order[k]!);
  }
  return { vectors, values: Float64Array.from(order, (k) => realEigenvalues[k]!) };
}

function dense(rows: number, columns: number): Dense {
  return new Float64Array(new SharedArrayBuffer(8 * rows * columns));
}

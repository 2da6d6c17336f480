/**
 * Randomised truncated SVD of a sparse matrix: A ~ U S V'.
 *
 * A random block is pushed towards the leading singular vectors by power iterations on A'A - shift,
 * orthonormalised after each; the SVD of A restricted to the block's span is small and exact. The shift grows
 * with what the iterations learn of the smallest value in the block, and makes each of them count for more:
 * the explained variance of the plain scheme comes in about two thirds of its time.
 *
 * Sources: Halko, Martinsson & Tropp, SIAM Review 53(2), 2011 (algorithms 4.4 and 5.1, the scheme); Feng, Yu,
 * Xie & Tang, "Faster Randomized SVD with Dynamic Shifts", arXiv 2404.09276, 2024 (the shift, and
 * orthonormalising by the eigenvectors of the Gram matrix).
 */
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { createAlgebra, type Dense, gramSumsLength } from "./algebra.ts";
import { type Arena, arenaBytes, createArena } from "./arena.ts";
import { type Csr, transposed } from "./csr.ts";
import { STRIP } from "./kernels.ts";
import { createRandom } from "./random.ts";
import { openThreadPool, type ThreadPool } from "./thread-pool.ts";

export interface SvdOptions {
  /** d, the number of singular values wanted */
  readonly dimensions: number;
  /** Columns of the block beyond `dimensions`, at least. Default 24. */
  readonly oversampling?: number;
  /** Passes over A and its transpose before the last over A. Default 4. */
  readonly powerIterations?: number;
  /** Of the random block. Any integer; default 0. */
  readonly seed?: number;
  /** Default: one per core. The result is the same for any number, to the last bit. */
  readonly threads?: number;
  /** Called after each pass, with the share done in [0, 1]. */
  readonly onProgress?: (share: number) => void;
  /** Ends the work early: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Keeps what each iteration came to, so that work that was ended goes on from there and ends with the same bits. */
  readonly kept?: KeptIterations;
}

/** Of one matrix and one set of options: whoever keeps it sees to that. */
export interface KeptIterations {
  /** The last that was written; undefined where there is none. */
  read(): Promise<KeptIteration | undefined>;
  write(iteration: KeptIteration): Promise<void>;
}

export interface KeptIteration {
  /** Iterations done. */
  readonly done: number;
  readonly shift: number;
  /** [smaller side x width] */
  readonly block: Float64Array;
}

/** Where a singular value is 0, its two vectors are 0 too. */
export interface TruncatedSvd {
  readonly dimensions: number;
  /** U [rows x d] row-major, orthonormal columns */
  readonly left: Float64Array;
  /** S [d], descending */
  readonly singularValues: Float64Array;
  /** V [columns x d] row-major, orthonormal columns; the largest entry of each is positive */
  readonly right: Float64Array;
}

/** Singular values below this share of the largest are rounding of the squares they are computed from. */
const SMALLEST_SHARE = 1e-6;

/** A singular value's share of the largest below which its square is rounding: the root of 2^-52, and a margin. */
const SMALLEST_TOLD = 1e-7;

/** @throws RangeError if there are fewer rows or columns than dimensions */
export async function truncatedSvd(matrix: Csr, options: SvdOptions): Promise<TruncatedSvd> {
  const {
    dimensions: d,
    oversampling = 24,
    powerIterations = 4,
    onProgress = () => {},
    signal,
    kept,
  } = options;
  const { rows, columns } = matrix;
  const smaller = Math.min(rows, columns);
  if (!(Number.isInteger(d) && d >= 1 && d <= smaller)) {
    throw new RangeError(`${d} dimensions of a ${rows} x ${columns} matrix: expected 1 to ${smaller}`);
  }
  if (!(Number.isInteger(powerIterations) && powerIterations >= 1)) {
    throw new RangeError(`${powerIterations} power iterations: expected 1 or more`);
  }
  const width = STRIP * Math.ceil(Math.min(d + oversampling, smaller) / STRIP);
  const work = workspace(matrix, width);
  const { down, up, tall, tallRotated } = work;
  let { block, image } = work;

  const pool = openThreadPool(work.arena.memory, options.threads);
  const algebra = algebraOf(pool, work, width);
  try {
    const passes = 2 * powerIterations + 1;
    let done = 0;
    const pass = async (by: Csr, dense: Dense, output: Dense) => {
      signal?.throwIfAborted();
      await algebra.multiply(by, dense, output);
      onProgress(++done / passes);
    };
    const before = await kept?.read();
    if (before) block.set(before.block);
    else fillRandomly(block, options.seed ?? 0, 1 / Math.sqrt(smaller)); // about orthonormal: right for the shift
    let shift = before?.shift ?? 0;
    done = 2 * (before?.done ?? 0);
    for (let iteration = before?.done ?? 0; iteration < powerIterations; iteration++) {
      await pass(down, block, tall);
      await pass(up, tall, image);
      subtractScaled(image, shift, block);
      const singularValues = await algebra.orthonormalise(image, block);
      shift = Math.max(shift, (shift + singularValues[Math.min(width, smaller) - 1]!) / 2);
      await kept?.write({ done: iteration + 1, shift, block: block.slice() });
    }
    await algebra.orthonormalise(block, image); // again: orthonormal to rounding
    [block, image] = [image, block];
    await pass(down, block, tall);

    const { vectors, singularValues } = eigen(await algebra.gram(tall), width);
    await algebra.timesRight(tall, vectors, tallRotated);
    await algebra.timesRight(block, vectors, image);
    return assembled(rows >= columns, image, tallRotated, singularValues, width, d);
  } finally {
    await pool.close();
  }
}

interface Workspace {
  readonly arena: Arena;
  /** The matrix [larger x smaller], or its transpose if that is. */
  readonly down: Csr;
  /** Its transpose. */
  readonly up: Csr;
  /** [smaller x width] */
  readonly block: Dense;
  /** [smaller x width] */
  readonly image: Dense;
  /** [larger x width] */
  readonly tall: Dense;
  /** [larger x width] */
  readonly tallRotated: Dense;
  /** [width x width] */
  readonly rotation: Dense;
  /** [blocks of `tall` x width x width] */
  readonly gramSums: Dense;
}

/** Lays all that a factorisation works on into one memory. */
function workspace(matrix: Csr, width: number): Workspace {
  const { rows, columns } = matrix;
  const entries = matrix.values.length;
  const [smaller, larger] = [Math.min(rows, columns), Math.max(rows, columns)];
  const denseRows = [smaller, smaller, larger, larger, width, gramSumsLength(larger, width) / width];
  const csrBytes = [rows + 1, columns + 1, entries, entries, entries, entries].map((length) => 4 * length);
  const arena = createArena(arenaBytes([...csrBytes, ...denseRows.map((length) => 8 * length * width)]));
  const roomFor = (rowCount: number, columnCount: number): Csr => ({
    rows: rowCount,
    columns: columnCount,
    starts: arena.int32(rowCount + 1),
    indices: arena.int32(entries),
    values: arena.float32(entries),
  });
  const own = roomFor(rows, columns);
  own.starts.set(matrix.starts);
  own.indices.set(matrix.indices);
  own.values.set(matrix.values);
  const turned = transposed(own, roomFor(columns, rows));
  const [block, image, tall, tallRotated, rotation, gramSums] = denseRows.map((count) =>
    arena.float64(count * width),
  ) as [Dense, Dense, Dense, Dense, Dense, Dense];
  const [down, up] = rows >= columns ? [own, turned] : [turned, own];
  return { arena, down, up, block, image, tall, tallRotated, rotation, gramSums };
}

/** The dense algebra of the scheme on blocks [rows x width] of the workspace, all threads at work. */
function algebraOf(pool: ThreadPool, room: Workspace, width: number) {
  const { multiply, timesRight, gram } = createAlgebra(pool, room, width);

  /** output = dense W scale(S) with dense' dense = W S² W'. Returns S [width], descending. */
  const rotateAndScale = async (
    dense: Dense,
    output: Dense,
    scale: (value: number, smallest: number) => number,
  ): Promise<Float64Array> => {
    const { vectors, singularValues } = eigen(await gram(dense), width);
    const smallest = SMALLEST_TOLD * singularValues[0]!;
    const factors = singularValues.map((value) => scale(value, smallest));
    for (let at = 0; at < vectors.length; at++) vectors[at]! *= factors[at % width]!;
    await timesRight(dense, vectors, output);
    return singularValues;
  };

  /**
   * Makes the columns orthonormal: output spans what dense spans, which is overwritten. Directions too weak
   * to be told from rounding in the squares of the Gram matrix are lengthened first; what then is still too
   * weak is not there, and becomes 0. Returns S [width], the singular values of dense, descending.
   */
  const orthonormalise = async (dense: Dense, output: Dense): Promise<Float64Array> => {
    const lengthen = (value: number, smallest: number) => 1 / (Math.max(value, smallest) || 1);
    const drop = (value: number, smallest: number) => (value > smallest ? 1 / value : 0);
    const singularValues = await rotateAndScale(dense, output, lengthen);
    if (singularValues[width - 1]! <= SMALLEST_TOLD * singularValues[0]!) {
      await rotateAndScale(output, dense, drop);
      output.set(dense);
    }
    return singularValues;
  };

  return { multiply, timesRight, gram, orthonormalise };
}

/**
 * The leading d of the singular vectors found: on the smaller side they are orthonormal, on the larger side
 * orthogonal and as long as the singular values.
 */
function assembled(
  rightIsSmall: boolean,
  small: Dense,
  large: Dense,
  found: Float64Array,
  width: number,
  d: number,
): TruncatedSvd {
  const singularValues = found.slice(0, d).map((value) => (value > SMALLEST_SHARE * found[0]! ? value : 0));
  const signs = signsOf(rightIsSmall ? small : large, width, d);
  const some = signs.map((sign, k) => (singularValues[k] === 0 ? 0 : sign));
  const unit = some.map((sign, k) => (sign === 0 ? 0 : sign / singularValues[k]!));
  const scaledSmall = leadingColumns(small, width, some);
  const scaledLarge = leadingColumns(large, width, unit);
  const [left, right] = rightIsSmall ? [scaledLarge, scaledSmall] : [scaledSmall, scaledLarge];
  return { dimensions: d, left, singularValues, right };
}

/** The first columns of a block, each times its factor, as many as there are factors. */
function leadingColumns(block: Dense, width: number, factors: Float64Array): Float64Array {
  const d = factors.length;
  const columns = new Float64Array((block.length / width) * d);
  for (let at = 0, row = 0; at < columns.length; at += d, row += width) {
    for (let k = 0; k < d; k++) columns[at + k] = factors[k]! * block[row + k]!;
  }
  return columns;
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

function subtractScaled(from: Dense, factor: number, dense: Dense): void {
  if (factor === 0) return;
  for (let at = 0; at < from.length; at++) from[at]! -= factor * dense[at]!;
}

/** Eigenvectors as columns, by descending eigenvalue; the eigenvalues are squares of singular values. */
function eigen(gram: Float64Array, width: number): { vectors: Float64Array; singularValues: Float64Array } {
  const symmetric = Matrix.from1DArray(width, width, gram);
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(symmetric, {
    assumeSymmetric: true,
  });
  const order = realEigenvalues.map((_, k) => k).sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  const vectors = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let k = 0; k < width; k++) vectors[i * width + k] = eigenvectorMatrix.get(i, order[k]!);
  }
  const singularValues = Float64Array.from(order, (k) => Math.sqrt(Math.max(0, realEigenvalues[k]!)));
  return { vectors, singularValues };
}

function fillRandomly(dense: Dense, seed: number, deviation: number): void {
  const random = createRandom(seed);
  for (let at = 0; at < dense.length; at++) dense[at] = deviation * random.normal();
}

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Matrix, SVD } from "ml-matrix";
import { describe, expect, test } from "vitest";
import type { Csr } from "./csr.ts";
import { denseOf, plantedMatrix, randomMatrix, sparse } from "./testing/matrices.ts";
import { type SvdOptions, type TruncatedSvd, truncatedSvd } from "./truncated-svd.ts";

/** In this thread alone: starting others takes longer than all the work here. */
const svdOf = (matrix: Csr, options: SvdOptions) => truncatedSvd(matrix, { threads: 1, ...options });

const rowsOf = (values: Float64Array, d: number): Matrix => Matrix.from1DArray(values.length / d, d, values);

const product = ({ left, singularValues, right, dimensions: d }: TruncatedSvd): Matrix =>
  rowsOf(left, d).mulRowVector(singularValues).mmul(rowsOf(right, d).transpose());

/** The largest amount by which the columns are not orthonormal. */
const departure = (values: Float64Array, d: number): number => {
  const block = rowsOf(values, d);
  return block.transpose().mmul(block).sub(Matrix.eye(d)).abs().max();
};

const shapes = [
  { name: "tall", rows: 90, columns: 40, density: 0.3 },
  { name: "wide", rows: 40, columns: 90, density: 0.3 },
  { name: "square and full", rows: 50, columns: 50, density: 1 },
  { name: "longer than a block of the Gram sums", rows: 1_300, columns: 30, density: 0.2 },
];

describe.each(shapes)("the truncated SVD of a $name matrix", ({ rows, columns, density }) => {
  const seeds = [1, 2, 3];

  test("has orthonormal vectors, descending values, and signs by the largest entry", async () => {
    for (const seed of seeds) {
      const d = 9;
      const svd = await svdOf(randomMatrix(rows, columns, density, seed), { dimensions: d, seed });
      expect(departure(svd.left, d)).toBeLessThan(1e-12);
      expect(departure(svd.right, d)).toBeLessThan(1e-12);
      expect([...svd.singularValues]).toEqual([...svd.singularValues].sort((a, b) => b - a));
      for (let k = 0; k < d; k++) {
        const column = rowsOf(svd.right, d).getColumn(k);
        expect(Math.max(...column)).toBeGreaterThanOrEqual(-Math.min(...column));
      }
    }
  });

  test("is the exact SVD where the block spans everything", async () => {
    const matrix = randomMatrix(rows, columns, density, 4);
    const d = Math.min(rows, columns);
    const svd = await svdOf(matrix, { dimensions: d });
    const exact = new SVD(denseOf(matrix), { autoTranspose: true }).diagonal;
    svd.singularValues.forEach((value, k) => {
      expect(value).toBeCloseTo(exact[k]!, 8);
    });
    expect(product(svd).sub(denseOf(matrix)).norm()).toBeLessThan(1e-8);
  });

  test("leaves little more error than the best approximation of its rank", async () => {
    const d = 9;
    for (const seed of seeds) {
      const matrix = randomMatrix(rows, columns, density, seed);
      const exact = new SVD(denseOf(matrix), { autoTranspose: true }).diagonal;
      const best = Math.hypot(...exact.slice(d));
      const options = { dimensions: d, oversampling: 7, seed };
      const error = async (powerIterations: number) =>
        product(await svdOf(matrix, { ...options, powerIterations }))
          .sub(denseOf(matrix))
          .norm();
      const [after1, after6] = [await error(1), await error(6)];
      expect(after6).toBeLessThan(1.01 * best);
      expect(after6).toBeGreaterThan((1 - 1e-9) * best);
      expect(after6).toBeLessThan(after1);
    }
  });
});

describe("the truncated SVD", () => {
  test("finds a planted world of low rank under noise", async () => {
    const clean = plantedMatrix(300, 120, { rank: 5, noise: 0, seed: 7 });
    const noisy = plantedMatrix(300, 120, { rank: 5, noise: 0.05, seed: 7 });
    const found = product(await svdOf(noisy, { dimensions: 5 }));
    const share = (matrix: Matrix) => matrix.sub(denseOf(clean)).norm() / denseOf(clean).norm();
    expect(share(found)).toBeLessThan(0.3 * share(denseOf(noisy)));
  });

  test("is the same to the last bit for one, two and three threads", async () => {
    const matrix = randomMatrix(1_300, 600, 0.05, 5);
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map((threads) => svdOf(matrix, { dimensions: 20, threads, seed: 3 })),
    );
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect(await svdOf(matrix, { dimensions: 20, threads: 1, seed: 4 })).not.toEqual(one);
  });

  test("works with more threads than rows", async () => {
    const matrix = sparse([
      [3, 0, 0],
      [0, 2, 0],
    ]); // prettier-ignore
    const svd = await svdOf(matrix, { dimensions: 2, threads: 5 });
    expect(svd.singularValues[0]).toBeCloseTo(3, 12);
    expect(svd.singularValues[1]).toBeCloseTo(2, 12);
    expect([...svd.right].map((value) => Math.round(1e9 * Math.abs(value)) / 1e9)).toEqual([
      1, 0, 0, 1, 0, 0,
    ]);
  });

  test("gives zeros for the dimensions that a matrix of low rank does not have", async () => {
    const matrix = plantedMatrix(30, 20, { rank: 3, noise: 0, seed: 1 });
    const svd = await svdOf(matrix, { dimensions: 8 });
    expect(svd.singularValues.indexOf(0)).toBe(3);
    for (let k = 3; k < 8; k++) {
      expect(
        rowsOf(svd.left, 8)
          .getColumn(k)
          .every((value) => value === 0),
      ).toBe(true);
      expect(
        rowsOf(svd.right, 8)
          .getColumn(k)
          .every((value) => value === 0),
      ).toBe(true);
    }
    expect(product(svd).sub(denseOf(matrix)).norm()).toBeLessThan(1e-5);
  });

  test("of a matrix without entries is zero, not NaN", async () => {
    const svd = await svdOf(
      sparse([
        [0, 0, 0],
        [0, 0, 0],
      ]),
      { dimensions: 2 },
    ); // prettier-ignore
    expect([...svd.singularValues, ...svd.left, ...svd.right].every((value) => value === 0)).toBe(true);
  });

  test("gives an unrated column the embedding 0", async () => {
    const svd = await svdOf(
      sparse([
        [1, 0, 2],
        [3, 0, 1],
        [1, 0, 1],
      ]),
      { dimensions: 2 },
    ); // prettier-ignore
    expect([...svd.right.subarray(2, 4)].map(Math.abs)).toEqual([0, 0]);
  });

  test("refuses more dimensions than the smaller side, fewer than one, and no iterations", async () => {
    const matrix = randomMatrix(10, 6, 0.5, 1);
    await expect(svdOf(matrix, { dimensions: 7 })).rejects.toThrow("7 dimensions of a 10 x 6 matrix");
    await expect(svdOf(matrix, { dimensions: 0 })).rejects.toThrow("expected 1 to 6");
    await expect(svdOf(matrix, { dimensions: 2, powerIterations: 0 })).rejects.toThrow("expected 1");
  });

  test("reports its progress up to all of it", async () => {
    const shares: number[] = [];
    const onProgress = (share: number) => shares.push(share);
    await svdOf(randomMatrix(10, 6, 0.5, 1), { dimensions: 2, powerIterations: 2, onProgress });
    expect(shares).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  });

  test("ends early when told to, with the reason it was given", async () => {
    const abort = new AbortController();
    const onProgress = (share: number) => share > 0.3 && abort.abort(new Error("enough"));
    const matrix = randomMatrix(100, 60, 0.5, 1);
    const svd = svdOf(matrix, { dimensions: 5, threads: 3, onProgress, signal: abort.signal });
    await expect(svd).rejects.toThrow("enough");
  });
});

describe("the threads", () => {
  /** Runs a few lines in a process of their own; it ends only if no thread is left. */
  const run = (lines: string) => {
    const from = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
    const imports = `import { truncatedSvd } from ${from("./truncated-svd.js")};
      import { openThreadPool } from ${from("./thread-pool.js")};
      import { createArena } from ${from("./arena.js")};
      import { randomMatrix } from ${from("./testing/matrices.js")};`;
    return promisify(execFile)(process.execPath, ["--input-type=module", "-e", imports + lines], {
      timeout: 50_000,
    });
  };

  test("have ended after a run, and after one that was called off", async () => {
    const { stdout } = await run(`
      const matrix = randomMatrix(60, 40, 0.5, 1);
      await truncatedSvd(matrix, { dimensions: 5, threads: 3 });
      const signal = AbortSignal.abort(new Error("called off"));
      await truncatedSvd(matrix, { dimensions: 5, threads: 3, signal }).catch((error) => console.log(error.message));
    `);
    expect(stdout).toBe("called off\n");
  });

  test("pass on what one of them throws", async () => {
    const { stdout } = await run(`
      const pool = openThreadPool(createArena(64).memory, 2);
      const outOfBounds = { kernel: "multiplyRight", with: [2 ** 30, 2 ** 30, 2 ** 30, 128] };
      await pool.run(outOfBounds, [0, 0, 1]).catch((error) => console.log(error.message));
      await pool.close();
    `);
    expect(stdout).toBe("memory access out of bounds\n");
  });
});

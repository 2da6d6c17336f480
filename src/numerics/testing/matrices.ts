import { Matrix } from "ml-matrix";
import { type Csr, csrOf } from "../csr.ts";
import { createRandom } from "../random.ts";

/** A sparse matrix with about `density` of its cells filled by standard normals. */
export function randomMatrix(rows: number, columns: number, density: number, seed: number): Csr {
  const random = createRandom(seed);
  return sparse(
    Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => (random.uniform() < density ? random.normal() : 0)),
    ),
  );
}

/** The product of random factors [rows x rank] and [rank x columns], the k-th of size 2^-k, plus noise. */
export function plantedMatrix(
  rows: number,
  columns: number,
  { rank, noise, seed }: { rank: number; noise: number; seed: number },
): Csr {
  const random = createRandom(seed);
  const factor = (length: number, width: number) =>
    Matrix.from1DArray(length, width, Array.from({ length: length * width }, random.normal));
  const scaled = factor(rows, rank).mulRowVector(Array.from({ length: rank }, (_, k) => 2 ** -k));
  const dense = scaled.mmul(factor(rank, columns)).to2DArray();
  return sparse(dense.map((row) => row.map((value) => value + noise * random.normal())));
}

/** The cells that are not 0. */
export function sparse(cells: readonly (readonly number[])[]): Csr {
  const filled = cells.flatMap((row, at) =>
    row.flatMap((value, column) => (value === 0 ? [] : [{ row: at, column, value }])),
  );
  return csrOf({
    rowCount: cells.length,
    columnCount: cells[0]?.length ?? 0,
    rows: Int32Array.from(filled, ({ row }) => row),
    columns: Int32Array.from(filled, ({ column }) => column),
    values: Float32Array.from(filled, ({ value }) => value),
  });
}

export function denseOf({ rows, columns, starts, indices, values }: Csr): Matrix {
  const dense = Matrix.zeros(rows, columns);
  for (let row = 0; row < rows; row++) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++)
      dense.set(row, indices[entry]!, values[entry]!);
  }
  return dense;
}

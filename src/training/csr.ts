/**
 * A sparse matrix in compressed rows: the entries of row i are at positions starts[i] up to starts[i + 1].
 * All arrays lie in shared memory, so that worker threads see them without a copy.
 */
export interface Csr {
  readonly rows: number;
  readonly columns: number;
  /** [rows + 1] */
  readonly starts: Int32Array<SharedArrayBuffer>;
  /** [entries] column of each entry */
  readonly indices: Int32Array<SharedArrayBuffer>;
  /** [entries] */
  readonly values: Float32Array<SharedArrayBuffer>;
}

/** Entries as they come: entry e is values[e] at (rows[e], columns[e]). */
export interface Triplets {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Groups entries by row, in the order they come; each cell may occur once. Two counting passes. */
export function csrOf({ rowCount, columnCount, rows, columns, values }: Triplets): Csr {
  const matrix = emptyCsr(rowCount, columnCount, values.length);
  const { starts, indices } = matrix;
  for (const row of rows) starts[row + 1]!++;
  for (let row = 0; row < rowCount; row++) starts[row + 1]! += starts[row]!;
  const next = starts.slice(0, rowCount);
  for (let entry = 0; entry < values.length; entry++) {
    const place = next[rows[entry]!]!++;
    indices[place] = columns[entry]!;
    matrix.values[place] = values[entry]!;
  }
  return matrix;
}

/** The transpose, its rows in ascending order of column. */
export function transposed({ rows, columns, starts, indices, values }: Csr): Csr {
  const turned = emptyCsr(columns, rows, values.length);
  for (const column of indices) turned.starts[column + 1]!++;
  for (let column = 0; column < columns; column++) turned.starts[column + 1]! += turned.starts[column]!;
  const next = turned.starts.slice(0, columns);
  for (let row = 0; row < rows; row++) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      const place = next[indices[entry]!]!++;
      turned.indices[place] = row;
      turned.values[place] = values[entry]!;
    }
  }
  return turned;
}

function emptyCsr(rows: number, columns: number, entries: number): Csr {
  return {
    rows,
    columns,
    starts: new Int32Array(new SharedArrayBuffer(4 * (rows + 1))),
    indices: new Int32Array(new SharedArrayBuffer(4 * entries)),
    values: new Float32Array(new SharedArrayBuffer(4 * entries)),
  };
}

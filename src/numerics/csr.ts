/**
 * A sparse matrix in compressed rows: the entries of row i are at positions starts[i] up to starts[i + 1].
 */
export interface Csr {
  readonly rows: number;
  readonly columns: number;
  /** [rows + 1] */
  readonly starts: Int32Array;
  /** [entries] column of each entry */
  readonly indices: Int32Array;
  /** [entries] */
  readonly values: Float32Array;
}

/** Entries as they come: entry e is values[e] at (rows[e], columns[e]). */
export interface Triplets {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/**
 * Groups entries by row, in the order they come. Two counting passes.
 *
 * @throws RangeError where an entry lies outside the matrix, is no finite number, or comes twice
 */
export function csrOf({ rowCount, columnCount, rows, columns, values }: Triplets): Csr {
  if (rows.length !== values.length || columns.length !== values.length) {
    throw new RangeError(`${rows.length} rows and ${columns.length} columns for ${values.length} values`);
  }
  const matrix = emptyCsr(rowCount, columnCount, values.length);
  const { starts, indices } = matrix;
  for (let entry = 0; entry < values.length; entry++) {
    const row = rows[entry]!;
    if (!(row >= 0 && row < rowCount && columns[entry]! >= 0 && columns[entry]! < columnCount)) {
      throw new RangeError(`entry (${row}, ${columns[entry]}) of a ${rowCount} x ${columnCount} matrix`);
    }
    starts[row + 1]!++;
  }
  for (let row = 0; row < rowCount; row++) starts[row + 1]! += starts[row]!;
  const next = starts.slice(0, rowCount);
  for (let entry = 0; entry < values.length; entry++) {
    const place = next[rows[entry]!]!++;
    indices[place] = columns[entry]!;
    matrix.values[place] = values[entry]!;
  }
  checkCells(matrix);
  return matrix;
}

function checkCells({ rows, columns, starts, indices, values }: Csr): void {
  const seenIn = new Int32Array(columns).fill(-1);
  for (let row = 0; row < rows; row++) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      const column = indices[entry]!;
      if (seenIn[column] === row) throw new RangeError(`two entries at (${row}, ${column})`);
      if (!Number.isFinite(values[entry])) throw new RangeError(`${values[entry]} at (${row}, ${column})`);
      seenIn[column] = row;
    }
  }
}

/**
 * The transpose, its rows in ascending order of column.
 *
 * @param turned where it is written: [columns x rows] with room for as many entries, all zero
 */
export function transposed(
  { rows, columns, starts, indices, values }: Csr,
  turned = emptyCsr(columns, rows, values.length),
): Csr {
  const { starts: turnedStarts, indices: turnedIndices, values: turnedValues } = turned;
  for (const column of indices) turnedStarts[column + 1]!++;
  for (let column = 0; column < columns; column++) turnedStarts[column + 1]! += turnedStarts[column]!;
  const next = Int32Array.from(turnedStarts.subarray(0, columns));
  for (let row = 0; row < rows; row++) {
    const end = starts[row + 1]!;
    for (let entry = starts[row]!; entry < end; entry++) {
      const place = next[indices[entry]!]!++;
      turnedIndices[place] = row;
      turnedValues[place] = values[entry]!;
    }
  }
  return turned;
}

/** Room for so many entries, all zero. */
export function emptyCsr(rows: number, columns: number, entries: number): Csr {
  return {
    rows,
    columns,
    starts: new Int32Array(rows + 1),
    indices: new Int32Array(entries),
    values: new Float32Array(entries),
  };
}

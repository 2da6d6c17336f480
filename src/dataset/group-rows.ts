/**
 * Rows grouped by the number in a column, in table order within a group: a counting sort, 4 bytes a row.
 *
 * @param numbers [length] from 0 up to `count`
 * @returns the rows of number n are `rows.subarray(starts[n], starts[n + 1])`
 */
export function groupRows(numbers: Int32Array, count: number): { rows: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < numbers.length; row++) starts[numbers[row]! + 1]!++;
  for (let number = 0; number < count; number++) starts[number + 1]! += starts[number]!;
  const next = starts.slice();
  const rows = new Int32Array(numbers.length);
  for (let row = 0; row < rows.length; row++) rows[next[numbers[row]!]!++] = row;
  return { rows, starts };
}

/**
 * The rows of the largest positive numbers of a long row, many times over: without a closure, a comparison or an allocation per number.
 *
 * A number and its row become one key that orders as both do, exact in 53 bits: the 31 bits of the number in single
 * precision, then the row, backwards. Selection by Hoare's quickselect (CACM 4(7), 1961), and only what is selected is sorted.
 */
const ROWS = 2 ** 21;

/**
 * @param length of the rows of numbers, 2,097,152 at the most
 * @returns the rows of the `limit` largest, in single precision, that are over 0, the largest first, of equals the lower row;
 *   valid until the next call
 */
export function largestOf(
  length: number,
  limit: number,
): (numbers: Float64Array, besides: number) => Int32Array {
  if (length > ROWS) throw new RangeError(`${length} numbers: expected ${ROWS} at the most`);
  const keys = new Float64Array(length);
  const rows = new Int32Array(Math.min(length, limit));
  const single = new Float32Array(1);
  const bits = new Uint32Array(single.buffer);
  return (numbers, besides) => {
    let count = 0;
    for (let row = 0; row < length; row++) {
      const number = numbers[row]!;
      if (!(number > 0) || row === besides) continue;
      single[0] = number;
      keys[count++] = bits[0]! * ROWS + (ROWS - 1 - row);
    }
    const first = Math.max(0, count - limit);
    if (first > 0) selectFrom(keys, first, count - 1);
    const selected = keys.subarray(first, count).sort();
    for (let at = 0; at < selected.length; at++)
      rows[at] = ROWS - 1 - (selected[selected.length - 1 - at]! % ROWS);
    return rows.subarray(0, selected.length);
  };
}

/** Orders keys[0..high] so far that none before `place` is larger than any from it on. */
function selectFrom(keys: Float64Array, place: number, high: number): void {
  let low = 0;
  while (low < high) {
    const pivot = keys[(low + high) >> 1]!;
    let [left, right] = [low, high];
    while (left <= right) {
      while (keys[left]! < pivot) left++;
      while (keys[right]! > pivot) right--;
      if (left > right) break;
      const held = keys[left]!;
      keys[left++] = keys[right]!;
      keys[right--] = held;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return;
  }
}

/**
 * Whole numbers in few bytes: seven bits a byte, the lowest first, the eighth bit set on all but a number's last (LEB128).
 * Ascending numbers are kept as their differences, which are small.
 */

export function packNumbers(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(5 * numbers.length);
  let at = 0;
  for (let rest of numbers) {
    while (rest > 0x7f) {
      bytes[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[at++] = rest;
  }
  return bytes.slice(0, at);
}

export function unpackNumbers(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length);
  let [count, value, shift] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    value |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte < 0x80) {
      numbers[count++] = value;
      value = shift = 0;
    }
  }
  return numbers.slice(0, count);
}

/** How many entries each list has whose entries begin at starts[i]. */
export const countsOf = (starts: Uint32Array): Uint32Array =>
  starts.subarray(1).map((end, i) => end - starts[i]!);

export function startsOf(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!;
  return starts;
}

/** Differences of ascending numbers; with `starts`, of lists that ascend each by itself. */
export function gapsOf(numbers: Uint32Array, starts = wholly(numbers)): Uint32Array {
  const gaps = numbers.slice();
  for (let list = 0; list + 1 < starts.length; list++)
    for (let i = starts[list]! + 1; i < starts[list + 1]!; i++) gaps[i] = numbers[i]! - numbers[i - 1]!;
  return gaps;
}

export function withoutGaps(gaps: Uint32Array, starts = wholly(gaps)): Uint32Array {
  const numbers = gaps.slice();
  for (let list = 0; list + 1 < starts.length; list++)
    for (let i = starts[list]! + 1; i < starts[list + 1]!; i++) numbers[i]! += numbers[i - 1]!;
  return numbers;
}

const wholly = ({ length }: Uint32Array): Uint32Array => Uint32Array.of(0, length);

/** Called for each line with its fields; a field is MISSING, NaN where it is no plain number, else its value. */
export type OnNumericRow = (
  user: number,
  movie: number,
  rating: number,
  timestamp: number,
  fieldCount: number,
  line: number,
) => void;

/** Marks a field that is empty or not there. Numbers in rating files are never negative. */
export const MISSING = -1;

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const FIELDS = 4;
const MAX_DIGITS = 15; // what a double holds exactly
const POWERS_OF_TEN = Float64Array.from({ length: MAX_DIGITS + 1 }, (_, k) => 10 ** k);

/**
 * Scans lines of four unsigned decimal fields, straight from bytes: not one string, whatever the length.
 *
 * @param chunks     the file, cut anywhere
 * @param separator  "\t", "," or "::"
 * @param options.skipLines  header lines passed over; they count as lines
 *
 * Takes LF and CRLF, a last line without an end, and blank lines (which are no rows).
 */
export async function scanNumericRows(
  chunks: AsyncIterable<Uint8Array>,
  separator: string,
  options: { readonly skipLines: number },
  onRow: OnNumericRow,
): Promise<void> {
  const scanLine = lineScanner(separator, onRow);
  let line = 0;
  let rest = new Uint8Array(0);
  const take = (bytes: Uint8Array, start: number, end: number) => {
    line++;
    if (line > options.skipLines) scanLine(bytes, start, end, line);
  };

  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      take(bytes, start, end);
      start = end + 1;
    }
    rest = bytes.slice(start);
  }
  if (rest.length > 0) take(rest, 0, rest.length);
}

function lineScanner(separator: string, onRow: OnNumericRow) {
  const separatorByte = separator.charCodeAt(0);
  const separatorLength = separator.length;
  const fields = new Float64Array(FIELDS);

  return (bytes: Uint8Array, start: number, lineEnd: number, line: number): void => {
    let end = lineEnd;
    while (end > start && (bytes[end - 1] === CARRIAGE_RETURN || bytes[end - 1] === SPACE)) end--;
    if (end === start) return;

    fields.fill(MISSING);
    let count = 0;
    let i = start;
    for (;;) {
      let value = 0;
      let digits = 0;
      let fractionDigits = -1; // -1 until the dot
      let isNumber = true;
      const fieldStart = i;
      for (; i < end; i++) {
        const byte = bytes[i]!;
        if (byte >= ZERO && byte <= NINE) {
          value = value * 10 + (byte - ZERO);
          digits++;
          if (fractionDigits >= 0) fractionDigits++;
        } else if (byte === separatorByte) {
          break;
        } else if (byte === DOT && fractionDigits < 0) {
          fractionDigits = 0;
        } else {
          isNumber = false;
        }
      }
      if (count < FIELDS && i > fieldStart) {
        if (!isNumber || digits === 0 || digits > MAX_DIGITS) fields[count] = Number.NaN;
        else fields[count] = fractionDigits > 0 ? value / POWERS_OF_TEN[fractionDigits]! : value;
      }
      count++;
      if (i >= end) break;
      if (separatorLength === 1 || bytes[i + 1] === separatorByte) {
        i += separatorLength;
      } else {
        fields[Math.min(count, FIELDS) - 1] = Number.NaN; // a lone ":" where "::" is due
        i++;
      }
    }
    onRow(fields[0]!, fields[1]!, fields[2]!, fields[3]!, count, line);
  };
}

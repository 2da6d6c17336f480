/** Words onto lines. */

/**
 * The breaks into `count` lines whose longest is shortest; fewer lines where there are fewer words.
 *
 * @param widths of the words; a space is `space` wide
 */
function breakInto(
  words: readonly string[],
  widths: readonly number[],
  space: number,
  count: number,
): string[] {
  const n = words.length;
  const widthOf = (from: number, to: number) => {
    let width = (to - from - 1) * space;
    for (let i = from; i < to; i++) width += widths[i]!;
    return width;
  };
  // longest[k][i]: the shortest that the longest of k lines can be, over the first i words
  const longest: number[][] = [[0, ...new Array<number>(n).fill(Number.POSITIVE_INFINITY)]];
  const cut: number[][] = [[]];
  for (let k = 1; k <= count; k++) {
    longest.push([]);
    cut.push([]);
    for (let i = 0; i <= n; i++) {
      let [best, at] = [Number.POSITIVE_INFINITY, 0];
      for (let j = k - 1; j < i; j++) {
        const width = Math.max(longest[k - 1]![j] ?? Number.POSITIVE_INFINITY, widthOf(j, i));
        if (width < best) [best, at] = [width, j];
      }
      longest[k]!.push(best);
      cut[k]!.push(at);
    }
  }
  const lines: string[] = [];
  for (let k = count, end = n; k > 0; k--) {
    const start = cut[k]![end]!;
    lines.unshift(words.slice(start, end).join(" "));
    end = start;
  }
  return lines;
}

const MOST_LINES = 9;
const MOST_WORDS = 40;

/** Every sensible way to break a text, from one line to a word a line. */
export function* waysToBreak(text: string, widthOf: (text: string) => number): Generator<readonly string[]> {
  const all = text.split(/\s+/).filter((word) => word !== "");
  const words = all.length > MOST_WORDS ? [...all.slice(0, MOST_WORDS - 1), "…"] : all;
  const widths = words.map(widthOf);
  const space = widthOf(" ");
  for (let count = 1; count <= Math.min(words.length, MOST_LINES); count++) {
    yield breakInto(words, widths, space, count);
  }
}

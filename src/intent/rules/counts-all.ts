/** Words that count films, and name none: "seen all three". Pure. */
import { overlaps, type Span } from "./spans.ts";
import type { Token } from "./tokens.ts";

const COUNT = /^(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})$/;

/** @param name words that could be a film's: "all three", or "three" behind "all" */
export function countsAll(tokens: readonly Token[], name: Span): boolean {
  const last = tokens.findLastIndex((token) => overlaps(token, name));
  const isWhole = tokens.every((token, at) => !overlaps(token, name) || at >= last - 1);
  return isWhole && COUNT.test(tokens[last]?.word ?? "") && tokens[last - 1]?.word === "all";
}

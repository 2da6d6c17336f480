import type { Token } from "./tokens.ts";

/** Tokens, from one to behind another. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The sentences of a text, as they follow one another. */
export function sentencesOf(tokens: readonly Token[]): Run[] {
  const stops = tokens.flatMap(({ gap }, at) => (at > 0 && gap === "stop" ? [at] : []));
  return [0, ...stops].map((from, nth) => ({ from, to: stops[nth] ?? tokens.length }));
}

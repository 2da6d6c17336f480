/** What stands in a list that is headed as ruled out: "Not really my thing: musicals, gore". Pure. */
import type { Polarity } from "./polarity.ts";
import type { Refusals } from "./refusals.ts";
import type { Run } from "./sentences.ts";
import type { Span } from "./spans.ts";
import type { Read } from "./things.ts";
import type { Text, Token } from "./tokens.ts";

const COLON = /^\s{0,2}(?::|[-–—]{1,2})\s/;
/** What ends such a list. */
const ENDS = /^(?:but|however|instead|otherwise)$/;

interface Headed {
  readonly head: Span;
  /** What it heads. */
  readonly list: Run;
}

/** The lists of a text that are headed so. */
export function headedRefusals(
  { plain }: Pick<Text, "plain">,
  tokens: readonly Token[],
  { headings }: Pick<Refusals, "headings">,
): Headed[] {
  return tokens.flatMap(({ gap, start }, at) => {
    const found = at > 0 && gap === "space" ? undefined : headings(tokens, at);
    if (!found) return [];
    const from = at + found.length;
    const { end } = tokens[from - 1]!;
    if (from === tokens.length || !COLON.test(plain.slice(end, tokens[from]!.start))) return [];
    const to = tokens.findIndex(({ gap, word }, i) => i > from && (gap === "stop" || ENDS.test(word)));
    return [{ head: { start, end }, list: { from, to: to < 0 ? tokens.length : to } }];
  });
}

/** @param polarities of the things, changed in place */
export function settleHeadedRefusals(
  headed: readonly Headed[],
  things: readonly Read[],
  polarities: Polarity[],
): void {
  for (const { list } of headed)
    for (const [i, { at, sort }] of things.entries())
      if (at >= list.from && at < list.to && sort !== "audience") polarities[i] = "out";
}

import type { LabelledText } from "../../src/intent/evaluation/labelled.ts";
import type { Measured } from "../../src/intent/evaluation/page.ts";
import { score } from "../../src/intent/evaluation/score.ts";
import type { Parsed } from "../../src/intent/parser.ts";
import type { MovieRequest } from "../../src/intent/request.ts";

/** Reads one text, and by whom: counts in `fellBack` where the first parser gave no reading. */
export interface Reader {
  parse(text: string): Promise<Parsed>;
  /** What is read where `parse` gives nothing. */
  fallback(text: string): MovieRequest;
}

export interface ReadBy extends Measured {
  /** Texts read by the fallback. */
  readonly fellBack: number;
}

/** @param atOnce texts under way at the same time */
export async function measure(
  name: string,
  texts: readonly LabelledText[],
  { parse, fallback }: Reader,
  { atOnce = 1, onText = () => {} }: { readonly atOnce?: number; readonly onText?: () => void } = {},
): Promise<ReadBy> {
  const times: number[] = [];
  const read: MovieRequest[] = [];
  let fellBack = 0;
  const waiting = [...texts.entries()];
  const workThrough = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, { text }] = next;
      const start = performance.now();
      const parsed = await parse(text);
      if (!parsed.ok) fellBack++;
      read[at] = parsed.ok ? parsed.request : fallback(text);
      times.push(performance.now() - start);
      onText();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workThrough));
  times.sort((a, b) => a - b);
  return {
    name,
    scores: score(texts, read),
    medianMs: times[times.length >> 1]!,
    slowestMs: times.at(-1)!,
    fellBack,
  };
}

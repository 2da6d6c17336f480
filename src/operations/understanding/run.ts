/** Whether sentences are understood as they must be, by the rules or by a language model. */
import { setImmediate } from "node:timers/promises";
import PQueue from "p-queue";
import { z } from "zod";
import type { LabelledText } from "../../intent/evaluation/labelled.ts";
import { score } from "../../intent/evaluation/score.ts";
import type { IntentParser } from "../../intent/parser.ts";

export const UNDERSTOOD_BY = ["rules", "model"] as const;
export type UnderstoodBy = (typeof UNDERSTOOD_BY)[number];

/** A run over all sentences, as it is kept. */
export const runSchema = z.object({
  atMs: z.number(),
  by: z.enum(UNDERSTOOD_BY),
  /** The language model's name. */
  model: z.string().nullable(),
  sentences: z.int(),
  passed: z.int(),
  /** Those that were not understood, with what they must mean and what was made of them. */
  failed: z.array(
    z.object({
      says: z.string(),
      differences: z.array(z.object({ field: z.string(), expected: z.string(), got: z.string() })),
    }),
  ),
});
export type Run = z.infer<typeof runSchema>;

/** A model is asked so many at once. */
const AT_ONCE = 4;
const WITHIN_MS = 30_000;

export interface Running {
  readonly by: UnderstoodBy;
  readonly model: string | null;
  readonly parser: IntentParser;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly onProgress: (done: number) => void;
}

export async function runCases(
  cases: readonly LabelledText[],
  { by, model, parser, atMs, onProgress }: Running,
): Promise<Run> {
  const queue = new PQueue({ concurrency: by === "rules" ? 1 : AT_ONCE });
  let done = 0;
  const failed = await queue.addAll(
    cases.map((one) => async () => {
      await setImmediate(); // others have their turn
      const failure = await failureOf(one, parser);
      onProgress(++done);
      return failure;
    }),
  );
  const failures = failed.flatMap((failure) => failure ?? []);
  return {
    atMs,
    by,
    model,
    sentences: cases.length,
    passed: cases.length - failures.length,
    failed: failures,
  };
}

async function failureOf(
  one: LabelledText,
  parser: IntentParser,
): Promise<Run["failed"][number] | undefined> {
  const parsed = await parser.parse(one.text, AbortSignal.timeout(WITHIN_MS));
  if (!parsed.ok)
    return { says: one.text, differences: [{ field: "answer", expected: "one", got: parsed.why }] };
  const [failure] = score([one], [parsed.request]).failures;
  return failure && { says: one.text, differences: failure.differences.map((each) => ({ ...each })) };
}

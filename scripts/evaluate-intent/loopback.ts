/**
 * What the path to a language model adds and loses, whatever the model: a loopback endpoint answers with the labels
 * themselves, and then fails in the ways that endpoints fail.
 */
import { z } from "zod";
import type { LabelledText } from "../../src/intent/evaluation/labelled.ts";
import { memoryAnswerCache } from "../../src/intent/llm/cache.ts";
import { type Behaviour, startFakeEndpoint } from "../../src/intent/llm/fake/fake-endpoint.ts";
import { createLlmParser } from "../../src/intent/llm/llm-parser.ts";
import type { RuleParser } from "../../src/intent/rules/rule-parser.ts";
import { measure, type ReadBy } from "./measure.ts";

const FAULTS: Readonly<Record<string, Behaviour>> = {
  right: { kind: "right" },
  "slow (0.5 s)": { kind: "slow", delayMs: 500 },
  "too slow (6 s)": { kind: "slow", delayMs: 6000 },
  "stops in the middle": { kind: "stalls" },
  "cut off": { kind: "cutOff" },
  refuses: { kind: "refuses" },
  "breaks the schema": { kind: "says", content: '{"kind":"request","genresIn":["Sitcom"]}' },
  "rate-limited": { kind: "rateLimits", retryAfterS: 20 },
  "fails (503)": { kind: "fails", status: 503 },
};

const userTurn = z.object({ message: z.string() });

/** Each fault's readings of the texts, the endpoint's and, where it gives none, the rules'. */
export async function measureLoopback(
  texts: readonly LabelledText[],
  rules: RuleParser,
  lastYear: number,
  onText: () => void,
): Promise<ReadBy[]> {
  const labels = new Map(texts.map(({ text, expected }) => [text, expected]));
  const endpoint = await startFakeEndpoint({
    answer: ({ messages }) => {
      const { message } = userTurn.parse(
        JSON.parse(messages.findLast(({ role }) => role === "user")!.content),
      );
      return JSON.stringify(labels.get(message));
    },
  });
  const measured: ReadBy[] = [];
  try {
    for (const [name, behaviour] of Object.entries(FAULTS)) {
      endpoint.always(behaviour);
      const parser = createLlmParser({
        settings: {
          baseUrl: endpoint.baseUrl,
          model: "labels",
          tokenLimitName: "max_tokens",
          dailyPerPerson: texts.length,
          dailyInAll: texts.length,
        },
        cache: memoryAnswerCache(),
        lastYear,
        now: Date.now,
      });
      const reader = {
        parse: (text: string) => parser.parse(text, new AbortController().signal),
        fallback: (text: string) => rules.read(text),
      };
      measured.push(await measure(name, texts, reader, { onText }));
    }
  } finally {
    await endpoint.close();
  }
  return measured;
}

export const LOOPBACK_CASES = Object.keys(FAULTS).length;

/**
 * What the path to a language model adds and loses, whatever the model: a loopback endpoint answers with the labels
 * themselves, and then fails in the ways that endpoints fail.
 */
import type { LabelledText } from "../../src/intent/evaluation/labelled.ts";
import { memoryAnswerCache } from "../../src/intent/llm/cache.ts";
import { type Behaviour, startFakeEndpoint } from "../../src/intent/llm/fake/fake-endpoint.ts";
import { messageIn } from "../../src/intent/llm/fake/message-in.ts";
import { createLlmParser } from "../../src/intent/llm/llm-parser.ts";
import type { RuleParser } from "../../src/intent/rules/rule-parser.ts";
import { measure, type ReadBy } from "./measure.ts";

/** A way an endpoint can be. */
interface Case {
  readonly behaviour?: Behaviour;
  readonly takesNoSchema?: true;
  /** Nothing listens. */
  readonly isDown?: true;
}

export const CASES: Readonly<Record<string, Case>> = {
  right: {},
  "right, in a fence after thoughts": { behaviour: { kind: "wraps" } },
  "right, takes no schema": { takesNoSchema: true },
  "slow (0.5 s)": { behaviour: { kind: "slow", delayMs: 500 } },
  "too slow (6 s)": { behaviour: { kind: "slow", delayMs: 6000 } },
  "stops in the middle": { behaviour: { kind: "stalls" } },
  "cut off": { behaviour: { kind: "cutOff" } },
  refuses: { behaviour: { kind: "refuses" } },
  "breaks the schema": { behaviour: { kind: "says", content: '{"kind":"request","genresIn":["Sitcom"]}' } },
  "rate-limited": { behaviour: { kind: "rateLimits", retryAfterS: 20 } },
  "fails (503)": { behaviour: { kind: "fails", status: 503 } },
  down: { isDown: true },
};

export interface ReadOverLoopback extends ReadBy {
  /** To the endpoint, retries and repairs among them; it is left alone for a while after failing repeatedly. */
  readonly requests: number;
}

/** Each case's readings of the texts, the endpoint's and, where it gives none, the rules'. */
export async function measureLoopback(
  texts: readonly LabelledText[],
  rules: RuleParser,
  lastYear: number,
  cases: Readonly<Record<string, Case>> = CASES,
  onText: () => void = () => {},
): Promise<ReadOverLoopback[]> {
  const labels = new Map(texts.map(({ text, expected }) => [text, expected]));
  const measured: ReadOverLoopback[] = [];
  for (const [name, { behaviour, takesNoSchema = false, isDown }] of Object.entries(cases)) {
    const endpoint = await startFakeEndpoint({
      answer: (request) => JSON.stringify(labels.get(messageIn(request))),
      takesNoSchema,
    });
    if (behaviour) endpoint.always(behaviour);
    if (isDown) await endpoint.close();
    let requests = 0;
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
      onCall: () => requests++,
    });
    const reader = {
      parse: (text: string) => parser.parse(text, new AbortController().signal),
      fallback: (text: string) => rules.read(text),
    };
    const read = await measure(name, texts, reader, { onText });
    measured.push({ ...read, requests });
    if (!isDown) await endpoint.close();
  }
  return measured;
}

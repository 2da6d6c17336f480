/** How the wishes would be read rightly, by hand: what a model that makes no mistake would answer. */
import { z } from "zod";
import { readJsonLines } from "../../src/files/json-lines.ts";
import { answerSchema } from "../../src/intent/llm/answer-schema.ts";
import { startFakeEndpoint } from "../../src/intent/llm/fake/fake-endpoint.ts";
import { messageIn } from "../../src/intent/llm/fake/message-in.ts";
import type { LlmSettings } from "../../src/intent/llm/settings.ts";
import { emptyRequest } from "../../src/intent/request.ts";

/** A text, and the keys of the answer that are not empty. */
const readingSchema = z
  .looseObject({ text: z.string() })
  .transform(({ text, ...part }) => ({ text, answer: { ...emptyRequest(), ...part } }))
  .pipe(z.object({ text: z.string(), answer: answerSchema }));

/** @throws naming the line that is no reading */
export async function readReadings(file: string): Promise<ReadonlyMap<string, object>> {
  const rows = await readJsonLines(file, readingSchema);
  return new Map(rows.map(({ text, answer }) => [text, answer]));
}

export interface Loopback {
  readonly settings: LlmSettings;
  /** Texts so far of which there is no reading: the rules read those. */
  readonly unread: ReadonlySet<string>;
  close(): Promise<void>;
}

/** An endpoint on this machine that answers with the readings. */
export async function startLoopback(readings: ReadonlyMap<string, object>): Promise<Loopback> {
  const unread = new Set<string>();
  const endpoint = await startFakeEndpoint({
    answer(request) {
      const text = messageIn(request);
      const reading = readings.get(text);
      if (!reading) unread.add(text);
      return JSON.stringify(reading ?? {});
    },
  });
  return {
    settings: {
      baseUrl: endpoint.baseUrl,
      model: "readings",
      tokenLimitName: "max_tokens",
      dailyPerPerson: 0,
      dailyInAll: 0,
    },
    unread,
    close: () => endpoint.close(),
  };
}

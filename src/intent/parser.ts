import { type MovieRequest, requestSchema } from "./request.ts";

/** Failing to understand someone is an answer, not an exception. Only broken code throws. */
export type Parsed =
  | { readonly ok: true; readonly request: MovieRequest }
  | { readonly ok: false; readonly why: "unclear" | "timeout" | "badAnswer" | "unavailable" };

/** Words in, what they ask for out. An aborted signal is answered with "timeout", never thrown. */
export interface IntentParser {
  parse(text: string, signal: AbortSignal): Promise<Parsed>;
}

/** Asks one, then the other: firstOf(llmParser, ruleParser). Itself a parser, so it nests. */
export const firstOf = (first: IntentParser, second: IntentParser): IntentParser => ({
  async parse(text, signal) {
    const parsed = await first.parse(text, signal);
    return parsed.ok ? parsed : second.parse(text, signal);
  },
});

/** A model's answer is untrusted input: checked once, here, and typed from then on. */
export function readAnswer(answer: string): Parsed {
  const result = requestSchema.safeParse(parseJson(answer));
  return result.success ? { ok: true, request: result.data } : { ok: false, why: "badAnswer" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

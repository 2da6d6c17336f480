import { setTimeout as wait } from "node:timers/promises";
import OpenAI, { APIConnectionError, APIError } from "openai";
import { z } from "zod";
import type { Misunderstanding } from "../parser.ts";
import { requestJsonSchema } from "../request-json-schema.ts";
import type { PromptMessage } from "./prompt.ts";
import type { LlmSettings } from "./settings.ts";

/** What came of one HTTP request. */
export type Reply = { readonly kind: "text"; readonly text: string; readonly cutOff: boolean } | Failure;

export interface Failure {
  readonly kind: "failure";
  readonly why: Extract<
    Misunderstanding,
    "timeout" | "badAnswer" | "refused" | "rateLimited" | "unreachable" | "rejected"
  >;
  /** What the endpoint asked to wait before the next request; 0 where it did not. */
  readonly waitMs: number;
  /** The endpoint does not understand the request, which it may do asked otherwise. */
  readonly isMalformed?: true;
}

/** One HTTP request, for the log. Holds nothing of what was written. */
export interface LlmCall {
  readonly model: string;
  readonly outcome: "answered" | Failure["why"];
  /** The HTTP status of an error; absent where there was an answer, or none at all. */
  readonly status?: number;
  readonly latencyMs: number;
  /** As the endpoint counts them; 0 where it does not say. */
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export interface Deadline {
  /** Aborted when the time is over, or earlier when nobody waits any more. */
  readonly signal: AbortSignal;
  /** When the time is over, by the clock passed in: no wait is begun that would last longer. */
  readonly endMs: number;
}

/** Sends messages and gives back what the model says; retries as long as there is time for it. */
export type Ask = (messages: readonly PromptMessage[], deadline: Deadline) => Promise<Reply>;

export interface AskOptions {
  readonly settings: LlmSettings;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly onCall: (call: LlmCall) => void;
}

/** A request with everything filled in has about 300 tokens. */
const MOST_TOKENS = 800;
const RETRIES = 2;
/** Doubled with each retry. */
const FIRST_BACKOFF_MS = 250;

type ResponseFormat = typeof SCHEMA | typeof ANY_JSON;
const SCHEMA = {
  type: "json_schema",
  json_schema: { name: "request", strict: true, schema: requestJsonSchema },
} as const;
const ANY_JSON = { type: "json_object" } as const;

/** Bad request, unprocessable content. */
const MALFORMED: readonly number[] = [400, 422];

const tokens = z.number().catch(0);
/** The part of a completion that is read; endpoints add to the rest and leave out of it. */
const completionSchema = z.object({
  choices: z.tuple(
    [
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    ],
    z.unknown(),
  ),
});
const usageSchema = z.object({ usage: z.object({ prompt_tokens: tokens, completion_tokens: tokens }) });

export function createAsk({ settings, now, onCall }: AskOptions): Ask {
  const { model } = settings;
  const client = new OpenAI({
    baseURL: settings.baseUrl,
    apiKey: settings.apiKey ?? "none", // the client insists on one, local endpoints do not look at it
    organization: null,
    project: null,
    logLevel: "off", // it would log what people wrote
    maxRetries: 0, // its waits between retries cannot be aborted
  });

  /** Sends only what Gemini, Ollama and llama.cpp know too. */
  async function once(
    messages: readonly PromptMessage[],
    signal: AbortSignal,
    format: ResponseFormat,
  ): Promise<Reply> {
    const startMs = now();
    const done = (reply: Reply, more: Partial<LlmCall> = {}): Reply => {
      const outcome = reply.kind === "text" ? "answered" : reply.why;
      const latencyMs = now() - startMs;
      onCall({ model, outcome, latencyMs, promptTokens: 0, completionTokens: 0, ...more });
      return reply;
    };
    let completion: unknown;
    try {
      completion = await client.chat.completions.create(
        {
          model,
          messages: [...messages],
          response_format: format,
          temperature: 0,
          [settings.tokenLimitName]: MOST_TOKENS,
        },
        { signal },
      );
    } catch (error) {
      const status = error instanceof APIError ? error.status : undefined;
      return done(failureOf(error, signal), { ...(status !== undefined && { status }) });
    }
    const { usage } = usageSchema.safeParse(completion).data ?? {};
    return done(replyOf(completion), {
      promptTokens: usage?.prompt_tokens ?? 0,
      completionTokens: usage?.completion_tokens ?? 0,
    });
  }

  let format: ResponseFormat = SCHEMA;

  /** Some endpoints take no schema (DeepSeek): found out by asking without, and remembered where that is answered. */
  async function onceEitherWay(messages: readonly PromptMessage[], signal: AbortSignal): Promise<Reply> {
    const reply = await once(messages, signal, format);
    if (reply.kind === "text" || !reply.isMalformed || format === ANY_JSON) return reply;
    const otherwise = await once(messages, signal, ANY_JSON);
    if (otherwise.kind === "text") format = ANY_JSON;
    return otherwise;
  }

  return async (messages, { signal, endMs }) => {
    for (let retry = 0; ; retry++) {
      const reply = await onceEitherWay(messages, signal);
      if (reply.kind === "text" || !isPassing(reply) || retry === RETRIES) return reply;
      const waitMs = Math.max(FIRST_BACKOFF_MS * 2 ** retry, reply.waitMs);
      if (now() + waitMs >= endMs) return reply;
      try {
        await wait(waitMs, undefined, { signal });
      } catch {
        return failure("timeout");
      }
    }
  };
}

export const failure = (why: Failure["why"], waitMs = 0): Failure => ({ kind: "failure", why, waitMs });
const isPassing = ({ why }: Failure): boolean => why === "rateLimited" || why === "unreachable";

function replyOf(completion: unknown): Reply {
  const result = completionSchema.safeParse(completion);
  if (!result.success) return failure("badAnswer");
  const [{ message, finish_reason }] = result.data.choices;
  if (message.refusal || finish_reason === "content_filter") return failure("refused");
  return { kind: "text", text: message.content ?? "", cutOff: finish_reason === "length" };
}

function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return failure("timeout");
  if (error instanceof SyntaxError) return failure("badAnswer"); // not JSON at all
  if (!(error instanceof APIError) || error instanceof APIConnectionError) return failure("unreachable");
  const waitMs = retryAfterMs(error.headers?.get("retry-after"));
  if (error.status === 429) return failure("rateLimited", waitMs);
  if (error.status >= 500) return failure("unreachable", waitMs);
  return { ...failure("rejected"), ...(MALFORMED.includes(error.status) && { isMalformed: true }) };
}

/** @param header seconds, or a date (RFC 9110, 10.2.3); dates are rare here and count as no wish */
function retryAfterMs(header: string | null | undefined): number {
  const seconds = Number(header ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}

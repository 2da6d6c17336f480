import { setTimeout as wait } from "node:timers/promises";
import OpenAI, { APIConnectionError, APIError } from "openai";
import { z } from "zod";
import type { Misunderstanding } from "../parser.ts";
import { answerJsonSchema } from "./answer-schema.ts";
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
  /** The endpoint does not understand the request, which it may do asked otherwise: it names what it takes offence at, or not. */
  readonly offence?: "temperature" | "unnamed";
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
  json_schema: { name: "request", strict: true, schema: answerJsonSchema },
} as const;
const ANY_JSON = { type: "json_object" } as const;

/** What of the request is put otherwise for endpoints that take it no other way. */
interface Manner {
  readonly format: ResponseFormat;
  /** Always the same answer; absent: as the model likes best, for some take no other. */
  readonly temperature?: 0;
}

/** Bad request, unprocessable content. */
const MALFORMED: readonly number[] = [400, 422];

const tokens = z.number().catch(0);
/** A part of a message: words, a refusal, or what is not read, such as thoughts. */
const partSchema = z.looseObject({ text: z.string().catch(""), refusal: z.string().catch("") });
/** The part of a completion that is read; endpoints add to the rest and leave out of it. */
const completionSchema = z.object({
  choices: z.tuple(
    [
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(partSchema)]).nullish(),
          refusal: z.string().nullish(),
        }),
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
    { format, ...sampling }: Manner,
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
          ...sampling,
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

  let manner: Manner = { format: SCHEMA, temperature: 0 };

  /**
   * Some models take no temperature (those that reason), and some endpoints no schema (DeepSeek). The one is said by the
   * endpoint, the other found out by asking without; how it is answered is how it is asked from then on.
   */
  async function onceEitherWay(messages: readonly PromptMessage[], signal: AbortSignal): Promise<Reply> {
    for (let tried = manner; ; ) {
      const reply = await once(messages, signal, tried);
      if (reply.kind === "text") manner = tried;
      const otherwise = reply.kind === "text" ? undefined : inAnotherManner(tried, reply);
      if (!otherwise) return reply;
      if ("temperature" in tried && !("temperature" in otherwise)) manner = otherwise;
      tried = otherwise;
    }
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

function inAnotherManner({ format, ...sampling }: Manner, { offence }: Failure): Manner | undefined {
  if (offence === "temperature" && "temperature" in sampling) return { format };
  return offence && format !== ANY_JSON ? { format: ANY_JSON, ...sampling } : undefined;
}

export const failure = (why: Failure["why"], waitMs = 0): Failure => ({ kind: "failure", why, waitMs });
const isPassing = ({ why }: Failure): boolean => why === "rateLimited" || why === "unreachable";

function replyOf(completion: unknown): Reply {
  const result = completionSchema.safeParse(completion);
  if (!result.success) return failure("badAnswer");
  const [{ message, finish_reason }] = result.data.choices;
  const content = message.content ?? "";
  const parts = typeof content === "string" ? [{ text: content, refusal: "" }] : content;
  if (message.refusal || parts.some(({ refusal }) => refusal) || finish_reason === "content_filter")
    return failure("refused");
  return { kind: "text", text: parts.map(({ text }) => text).join(""), cutOff: finish_reason === "length" };
}

function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return failure("timeout");
  if (error instanceof SyntaxError) return failure("badAnswer"); // not JSON at all
  if (!(error instanceof APIError) || error instanceof APIConnectionError) return failure("unreachable");
  const waitMs = retryAfterMs(error.headers?.get("retry-after"));
  if (error.status === 429) return failure("rateLimited", waitMs);
  if (error.status >= 500) return failure("unreachable", waitMs);
  if (!MALFORMED.includes(error.status)) return failure("rejected");
  const namesTemperature = error.param === "temperature" || /\btemperature\b/i.test(error.message);
  return { ...failure("rejected"), offence: namesTemperature ? "temperature" : "unnamed" };
}

/** @param header seconds, or a date (RFC 9110, 10.2.3); dates are rare here and count as no wish */
function retryAfterMs(header: string | null | undefined): number {
  const seconds = Number(header ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}

/**
 * TMDB's API, version 3: https://developer.themoviedb.org/reference. One request each, checked at the door. Nothing that is
 * thrown or told holds the key.
 */
import PQueue from "p-queue";
import type { z } from "zod";
import type { TmdbSettings } from "./settings.ts";

export type Answer<T> =
  | { readonly kind: "found"; readonly value: T }
  /** TMDB has no such thing. */
  | { readonly kind: "none" }
  /** A sentence for the log, and for how long TMDB is to be left alone; 0 where it did not say. */
  | { readonly kind: "failure"; readonly why: string; readonly waitMs: number };

export type AskTmdb = <T>(
  path: string,
  parameters: Readonly<Record<string, string>>,
  schema: z.ZodType<T>,
) => Promise<Answer<T>>;

export interface TmdbApiOptions {
  readonly settings: Pick<TmdbSettings, "key" | "url">;
  /** For an answer from its request to its last byte. Default: 4000 */
  readonly timeoutMs?: number | undefined;
}

const TIMEOUT_MS = 4_000;
/** TMDB takes some forty a second. */
const PACE = { concurrency: 4, interval: 1_000, intervalCap: 20 };
/** Where so many wait, one more would come too late for anybody. */
const MOST_WAITING = 100;
/** A film with its offers in all countries has some 100 KB. */
const MOST_BYTES = 4 * 2 ** 20;
/** A key that is refused once is refused for good, unless whoever it belongs to mends that. */
const LOCKED_OUT_MS = 3_600_000;

export function createTmdbApi({ settings: { key, url }, timeoutMs = TIMEOUT_MS }: TmdbApiOptions): AskTmdb {
  const pace = new PQueue(PACE);
  const isToken = key.includes("."); // read access tokens are JSON web tokens, keys are 32 digits
  const headers = { accept: "application/json", ...(isToken && { authorization: `Bearer ${key}` }) };

  async function once<T>(
    path: string,
    parameters: URLSearchParams,
    schema: z.ZodType<T>,
  ): Promise<Answer<T>> {
    const inTime = AbortSignal.timeout(timeoutMs);
    let body: string;
    try {
      const response = await fetch(`${url}${path}?${parameters}`, { headers, signal: inTime });
      if (response.status === 404) {
        await response.body?.cancel();
        return { kind: "none" };
      }
      if (!response.ok) {
        await response.body?.cancel();
        return refusal(response);
      }
      body = await textOf(response);
    } catch {
      return failure(inTime.aborted ? `no answer within ${timeoutMs} ms` : "the connection failed");
    }
    const checked = schema.safeParse(json(body));
    return checked.success
      ? { kind: "found", value: checked.data }
      : failure(`an answer of another form to ${path.split("/")[1]}`);
  }

  return async (path, parameters, schema) => {
    if (pace.size >= MOST_WAITING) return failure("more is asked than TMDB takes");
    const asked = new URLSearchParams({ ...parameters, ...(!isToken && { api_key: key }) });
    return pace.add(() => once(path, asked, schema));
  };
}

const failure = (why: string, waitMs = 0) => ({ kind: "failure", why, waitMs }) as const;

function refusal({ status, headers }: Response): Answer<never> {
  if (status === 401 || status === 403)
    return failure("it does not take TMDB_API_KEY: see that it is right, or leave it out", LOCKED_OUT_MS);
  const seconds = Number(headers.get("retry-after") ?? 0);
  return failure(`it answered ${status}`, Number.isFinite(seconds) ? 1_000 * Math.max(0, seconds) : 0);
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error("too long");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

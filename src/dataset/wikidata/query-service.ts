/**
 * Wikidata's query service as its keepers ask it to be used: one question at a time, by a program that says who it is and
 * whom to write to, and that goes away for as long as it is told to.
 * https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual#Query_limits,
 * https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy
 */
import { setTimeout as pause } from "node:timers/promises";
import pRetry from "p-retry";
import { z } from "zod";
import { DatasetError } from "../dataset-error.ts";

export const WIKIDATA_URL = "https://query.wikidata.org/sparql";

/** A row of an answer: values by variable, without what is unbound. Items are addresses that end in their id. */
export type Row = Readonly<Record<string, string>>;

export interface QueryServiceOptions {
  readonly url?: string | undefined;
  /** A mail address or page at which whoever runs this can be reached. */
  readonly contact: string;
  readonly signal?: AbortSignal | undefined;
  /** Waits as long as the service says, in ms. Replaced in tests. */
  readonly wait?: ((ms: number) => Promise<unknown>) | undefined;
  /** The first pause after a failure that says nothing of pauses, in ms; each is twice the one before. Default 2,000. */
  readonly pauseMs?: number | undefined;
  /** For an answer from its question to its last byte. The service itself gives up after 60 s. Default 90,000. */
  readonly timeoutMs?: number | undefined;
}

/** Asks in SPARQL. @throws DatasetError where there is no answer after all patience */
export type Ask = (query: string) => Promise<Row[]>;

/** Tried so often besides the first time. */
const RETRIES = 6;
/** What its keepers ask for where it is said to be too much, but not for how long. */
const TOO_MUCH_MS = 60_000;
/** Whoever is sent away for longer comes back by hand. */
const LONGEST_WAIT_MS = 15 * 60_000;
const MOST_BYTES = 64 * 2 ** 20;
const LATER = "Run the same command again later: what was fetched is kept.";

/** What a service can write to or look up, as its rules want. */
const contactSchema = z.union([z.email(), z.url({ protocol: /^https?$/ })]);

const answerSchema = z.object({
  results: z.object({
    bindings: z.array(z.record(z.string(), z.object({ value: z.string() }))),
  }),
});

/** What may go better another time, and when. */
class Passing extends Error {
  readonly afterMs: number;

  constructor(message: string, afterMs = 0, options?: ErrorOptions) {
    super(message, options);
    this.afterMs = afterMs;
  }
}

/** Questions that are asked together wait for each other. */
export function queryService({
  url = WIKIDATA_URL,
  contact,
  signal,
  wait = (ms) => pause(ms, undefined, { ...(signal && { signal }) }),
  pauseMs = 2_000,
  timeoutMs = 90_000,
}: QueryServiceOptions): Ask {
  if (!contactSchema.safeParse(contact).success)
    throw new DatasetError(
      { file: url },
      contact === ""
        ? "Wikidata asks who fetches from it"
        : `"${contact}" is neither a mail address nor a web page`,
      "Put your mail address or a web page into MATINEE_CONTACT in .env.",
    );
  const headers = {
    "user-agent": `Matinee/0.1 (movie recommender; ${contact})`,
    accept: "application/sparql-results+json",
    "content-type": "application/x-www-form-urlencoded",
  };

  async function once(query: string): Promise<Row[]> {
    const inTime = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
    try {
      const body = new URLSearchParams({ query }).toString();
      const response = await fetch(url, { method: "POST", headers, body, signal: inTime });
      if (!response.ok) throw await refusal(response, url);
      return rowsOf(await textOf(response, url));
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof Passing || cause instanceof DatasetError) throw cause;
      throw new Passing(
        inTime.aborted ? `no whole answer within ${timeoutMs} ms` : "the connection failed",
        0,
        { cause },
      );
    }
  }

  const patiently = async (query: string): Promise<Row[]> => {
    try {
      return await pRetry(() => once(query), {
        retries: RETRIES,
        minTimeout: pauseMs,
        factor: 2,
        randomize: true,
        ...(signal && { signal }),
        shouldRetry: ({ error }) => error instanceof Passing && error.afterMs <= LONGEST_WAIT_MS,
        onFailedAttempt: async ({ error, retriesLeft }) => {
          const afterMs = error instanceof Passing ? error.afterMs : 0;
          if (retriesLeft > 0 && afterMs > 0 && afterMs <= LONGEST_WAIT_MS) await wait(afterMs);
        },
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof Passing)
        throw new DatasetError({ file: url }, error.message, LATER, { cause: error });
      throw error;
    }
  };

  let last: Promise<unknown> = Promise.resolve();
  return (query) => {
    const answer = last.then(() => patiently(query));
    last = answer.catch(() => {}); // whoever asked that is told; the next question is another
    return answer;
  };
}

async function refusal(response: Response, url: string): Promise<Error> {
  const { status, statusText, headers } = response;
  const said = `the service answered ${status} ${statusText}`.trim();
  const detail = (await response.text().catch(() => "")).trim().split("\n")[0]!.slice(0, 200);
  if (status === 429 || status === 503) {
    const afterMs = retryAfterMs(headers.get("retry-after")) ?? (status === 429 ? TOO_MUCH_MS : 0);
    const howLong =
      afterMs > LONGEST_WAIT_MS ? `, and not to come back for ${Math.ceil(afterMs / 60_000)} min` : "";
    return new Passing(said + howLong, afterMs);
  }
  if (status >= 500 || status === 408) return new Passing(said);
  if (status === 403)
    return new DatasetError(
      { file: url },
      `${said} ${detail}`.trim(),
      "It keeps you out: see that MATINEE_CONTACT is right, and try again tomorrow.",
    );
  return new DatasetError(
    { file: url },
    `${said} ${detail}`.trim(),
    "See that MATINEE_WIKIDATA_URL, if it is set, is a SPARQL service of Wikidata's data.",
  );
}

/** In seconds, or the moment itself. */
function retryAfterMs(header: string | null): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header) ? 1000 * Number(header) : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

async function textOf(response: Response, url: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body!) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES)
      throw new DatasetError(
        { file: url },
        `an answer of more than ${MOST_BYTES} bytes`,
        "It is not the service it should be.",
      );
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** A service that runs out of time in the middle ends its answer with the traces of it, which are not JSON. */
function rowsOf(text: string): Row[] {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new Passing("an answer that is no JSON", 0, { cause });
  }
  const checked = answerSchema.safeParse(answer);
  if (!checked.success) throw new Passing("an answer of another form", 0, { cause: checked.error });
  return checked.data.results.bindings.map((binding) =>
    Object.fromEntries(Object.entries(binding).map(([name, { value }]) => [name, value])),
  );
}

/** What went wrong on the way to a platform, by the codes of the system and of Node's HTTP client. */

/** The request cannot have reached anybody. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);
/** Somebody was at the other end. */
const CUT = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

/** Such as ECONNRESET; those of Node itself begin with ERR_. */
const NETWORK_CODE = /^(E(?!RR_)[A-Z]|UND_ERR_)/;
/** Errors are wrapped in errors: by fetch, by a client, by what tries several addresses. */
const DEEPEST = 8;

/** The code of the error, or of the nearest that caused it; undefined where the network has nothing to do with it. */
export function networkCodeOf(error: unknown): string | undefined {
  let at: unknown = error;
  for (let depth = 0; at instanceof Error && depth < DEEPEST; depth++) {
    const { code, original, cause, errors } = at as Wrapping;
    if (typeof code === "string" && NETWORK_CODE.test(code)) return code;
    at = original ?? cause ?? errors?.[0];
  }
  return undefined;
}

type Wrapping = Error & {
  readonly code?: unknown;
  /** Where Slack's client keeps what it wraps. */
  readonly original?: unknown;
  /** Of an AggregateError. */
  readonly errors?: readonly unknown[];
};

export const wasNeverSent = (error: unknown): boolean => NEVER_SENT.has(networkCodeOf(error) ?? "");

export const wasCut = (error: unknown): boolean => CUT.has(networkCodeOf(error) ?? "");

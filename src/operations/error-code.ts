/** What an error is called, without anything of what it was about. Pure. */

/** Errors are wrapped in errors. */
const DEEPEST = 8;
/** As programs call errors: letters, digits and a few signs. */
const CODE = /^[\w.:-]{1,60}$/;

/** Where clients keep the platform's own word for it. */
interface Coded {
  readonly code?: unknown;
  readonly status?: unknown;
  readonly statusCode?: unknown;
  /** Slack's answer. */
  readonly data?: { readonly error?: unknown };
  readonly original?: unknown;
  readonly cause?: unknown;
}

/** The innermost code there is (SQLITE_BUSY, ECONNRESET, Discord's 50013, Slack's channel_not_found), else the error's name. */
export function codeOf(error: unknown): string {
  let found: string | undefined;
  let at: unknown = error;
  for (let depth = 0; at instanceof Error && depth < DEEPEST; depth++) {
    const { code, status, statusCode, data, original, cause } = at as Error & Coded;
    found = [data?.error, code, status, statusCode].map(asCode).find(Boolean) ?? found;
    at = original ?? cause;
  }
  return found ?? asCode(error instanceof Error ? error.name : undefined) ?? "unknown";
}

const asCode = (value: unknown): string | undefined =>
  (typeof value === "string" || typeof value === "number") && CODE.test(String(value))
    ? String(value)
    : undefined;

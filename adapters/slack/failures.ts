/** What a failed call to Slack means for what was to be done. */
import { webApi } from "@slack/bolt";
import { wasCut, wasNeverSent } from "../../src/host/network-error.ts";

export type Failure =
  /** Nothing was done: Slack asks for patience. */
  | { readonly kind: "wait"; readonly afterMs: number }
  /** Nothing was done; before long it may be. */
  | { readonly kind: "notDone" }
  /** It may have been done: the answer was lost, or Slack broke while it worked. */
  | { readonly kind: "unknown" }
  /** The token counts no more: nothing works until there is another. */
  | { readonly kind: "lockedOut"; readonly error: string }
  /** Slack has decided: never, at this place. */
  | { readonly kind: "refused"; readonly error: string };

/** Where Slack says to wait, but not how long. */
const WAIT_MS = 1_000;

const RATE_LIMITED = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);
/** Slack's words for trouble of its own that came before the work. */
const BEFORE_THE_WORK = new Set([
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
  "org_login_required",
]);
/** Slack's words for trouble of its own of which it says that a part may have been done. */
const AMID_THE_WORK = new Set(["fatal_error", "internal_error"]);
const LOCKED_OUT = new Set([
  "not_authed",
  "invalid_auth",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "user_removed_from_team",
  "team_disabled",
]);
/**
 * By class, not by list: what Slack says and is not known to pass is for good. What does not come from Slack at all,
 * such as a page of a proxy or a socket that was cut in the middle of an answer, decides nothing.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: "wait", afterMs: error.retryAfter * 1_000 };
  if (error instanceof webApi.WebAPIPlatformError) return saidBySlack(error.data);
  if (error instanceof webApi.WebAPIHTTPError) return ofStatus(error.statusCode);
  if (error instanceof webApi.WebAPIRequestError)
    return { kind: wasNeverSent(error) ? "notDone" : "unknown" };
  // The client's word for a 429 that does not say how long to wait.
  if (error instanceof Error && error.message.startsWith("Retry header"))
    return { kind: "wait", afterMs: WAIT_MS };
  return { kind: "unknown" };
}

/** Whether there is a Slack at the other end, though it may be busy or out of order. */
export const isThere = (error: unknown): boolean =>
  error instanceof webApi.WebAPIRequestError ? wasCut(error) : !isOfProxy(error);

const isOfProxy = (error: unknown): boolean =>
  error instanceof webApi.WebAPIHTTPError && error.statusCode < 500;

/** Slack's own word for what is wrong, where there is one. */
export const wordOf = (error: unknown): string =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : String(error);

/** Slack's own word for why it refused; undefined where it did not. */
export function refusal(error: unknown): string | undefined {
  const failure = failureOf(error);
  return failure.kind === "refused" ? failure.error : undefined;
}

function saidBySlack({ error, response_metadata }: webApi.WebAPIPlatformError["data"]): Failure {
  if (typeof error !== "string" || !/^\w+$/.test(error)) return { kind: "unknown" };
  if (RATE_LIMITED.has(error))
    return { kind: "wait", afterMs: (response_metadata?.retryAfter ?? WAIT_MS / 1_000) * 1_000 };
  if (BEFORE_THE_WORK.has(error)) return { kind: "notDone" };
  if (AMID_THE_WORK.has(error)) return { kind: "unknown" };
  return LOCKED_OUT.has(error) ? { kind: "lockedOut", error } : { kind: "refused", error };
}

/** Slack itself answers with 200 and 429; every other status is of something that broke, or that stands between. */
function ofStatus(status: number): Failure {
  if (status === 413) return { kind: "refused", error: "too_large" };
  return { kind: status < 500 ? "notDone" : "unknown" };
}

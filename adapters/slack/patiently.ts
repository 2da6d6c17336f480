import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";

const ATTEMPTS = 5;
const CONNECT_AGAIN_MS = 500;
/** The request cannot have reached Slack. */
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

/**
 * Calls again after a rate limit, as long as Slack asks to wait, and where the call never reached Slack.
 * Only this call waits; the others go on. A call whose answer was lost is not made again, for it may have
 * been served, and a message would stand there twice.
 */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const waitMs = waitBeforeNext(error, attempt);
      if (waitMs === undefined || attempt === ATTEMPTS) throw error;
      await sleep(waitMs);
    }
  }
}

function waitBeforeNext(error: unknown, attempt: number): number | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1000;
  if (!(error instanceof webApi.WebAPIRequestError)) return undefined;
  const { cause } = error.original as { cause?: { code?: string } };
  return NEVER_SENT.has(cause?.code ?? "") ? CONNECT_AGAIN_MS * attempt : undefined;
}

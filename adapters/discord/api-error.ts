import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from "discord.js";
import { networkCodeOf } from "../../src/host/network-error.ts";

/** 4xx by which Discord asks for patience, as 429 does. */
const PASSING: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit,
  RESTJSONErrorCodes.AnnouncementEditLimitExceeded,
  RESTJSONErrorCodes.ChannelSendRateLimit,
  RESTJSONErrorCodes.ServerSendRateLimit,
  RESTJSONErrorCodes.SendMessagesHasBeenTemporarilyDisabled,
  RESTJSONErrorCodes.FeatureTemporarilyDisabledServerSide,
  RESTJSONErrorCodes.ServiceResourceIsBeingRateLimited,
  RESTJSONErrorCodes.CloudflareIsBlockingYourRequest,
  RESTJSONErrorCodes.APIResourceOverloaded,
]);
const PASSING_STATUS: ReadonlySet<number> = new Set([408, 429]);

/**
 * The bot's own token counts no more. That is no matter of the place: the program ends, and what it owes is shown
 * once it has another.
 */
export const isTokenRefused = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  error.status === 401 &&
  error.code !== RESTJSONErrorCodes.InvalidWebhookToken;

/** Refused for good, there and that way: whatever is not known to pass. */
export const isRefusal = (error: unknown): error is DiscordAPIError =>
  error instanceof DiscordAPIError &&
  !PASSING.has(error.code) &&
  !PASSING_STATUS.has(error.status) &&
  !isTokenRefused(error);

/** Refused by what was asked for, or the way to Discord: it may be asked again later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof DiscordAPIError
    ? !isRefusal(error)
    : error instanceof HTTPError || error instanceof RateLimitError || isNetworkError(error);

/** Over at once, and likely to work soon: Discord has not asked to wait, and nobody has waited in vain. */
export const isBrief = (error: unknown): boolean =>
  isPassing(error) && !(error instanceof RateLimitError) && !isTimeout(error) && !isTokenRefused(error);

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");

const isNetworkError = (error: unknown): boolean => isTimeout(error) || networkCodeOf(error) !== undefined;

/** What was asked for, or undefined where it is refused for good. */
export async function unlessRefused<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

export const isVanished = (error: unknown): boolean => hasCode(error, RESTJSONErrorCodes.UnknownMessage);

/** Discord had stopped waiting for a first answer when it came. */
export const isLate = (error: unknown): boolean => hasCode(error, RESTJSONErrorCodes.UnknownInteraction);

/** The first answer was taken before: it had got through, and only the receipt was lost. */
export const isRepeated = (error: unknown): boolean =>
  hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);

/** The bot may write there, but not in answer to a message that it may not read. */
export const isNoReply = (error: unknown): boolean =>
  hasCode(error, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory) ||
  hasCode(error, RESTJSONErrorCodes.CannotReferenceAMessageWithoutPermissionToReadMessageHistory);

/** Some right is lacking for what was asked for; for less it may be there. */
export const isForbidden = (error: unknown): boolean => hasCode(error, RESTJSONErrorCodes.MissingPermissions);

const hasCode = (error: unknown, code: RESTJSONErrorCodes): boolean =>
  error instanceof DiscordAPIError && error.code === code;

/**
 * An error for the log. discord.js puts the request into its errors: the words that were to be said, and in the
 * address the token that they were said with. Neither belongs there.
 */
export function withoutWords(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError))
    return error;
  const { pathname } = new URL(error.url);
  const path = pathname.replace(/\/(webhooks|interactions)\/(\d+)\/[^/]+/, "/$1/$2/...");
  if (error instanceof RateLimitError)
    return new Error(`Discord asks to wait ${error.retryAfter} ms with ${error.method} ${path}`);
  const code = error instanceof DiscordAPIError ? `, code ${error.code}` : "";
  return new Error(`Discord answered ${error.method} ${path} with ${error.status}${code}: ${error.message}`);
}

/** Fails with no such error. */
export async function wordless<T>(doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    throw withoutWords(error);
  }
}

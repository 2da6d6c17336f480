import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from "discord.js";

/** It is not there any more, or the bot may not go there: a place to give up on, not a bug. */
const CLOSED: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

export const isClosed = (error: unknown): boolean =>
  error instanceof DiscordAPIError && CLOSED.includes(error.code);

/** What was asked for, or undefined where the place is closed. */
export async function unlessClosed<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (isClosed(error)) return undefined;
    throw error;
  }
}

export const isVanished = (error: unknown): boolean => hasCode(error, RESTJSONErrorCodes.UnknownMessage);

/** Discord had stopped waiting for a first answer when it came. */
export const isLate = (error: unknown): boolean => hasCode(error, RESTJSONErrorCodes.UnknownInteraction);

/** The first answer was taken before: it had got through, and only the receipt was lost. */
export const isRepeated = (error: unknown): boolean =>
  hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);

const hasCode = (error: unknown, code: RESTJSONErrorCodes): boolean =>
  error instanceof DiscordAPIError && error.code === code;

/**
 * An error for the log. discord.js puts the request into its errors: the words that were to be said, and in the
 * address the token that they were said with. Neither belongs there.
 */
export function withoutWords(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) return error;
  const { method, status, message } = error;
  const path = new URL(error.url).pathname.replace(/\/(webhooks|interactions)\/(\d+)\/[^/]+/, "/$1/$2/...");
  return new Error(`Discord answered ${method} ${path} with ${status}: ${message}`);
}

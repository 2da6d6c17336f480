/** What is in the way of a connection to Discord, each as one sentence that says what to do. */
import { DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes, RateLimitError } from "discord.js";
import { networkCodeOf, wasNeverSent } from "../../src/host/network-error.ts";
import type { StartFailure } from "../../src/host/start-patiently.ts";
import { isPassing, withoutWords } from "./api-error.ts";
import { GatewayClosed, GatewayTrouble } from "./client.ts";
import { BOT_PAGE, WRONG_TOKEN } from "./settings.ts";

export const TOKEN_GONE = `Discord takes DISCORD_TOKEN no more: copy the token again from ${BOT_PAGE}, and start me again.`;

/** @param wrongToken said where the token is refused */
export function sentenceOf({ code }: GatewayClosed, wrongToken: string): string {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return wrongToken;
    case GatewayCloseCodes.DisallowedIntents:
      return `Discord does not let me hear what I listen to (code ${code}): switch on what stands under "Privileged Gateway Intents" on ${BOT_PAGE}, and start me again.`;
    case GatewayCloseCodes.ShardingRequired:
      return `I am in more servers than Discord lets so few shards serve (code ${code}): set DISCORD_SHARDS to more of them, or leave it empty, and start me again.`;
    default:
      return `Discord has ended the connection for good (code ${code}): update Matinee, and start me again.`;
  }
}

export function meaningOf(error: unknown, address: string): StartFailure {
  const final = (sentence: string): StartFailure => ({ kind: "final", sentence });
  if (error instanceof GatewayClosed) return final(sentenceOf(error, WRONG_TOKEN));
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return final(WRONG_TOKEN);
  const why = reasonOf(withoutWords(error));
  if (why.startsWith("Not enough sessions remaining"))
    return final(
      `Discord lets this bot log in no more before ${why.split("resets at ").at(-1)}, as it was started too often: start it once then.`,
    );
  if (error instanceof RateLimitError) return { kind: "passing", why, ...waitOf(error) };
  // Where nobody answers at all, the address is wrong or the network down, and waiting would hide it.
  if (error instanceof GatewayTrouble || (isPassing(error) && !wasNeverSent(error)))
    return { kind: "passing", why };
  return final(
    `Discord cannot be reached at ${address}: ${error instanceof TypeError ? "what answers there is no Discord" : why}`,
  );
}

/** Absent where Discord does not say, or nothing that makes sense. */
function waitOf({ retryAfter, timeToReset }: RateLimitError): { afterMs?: number } {
  const afterMs = Math.max(retryAfter, timeToReset);
  return Number.isFinite(afterMs) && afterMs > 0 ? { afterMs } : {};
}

/** Some errors of the network have nothing but a code. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message || networkCodeOf(error) : undefined) ?? String(error);

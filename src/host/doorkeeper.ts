import * as wording from "../conversation/wording.ts";
import { type Command, readCommand } from "../intent/reading/command.ts";
import type { Did, Incoming } from "./adapter.ts";
import { inMemory, type Limiters } from "./limiters.ts";
import { keyOf, type Outbox } from "./outbox.ts";
import { RateLimiterRes } from "./rate-limiter.ts";
import { destinationOf } from "./showings.ts";

/** How much one person may say. */
export interface Allowance {
  readonly messages: number;
  readonly perSeconds: number;
}

/** What a person may do about their own data and answers, however much they have said. */
const ALWAYS: ReadonlySet<Command["kind"]> = new Set([
  "answer",
  "undo",
  "export",
  "forgetMe",
  "setPrivate",
  "setTeaching",
  "yes",
  "no",
  "none",
  "quit",
]);

/** Turns away words past a person's allowance; the first time they are told, privately, when to go on. */
export function doorkeeper(
  outbox: Outbox,
  { messages, perSeconds }: Allowance,
  limiters: Limiters = inMemory,
): (incoming: Incoming) => Promise<boolean> {
  const limiter = limiters("said", { points: messages, duration: perSeconds });
  return async (incoming) => {
    if (isAlwaysWelcome(incoming.did)) return true;
    try {
      await limiter.consume(keyOf(incoming.user));
      return true;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      if (refusal.consumedPoints === messages + 1) {
        const seconds = Math.min(Math.ceil(refusal.msBeforeNext / 1000), perSeconds); // longer where the clock was set back
        await outbox.say({ ...destinationOf(incoming), private: true }, wording.slowDown(seconds));
      }
      return false;
    }
  };
}

function isAlwaysWelcome(did: Did): boolean {
  if ("on" in did) return true;
  const command =
    did.kind === "commanded" ? did.command : did.kind === "said" ? readCommand(did.text) : undefined;
  return command !== undefined && ALWAYS.has(command.kind);
}

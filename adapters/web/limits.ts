/** How much one caller may ask for. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { RateLimiterMemory, RateLimiterRes } from "../../src/host/rate-limiter.ts";
import { Problem } from "./problem.ts";

/** A minute of a person who swipes as fast as fingers go, in several tabs. */
const PERSON_PER_MINUTE = 600;
/** A minute of those who are nobody yet, behind one address. */
const ADDRESS_PER_MINUTE = 300;
/** Beyond this nobody comes for the first time by one address. */
const NEWCOMERS = { points: 60, duration: 600 };
/** Words are read, perhaps by a language model that is paid for. */
const WORDS = { points: 20, duration: 30 };

export interface Limits {
  /** @throws Problem */
  newcomer(request: FastifyRequest): Promise<void>;
  /** @throws Problem */
  words(request: FastifyRequest, person: string): Promise<void>;
}

export function limitCallers(app: FastifyInstance): Limits {
  const people = new RateLimiterMemory({ points: PERSON_PER_MINUTE, duration: 60 });
  const addresses = new RateLimiterMemory({ points: ADDRESS_PER_MINUTE, duration: 60 });
  const newcomers = new RateLimiterMemory(NEWCOMERS);
  const words = new RateLimiterMemory(WORDS);
  const programs = new Map<number, RateLimiterMemory>();
  const programsOf = (perMinute: number): RateLimiterMemory => {
    const limiter = programs.get(perMinute) ?? new RateLimiterMemory({ points: perMinute, duration: 60 });
    programs.set(perMinute, limiter);
    return limiter;
  };

  app.addHook("onRequest", async ({ caller, ip }) => {
    if (caller.kind === "program") await consume(programsOf(caller.key.perMinute), caller.key.id);
    else if (caller.person === undefined) await consume(addresses, ip);
    else await consume(people, caller.person);
  });

  return {
    newcomer: async ({ caller, ip }) => {
      if (caller.kind === "anonymous") await consume(newcomers, ip);
    },
    words: async ({ caller }, person) => {
      if (caller.kind === "anonymous") await consume(words, person);
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const afterSeconds = Math.min(Math.ceil(refusal.msBeforeNext / 1000), limiter.duration);
    throw new Problem(429, `Slow down: try again in ${afterSeconds} s.`, { afterSeconds });
  }
}

/** How much one caller may ask for. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { inMemory, type Limiter, type Limiters } from "../../src/host/limiters.ts";
import { RateLimiterRes } from "../../src/host/rate-limiter.ts";
import { Problem } from "./problem.ts";

/** A minute of a person who swipes as fast as fingers go, in several tabs. */
const PERSON_PER_MINUTE = 600;
/** A minute of those who are nobody yet, behind one address. */
const ADDRESS_PER_MINUTE = 300;
/** Posters are many to a page, the same for everybody, and kept by browsers: they are counted by themselves. */
const POSTERS_PER_MINUTE = 1200;
/** Of pictures that take long to draw, which no page of ours asks for. */
const DRAWN_PER_MINUTE = 120;
/** Beyond this nobody comes for the first time by one address. */
const NEWCOMERS = { points: 60, duration: 600 };
/** Words are read, perhaps by a language model that is paid for. */
const WORDS = { points: 20, duration: 30 };

/** What a resource counts as, where it is none of those that a person's allowance is for. */
export type CountedAs = "poster" | "drawing";

declare module "fastify" {
  interface FastifyContextConfig {
    readonly countedAs?: CountedAs;
  }
}

export interface Limits {
  /** @throws Problem */
  newcomer(request: FastifyRequest): Promise<void>;
  /** @throws Problem */
  words(request: FastifyRequest, person: string): Promise<void>;
}

export function limitCallers(app: FastifyInstance, limiters: Limiters = inMemory): Limits {
  const people = limiters("page-person", { points: PERSON_PER_MINUTE, duration: 60 });
  const addresses = limiters("page-address", { points: ADDRESS_PER_MINUTE, duration: 60 });
  const newcomers = limiters("page-newcomer", NEWCOMERS);
  const words = limiters("page-words", WORDS);
  const pictures: Readonly<Record<CountedAs, Limiter>> = {
    poster: limiters("page-poster", { points: POSTERS_PER_MINUTE, duration: 60 }),
    drawing: limiters("page-drawing", { points: DRAWN_PER_MINUTE, duration: 60 }),
  };
  const programs = new Map<number, Limiter>();
  const programsOf = (perMinute: number): Limiter => {
    const limiter = programs.get(perMinute) ?? limiters("program", { points: perMinute, duration: 60 });
    programs.set(perMinute, limiter);
    return limiter;
  };

  app.addHook("onRequest", async ({ caller, ip, routeOptions: { config } }) => {
    // by address, for people are made in no time
    if (config.countedAs) await consume(pictures[config.countedAs], ip);
    else if (caller.kind === "program") await consume(programsOf(caller.key.perMinute), caller.key.id);
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

async function consume(limiter: Limiter, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const afterSeconds = Math.min(Math.ceil(refusal.msBeforeNext / 1000), limiter.duration);
    throw new Problem(429, `Slow down: try again in ${afterSeconds} s.`, { afterSeconds });
  }
}

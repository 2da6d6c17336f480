import { randomInt } from "node:crypto";
import type { Card } from "../conversation/card.ts";
import type { Effect } from "../conversation/event.ts";
import * as wording from "../conversation/wording.ts";
import { CODE_LENGTH, CODE_LETTERS } from "../intent/reading/command.ts";
import type { Store, UserKey } from "../store/store.ts";
import type { Incoming } from "./adapter.ts";
import { inMemory, type Limiter, type Limiters } from "./limiters.ts";
import { keyOf } from "./outbox.ts";

export type LinkEffect = Extract<Effect, { kind: "link" | "unlink" }>;

export const isAboutLinks = (effect: Effect): effect is LinkEffect =>
  effect.kind === "link" || effect.kind === "unlink";

/** Codes that nobody has: somebody mistypes one or two, and whoever tries them all is stopped. */
const WRONG_OF_ONE = { points: 5, duration: 900 };
const WRONG_OF_ALL = { points: 200, duration: 900 };

export interface Linking {
  /** Does what a turn decided about who is one person with whom, and gives back what to say of it. */
  settle(incoming: Pick<Incoming, "user" | "atMs">, effect: LinkEffect): Promise<Card>;
}

export function createLinking(store: Store, limiters: Limiters = inMemory): Linking {
  const ofOne = limiters("codes", WRONG_OF_ONE);
  const ofAll = limiters("codes-of-all", WRONG_OF_ALL);
  const left = async (limiter: Limiter, key: string): Promise<number> =>
    (await limiter.get(key))?.remainingPoints ?? limiter.points;

  async function link(user: UserKey, code: string, atMs: number): Promise<Card> {
    const key = keyOf(user);
    if ((await left(ofOne, key)) <= 0 || (await left(ofAll, "all")) <= 0) return wording.tooManyCodes();
    switch (await store.link(user, code, atMs)) {
      case "linked":
        return wording.nowLinked();
      case "same":
        return wording.alreadyLinked();
      case "unknown":
        await ofOne.penalty(key);
        await ofAll.penalty("all");
        return wording.unknownCode(code);
    }
  }

  return {
    async settle({ user, atMs }, effect) {
      if (effect.kind === "unlink")
        return (await store.unlink(user, atMs)) ? wording.unlinked() : wording.nothingToUnlink();
      return effect.code === undefined
        ? wording.linkCode(await newCode(store, user, atMs))
        : link(user, effect.code, atMs);
    },
  };
}

async function newCode(store: Store, user: UserKey, atMs: number): Promise<string> {
  for (;;) {
    const letter = () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]!;
    const code = Array.from({ length: CODE_LENGTH }, letter).join("");
    if (await store.offerLink(user, code, atMs)) return code;
  }
}

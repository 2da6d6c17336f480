import { randomInt } from "node:crypto";
import type { Card } from "../conversation/card.ts";
import type { Effect } from "../conversation/event.ts";
import * as wording from "../conversation/wording.ts";
import { CODE_LENGTH, CODE_LETTERS } from "../intent/reading/command.ts";
import type { Store } from "../store/store.ts";
import type { Incoming } from "./adapter.ts";

export type LinkEffect = Extract<Effect, { kind: "link" | "unlink" }>;

export const isAboutLinks = (effect: Effect): effect is LinkEffect =>
  effect.kind === "link" || effect.kind === "unlink";

/** Does what a turn decided about who is one person with whom, and gives back what to say of it. */
export async function linkUsers(
  store: Store,
  { user, atMs }: Pick<Incoming, "user" | "atMs">,
  effect: LinkEffect,
): Promise<Card> {
  if (effect.kind === "unlink")
    return (await store.unlink(user, atMs)) ? wording.unlinked() : wording.nothingToUnlink();
  const { code } = effect;
  if (code === undefined) return wording.linkCode(await newCode(store, user, atMs));
  switch (await store.link(user, code, atMs)) {
    case "linked":
      return wording.nowLinked();
    case "same":
      return wording.alreadyLinked();
    case "unknown":
      return wording.unknownCode(code);
  }
}

async function newCode(store: Store, user: Incoming["user"], atMs: number): Promise<string> {
  for (;;) {
    const letter = () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]!;
    const code = Array.from({ length: CODE_LENGTH }, letter).join("");
    if (await store.offerLink(user, code, atMs)) return code;
  }
}

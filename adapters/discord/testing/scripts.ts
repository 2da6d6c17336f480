import type { Card } from "../../../src/conversation/card.ts";
import { HEAT } from "./heat.ts";
import type { Script } from "./scripted-host.ts";

export const suggests: Script = () => [HEAT];

export const says =
  (...texts: string[]): Script =>
  () =>
    texts.map((text) => ({ lines: [text] }));

/** Answers with the card, but not before it is told to. */
export function heldUp(card: Card): { readonly script: Script; go(): void } {
  let go = () => {};
  const told = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { script: () => told.then(() => [card]), go: () => go() };
}

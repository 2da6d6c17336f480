/** How words were heard, as far as it is counted: nothing that anybody wrote but words that many write. Pure. */
import type { Catalog } from "../catalog/catalog.ts";
import { wordsOf } from "../catalog/normalise.ts";
import type { Effect } from "./event.ts";

export interface Heard {
  readonly by: "rules" | "model" | "nothing";
  /** Of a text that nothing was made of, the words that are known to be in common use. */
  readonly unread: readonly string[];
}

/** In one message; more of them are no message. */
const MOST_WORDS = 30;

/** @param by what read it */
export function heardOf(
  { names }: Pick<Catalog, "names">,
  text: string,
  by: "rules" | "model",
  effects: readonly Effect[],
): Heard {
  if (!effects.some(({ kind }) => kind === "notUnderstood")) return { by, unread: [] };
  const says = (word: string) => names.isOrdinary(word) && !names.isPlain(word);
  return { by: "nothing", unread: [...new Set(wordsOf(text))].filter(says).slice(0, MOST_WORDS) };
}

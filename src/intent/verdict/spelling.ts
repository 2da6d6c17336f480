import { CONTRACTIONS } from "../contractions.ts";
import type { Word } from "./grammar.ts";

const MISSPELT: Readonly<Record<string, string>> = {
  havnt: "haven't",
  havent: "haven't",
  luv: "love",
  noot: "not",
};

/** What a word may be meant to be: letters that are drawn out count once or twice ("loooved", "goood"). */
export function spelt(word: string): Word {
  const known = CONTRACTIONS.get(word) ?? MISSPELT[word] ?? word;
  if (!/(\p{L})\1\1/u.test(known)) return [known];
  const [once, twice] = [known.replace(/(\p{L})\1{2,}/gu, "$1"), known.replace(/(\p{L})\1{2,}/gu, "$1$1")];
  return [CONTRACTIONS.get(once) ?? MISSPELT[once] ?? once, twice];
}

import type { Word } from "./grammar.ts";

/** What is often typed without its apostrophe. */
const CONTRACTIONS = new Map(
  (
    "don't didn't doesn't wasn't isn't aren't weren't can't couldn't wouldn't shouldn't won't haven't hasn't hadn't ain't " +
    "i'm i've i'd i'll it's that's let's what's who's we've you're they're there's he's she's"
  )
    .split(" ")
    .map((word) => [word.replace("'", ""), word] as const),
);
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

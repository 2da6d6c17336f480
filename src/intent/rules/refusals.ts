/**
 * What rules something out, before it and behind it: "I don't care for", "leaves me cold". Adverbs may stand in the midst of each: "could
 * happily do without". Pure.
 */
import type { Words } from "../words.ts";
import { notOnlyAt } from "./not-only.ts";
import { type Found, phraseSet, wordSet } from "./phrases.ts";
import type { Run } from "./sentences.ts";
import type { Span } from "./spans.ts";
import type { Token } from "./tokens.ts";
import { withAdverbs } from "./with-adverbs.ts";

/** What begins a clause of its own, or goes on with it: "zombies not so much", but "not so much zombies". */
const GOES_ON = /^(?:i|id|we|not)$/;
/** What may stand behind words that close a clause. */
const CLOSING =
  /^(?:at|but|so|and|please|pls|thanks|tonight|today|now|anymore|though|tho|really|honestly|personally|thank|because|as|since)$/;

export function createRefusals({
  negation,
  refusals,
  refinement,
}: Pick<Words, "negation" | "refusals" | "refinement">) {
  const adverbs = wordSet(refusals.adverbs);
  const lists = [refusals.before, refusals.behind, refinement.anythingGoes].map((list) =>
    withAdverbs(phraseSet(list), adverbs),
  );
  const headings = withAdverbs(phraseSet(refusals.headings), adverbs);
  const behindIt = withAdverbs(phraseSet([...negation.postposed, ...refusals.behind]), adverbs);
  /** "Zombies I can do without", but not "I can do without zombies", which goes on. */
  const closes = (tokens: readonly Token[], at: number, found: Found<true>): boolean =>
    !GOES_ON.test(tokens[at]!.word) ||
    tokens[at + found.length]?.gap !== "space" ||
    CLOSING.test(tokens[at + found.length]!.word);
  /** Words that rule out, or leave open, and say nothing besides: of "gore leaves me cold" nothing cold is looked for, nor of "open to anything" openness. */
  const runs = (tokens: readonly Token[]): Run[] =>
    tokens.flatMap((_, at) => {
      const found = lists.map((list) => list(tokens, at)).find((one) => one !== undefined);
      const length = Math.max(found?.length ?? 0, notOnlyAt(tokens, at));
      return length > 0 ? [{ from: at, to: at + length }] : [];
    });
  return {
    before: withAdverbs(phraseSet([...negation.negators, ...refusals.before]), adverbs),
    behind: (tokens: readonly Token[], at: number): Found<true> | undefined => {
      const found = behindIt(tokens, at);
      return found && closes(tokens, at, found) ? found : undefined;
    },
    headings,
    isAdverb: ({ word }: Token): boolean => adverbs.has(word),
    runs,
    spans: (tokens: readonly Token[]): Span[] =>
      runs(tokens).map(({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end })),
  };
}

export type Refusals = ReturnType<typeof createRefusals>;

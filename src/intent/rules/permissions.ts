/** Clauses in which something is only let pass: "subtitles no problem", "don't mind violence", "foreign is great". Pure. */
import type { Words } from "../words.ts";
import { clauseEnd, clauseStart } from "./clauses.ts";
import { phraseSet, wordSet } from "./phrases.ts";
import type { Run } from "./sentences.ts";
import type { Token } from "./tokens.ts";
import { withAdverbs } from "./with-adverbs.ts";

/** Words that let pass what they close a clause behind; elsewhere they may be anything: "ok, a thriller". */
const LONGEST_PASSED = 6;
const CLOSING = /^(?:too|as|with|by|for|if|also|though|tho|obviously|at|thanks|and|so)$/;
/** What is let pass on a condition: "fine with violence as long as there is no gore". */
const CONDITIONS = /^(?:but|unless|except|provided|without|long)$/;
/** "Could be a comedy" says what it may be of all there is, and "anything from the eighties is fine" what it has to be. */
const ARTICLE = /^an?$/;
const ANYTHING = /^(?:anything|whatever|everything)$/;
const OF_FILMS = /^(?:films?|movies?|stuff|ones?|things?)$/;
const ASKS =
  /^(?:i|id|im|want|need|looking|something|anything|give|recommend|show|find|please|an?|love|like)$/;
const JOINS = /^(?:and|so|plus|though)$/;
/** "Foreign is fine" is said of what stands right before it. */
const OF_ONE = /^(?:is|isnt|doesnt|would|wont|wouldnt)$/;

/** @returns a reader of such clauses, in the order of the text */
export function createPermissions({ permissions, refusals }: Pick<Words, "permissions" | "refusals">) {
  const adverbs = wordSet(refusals.adverbs);
  const phrasesOf = (list: readonly string[]) => withAdverbs(phraseSet(list), adverbs);
  const [before, behind] = [phrasesOf(permissions.before), phrasesOf(permissions.behind)];
  const atFirst = phrasesOf(permissions.atFirst);
  const [atLast, praise] = [phrasesOf(permissions.atLast), phrasesOf(permissions.praise)];
  const openly = phraseSet(permissions.openTo);

  /** "... and foreign is fine": what stands before the "and" asks. */
  const startOf = (tokens: readonly Token[], at: number): number => {
    const start = clauseStart(tokens, at);
    if (!OF_ONE.test(tokens[at]!.word)) return start;
    for (let from = at - 1; from > start; from--)
      if (JOINS.test(tokens[from]!.word) && tokens.slice(start, from).some(({ word }) => ASKS.test(word)))
        return from + 1;
    return start;
  };

  /** "Subtitles totally ok", and no more is said of it. */
  const closes = (tokens: readonly Token[], at: number, length: number): boolean => {
    const start = clauseStart(tokens, at);
    const next = tokens[at + length];
    return (
      at > start &&
      at - start <= LONGEST_PASSED &&
      !tokens.slice(start, at).some(({ word }) => ASKS.test(word)) &&
      (next?.gap !== "space" || CLOSING.test(next.word))
    );
  };

  /** "Foreign is great": it is no wish where it would only be something to put up with. */
  const isOpenly = (tokens: readonly Token[], at: number): boolean => {
    const start = clauseStart(tokens, at);
    const found = openly.at(tokens, start);
    if (!found) return false;
    const between = tokens.slice(start + found.length, at);
    return between.length <= 1 && between.every(({ word }) => OF_FILMS.test(word) || adverbs.has(word));
  };

  /** Where what is let pass behind begins and ends. */
  const passedAt = (tokens: readonly Token[], at: number): Run | undefined => {
    const passed = behind(tokens, at);
    if (passed && ANYTHING.test(tokens[clauseStart(tokens, at)]!.word)) return undefined;
    if (passed) return { from: startOf(tokens, at), to: at + passed.length };
    const praised = praise(tokens, at);
    const closing = atLast(tokens, at) ?? (praised && isOpenly(tokens, at) ? praised : undefined);
    return closing && closes(tokens, at, closing.length)
      ? { from: clauseStart(tokens, at), to: at + closing.length }
      : undefined;
  };

  return (tokens: readonly Token[]): Run[] =>
    tokens.flatMap((token, at) => {
      const isFirst = at === 0 || token.gap !== "space";
      const first = isFirst ? atFirst(tokens, at) : undefined;
      const isSuggested = first && ARTICLE.test(tokens[at + first.length]?.word ?? "");
      const passes = before(tokens, at) ?? (isSuggested ? undefined : first);
      const passed = passedAt(tokens, at);
      const to = passes && Math.max(clauseEnd(tokens, at, CONDITIONS), at + passes.length);
      return [...(to === undefined ? [] : [{ from: at, to }]), ...(passed ? [passed] : [])];
    });
}

export type Permissions = ReturnType<typeof createPermissions>;

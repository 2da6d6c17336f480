import { once } from "../../catalog/once.ts";
import { readText, type Text, type Token } from "../rules/tokens.ts";
import { ASKS, PLANS, SMALL, WHOLE } from "./forms.ts";
import { createGrammar, type Matcher, type Word } from "./grammar.ts";
import { LISTS } from "./lexicon.ts";
import type { Sort } from "./sorts.ts";
import { spelt } from "./spelling.ts";

/** A stretch of a message that does one thing. */
export interface Piece {
  readonly sort: Sort;
  readonly words: string;
  /** What stands before its first word. */
  readonly gap: Token["gap"];
  /** Where it begins, in characters of `said`. */
  readonly start: number;
}

export interface Pieces {
  readonly said: string;
  readonly pieces: readonly Piece[];
}

/** Words from one full stop or comma to the next; nobody puts a verdict in more. */
const LONGEST_CLAUSE = 60;
/** "Loved it last night with my brother, lol": what goes on and on says something else. */
const MOST_TAILS = 4;
/** What stays what it is with a question mark behind it: "haha?" */
const NEVER_ASKS: ReadonlySet<Sort> = new Set(["filler", "courtesy", "unseen"]);

/** Made when first something is read: the first prompt does not wait for it. */
const grammar = once(() => {
  const { matcher } = createGrammar(LISTS);
  const formsOf = (ways: typeof WHOLE): readonly (readonly [Sort, Matcher])[] =>
    Object.entries(ways).map(([sort, said]) => [sort as Sort, matcher(said)] as const);
  return {
    whole: formsOf(WHOLE),
    small: formsOf(SMALL),
    tails: matcher([`<tail>*${MOST_TAILS}`]),
    joins: matcher(["<joining>"]),
    starts: matcher(["<starting>"]),
    plans: matcher(PLANS),
    asks: matcher(ASKS),
  };
});

/** Cuts a message at its stops and commas, then into the forms that people use, one after the other. */
export function piecesOf(message: string): Pieces {
  const text = readText(message);
  return { said: text.said, pieces: clausesOf(text).flatMap((clause) => cut(text, clause)) };
}

interface Clause {
  readonly tokens: readonly Token[];
  readonly isQuestion: boolean;
}

function clausesOf({ tokens, plain }: Text): Clause[] {
  const begins = tokens.flatMap(({ gap }, at) => (at === 0 || gap !== "space" ? [at] : []));
  return begins.map((from, i) => {
    const to = begins[i + 1] ?? tokens.length;
    const behind = plain.slice(tokens[to - 1]!.end, tokens[to]?.start ?? plain.length);
    return { tokens: tokens.slice(from, to), isQuestion: /[?？]/.test(behind) };
  });
}

function cut({ plain }: Text, { tokens, isQuestion }: Clause): Piece[] {
  const said = tokens.map(({ start, end }) => plain.slice(start, end));
  const words = said.map(spelt);
  const pieces: Piece[] = [];
  const add = (sort: Sort, from: number, to: number) =>
    pieces.push({
      // "loved it?"
      sort: isQuestion && to === words.length && !NEVER_ASKS.has(sort) ? "ask" : sort,
      words: said.slice(from, to).join(" "),
      gap: tokens[from]!.gap,
      start: tokens[from]!.start,
    });
  for (let at = 0; at < words.length; ) {
    const form = words.length <= LONGEST_CLAUSE ? longestForm(words, at) : undefined;
    const end = form?.end ?? words.length;
    add(form?.sort ?? sortOf(words, at), at, end);
    at = end;
  }
  return pieces;
}

function longestForm(words: readonly Word[], at: number): { sort: Sort; end: number } | undefined {
  const { whole, small, tails } = grammar();
  let best = { sort: "other" as Sort, end: at };
  for (const [sort, match] of whole) {
    for (const end of match(words, at))
      for (const stop of tails(words, end))
        if (stop > best.end && isBoundary(words, stop)) best = { sort, end: stop };
  }
  for (const [sort, match] of small)
    for (const end of match(words, at)) if (end > best.end) best = { sort, end };
  return best.end > at ? best : undefined;
}

/** Whether something new is said from here on: "I like that it rains" goes on. */
function isBoundary(words: readonly Word[], at: number): boolean {
  const { joins, starts } = grammar();
  if (at === words.length || joins(words, at).size > 0) return true;
  const goesOn = words[at - 1]!.some((word) => word === "that" || word === "this");
  return !goesOn && starts(words, at).size > 0;
}

const NEGATIONS = new Set(["not", "no", "never", "haven't", "hasn't", "didn't", "nor"]);
const SEEING = new Set(["seen", "see", "saw", "watch", "watched", "heard"]);
/** "I don't think I have seen it" */
const DOUBTS = new Set(["think", "believe", "remember", "sure", "recall", "know"]);
const MOST_BEFORE_NOT = 6;
const MOST_BEFORE_SEEING = 5;

/** What the rest of a clause is, which is no form, by how it begins; or by saying, however it does, that it was not seen. */
function sortOf(words: readonly Word[], at: number): Sort {
  const ahead = words.slice(at).map(([word]) => word!);
  const not = ahead.findIndex(
    (word, i) => NEGATIONS.has(word) || (word === "don't" && DOUBTS.has(ahead[i + 1] ?? "")),
  );
  const sees =
    not >= 0 &&
    not <= MOST_BEFORE_NOT &&
    ahead.slice(not + 1, not + 1 + MOST_BEFORE_SEEING).some((word) => SEEING.has(word));
  if (sees) return "unseen";
  const { asks, plans } = grammar();
  if (asks(words, at).size > 0) return "ask";
  return plans(words, at).size > 0 ? "plan" : "other";
}

/** Messages that are made of nothing but known sayings and reactions, which need no further reading. */
import type { Words } from "../words.ts";
import { createPhrases, type Phrases, phraseSet } from "./phrases.ts";
import { createReactionReader } from "./reactions.ts";
import { createOrderReader } from "./signs.ts";
import type { Token } from "./tokens.ts";

type Talk = "smalltalk" | "feedback" | "command";

/** Words: nobody strings more sayings together. */
const LONGEST_SAYING = 40;

/** What kind they are; undefined where any part is neither. */
export function createSayings(words: Words): (tokens: readonly Token[]) => Talk | undefined {
  const { talk } = words;
  const reaction = createReactionReader(words);
  const isOrder = createOrderReader(words);
  const whole: Phrases<Talk> = createPhrases(
    (["feedback", "command", "smalltalk"] as const).flatMap((kind) =>
      talk[kind].map((said) => [said, kind] as const),
    ),
  );
  const openings = new Set(talk.openings);
  const closings = phraseSet(talk.closings);
  /** "wipe my data, please": what is left in front of "please" and "tbh". */
  const withoutClosing = (clause: readonly Token[]): readonly Token[] => {
    for (let at = 1; at < clause.length; at++) {
      const found = closings.at(clause, at);
      if (found && at + found.length === clause.length) return clause.slice(0, at);
    }
    return clause;
  };

  const behindOpenings = (clause: readonly Token[]): readonly Token[] => {
    const begin = clause.findIndex(({ word }) => !openings.has(word));
    return clause.slice(Math.max(0, begin));
  };

  const ofClause = (clause: readonly Token[]): Talk | undefined => {
    const spoken = clause.map(({ word }) => evened(word));
    for (let from = 0; from < spoken.length; from++) {
      const kinds = whole.get(spoken.slice(from)) ?? whole.get(clause.slice(from).map(({ word }) => word));
      if (kinds) return kinds.find((kind) => kind !== "smalltalk") ?? kinds[0];
      if (!openings.has(spoken[from]!) && spoken[from] !== "haha") break;
    }
    return (
      inARow(clause) ??
      reaction(clause) ??
      reaction(behindOpenings(clause)) ??
      (isOrder(clause) ? "command" : undefined)
    );
  };

  /** Sayings one after the other without a comma: "ok thanks", "😂😂". */
  const inARow = (clause: readonly Token[]): Talk | undefined => {
    let kind: Talk | undefined;
    for (let at = 0; at < clause.length; ) {
      const found = whole.at(clause, at);
      if (!found) return undefined;
      kind = weightier(kind, found.values[0]!);
      at += found.length;
    }
    return kind;
  };

  return (tokens) => {
    if (tokens.length > LONGEST_SAYING) return undefined;
    const altogether = reaction(tokens) ?? reaction(behindOpenings(tokens));
    if (altogether) return altogether;
    let kind: Talk | undefined;
    for (const clause of clausesOf(tokens)) {
      const next = ofClause(clause) ?? ofClause(withoutClosing(clause));
      if (!next) return undefined;
      kind = weightier(kind, next);
    }
    return kind;
  };
}

const WEIGHTS: readonly Talk[] = ["smalltalk", "command", "feedback"];
const weightier = (a: Talk | undefined, b: Talk): Talk =>
  a && WEIGHTS.indexOf(a) >= WEIGHTS.indexOf(b) ? a : b;

/** "sooo" is "soo", "hahaha" and "lol" are "haha". */
const evened = (word: string): string =>
  word.replace(/(.)\1{2,}/g, "$1$1").replace(/^((ha)+h?|(he)+|l+o+l+)$/, "haha");

export function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [];
  for (const token of tokens) {
    if (token.gap !== "space" || clauses.length === 0) clauses.push([]);
    clauses.at(-1)!.push(token);
  }
  return clauses;
}

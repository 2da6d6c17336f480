import { readText, type Text, type Token } from "../rules/tokens.ts";
import { FORMS, type Sort, sortOf } from "./forms.ts";

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
/** What stays what it is with a question mark behind it: "haha?" */
const NEVER_ASKS: ReadonlySet<Sort> = new Set(["filler", "courtesy", "unseen"]);

/** Cuts a message at its stops and commas, then into the forms that people use, one after the other. */
export function piecesOf(message: string): Pieces {
  const text = readText(message);
  return { said: text.said, pieces: clausesOf(text).flatMap(({ tokens, asks }) => cut(text, tokens, asks)) };
}

interface Clause {
  readonly tokens: readonly Token[];
  readonly asks: boolean;
}

function clausesOf({ tokens, plain }: Text): Clause[] {
  const starts = tokens.flatMap(({ gap }, at) => (at === 0 || gap !== "space" ? [at] : []));
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? tokens.length;
    const behind = plain.slice(tokens[to - 1]!.end, tokens[to]?.start ?? plain.length);
    return { tokens: tokens.slice(from, to), asks: /[?？]/.test(behind) };
  });
}

function cut({ plain }: Text, tokens: readonly Token[], asks: boolean): Piece[] {
  const words = tokens.map(({ start, end }) => plain.slice(start, end));
  const pieces: Piece[] = [];
  const add = (sort: Sort, from: number, to: number) =>
    pieces.push({
      // "loved it?"
      sort: asks && to === words.length && !NEVER_ASKS.has(sort) ? "ask" : sort,
      words: words.slice(from, to).join(" "),
      gap: tokens[from]!.gap,
      start: tokens[from]!.start,
    });
  for (let at = 0; at < words.length; ) {
    const ahead = words.slice(at, at + LONGEST_CLAUSE).join(" ");
    const form = words.length <= LONGEST_CLAUSE ? longestForm(ahead) : undefined;
    const end = form ? at + form.length : words.length;
    add(form?.sort ?? sortOf(ahead, asks), at, end);
    at = end;
  }
  return pieces;
}

/** @returns its sort and the number of its words */
function longestForm(ahead: string): { readonly sort: Sort; readonly length: number } | undefined {
  let best: { sort: Sort; characters: number } | undefined;
  for (const { sort, pattern } of FORMS) {
    const characters = pattern.exec(ahead)?.[0].length ?? 0;
    if (characters > (best?.characters ?? 0)) best = { sort, characters };
  }
  return best && { sort: best.sort, length: ahead.slice(0, best.characters).split(" ").length };
}

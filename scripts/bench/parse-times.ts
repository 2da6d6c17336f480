import { readLabelled } from "../../src/intent/evaluation/labelled.ts";
import type { RuleParser } from "../../src/intent/rules/rule-parser.ts";
import { type Percentiles, timed } from "./percentiles.ts";

const LABELLED = ["test", "blind", "blind-2", "blind-3", "blind-4", "dev", "hostile"];
const LONG = 10_000;
/** What long texts are made of: each keeps one of the rules busy. */
const PIECES = [
  "comedy ",
  "no horror ",
  "like ",
  "like Haet ",
  "not 1990 to ",
  "with Jane Doe ",
  "commedi thirller ",
  "怖い映画",
  "😂",
  "e\u0301\u0327",
  "(",
  "\u202e'",
];

/** Every labelled text, `rounds` times over. */
export async function timeLabelled(parser: RuleParser, rounds: number): Promise<Percentiles> {
  const sets = await Promise.all(LABELLED.map((name) => readLabelled(`data/requests/${name}.jsonl`)));
  const texts = sets.flat().map(({ text }) => text);
  return timed(texts.length * rounds, (run) => parser.read(texts[run % texts.length]!));
}

/** Texts of one length that repeat themselves. */
export function timeLong(parser: RuleParser, rounds: number, length = LONG): Promise<Percentiles> {
  const texts = PIECES.map((piece) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
  return timed(texts.length * rounds, (run) => parser.read(texts[run % texts.length]!));
}

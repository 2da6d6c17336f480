/** Films at an end of what is known: "what's the oldest film you know?", "his worst", "the longest one ever". */
import type { Act } from "../../acts.ts";
import { measureIn } from "./measures.ts";
import { bare } from "./person-asked.ts";

/** What stands around such a question, and says nothing of its own. */
const AROUND = new Set(
  (
    "what what's whats which is was are were the a an and so ok okay then now show me give name tell one ones film films movie movies feature " +
    "features thing you you've know have got of ever made all time there in your list catalogue catalog database on record existence that can " +
    "his her their hers its very absolute single find do i please"
  ).split(" "),
);
const SUPERLATIVE = /\b(?:longest|shortest|oldest|newest|latest|earliest|worst|lowest[- ]rated)\b/i;

/** Best and scariest films are asked for as such; the ends of what can be counted are looked up. */
export function readExtreme(text: string): Act | undefined {
  const said = bare(text);
  if (!SUPERLATIVE.test(said)) return undefined;
  const found = measureIn(said);
  if (!found || (found.by.of !== "length" && found.by.of !== "year" && found.by.of !== "rating"))
    return undefined;
  const rest = `${said.slice(0, found.start)} ${said.slice(found.end)}`.toLowerCase();
  const isBare = rest.split(/[\s,]+/).every((word) => word === "" || AROUND.has(word));
  return isBare ? { kind: "extreme", by: found.by } : undefined;
}

import type { Words } from "../words.ts";
import { phraseSet, wordSet } from "./phrases.ts";
import { overlaps, type Span } from "./spans.ts";
import type { Token } from "./tokens.ts";

const LONGEST_SUBJECT = 4;
/** "About how awful love is" */
const LONGEST_CLAUSE = 10;
const ASKS_HOW = /^(?:how|why)$/;
const LEADING = new Set(
  "a an the some any people someone my our their his her una un la el une le die der das ein eine kind of something".split(
    " ",
  ),
);

export interface Subject extends Span {
  readonly words: string;
  /** A clause of its own, of which nothing is read as a theme: "how terrible families can be". */
  readonly isClause: boolean;
  readonly at: number;
  readonly length: number;
}

/** Themes in free words, after "about" and its like: "about beekeepers", "set in Venice". */
export function createSubjectReader(
  words: Words,
): (tokens: readonly Token[], taken: readonly Span[]) => Subject[] {
  const about = phraseSet(words.subjects.about);
  const ends = wordSet(words.subjects.ends);
  const filler = wordSet(words.filler.words);

  return (tokens, taken) => {
    const found: Subject[] = [];
    const isTaken = (token: Token) => taken.some((span) => overlaps(span, token));
    for (let at = 0; at < tokens.length; at++) {
      const announced = about.at(tokens, at);
      if (!announced) continue;
      let from = at + announced.length;
      while (from < tokens.length && LEADING.has(tokens[from]!.word) && tokens[from]!.gap === "space") from++;
      let end = from;
      const isClause = ASKS_HOW.test(tokens[from]?.word ?? "");
      const longest = isClause ? LONGEST_CLAUSE : LONGEST_SUBJECT;
      while (end < tokens.length && end - from < longest && tokens[end]!.gap === "space") {
        const token = tokens[end]!;
        if (isClause && !isTaken(token)) {
          end++;
          continue;
        }
        if (
          isTaken(token) ||
          ends.has(token.word) ||
          (end > from && about.at(tokens, end)) ||
          /^\d/.test(token.word)
        )
          break;
        end++;
      }
      const subject = tokens.slice(from, end);
      if (subject.length > 0 && !subject.every(({ word }) => filler.has(word))) {
        found.push({
          isClause: isClause && subject.length > 2,
          words: subject.map(({ word }) => word).join(" "),
          start: subject[0]!.start,
          end: subject.at(-1)!.end,
          at: from,
          length: subject.length,
        });
      }
      at = Math.max(at, end - 1);
    }
    return found;
  };
}

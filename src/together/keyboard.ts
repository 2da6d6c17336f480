/** Several people at one keyboard: a line is of whoever's turn it is, or names who speaks. */
import type { Card } from "../conversation/card.ts";
import { readWords, type TogetherCommand } from "./command.ts";
import { ballotOf, type Evening, type Member } from "./evening.ts";

/** What one line comes to: who does what, in order. People are told by their names. */
export interface Typed {
  readonly name: string;
  readonly command: TogetherCommand;
}

const LONGEST_NAME = 30;

/** Who is to vote next; undefined where nobody is. */
export const nextVoter = (evening: Evening): Member | undefined =>
  evening.phase === "voting" ? evening.members.find(({ id }) => !ballotOf(evening, id).isReady) : undefined;

/**
 * "ada, ben and cyd are in", "ben is out", "ada: no horror", and while votes are open a ballot: "1 3, veto 2, seen 4", "none".
 *
 * @param self whoever opened the evening
 */
export function readLine(evening: Evening, line: string, self: string): Typed[] {
  const said = line.trim().replace(/\s+/g, " ");
  const isOrAre = /^(.+) (?:is|are|am) (in|out)[.!]?$/i.exec(said);
  const added = isOrAre?.[1] ?? /^(?:join|with|add) (.+)$/i.exec(said)?.[1];
  if (added !== undefined) {
    const kind = isOrAre?.[2]?.toLowerCase() === "out" ? "leave" : "join";
    return namesIn(added).map((name) => ({ name: name === "i" ? self : name, command: { kind } }));
  }
  const [, speaker, words] = /^([^:]{1,30}): ?(.+)$/.exec(said) ?? [];
  if (speaker !== undefined && words !== undefined) return ballotOrWords(evening, speaker.trim(), words);
  return ballotOrWords(evening, nextVoter(evening)?.name ?? self, said);
}

function ballotOrWords(evening: Evening, name: string, words: string): Typed[] {
  const ballot = evening.phase === "voting" ? readBallot(words) : undefined;
  return (ballot ?? [readWords(words)]).map((command) => ({ name, command }));
}

/** Undefined for a line that is no ballot. */
export function readBallot(line: string): TogetherCommand[] | undefined {
  const words = line
    .toLowerCase()
    .replace(/[,.;&]/g, " ")
    .replace(/\band\b/g, " ")
    .split(" ")
    .filter(Boolean);
  if (words.length === 0) return undefined;
  const isNone = words.length === 1 && /^(?:none|nothing|-)$/.test(words[0]!);
  const commands: TogetherCommand[] = [];
  let kind: "approve" | "veto" | "seen" = "approve";
  for (const word of isNone ? [] : words) {
    if (word === "veto" || word === "seen") kind = word;
    else if (/^\d{1,2}$/.test(word)) commands.push({ kind, film: Number(word) - 1 });
    else return undefined;
  }
  return [...commands, { kind: "ready" }];
}

const namesIn = (text: string): string[] =>
  text
    .split(/,| and | & /i)
    .map((name) => name.trim().toLowerCase().slice(0, LONGEST_NAME))
    .filter(Boolean);

/** The evening as a terminal shows it, with what can be typed in the place of buttons. */
export function atOneKeyboard(card: Card, evening: Evening): Card {
  const { actions: _, ...shown } = card;
  const voter = nextVoter(evening);
  if (voter)
    return {
      ...shown,
      conceals: true,
      lines: [
        ...shown.lines.slice(0, -1),
        `${voter.name}, it is you: the others look away. Type the numbers of all films that you would watch, with "veto 2" for your one veto and "seen 4" for what you have seen; "none" for none of them. "end" counts the votes at once.`,
      ],
    };
  if (evening.phase === "gathering")
    return {
      ...shown,
      lines: [
        ...shown.lines.slice(0, -1),
        `Say who is here ("ben and cyd are in"), and what it must be ("under two hours", "no horror"). Whom I do not know counts as most people do, or says it: "ben: I love Heat, Alien". Then "start", or "stop" to leave it.${evening.members.length === 2 ? ` Who both say it ("compare", "${evening.members[1]!.name}: compare") see how alike their tastes are.` : ""}`,
      ],
    };
  return evening.phase === "closed"
    ? { ...shown, lines: [...shown.lines, 'Say "together again" for another list, without what was vetoed.'] }
    : shown;
}

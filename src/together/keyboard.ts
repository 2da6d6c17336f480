/** Several people at one keyboard: a line is of whoever's turn it is, or names who speaks. */
import type { Card } from "../conversation/card.ts";
import { readBallot } from "./ballot.ts";
import { readWords, type TogetherCommand } from "./command.ts";
import { ballotOf, type Evening, type Member } from "./evening.ts";

/** What one line comes to: who does what, in order. People are told by their names. */
export interface Typed {
  readonly name: string;
  readonly command: TogetherCommand;
}

const LONGEST_NAME = 30;
/** Who speaks of themselves. */
const SELF: ReadonlySet<string> = new Set(["i", "me", "myself"]);
const BE = "(?:(?: is| are| am|'s|'m|'re) (?:also |now |all )?)";
const COMES = new RegExp(
  `^(.{1,120}?)(?:${BE}(?:in|here|there|with us|joining|coming|back)(?: too| now| again)?| (?:joins?|joined|comes?|came|arrived|wants? (?:in|to join))(?: in| us| too| now)?)[.!]?$`,
  "i",
);
const LEAVES = new RegExp(
  `^(.{1,120}?)(?:${BE}(?:out|gone|off|leaving|not (?:in|here|coming))| (?:leaves?|left|went|drops? out|dropped out|quits?|(?:has|have|had) (?:to (?:go|leave)|left|gone))(?: us| home| now)?)[.!]?$`,
  "i",
);
const BRINGS = /^(?:join|with|add|plus|also) (.+)$/i;

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
  const coming = COMES.exec(said)?.[1] ?? BRINGS.exec(said)?.[1];
  const names = namesIn(coming ?? LEAVES.exec(said)?.[1] ?? "");
  if (names.length > 0) {
    const kind = coming === undefined ? "leave" : "join";
    return names.map((name) => ({ name: SELF.has(name) ? self : name, command: { kind } }));
  }
  const [, speaker, words] = /^([^:]{1,30}): ?(.+)$/.exec(said) ?? [];
  if (speaker !== undefined && words !== undefined) return ballotOrWords(evening, speaker.trim(), words);
  return ballotOrWords(evening, nextVoter(evening)?.name ?? self, said);
}

function ballotOrWords(evening: Evening, name: string, words: string): Typed[] {
  const ballot = evening.phase === "voting" ? readBallot(words, evening.films.length) : undefined;
  return (ballot ?? [readWords(words)]).map((command) => ({ name, command }));
}

/** "A film where nobody is" is none. */
const NAME =
  /^(?!(?:a|an|the|no|not|some|something|anything|nothing|nobody|everybody|it|that)(?: |$))\p{L}[\p{L}\d'.-]*(?: [\p{L}\d'.-]+)?$/u;

/** None where any of them is no name. */
function namesIn(text: string): string[] {
  const names = text
    .split(/,? and |,| & /i)
    .map((name) => name.trim().toLowerCase().slice(0, LONGEST_NAME))
    .filter(Boolean);
  return names.every((name) => NAME.test(name)) ? names : [];
}

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

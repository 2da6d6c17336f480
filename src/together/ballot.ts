/** A ballot as somebody types it: "1 3, veto 2, seen 4", "the first and the last", "none of them". */
import { slipsBetween } from "../catalog/slips.ts";
import type { TogetherCommand } from "./command.ts";

type Mark = Extract<TogetherCommand, { readonly film: number }>["kind"];

const MARKS: ReadonlyMap<string, Mark> = new Map([
  ["veto", "veto"],
  ["vetoed", "veto"],
  ["seen", "seen"],
  ["saw", "seen"],
  ["watched", "seen"],
  ["approve", "approve"],
  ["vote", "approve"],
  ["watch", "approve"],
] as const);
/** From so many letters on a word may have a slip. */
const SLIPS_FROM = 4;
const PLACES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
/** Says nothing of a film by itself. "Not" and "but" are none of these: what they turn round is not guessed. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  (
    "i i'd i'll i've id ill ive we we'd we'll would will have had like love want to take a an the of them these those is are on for me us my " +
    "film films movie movies number numbers no nr only just either or also both and please already it one ones votes vote yes"
  ).split(" "),
);
const NONE =
  /^(?:(?:i(?:'d| would)? (?:take|watch|want|like) )?(?:none|nothing|no|neither|nope|not any)(?: (?:of (?:them|these|those)|for me|thanks|please))?|-|0)$/;
const ALL = /^(?:all|everything|any|every)$/;

/** @param films how many are on the list. Undefined for a line that is no ballot */
export function readBallot(line: string, films: number): TogetherCommand[] | undefined {
  const said = line.toLowerCase().replaceAll("’", "'").trim();
  if (NONE.test(said.replace(/[.!]{1,3}$/, ""))) return [{ kind: "ready" }];
  const words = said
    .replace(/[,.;:&+/#!()]/g, " ")
    .split(" ")
    .filter(Boolean);
  const commands: TogetherCommand[] = [];
  let kind: Mark = "approve";
  for (const [at, word] of words.entries()) {
    const mark = markIn(word);
    const place = placeIn(word, words[at - 1] ?? "", films);
    if (mark) kind = mark;
    else if (ALL.test(word) && kind !== "veto")
      for (let film = 0; film < films; film++) commands.push({ kind, film });
    else if (place !== undefined) commands.push({ kind, film: place });
    else if (!SAYS_NOTHING.has(word)) return undefined;
  }
  return commands.length > 0 ? [...commands, { kind: "ready" }] : undefined;
}

function markIn(word: string): Mark | undefined {
  const exact = MARKS.get(word);
  if (exact || word.length < SLIPS_FROM || SAYS_NOTHING.has(word)) return exact;
  for (const [known, mark] of MARKS)
    if (known.length >= SLIPS_FROM && slipsBetween(word, known, 1) === 1) return mark;
  return undefined;
}

/** From 0; "the first one" is of one film. */
function placeIn(word: string, before: string, films: number): number | undefined {
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  if (number !== undefined) return Number(number) - 1;
  if (word === "last") return films - 1;
  const place = PLACES.indexOf(word);
  if (place >= 0) return place;
  const isOne = word === "one" && (before === "the" || PLACES.includes(before) || before === "last");
  const value = isOne ? -1 : NUMBERS.indexOf(word);
  return value >= 0 ? value : undefined;
}

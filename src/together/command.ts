/** What people do on an evening, and the words for it: those of a button name the evening, typed ones need not. */
import { slipsBetween } from "../catalog/slips.ts";
import type { EveningId } from "./evening.ts";

export type TogetherCommand =
  | { readonly kind: "open" | "leave" | "ready" | "end" | "again" | "stop" }
  /** Lets the other know how alike their tastes are, once both want it. */
  | { readonly kind: "compare" }
  /** Under a name that the others know. */
  | { readonly kind: "join"; readonly name?: string }
  /** Makes the short list; votes are open for so many minutes. A match ends with the first film that all would watch. */
  | { readonly kind: "start"; readonly minutes?: number; readonly match?: true }
  /** By the film's place on the list, from 0, of that round; absent: of the one that stands. */
  | { readonly kind: "approve" | "veto" | "seen"; readonly film: number; readonly round?: number }
  /** What films must be, in words. */
  | { readonly kind: "limit"; readonly text: string }
  | { readonly kind: "unseen"; readonly by: "nobody" | "most" }
  /** Films that they love, by title. */
  | { readonly kind: "name"; readonly titles: readonly string[] };

export interface Addressed {
  readonly command: TogetherCommand;
  readonly evening?: EveningId;
  /** It can be of nothing but an evening: one is begun for it where there is none. */
  readonly isSure?: boolean;
}

/** Votes are open for at most a day. */
const LONGEST_MINUTES = 24 * 60;
const OPENERS =
  /^(?:together|(?:a |let'?s have a )?(?:movie|film) night|watch together|pick for (?:us|several))$/;
const COMPARERS =
  /^(?:taste ?match|match (?:our )?tastes?|compare (?:our )?tastes?|how (?:alike|similar|compatible) are (?:we|our tastes)\??)$/;
const AN_EVENING = /^#([\w-]{6,16})\s*/;

/**
 * What a text says to an evening: "together", "together join", "together #a1b2c3d4 approve 2 1", "together: no horror".
 * Undefined for a text that is not about any.
 */
export function readTogether(text: string): Addressed | undefined {
  const said = spelt(text.trim().replace(/^\//, ""));
  if (OPENERS.test(said.toLowerCase())) return { command: { kind: "open" } };
  if (COMPARERS.test(said.toLowerCase())) return { command: { kind: "compare" }, isSure: true };
  const [, colon, rest] = /^together\b([:,]?)\s*(.+)$/is.exec(said) ?? [];
  if (rest === undefined) return undefined;
  const evening = AN_EVENING.exec(rest)?.[1];
  const words = rest.replace(AN_EVENING, "").trim();
  return {
    command: readWords(words),
    ...(evening !== undefined && { evening }),
    ...(colon === ":" && { isSure: true }),
  };
}

/** "Togehter" can be nothing else, at the beginning of a message. */
const spelt = (said: string): string =>
  said.replace(/^[a-z]{7,9}(?=$|[ :,])/i, (word) =>
    slipsBetween(word.toLowerCase(), "together", 1) === 1 ? "together" : word,
  );

/** What is said while an evening is spoken to: anything that is no command is what films must be. */
export function readWords(words: string): TogetherCommand {
  const said = words.trim().replace(/\s+/g, " ");
  const plain = said.toLowerCase().replace(/[.!]$/, "");
  const simple = SIMPLE.get(plain) ?? misspelt(plain);
  if (simple) return { kind: simple };
  const name = /^join as (.{1,40})$/i.exec(said)?.[1];
  if (name !== undefined) return { kind: "join", name };
  if (/^(?:start (?:a )?)?match$/.test(plain)) return { kind: "start", match: true };
  const [verb = "", ...numbers] = plain.split(" ");
  if ((verb === "start" || verb === "go") && numbers.length > 0) {
    const minutes = Number.parseInt(numbers.join(" ").replace(/^(?:for|in|within) /, ""), 10);
    if (minutes >= 1) return { kind: "start", minutes: Math.min(minutes, LONGEST_MINUTES) };
  }
  const ofFilm = OF_FILM.get(verb);
  if (ofFilm && numbers.length > 0 && numbers.every((one) => /^\d{1,2}$/.test(one))) {
    const [film = 0, round] = numbers.map(Number);
    return { kind: ofFilm, film: film - 1, ...(round !== undefined && { round }) };
  }
  if (/^(?:not |un)?seen by (?:nobody|anybody|anyone|no one)$/.test(plain))
    return { kind: "unseen", by: "nobody" };
  if (/^(?:not |un)?seen by most$/.test(plain)) return { kind: "unseen", by: "most" };
  const loved = /^(?:i (?:love|like)d?|my favou?rites are|films?:?) (.+)$/is.exec(said)?.[1];
  if (loved !== undefined) return { kind: "name", titles: titlesIn(loved) };
  return { kind: "limit", text: said };
}

/** "Heat, Alien" and "Heat and Alien": a title may hold "and" itself, so commas come first. */
export const titlesIn = (text: string): string[] =>
  (text.includes(",") ? text.split(",") : text.split(/\sand\s/i)).map((one) => one.trim()).filter(Boolean);

const SIMPLE: ReadonlyMap<
  string,
  "open" | "join" | "leave" | "start" | "ready" | "end" | "again" | "stop" | "compare"
> = new Map([
  ["compare", "compare"],
  ["compare tastes", "compare"],
  ["compare our tastes", "compare"],
  ["taste match", "compare"],
  ["open", "open"],
  ["new", "open"],
  ["join", "join"],
  ["i'm in", "join"],
  ["count me in", "join"],
  ["leave", "leave"],
  ["i'm out", "leave"],
  ["start", "start"],
  ["go", "start"],
  ["ready", "ready"],
  ["done", "ready"],
  ["i'm done", "ready"],
  ["end", "end"],
  ["count now", "end"],
  ["again", "again"],
  ["stop", "stop"],
  ["cancel", "stop"],
] as const);

/** From so many letters on a command may have a slip. */
const SLIPS_FROM = 4;

function misspelt(word: string): ReturnType<typeof SIMPLE.get> {
  if (word.length < SLIPS_FROM || word.includes(" ")) return undefined;
  for (const [known, kind] of SIMPLE)
    if (known.length >= SLIPS_FROM && !known.includes(" ") && slipsBetween(word, known, 1) === 1) return kind;
  return undefined;
}

const OF_FILM: ReadonlyMap<string, "approve" | "veto" | "seen"> = new Map([
  ["approve", "approve"],
  ["yes", "approve"],
  ["vote", "approve"],
  ["veto", "veto"],
  ["seen", "seen"],
] as const);

/** The words of a button. */
export const says = (evening: EveningId, words: string): string => `together #${evening} ${words}`;

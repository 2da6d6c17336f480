/**
 * What somebody has had enough of where more is said of it: "I'm tired of horror that is just gore" is said by who likes horror, and
 * "sick of romcoms where they end up together, give me one where they don't" asks for a romcom all the same. Pure.
 */
import { emptyRequest, LONGEST_ABOUT, MOST_OF_A_LIST, type MovieRequest } from "../request.ts";
import type { Polarity } from "./polarity.ts";
import type { Read } from "./things.ts";
import type { Token } from "./tokens.ts";

/** "Tired of", "fed up with", "hate" */
const ENOUGH = /^(?:tired|sick|bored|weary|exhausted|fed|enough|hate|hating|dislike|done|over|stand)$/;
/** Words from there to the sort of film: "tired of all the modern". */
const MOST_BETWEEN = 4;
const FILMS = /^(?:movies?|films?|flicks?|stories)$/;
/** What tells of which of them it is said. */
const OF_SUCH = /^(?:that|thats|which|where|whose|when|full|relying|relies)$/;
/** The same where others are asked for: "war movies about heroes" may be all that somebody is tired of. */
const OF_SUCH_PERHAPS = /^(?:about|with|who|featuring)$/;
/** What asks for others behind it. */
const ASKS = /^(?:one|ones|something|anything|give|show|recommend|suggest|want|need|any|some|what|whats)$/;
/** "Where they don't": the contrary of what is complained of. */
const CONTRARY = /^(?:dont|doesnt|isnt|arent|wont|didnt|never|not)$/;
const SUBJECT = /^(?:they|he|she|it|everyone|everybody|nobody)$/;

interface Complaint {
  /** The place among the things of the sort of film. */
  readonly sort: number;
  /** Genres, or what the films are about. */
  readonly names: readonly string[];
  /** Tokens: of what tells which of them, and of the first behind it. */
  readonly from: number;
  readonly end: number;
}

/** Changes the polarities: a sort of film that is refused only where it is so is asked for, unless another one is; what it is to be without is refused. */
export function settleHadEnough(
  tokens: readonly Token[],
  things: readonly Read[],
  polarities: Polarity[],
): void {
  const asked = new Set(things.flatMap((thing, i) => (polarities[i] === "in" ? sortsOf(thing, tokens) : [])));
  for (const { sort, names, from, end } of complaintsIn(tokens, things)) {
    if (polarities[sort] !== "out") continue;
    polarities[sort] = [...asked].some((other) => !names.includes(other)) ? "indifferent" : "in";
    for (const [i, { at, sort: of }] of things.entries())
      if (at >= from && at < end && of !== "years" && of !== "audience") polarities[i] = "out";
  }
}

/** What is asked for by its contrary alone: "give me one where they don't". */
export function settleContrary(
  request: MovieRequest,
  tokens: readonly Token[],
  things: readonly Read[],
): void {
  const denied = tokens.at(-1);
  const [complaint] = complaintsIn(tokens, things);
  if (!complaint || !denied || !CONTRARY.test(denied.word)) return;
  if (!tokens.slice(complaint.end).some(({ word }) => word === "where")) return;
  const said = tokens.slice(complaint.from + 1, complaint.end).map(({ word }) => word);
  const subject = SUBJECT.test(said[0] ?? "") ? said.shift()! : "they";
  if (said.length === 0) return;
  const contrary = `${subject} ${denied.word} ${said.join(" ")}`.slice(0, LONGEST_ABOUT);
  request.about = [contrary, ...request.about].slice(0, MOST_OF_A_LIST);
  request.keywordsOut = [];
}

function complaintsIn(tokens: readonly Token[], things: readonly Read[]): Complaint[] {
  return things.flatMap((thing, sort) => {
    const names = sortsOf(thing, tokens);
    const behind = thing.at + thing.length;
    const from = behind + Number(FILMS.test(tokens[behind]?.word ?? ""));
    if (names.length === 0 || !isEnough(tokens, thing.at) || tokens[from]?.gap !== "space") return [];
    const end = endFrom(tokens, from);
    const isOfSuch =
      OF_SUCH.test(tokens[from].word) ||
      (OF_SUCH_PERHAPS.test(tokens[from].word) && tokens.slice(end).some(({ word }) => ASKS.test(word)));
    return isOfSuch ? [{ sort, names, from, end }] : [];
  });
}

/** The genres that it names, or what the films are about: "spy movies". */
function sortsOf(thing: Read, tokens: readonly Token[]): readonly string[] {
  const alone = emptyRequest();
  thing.apply(alone, "in");
  const isOfFilms = FILMS.test(tokens[thing.at + thing.length]?.word ?? "");
  return alone.genresIn.length > 0 || !isOfFilms ? alone.genresIn : alone.keywordsIn;
}

/** Where the sentence ends, or others are asked for: "..., give me". */
function endFrom(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(
    ({ gap, word }, at) => at > from && (gap === "stop" || (gap !== "space" && ASKS.test(word))),
  );
  return end < 0 ? tokens.length : end;
}

function isEnough(tokens: readonly Token[], at: number): boolean {
  for (let before = at; before > 0 && at - before < MOST_BETWEEN; before--) {
    if (tokens[before]!.gap !== "space") return false;
    if (ENOUGH.test(tokens[before - 1]!.word)) return true;
  }
  return false;
}

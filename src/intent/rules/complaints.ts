/** "I'm sick of romcoms where they end up together, give me one where they don't": of another sort than that, and a romcom all the same. Pure. */
import { emptyRequest, LONGEST_ABOUT, MOST_OF_A_LIST, type MovieRequest } from "../request.ts";
import type { Polarity } from "./polarity.ts";
import type { Read } from "./things.ts";
import type { Token } from "./tokens.ts";

/** How a complaint begins, the word before "of" or "with". */
const WEARY = /^(?:sick|tired|bored|weary|fed|done|enough|exhausted)$/;
const OF = /^(?:of|with|up)$/;
/** What tells in which of them somebody has had enough. */
const QUALIFIES = /^(?:where|about|that|with|which|who|full|whose|featuring)$/;
/** Behind the complaint: what asks for another. */
const ASKS = /^(?:one|ones|something|anything|give|show|recommend|suggest|want|need|any|some|what|whats)$/;
/** "Where they don't": the contrary of what is complained of. */
const CONTRARY = /^(?:dont|doesnt|isnt|arent|wont|didnt|never|not)$/;

interface Complaint {
  /** The kind of film, and what is said of it, as places of tokens. */
  readonly kind: number;
  readonly qualifier: number;
  readonly end: number;
}

/** Whether it names a genre, or films about something: "spy movies". */
function isKind(thing: Read, tokens: readonly Token[]): boolean {
  const alone = emptyRequest();
  thing.apply(alone, "in");
  return (
    alone.genresIn.length > 0 ||
    (alone.keywordsIn.length > 0 && FILMS.test(tokens[thing.at + thing.length]?.word ?? ""))
  );
}
const FILMS = /^(?:movies|films|flicks|stories)$/;

function complaintIn(tokens: readonly Token[], things: readonly Read[]): Complaint | undefined {
  const weary = tokens.findIndex(({ word }, at) => WEARY.test(word) && OF.test(tokens[at + 1]?.word ?? ""));
  if (weary < 0) return undefined;
  const ends = tokens.findIndex(({ gap }, at) => at > weary && gap !== "space");
  const end = ends < 0 ? tokens.length : ends;
  const kind = things.findIndex((thing) => thing.at > weary && thing.at < end && isKind(thing, tokens));
  if (kind < 0) return undefined;
  const behind = things[kind]!.at + things[kind]!.length;
  const qualifier = tokens.findIndex(({ word }, at) => at >= behind && at < end && QUALIFIES.test(word));
  const asks = tokens.slice(end).some(({ word }) => ASKS.test(word));
  return qualifier < 0 || qualifier - behind > 1 || !asks ? undefined : { kind, qualifier, end };
}

/** Changes the polarity of the kind of film that is complained of with a reservation, where no other is asked for. */
export function settleComplaints(
  tokens: readonly Token[],
  things: readonly Read[],
  polarities: Polarity[],
): void {
  const complaint = complaintIn(tokens, things);
  if (!complaint || polarities[complaint.kind] !== "out") return;
  const isOther = things.some(
    (thing, i) => thing.at >= complaint.end && polarities[i] === "in" && isKind(thing, tokens),
  );
  for (const [i, { at, sort }] of things.entries())
    if (at > complaint.qualifier && at < complaint.end && sort !== "audience") polarities[i] = "out";
  polarities[complaint.kind] = isOther ? "indifferent" : "in";
}

/** What is asked for by its contrary alone: "give me one where they don't". */
export function settleContrary(
  request: MovieRequest,
  tokens: readonly Token[],
  things: readonly Read[],
): void {
  const complaint = complaintIn(tokens, things);
  const denied = tokens.at(-1);
  const isContrary =
    complaint &&
    denied &&
    CONTRARY.test(denied.word) &&
    tokens.slice(complaint.end).some(({ word }) => word === "where");
  if (!isContrary) return;
  const said = tokens.slice(complaint.qualifier + 1, complaint.end).map(({ word }) => word);
  const subject = /^(?:they|he|she|it|everyone|everybody|nobody)$/.test(said[0] ?? "")
    ? said.shift()!
    : "they";
  if (said.length === 0) return;
  const contrary = `${subject} ${denied.word} ${said.join(" ")}`.slice(0, LONGEST_ABOUT);
  request.about = [contrary, ...request.about].slice(0, MOST_OF_A_LIST);
  request.keywordsOut = [];
}

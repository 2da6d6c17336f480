/** Turns on somebody who is named: their early films, and those in which they are the villain. Pure. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { MovieRequest } from "../request.ts";
import { add } from "./fill.ts";
import type { PersonMention } from "./people.ts";

const EARLY_BEFORE = /\b(?:early|young|younger|pre-fame|the first (?:films|movies) (?:of|by|with)) $/;
const EARLY_BEHIND =
  /^(?:'?s)? (?:early|earlier|earliest|first) (?:films?|movies?|work|works|stuff|years|days|career|roles?)\b|^[^.!?]{0,24}\bbefore (?:he|she|they) (?:was|were|got|became|went|made|turned|hit|blew|sold|moved)\b|^[^.!?]{0,12}\b(?:when|back when) (?:he|she|they) (?:was|were) (?:still )?(?:young|unknown|starting|a kid|a child|up and coming)\b/;
const TO_HOLLYWOOD = /\bbefore (?:he|she|they) [^.!?]{0,20}hollywood\b/;
/** Share of somebody's films that are early ones, and years from the first of them that are early at least. */
const EARLY_SHARE = 0.3;
const EARLY_YEARS = 8;

const AS_A_VILLAIN =
  /\b(?:as|plays?|playing|played|is|are|being|he'?s|she'?s|was|in an?) (?:[a-z']+ ){0,3}?(?:bad guys?|villain(?:s|ous)?|antagonist|evil|creepy?|psycho(?:path)?|killer|unhinged|sinister|menacing)\b|\b(?:villain(?:ous)?|bad guy|creepy|evil) (?:role|part|turn|performance)s?\b/;
/** What films with one are found by: who plays the villain is not known. */
const OF_VILLAINS = "villain psychopath killer stalker obsession";

/** Changes the request where a turn on a person is asked for: years instead of words, and words that order. */
export function settlePersonTurns(
  request: MovieRequest,
  persons: readonly PersonMention[],
  plain: string,
  { facts, movies }: Pick<Catalog, "facts" | "movies">,
): void {
  if (request.peopleIn.length === 0) return;
  for (const { name, start, end } of persons) {
    if (!EARLY_BEFORE.test(plain.slice(0, start)) && !EARLY_BEHIND.test(plain.slice(end))) continue;
    const years = [...(facts.filmsBy(name)?.rows ?? [])]
      .flatMap((row) => movies[row]!.year ?? [])
      .sort((a, b) => a - b);
    if (years.length === 0 || request.yearTo > 0) continue;
    request.yearTo = Math.max(years[0]! + EARLY_YEARS, years[Math.floor(EARLY_SHARE * (years.length - 1))]!);
    request.about = [];
    if (TO_HOLLYWOOD.test(plain)) request.countries = [];
  }
  if (!AS_A_VILLAIN.test(plain)) return;
  request.about = [];
  request.ideally = [];
  add(request.ideally, OF_VILLAINS);
}

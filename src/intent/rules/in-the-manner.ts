/** "In the vein of Cronenberg, but not by him": like somebody's films, and none of them. */
import type { Catalog } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { MovieRequest } from "../request.ts";
import { add } from "./fill.ts";
import type { PersonMention } from "./people.ts";

const LIKE_THEM =
  /\b(?:like|similar to|in the (?:vein|style|spirit|manner|tradition|mou?ld) of|reminiscent of|(?:à|a) la|inspired by|influenced by) (?:the (?:films|movies|work) of |(?:films|movies|something|stuff) by )?$/;
/** "The vibe of a Wes Anderson film", "her style": what is wanted of them is how they make films. */
const MANNER = /\b(?:vibes?|feel|styles?|energy|aesthetics?|atmosphere|mood)\b/;
const NOT_THEIRS =
  /\b(?:not|nothing|isn'?t|aren'?t|none|without)(?: \w+){0,2} (?:by|from|with) (?:him|her|them)\b|\bby (?:some|any)(?:one|body) else\b|\bnot (?:his|hers|theirs)\b|\bother (?:directors?|filmmakers?|people)\b/;
/** "Lynch-esque", "a Woody Allen type" */
const THEIR_MANNER = /^(?:'?s)?(?:[ -](?:type|esque|ish|like|inspired)|esque)(?!\p{L})/u;
/** "That aren't really John Wayne type westerns" */
const REFUSED =
  /(?:\b(?:not?|nothing|never|without)|n'?t)(?: (?:really|just|all|the|your|usual|typical|another|an?)){0,3} $/;
/** Enough to tell what they are like. */
const FILMS_OF_THEM = 3;

/** Changes the request where somebody's manner is asked for, and not their own films. */
export function settleManner(
  request: MovieRequest,
  persons: readonly PersonMention[],
  plain: string,
  { facts, movies }: Pick<Catalog, "facts" | "movies">,
): void {
  for (const { name, start, end } of persons) {
    const isManner =
      LIKE_THEM.test(plain.slice(0, start)) || THEIR_MANNER.test(plain.slice(end)) || MANNER.test(plain);
    if (!isManner || (REFUSED.test(plain.slice(0, start)) && THEIR_MANNER.test(plain.slice(end)))) continue;
    const person = facts.find(name);
    const isOut = request.peopleOut.some((out) => out === name || facts.find(out)?.name === person?.name);
    if (!person || !(isOut || NOT_THEIRS.test(plain.slice(start)))) continue;
    request.peopleIn = request.peopleIn.filter((one) => one !== name);
    if (!isOut) add(request.peopleOut, name);
    const known = [...person.rows].map((row) => movies[row]!).sort((a, b) => fameOf(b) - fameOf(a));
    for (const movie of known.slice(0, FILMS_OF_THEM)) add(request.similarTo, titleWithYear(movie));
  }
}

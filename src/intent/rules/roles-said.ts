/** What somebody who is named did for a film: "scored by", "something she wrote". Pure. */
import type { FactIndex } from "../../catalog/fact-index.ts";
import { type Role, withRole } from "../../catalog/person.ts";
import type { PersonMention } from "./people.ts";
import type { Span } from "./spans.ts";

/** Before the name, which follows at once. */
const BEFORE: readonly (readonly [Role, RegExp])[] = [
  [
    "composer",
    /\b(?:scored|composed|music|score|soundtracks?|musica|musique|musik)(?: is| was)? (?:by|from|of|von|di|de) $/,
  ],
  [
    "cinematographer",
    /\b(?:(?:shot|photographed|filmed|lensed|cinematography|camera|camera ?work)(?: is| was)? by|(?:cinematographer|dp|cameraman)) $/,
  ],
  ["writer", /\b(?:written|scripted|penned|screenplays?|scripts?)(?: is| was)? (?:by|from) $/],
  [
    "author",
    /\b(?:based on|adapted from|adaptations? of|from) (?:(?:an?|the|some|any|short) ){0,3}(?:(?:books?|novels?|stor(?:y|ies)|plays?|comics?) )?(?:by|of) $/,
  ],
  ["director", /\bdirected by $/],
];
/** Behind it. */
const BEHIND: readonly (readonly [Role, RegExp])[] = [
  [
    "composer",
    /^(?:'?s)? (?:(?:did|does|made|makes|wrote|writes|doing|composed) (?:the )?(?:music|scores?|soundtracks?)(?: (?:for|of|to|on))?|scored|composed|scores?|soundtracks?|music)\b/,
  ],
  [
    "cinematographer",
    /^(?:'?s)? (?:(?:was|is) (?:the )?(?:dp|cinematographer|cameraman)(?: (?:for|of|on))?|did the (?:camera ?work|cinematography)(?: (?:for|of|on))?|shot|photographed|filmed|lensed|shooting|cinematography|camera ?work|behind the camera)\b/,
  ],
  [
    "writer",
    /^(?:'?s)? (?:wrote|scripted|penned|scripts?|screenplays?|written|did the (?:script|screenplay)(?: (?:for|of))?)\b/,
  ],
  ["author", /^(?:'?s)? (?:adaptations?|books?|novels?|stor(?:y|ies))\b/],
];
/** "Wrote but didn't direct" */
const NOT_DIRECTED =
  /,? \b(?:but|and|though)(?: (?:he|she|they))? (?:did ?n'?t|did not|not|never) direct(?:ed)?(?: (?:it|them|by (?:him|her|them|himself|herself)))?\b/;
/** In characters: no words for it are longer. */
const LONGEST = 60;

export interface RolesSaid {
  readonly persons: readonly PersonMention[];
  /** Whose films are not meant for what else they did: "Charlie Kaufman (director)". */
  readonly butNot: readonly string[];
  /** The words that say what they did, and what they did not. */
  readonly spans: readonly Span[];
}

/** Those who are known for what is said that they did are meant for it; others stay as they are named. */
export function withRoles(
  persons: readonly PersonMention[],
  plain: string,
  { find }: Pick<FactIndex, "find">,
): RolesSaid {
  const spans: Span[] = [];
  const named = persons.map((mention) => {
    const said = roleOf(mention, plain);
    const name = said && withRole(mention.name, said.role);
    if (!said || name === undefined || !find(name)) return mention;
    spans.push(said.span);
    return { ...mention, name };
  });
  const denied = spans.length > 0 ? NOT_DIRECTED.exec(plain) : null;
  if (!denied) return { persons: named, butNot: [], spans };
  spans.push({ start: denied.index, end: denied.index + denied[0].length });
  return { persons: named, butNot: persons.map(({ name }) => withRole(name, "director")), spans };
}

function roleOf(
  { start, end }: Span,
  plain: string,
): { readonly role: Role; readonly span: Span } | undefined {
  const from = Math.max(0, start - LONGEST);
  const before = plain.slice(from, start);
  for (const [role, words] of BEFORE) {
    const found = words.exec(before);
    if (found) return { role, span: { start: from + found.index, end: start } };
  }
  const behind = plain.slice(end, end + LONGEST);
  for (const [role, words] of BEHIND) {
    const found = words.exec(behind);
    if (found) return { role, span: { start: end, end: end + found[0].length } };
  }
  return undefined;
}

/** Questions about the people of a film: what else they made, and whether they are in it. */

/** Who is meant: by what they did for the film, or by name. */
export type Who =
  /** `isGuess`: it was said only "she". */
  | { readonly role: "director" | "lead"; readonly isGuess: boolean }
  /** `directed`: only what they directed is asked for. */
  | { readonly name: string; readonly directed: boolean };

export type PersonAsked =
  /** What else they made. */
  | { readonly kind: "films"; readonly who: Who }
  /** `isWritten`: the way names are, with capitals. */
  | { readonly kind: "isIn"; readonly name: string; readonly isWritten: boolean };

const MADE = `(?:(?:been|starr?(?:ed|ing)?|act(?:ed|ing)?|play(?:ed|ing)?|appear(?:ed)?) in|don?e?|does|ma[dk]e|direct(?:ed)?|in)`;
/** "What else has she been in", "which films did Ridley Scott direct" */
const FILMS_OF = new RegExp(
  `^(?:what|which)(?: else| other (?:films?|movies?)| (?:films?|movies?)(?: else)?)?(?: has|'s| have| did| does| do| is| was) (.+?) (?:also )?(${MADE})(?: before| since| lately)?$`,
  "i",
);
/** "Films Jodie Foster directed" */
const DIRECTED_BY =
  /^(?:(?:show me |any |all )?(?:films?|movies?|something|anything)) (?:that )?(\p{Lu}\S+(?: \p{Lu}\S+){0,2}) (?:has )?(directed|made)$/u;
/** "Any other films by him?" */
const OTHERS_BY =
  /\b(?:other|more|else)\b.{0,20}\b(?:films?|movies?)?\s?(?:by|with|from|of|starring|directed by) (him|her|them|the (?:same )?(?:director|actor|actress|lead|star))$/i;
/** "Is Brad Pitt in it?" */
const IS_IN =
  /^(?:is|was|does|did|isn't|wasn't) (.+?) (?:also )?(?:in|star in|act in|appear in|play in) (?:it|this|that|(?:this|that|the) (?:one|film|movie))(?: too| as well)?$/i;

const SOMEBODY = /^(?:s?he|he or she|s\/he|they|him|her|them)$/i;
const LEAD =
  /^the (?:same )?(?:lead(?:ing)?(?: actor| actress| man| lady)?|main (?:actor|actress|guy|girl)|actor|actress|star)$/i;
const DIRECTOR = /^the (?:same )?(?:director|film-?maker)$/i;
/** "Brad Pitt" */
const WRITTEN = /^\p{Lu}\S* \p{Lu}/u;

/**
 * @param said the question, with "it" for the title of the film
 * @param spokenOf whose films were told just before: "she"
 */
export function personAsked(said: string, spokenOf?: string): PersonAsked | undefined {
  const isIn = IS_IN.exec(said)?.[1];
  if (isIn !== undefined && !/^it\b/i.test(isIn))
    return { kind: "isIn", name: isIn, isWritten: WRITTEN.test(isIn) };
  const [, who = OTHERS_BY.exec(said)?.[1], made = ""] = FILMS_OF.exec(said) ?? DIRECTED_BY.exec(said) ?? [];
  if (who === undefined || /^(?:it|this|that|you|i|we)$/i.test(who)) return undefined;
  const asked = who.replace(/ (?:ever|also|actually|been)$/i, "");
  const directed = /direct|made|make/i.test(`${made} ${asked}`);
  if (spokenOf !== undefined && SOMEBODY.test(asked))
    return { kind: "films", who: { name: spokenOf, directed } };
  return { kind: "films", who: whoIs(asked, directed) };
}

function whoIs(said: string, directed: boolean): Who {
  const isGuess = SOMEBODY.test(said);
  if (DIRECTOR.test(said) || (isGuess && directed)) return { role: "director", isGuess };
  return isGuess || LEAD.test(said) ? { role: "lead", isGuess } : { name: said, directed };
}

/** "Is there a prequel?" */
const OTHER_PART = /^(?:is|are|was|were) there (?:an?|any|another) (?:\S+ )?(?:sequel|prequel|follow-?up)/i;
const ELSE_IN = /^who (?:else )?(?:is|was|are|'s) (?:else )?in (?:it|this|that)\b/i;

/** @param said the question, with "it" for the title of the film */
export const asksOfIt = (said: string): boolean =>
  [IS_IN, OTHERS_BY, ELSE_IN, OTHER_PART].some((pattern) => pattern.test(said)) ||
  SOMEBODY.test(FILMS_OF.exec(said)?.[1] ?? "");

/** Without what a question ends in. */
export const bare = (text: string): string => text.replaceAll("’", "'").replace(/(?<![?!.\s])[?!.\s]+$/, "");

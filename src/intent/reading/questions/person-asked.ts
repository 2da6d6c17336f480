/** Questions about the people of a film: what else they made, and whether they are in it. */

/** Who is meant: by what they did for the film, or by name. */
export type Who =
  /** `isGuess`: it was said only "she". */
  { readonly role: "director" | "lead"; readonly isGuess: boolean } | { readonly name: string };

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
/** "Any other films by him?" */
const OTHERS_BY =
  /\b(?:other|more|else)\b.{0,20}\b(?:films?|movies?)?\s?(?:by|with|from|of|starring|directed by) (him|her|them|the (?:same )?(?:director|actor|actress|lead|star))$/i;
/** "Is Brad Pitt in it?" */
const IS_IN =
  /^(?:is|was|does|did|isn't|wasn't) (.+?) (?:also )?(?:in|star in|act in|appear in|play in) (?:it|this|that|(?:this|that|the) (?:one|film|movie))(?: too| as well)?$/i;

const SOMEBODY = /^(?:s?he|they|him|her|them)$/i;
const LEAD =
  /^the (?:same )?(?:lead(?:ing)?(?: actor| actress| man| lady)?|main (?:actor|actress|guy|girl)|actor|actress|star)$/i;
const DIRECTOR = /^the (?:same )?(?:director|film-?maker)$/i;
/** "Brad Pitt" */
const WRITTEN = /^\p{Lu}\S* \p{Lu}/u;

/** @param said the question, with "it" for the title of the film */
export function personAsked(said: string): PersonAsked | undefined {
  const isIn = IS_IN.exec(said)?.[1];
  if (isIn !== undefined && !/^it\b/i.test(isIn))
    return { kind: "isIn", name: isIn, isWritten: WRITTEN.test(isIn) };
  const [, who = OTHERS_BY.exec(said)?.[1], made = ""] = FILMS_OF.exec(said) ?? [];
  if (who === undefined || /^(?:it|this|that|you|i|we)$/i.test(who)) return undefined;
  return { kind: "films", who: whoIs(who, /direct|made|make/i.test(`${made} ${who}`)) };
}

function whoIs(said: string, directed: boolean): Who {
  const isGuess = SOMEBODY.test(said);
  if (DIRECTOR.test(said) || (isGuess && directed)) return { role: "director", isGuess };
  return isGuess || LEAD.test(said) ? { role: "lead", isGuess } : { name: said };
}

/** "Is there a prequel?" */
const OTHER_PART = /^(?:is|are|was|were) there (?:an?|any|another) (?:\S+ )?(?:sequel|prequel|follow-?up)/i;
const ELSE_IN = /^who (?:else )?(?:is|was|are|'s) (?:else )?in (?:it|this|that)\b/i;

/** @param said the question, with "it" for the title of the film */
export const asksOfIt = (said: string): boolean =>
  [IS_IN, OTHERS_BY, ELSE_IN, OTHER_PART].some((pattern) => pattern.test(said));

/** Without what a question ends in. */
export const bare = (text: string): string => text.replaceAll("’", "'").replace(/(?<![?!.\s])[?!.\s]+$/, "");

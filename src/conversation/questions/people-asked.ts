/** Questions about the people of a film: what else they made, and whether they are in it. */
import type { Catalog } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
import type { Movie } from "../../catalog/movie.ts";

export type PeopleAsked =
  /** Films of theirs besides this one, best known first. `isGuess`: it was said only "she". */
  | {
      readonly kind: "films";
      readonly name: string;
      readonly films: readonly Movie[];
      readonly isGuess: boolean;
    }
  | { readonly kind: "isIn"; readonly name: string; readonly holds: boolean }
  /** Nobody is known by it. */
  | { readonly kind: "unknown"; readonly name: string };

const MOST_FILMS = 6;

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

/** @param said the question, with "it" for the title of the film */
export function peopleAsked(catalog: Catalog, movie: Movie, said: string): PeopleAsked | undefined {
  const isIn = IS_IN.exec(said)?.[1];
  if (isIn !== undefined && !/^it\b/i.test(isIn)) return whetherIn(catalog, movie, isIn);
  const [, who = OTHERS_BY.exec(said)?.[1], made = ""] = FILMS_OF.exec(said) ?? [];
  return who === undefined || /^(?:it|this|that|you|i|we)$/i.test(who)
    ? undefined
    : filmsOf(catalog, movie, who, /direct|made|make/i.test(`${made} ${who}`));
}

/** Asked of somebody nobody is known by: a question about something else, if no name is written. */
function whetherIn(catalog: Catalog, movie: Movie, said: string): PeopleAsked | undefined {
  const person = catalog.facts.find(said);
  const row = catalog.rowOf(movie.id);
  if (person && row !== undefined) return { kind: "isIn", name: person.name, holds: person.rows.has(row) };
  return /^\p{Lu}\S* \p{Lu}/u.test(said) ? { kind: "unknown", name: said } : undefined;
}

function filmsOf(catalog: Catalog, movie: Movie, said: string, directed: boolean): PeopleAsked | undefined {
  const facts = catalog.factsOf(movie.id) ?? {};
  const isGuess = SOMEBODY.test(said);
  const ofFilm =
    DIRECTOR.test(said) || (isGuess && directed)
      ? facts.directors?.value[0]
      : isGuess || LEAD.test(said)
        ? facts.cast?.value[0]
        : undefined;
  const isOfFilm = isGuess || LEAD.test(said) || DIRECTOR.test(said);
  const person = isOfFilm ? ofFilm && catalog.facts.find(ofFilm) : catalog.facts.find(said);
  if (!person) return isOfFilm ? undefined : { kind: "unknown", name: said };
  const films = [...person.rows]
    .map((row) => catalog.movies[row]!)
    .filter(({ id }) => id !== movie.id)
    .sort((a, b) => fameOf(b) - fameOf(a))
    .slice(0, MOST_FILMS);
  return { kind: "films", name: person.name, films, isGuess };
}

/** "Is there a prequel?" */
const OTHER_PART = /^(?:is|are|was|were) there (?:an?|any|another) (?:\S+ )?(?:sequel|prequel|follow-?up)/i;
const ELSE_IN = /^who (?:else )?(?:is|was|are|'s) (?:else )?in (?:it|this|that)\b/i;

/** @param said the question, with "it" for the title of the film */
export const asksOfIt = (said: string): boolean =>
  [IS_IN, OTHERS_BY, ELSE_IN, OTHER_PART].some((pattern) => pattern.test(said));

/** Without what a question ends in. */
export const bare = (text: string): string => text.replaceAll("’", "'").replace(/(?<![?!.\s])[?!.\s]+$/, "");

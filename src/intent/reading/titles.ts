/** The titles in a message, as far as it is made of nothing but titles and the words around them. */
import type { Catalog } from "../../catalog/catalog.ts";
import { findTitle, isTitle } from "../../catalog/naming.ts";

/** Longest first, how many parts a title may have: "The Good, the Bad, and the Ugly" has four, one of them empty. */
const PARTS_OF_A_TITLE = [4, 3, 2];
/** In a message of more parts than this no title is put together: it is hardly one that names favourites. */
const MOST_PARTS = 20;

/**
 * The titles in a message: its parts between commas, semicolons, lines or "and", but for those that make a title
 * together; the whole of it where that may be a title and its parts are not.
 */
export function titlesIn(catalog: Catalog, text: string): string[] {
  const named = titlesAmongParts(catalog, text);
  if (named.length < 2) return [text];
  return named.every((title) => isTitle(catalog, title)) || findTitle(catalog, text).kind === "none"
    ? named
    : [text];
}

function titlesAmongParts(catalog: Catalog, text: string): string[] {
  const pieces = text.split(/([,;\n]|\band\b)/i); // the parts, and what stands between two
  const parts = (pieces.length + 1) / 2;
  const joined = (from: number, count: number) =>
    pieces
      .slice(2 * from, 2 * (from + count) - 1)
      .join("")
      .trim();
  const isOne = (from: number, count: number) =>
    parts <= MOST_PARTS &&
    from + count <= parts &&
    joined(from, 1) !== "" &&
    joined(from + count - 1, 1) !== "" &&
    isTitle(catalog, joined(from, count));
  const titles: string[] = [];
  for (let at = 0; at < parts; ) {
    const count = PARTS_OF_A_TITLE.find((together) => isOne(at, together)) ?? 1;
    titles.push(joined(at, count));
    at += count;
  }
  return titles.filter((title) => title !== "");
}

/** Words around titles that leave no doubt, as long as the titles are spelt in full. */
const LOVED = /^(?:i|we) (?:really |absolutely |just |also )*lov(?:e|ed) (.*[^.!\n])[.!]*$/iu;
const LIKE =
  /^(?:(?:show me |give me )?(?:something|anything|another one|one|movies?|films?|more(?: movies| films)?) )?like (.*[^.!?\n])[.!?]*$/iu;

/** "It" is a movie, too, but hardly ever what "it" means. */
export const isPronoun = (said: string): boolean =>
  /^(?:it|this|that|them|these|those|they|you|us|me|him|her)(?: (?:one|movie|film|all|both|so much))*$/.test(
    said,
  );

/** The titles in "I loved Heat and Alien", where there is nothing else in it. */
export function lovedIn(catalog: Catalog, text: string): string[] {
  const said = LOVED.exec(text.trim())?.[1];
  const titles = said === undefined || isPronoun(said) ? [] : titlesIn(catalog, said);
  return titles.every((title) => isTitle(catalog, title)) ? titles : [];
}

/** The title in "something like Alien", where there is nothing else in it. */
export function likenedIn(catalog: Catalog, text: string): string | undefined {
  const said = LIKE.exec(text.trim())?.[1];
  return said !== undefined && !isPronoun(said) && isTitle(catalog, said) ? said : undefined;
}

/** The place of a film in its series, and no more: it is wanted itself, and nothing like it. */
const PLACED =
  /^((?:the )?(?:very )?(?:first|original|second|third|fourth|fifth|last|latest|newest|most recent) .{1,60}?)(?:,? (?:please|pls|tonight))*[.!?]*$/i;

/** "The latest Bond", "the first Rocky please" */
export function placedIn(catalog: Catalog, text: string): string | undefined {
  const said = PLACED.exec(text.trim())?.[1];
  if (said === undefined || isPronoun(said)) return undefined;
  const [mention, ...others] = catalog.mentions(said);
  const isMeant = mention && (mention.sureness === "sure" || mention.movies.length === 1);
  const isWhole = isMeant && mention.start === 0 && mention.end === said.length;
  return isWhole && others.length === 0 && !catalog.wholeSeries(said) ? said : undefined;
}

/** A film that pleases, by what is known of it so far, and what else is said of it: "the first one looks good, what's it about". */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Movie } from "../../catalog/movie.ts";
import { findTitle } from "../../catalog/naming.ts";

export interface Picked {
  readonly movie: Movie;
  /** What is said of that film behind it. */
  readonly rest: string | undefined;
}

const PLEASES =
  /^(?:(?:ok|okay|hm+|oh|ooh?|well|so|i think|yes|yeah|ah|nice)[,.!]? ){0,3}(?<title>[^,;!?]{1,100} \((?:18|19|20)\d\d\))(?: (?:looks|sounds|seems|might be|could be|is)(?: (?:pretty|really|very|kinda|quite|so|like)){0,2} (?:good|great|interesting|nice|fun|cool|promising|intriguing|tempting|okay|ok|right|something|it|fine|lovely|perfect|awesome|amazing))(?: to me)?(?:[.!]{0,3}|(?:[,.;!]{1,3} ?(?:and|but|so|though)?| and| but) ?(?<rest>\S.+))$/iu;

/** @param text with the titles of films in place of words for them */
export function pickedIn(catalog: Catalog, text: string): Picked | undefined {
  const { title, rest } = PLEASES.exec(text.trim())?.groups ?? {};
  if (title === undefined) return undefined;
  const found = findTitle(catalog, title);
  return found.kind === "one" ? { movie: found.movie, rest } : undefined;
}

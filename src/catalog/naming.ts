/** Movies as people and buttons name them. */
import type { Catalog } from "./catalog.ts";
import type { Movie } from "./movie.ts";
import { keyOf, withoutArticle, wordsOf } from "./normalise.ts";
import { moviesIn, type TitleMatch } from "./title-match.ts";

/** Looks a title up; buttons name movies by id. */
export function findTitle(catalog: Pick<Catalog, "byId" | "find">, text: string): TitleMatch {
  const movie = catalog.byId(text.trim());
  return movie ? { kind: "one", movie } : catalog.find(text);
}

/** Whether the text is a movie's title and nothing else, with or without its year. */
export function isTitleOf(text: string, { title, alternativeTitles, year }: Movie): boolean {
  const said = key(text);
  return [title, ...alternativeTitles].some((name) => said === key(name) || said === key(`${name} ${year}`));
}

/** Whether a movie goes by exactly this. */
export function isTitle(catalog: Catalog, text: string): boolean {
  if (!catalog.isKeyOfTitle(key(text))) return false;
  return moviesIn(findTitle(catalog, text)).some((movie) => isTitleOf(text, movie));
}

const key = (text: string): string => keyOf(withoutArticle(wordsOf(text)));

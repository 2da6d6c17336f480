/** What somebody typed, as everything that reads it is given it: the one door that words come in by. */
import type { Catalog } from "../catalog/catalog.ts";
import { movieLinkIn } from "../catalog/movie-link.ts";
import { titleWithYear } from "../catalog/title-with-year.ts";
import { withEmoji } from "./emoji-codes.ts";

/** Short codes of emoji are emoji, and a link to a movie of the catalogue is its title; other links stay. */
export function asRead(catalog: Catalog, typed: string): string {
  const text = withEmoji(typed);
  if (!/\.(?:com|org)\//i.test(text)) return text;
  return text
    .split(/(\s+)/)
    .map((word) => (word.includes("/") ? titleOf(catalog, word) : word))
    .join("");
}

/** Its title where a word is a link; the full stop or comma behind it belongs to the sentence. */
function titleOf(catalog: Catalog, word: string): string {
  const found = movieLinkIn(word) ? catalog.find(word) : undefined;
  if (!found || found.kind === "none" || found.kind === "named") return word;
  // several movies go by one title: it is left to whoever reads on to ask which
  const title = found.kind === "one" ? titleWithYear(found.movie) : found.movies[0]!.title;
  return title + /(?<![.,;!?])[.,;!?]*$/.exec(word)![0];
}

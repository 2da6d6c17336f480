/** What somebody typed, as everything that reads it is given it: the one door that words come in by. */
import type { Catalog } from "../catalog/catalog.ts";
import { movieLinkIn } from "../catalog/movie-link.ts";
import { titleWithYear } from "../catalog/title-with-year.ts";
import { withApostrophes } from "./contractions.ts";
import { withEmoji } from "./emoji-codes.ts";

/** "Saw it as a kid in the 90s: boy gets ...": how a film is looked for, and no word on the one that was shown. */
const SEEN_LONG_AGO =
  /^\W{0,3}(?:i )?(?:saw|watched|seen) (?:it|this|this one|one|an? (?:movie|film)) (?:as a (?:kid|child|teenager)|when i was|years ago|ages ago|long ago|a long time ago|once|on tv|in the)\b[^:.,;]{0,40}[:.,;-] ?(?=\S+ \S+ \S+ \S+)/i;

/** Short codes of emoji are emoji, "dont" is "don't", and a link to a movie of the catalogue is its title; other links stay. */
export function asRead(catalog: Catalog, typed: string): string {
  const text = withApostrophes(withEmoji(typed)).replace(SEEN_LONG_AGO, "the one where ");
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

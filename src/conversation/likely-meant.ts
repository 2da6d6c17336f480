/** Which of several films of a name is meant where films are only to be like it. */
import type { TitleMatch } from "../catalog/catalog.ts";
import { fameOf } from "../catalog/fame.ts";
import type { Movie } from "../catalog/movie.ts";
import { findTitle } from "../catalog/naming.ts";
import type { World } from "./world.ts";

/** Of so many films and kinds that are named one is no matter to stop for. */
const MANY = 3;

/** How many times as often a film is rated that is meant by a title alone, where it is to be like it: that takes nothing away. */
const BY_FAR = 3;

/**
 * Likeness to the wrong one of several films is soon seen and taken away; to be asked first would be in the way, and most of all where
 * it is one of many films that are named, or much else is said of what is asked for.
 *
 * @param named how many films are named with it, this one among them, and kinds of film
 */
export function likelyMeant({ catalog }: World, title: string, named: number): TitleMatch {
  const found = findTitle(catalog, title);
  if (found.kind !== "several") return found;
  const [best, next] = [...found.movies].sort((a, b) => fameOf(b) - fameOf(a));
  const isFar = best && (!next || fameOf(best) >= BY_FAR * fameOf(next));
  const isOne =
    best &&
    next &&
    (isSeries(best, next) || catalog.series.of(best.id)?.rows.includes(catalog.rowOf(next.id)!));
  return best && (isFar || isOne || named >= MANY) ? { kind: "one", movie: best } : found;
}

/** Films of one series are alike. */
const isSeries = (one: Movie, other: Movie | undefined): boolean => {
  const head = ({ title }: Movie) => title.split(/[:0-9]/)[0]!.trim();
  return (
    other !== undefined && head(one).length > 2 && head(one) === head(other) && one.title !== other.title
  );
};

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
 * @param beside the other titles it is named with: beside "Stalker" the "Solaris" that is most like it is meant
 */
export function likelyMeant(
  { catalog }: World,
  title: string,
  named: number,
  beside: readonly string[] = [],
): TitleMatch {
  const found = findTitle(catalog, title);
  if (found.kind !== "several") return found;
  const company = mostLike(catalog, found.movies, beside);
  if (company) return { kind: "one", movie: company };
  const [best, next] = [...found.movies].sort((a, b) => fameOf(b) - fameOf(a));
  const isFar = best && (!next || fameOf(best) >= BY_FAR * fameOf(next));
  const isOne =
    best &&
    next &&
    (isSeries(best, next) || catalog.series.of(best.id)?.rows.includes(catalog.rowOf(next.id)!));
  return best && (isFar || isOne || named >= MANY) ? { kind: "one", movie: best } : found;
}

/** Of these films the one most like those that the titles name; undefined where nothing tells. */
function mostLike(
  catalog: World["catalog"],
  movies: readonly Movie[],
  titles: readonly string[],
): Movie | undefined {
  const rows = titles.flatMap((title) => {
    const found = findTitle(catalog, title);
    return found.kind === "one" ? (catalog.rowOf(found.movie.id) ?? []) : [];
  });
  const likenesses = movies.map((movie) => {
    const row = catalog.rowOf(movie.id);
    return row === undefined ? 0 : rows.reduce((sum, near) => sum + catalog.likeness(near)[row]!, 0);
  });
  const most = Math.max(...likenesses);
  return most > 0 ? movies[likenesses.indexOf(most)] : undefined;
}

/** Films of one series are alike. */
const isSeries = (one: Movie, other: Movie | undefined): boolean => {
  const head = ({ title }: Movie) => title.split(/[:0-9]/)[0]!.trim();
  return (
    other !== undefined && head(one).length > 2 && head(one) === head(other) && one.title !== other.title
  );
};

/** Films that nobody means who asks for others like some. Pure. */
import type { Movie, MovieId } from "../catalog/movie.ts";
import { isUnfiltered } from "../recommender/filters.ts";
import type { Wish } from "./wish.ts";
import type { World } from "./world.ts";

/**
 * Those that go by the very name of one they are to be like. Where they are to be otherwise than it ("but funnier"), or to be like two
 * at once, its sequels as well: these are known to whoever names it, and are no more what is asked for than it is itself.
 */
export function notThemselves({ catalog }: World, { near, loved, filters }: Wish): MovieId[] {
  const movies = near.flatMap((id) => catalog.byId(id) ?? []);
  const ofOneName = movies.flatMap((movie) => catalog.ofTheSameName(movie));
  const series = movies.map(({ id }) => catalog.series.of(id));
  const isBlend = new Set(series.map((one, at) => one?.name ?? movies[at]!.id)).size > 1;
  const isOtherwise = !isUnfiltered({ ...filters, moviesOut: [] });
  const sequels: Movie[] =
    loved || !(isBlend || isOtherwise)
      ? []
      : series.flatMap((one) => one?.rows.map((row) => catalog.movies[row]!) ?? []);
  return [...new Set([...ofOneName, ...sequels].map(({ id }) => id))];
}

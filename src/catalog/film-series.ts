/** The series that films stand in, by what is known of each film's place in one. */
import type { Knowledge } from "./knowledge.ts";
import type { Movie, MovieId } from "./movie.ts";
import { once } from "./once.ts";

export interface FilmSeries {
  readonly name: string;
  /** In order; those that are not among the movies are left out. */
  readonly films: readonly Movie[];
}

/** The series of a film; undefined where it is known to stand in none. */
export type SeriesIndex = (id: MovieId) => FilmSeries | undefined;

export function createSeriesIndex(
  movies: readonly Movie[],
  { factsOf }: Pick<Knowledge, "factsOf">,
): SeriesIndex {
  const byName = once(() => {
    const series = new Map<string, { place: number; movie: Movie }[]>();
    for (const movie of movies) {
      const { name, place } = factsOf(movie.id)?.series?.value ?? {};
      if (name === undefined || place === undefined) continue;
      series.set(name, [...(series.get(name) ?? []), { place, movie }]);
    }
    return series;
  });
  return (id) => {
    const name = factsOf(id)?.series?.value.name;
    const members = name === undefined ? undefined : byName().get(name);
    return (
      members && { name: name!, films: members.sort((a, b) => a.place - b.place).map(({ movie }) => movie) }
    );
  };
}

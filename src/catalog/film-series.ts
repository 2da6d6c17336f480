/** The series that films stand in, by what is known of each film's place in one. */
import type { Knowledge } from "./knowledge.ts";
import type { Movie, MovieId } from "./movie.ts";
import { keyOf, withoutArticle, wordsOf } from "./normalise.ts";
import { once } from "./once.ts";

export interface FilmSeries {
  readonly name: string;
  /** In order; those that are not among the movies are left out. */
  readonly films: readonly Movie[];
}

export interface SeriesIndex {
  /** The series of a film; undefined where it is known to stand in none. */
  of(id: MovieId): FilmSeries | undefined;
  /** The series that goes by just this name: "star wars". */
  named(text: string): FilmSeries | undefined;
}

export function createSeriesIndex(
  movies: readonly Movie[],
  { factsOf }: Pick<Knowledge, "factsOf">,
): SeriesIndex {
  const placeOf = ({ id }: Movie) => factsOf(id)?.series?.value.place ?? 0;
  const byName = once(() => {
    const series = new Map<string, Movie[]>();
    for (const movie of movies) {
      const name = factsOf(movie.id)?.series?.value.name;
      if (name !== undefined) series.set(name, [...(series.get(name) ?? []), movie]);
    }
    return new Map(
      [...series].map(([name, films]) => [
        name,
        { name, films: films.sort((a, b) => placeOf(a) - placeOf(b)) },
      ]),
    );
  });
  const byKey = once(() => new Map([...byName().values()].map((series) => [nameKey(series.name), series])));
  return {
    of(id) {
      const name = factsOf(id)?.series?.value.name;
      return name === undefined ? undefined : byName().get(name);
    },
    named: (text) => byKey().get(nameKey(text)),
  };
}

const nameKey = (name: string): string => keyOf(withoutArticle(wordsOf(name)));

/** The series that films stand in, by what is known of each film's place in one. */
import type { Knowledge } from "./knowledge.ts";
import type { Movie, MovieId } from "./movie.ts";
import { keyOf, withoutArticle, wordsOf } from "./normalise.ts";
import { once } from "./once.ts";
import { createSeriesNames, type SeriesNames } from "./series-names.ts";

export interface FilmSeries {
  readonly name: string;
  /** In order; those that are not among the movies are left out. */
  readonly rows: readonly number[];
}

export interface SeriesIndex extends SeriesNames<FilmSeries> {
  /** The series of a film; undefined where it is known to stand in none. */
  of(id: MovieId): FilmSeries | undefined;
  /** The series that goes by just this name: "star wars". */
  named(text: string): FilmSeries | undefined;
}

/** Built when first it is asked. */
export function createSeriesIndex(
  movies: readonly Movie[],
  { factsOf }: Pick<Knowledge, "factsOf">,
): SeriesIndex {
  const seriesOf = (id: MovieId) => factsOf(id)?.series?.value;
  const byKey = once(() => {
    const found = new Map<string, { name: string; members: { place: number; row: number }[] }>();
    movies.forEach(({ id }, row) => {
      const { name, place } = seriesOf(id) ?? {};
      if (name === undefined || place === undefined) return;
      const { members } = found.get(keyOfName(name)) ?? { members: [] };
      found.set(keyOfName(name), { name, members: [...members, { place, row }] });
    });
    return new Map(
      [...found].map(([key, { name, members }]): [string, FilmSeries] => {
        const rows = members.sort((a, b) => a.place - b.place).map(({ row }) => row);
        return [key, { name, rows }];
      }),
    );
  });
  const named = (text: string) => byKey().get(keyOfName(text));
  const names = once(() => createSeriesNames([...byKey().values()]));
  return {
    named,
    called: (words) => names().called(words),
    partlyCalled: (words) => names().partlyCalled(words),
    of(id) {
      const name = seriesOf(id)?.name;
      return name === undefined ? undefined : named(name);
    },
  };
}

const keyOfName = (name: string): string => keyOf(withoutArticle(wordsOf(name)));

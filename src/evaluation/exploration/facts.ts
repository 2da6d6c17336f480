/** What is in a data set: figures for whoever looks at one for the first time. Pure. */
import type { MovieId } from "../../catalog/movie.ts";
import { type Dataset, NO_TIMESTAMP } from "../../dataset/dataset.ts";

/** Something, and how many of it there are. */
export interface Bar {
  readonly label: string;
  readonly count: number;
}

export interface Exploration {
  readonly name: string;
  readonly users: number;
  readonly movies: number;
  readonly ratings: number;
  /** Of all pairs of a user and a movie, those rated. */
  readonly density: number;
  readonly meanStars: number;
  readonly stars: readonly Bar[];
  /** Users by the number of their ratings, in doublings. */
  readonly activity: readonly Bar[];
  /** [share of movies, most rated first; share of all ratings that they have] */
  readonly longTail: readonly (readonly [movies: number, ratings: number])[];
  /** Names, most frequent first. */
  readonly genres: readonly string[];
  /** [genres x genres] of the films of the first, the share that are of the second as well */
  readonly together: readonly (readonly number[])[];
  /** Shares of users and of movies with few ratings. */
  readonly coldStart: readonly { readonly label: string; readonly share: number }[];
  /** Ratings by year; empty where the data set gives no times. */
  readonly years: readonly Bar[];
  readonly decades: readonly Coverage[];
  /** Most films first; empty where nothing is known of countries. */
  readonly countries: readonly Coverage[];
}

/** What share of films and of ratings there is of something; a film may be of several countries. */
export interface Coverage {
  readonly label: string;
  readonly films: number;
  readonly ratings: number;
}

const GENRES = 18;
const COUNTRIES = 15;
const TAIL_POINTS = 100;

/** @param countriesOf by the film's IMDb id; undefined where that is not known */
export function explore(
  { name, ratings, movies }: Dataset,
  countriesOf: (movie: MovieId) => readonly string[] | undefined = () => undefined,
): Exploration {
  const { users, movies: rated, stars, atSeconds, userIds } = ratings;
  const ofUser = counted(users, userIds.length);
  const ofMovie = counted(rated, movies.length);
  const years = Array.from(atSeconds, (seconds) =>
    seconds === NO_TIMESTAMP ? undefined : new Date(seconds * 1_000).getUTCFullYear(),
  ).filter((year) => year !== undefined);
  const { genres, together } = genresTogether(movies);
  return {
    name,
    users: userIds.length,
    movies: movies.length,
    ratings: stars.length,
    density: stars.length / (userIds.length * movies.length),
    meanStars: stars.reduce((sum, value) => sum + value, 0) / stars.length,
    stars: Array.from({ length: 10 }, (_, nth) => (nth + 1) / 2).map((value) => ({
      label: String(value),
      count: stars.filter((given) => given === value).length,
    })),
    activity: doublings(ofUser),
    longTail: longTailOf(ofMovie),
    genres,
    together,
    coldStart: [
      ...[5, 20].map((fewer) => ({
        label: `users with fewer than ${fewer} ratings`,
        share: shareBelow(ofUser, fewer),
      })),
      ...[1, 5, 20].map((fewer) => ({
        label: fewer === 1 ? "movies that nobody rated" : `movies with fewer than ${fewer} ratings`,
        share: shareBelow(ofMovie, fewer),
      })),
    ],
    years: barsOf(years),
    decades: coverage(movies, ofMovie, ({ year }) =>
      year === undefined ? [] : [`${Math.floor(year / 10) * 10}s`],
    ).sort((a, b) => a.label.localeCompare(b.label)),
    countries: coverage(movies, ofMovie, ({ id, imdbId }) => countriesOf(imdbId ?? id) ?? [])
      .sort((a, b) => b.films - a.films)
      .slice(0, COUNTRIES),
  };
}

function counted(numbers: Int32Array, length: number): Int32Array {
  const counts = new Int32Array(length);
  for (const number of numbers) counts[number]!++;
  return counts;
}

const shareBelow = (counts: Int32Array, fewer: number): number =>
  counts.length === 0 ? 0 : counts.filter((count) => count < fewer).length / counts.length;

function doublings(counts: Int32Array): Bar[] {
  const highest = counts.reduce((most, count) => Math.max(most, count), 0);
  const bars: Bar[] = [];
  for (let from = 1; from <= highest; from *= 2) {
    const to = 2 * from - 1;
    const count = counts.filter((own) => own >= from && own <= to).length;
    bars.push({ label: from === to ? String(from) : `${from}-${to}`, count });
  }
  return bars;
}

function longTailOf(counts: Int32Array): [number, number][] {
  const sorted = counts.toSorted().reverse();
  const all = sorted.reduce((sum, count) => sum + count, 0);
  const points: [number, number][] = [[0, 0]];
  let sum = 0;
  for (let at = 0, next = 1; at < sorted.length; at++) {
    sum += sorted[at]!;
    if (at + 1 < (next * sorted.length) / TAIL_POINTS) continue;
    points.push([(at + 1) / sorted.length, all === 0 ? 0 : sum / all]);
    next++;
  }
  return points;
}

function genresTogether(movies: Dataset["movies"]): Pick<Exploration, "genres" | "together"> {
  const sets = movies.map(({ genres }) => new Set(genres));
  const counts = new Map<string, number>();
  for (const set of sets) for (const genre of set) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  const genres = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, GENRES)
    .map(([genre]) => genre);
  const both = (a: string, b: string) => sets.filter((set) => set.has(a) && set.has(b)).length;
  return { genres, together: genres.map((a) => genres.map((b) => both(a, b) / counts.get(a)!)) };
}

/** Ascending, with the years between in which there is nothing. */
function barsOf(years: readonly number[]): Bar[] {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const known = [...counts.keys()].sort((a, b) => a - b);
  const [first = 0, last = -1] = [known[0], known.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, nth) => ({
    label: String(first + nth),
    count: counts.get(first + nth) ?? 0,
  }));
}

function coverage(
  movies: Dataset["movies"],
  ofMovie: Int32Array,
  labelsOf: (movie: Dataset["movies"][number]) => readonly string[],
): Coverage[] {
  const sums = new Map<string, { films: number; ratings: number }>();
  for (const [row, movie] of movies.entries()) {
    for (const label of new Set(labelsOf(movie))) {
      const sum = sums.get(label) ?? { films: 0, ratings: 0 };
      sum.films++;
      sum.ratings += ofMovie[row]!;
      sums.set(label, sum);
    }
  }
  const ratings = ofMovie.reduce((sum, count) => sum + count, 0);
  return [...sums].map(([label, sum]) => ({
    label,
    films: sum.films / movies.length,
    ratings: ratings === 0 ? 0 : sum.ratings / ratings,
  }));
}

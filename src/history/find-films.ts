/** From rows to what is said of each film, and what cannot be: to be asked about, or unknown. */
import { stringify } from "csv-stringify/sync";
import type { Movie } from "../catalog/movie.ts";
import { titleWithYear } from "../catalog/title-with-year.ts";
import type { Brought, BroughtUnclear, BroughtWord } from "../conversation/brought.ts";
import { verdictsBy } from "./evidence.ts";
import { type FindableFilms, type Found, filmFinder } from "./film-finder.ts";
import { DONE, type Done, type History, type HistoryRow } from "./row.ts";

/** Of films that a row may mean so many are named. */
const MOST_NAMED = 5;
/** About more films nobody likes to be asked. */
const MOST_ASKED = 10;

export function broughtBy(catalog: FindableFilms, history: History): Brought {
  const find = filmFinder(catalog);
  const byMovie = new Map<string, HistoryRow[]>();
  const left: Left[] = [];
  for (const row of history.rows) {
    const found = find(row.film);
    if (found.kind !== "one") left.push({ row, found });
    else {
      const rows = byMovie.get(found.movie.id);
      if (rows) rows.push(row);
      else byMovie.set(found.movie.id, [row]);
    }
  }
  const verdictOf = verdictsBy(
    [...byMovie.values()].flatMap((rows) => lastRating(rows)?.rating?.stars ?? []),
  );
  const films = [...byMovie].flatMap(([movie, rows]) => {
    const words = wordsOf(rows, verdictOf);
    return words.length === 0 ? [] : [{ movie, words }];
  });
  const unclear = unclearIn(left, verdictOf);
  const toAsk = left.filter(({ found }) => found.kind === "several").length;
  return {
    services: history.services,
    films,
    ...(history.forGood && { forGood: history.forGood }),
    unclear: unclear.slice(0, MOST_ASKED).map(({ rows: _, ...asked }) => asked),
    toAsk,
    tooMany: unclear.slice(MOST_ASKED).reduce((sum, { rows }) => sum + rows, 0),
    unknown: left.length - toAsk,
    notFilms: history.notFilms,
    unreadable: history.unreadable.length,
    ...(history.unreadable[0] !== undefined && { unreadableWhy: history.unreadable[0] }),
    ...(left.length > 0 && { leftOver: tableOf(left) }),
  };
}

interface Left {
  readonly row: HistoryRow;
  readonly found: Exclude<Found, { kind: "one" }>;
}

/** Rows of one title and year are one film, whichever it is. */
function unclearIn(
  left: readonly Left[],
  verdictOf: ReturnType<typeof verdictsBy>,
): (BroughtUnclear & { readonly rows: number })[] {
  const bySaid = new Map<string, { readonly movies: readonly Movie[]; readonly rows: HistoryRow[] }>();
  for (const { row, found } of left) {
    if (found.kind !== "several") continue;
    const said = titleWithYear({
      title: row.film.title!,
      ...(row.film.year !== undefined && { year: row.film.year }),
    });
    const known = bySaid.get(said);
    if (known) known.rows.push(row);
    else bySaid.set(said, { movies: found.movies, rows: [row] });
  }
  return [...bySaid]
    .map(([said, { movies, rows }]) => ({
      said,
      movies: movies.slice(0, MOST_NAMED).map(({ id }) => id),
      words: wordsOf(rows, verdictOf),
      rows: rows.length,
    }))
    .filter(({ words }) => words.length > 0);
}

/** Of what one film was rated the last; the first of those of one day. */
function lastRating(rows: readonly HistoryRow[]): HistoryRow | undefined {
  return rows
    .filter(({ rating }) => rating)
    .reduce<HistoryRow | undefined>(
      (last, row) => (last && (row.atMs ?? 0) <= (last.atMs ?? 0) ? last : row),
      undefined,
    );
}

/** What is said of one film by all that was done with it. */
function wordsOf(rows: readonly HistoryRow[], verdictOf: ReturnType<typeof verdictsBy>): BroughtWord[] {
  const own = rows.flatMap(({ verdict, rating, atMs }): BroughtWord[] =>
    verdict ? [{ kind: "feedback", verdict, ...(rating && { rating }), ...timed(atMs) }] : [],
  );
  const wanted = rows.find((row) => row.wanted);
  const listing: BroughtWord[] = wanted ? [{ kind: "listing", ...timed(wanted.atMs) }] : [];
  if (own.length > 0) return [...own, ...listing];
  const watched = rows.filter((row) => row.watched);
  if (watched.length === 0) return listing;
  const rated = lastRating(rows);
  const isLiked = rows.some((row) => row.liked);
  const isAgain = rows.some((row) => row.rewatched);
  const verdict =
    isLiked || (isAgain && !rated) ? "like" : rated?.rating ? verdictOf(rated.rating.stars) : "seen";
  const times = watched.flatMap(({ atMs }) => atMs ?? []);
  const atMs = rated?.atMs ?? (times.length > 0 ? Math.max(...times) : undefined);
  return [{ kind: "feedback", verdict, ...(rated?.rating && { rating: rated.rating }), ...timed(atMs) }];
}

const timed = (atMs: number | undefined): { readonly atMs?: number } => (atMs === undefined ? {} : { atMs });

const didOf = (done: Done): string => DONE.filter((what) => done[what]).join(" ");

/** To be put right, and brought again: with one of the ids in its column a row is clear. */
function tableOf(
  left: readonly { readonly row: HistoryRow; readonly found: Found }[],
): NonNullable<Brought["leftOver"]> {
  const rows = left.map(({ row: { film, rating, ...done }, found }) => ({
    title: film.title ?? "",
    year: film.year ?? "",
    imdb_id: film.imdbId ?? "",
    tmdb_id: film.tmdbId ?? "",
    rating: rating?.stars ?? "",
    date: done.atMs === undefined ? "" : new Date(done.atMs).toISOString().slice(0, 10),
    did: didOf(done),
    why: found.kind === "several" ? "may be several films" : "not known here",
    may_be:
      found.kind === "several"
        ? found.movies
            .slice(0, MOST_NAMED)
            .map((movie) => `${movie.id} ${titleWithYear(movie)}`)
            .join("; ")
        : "",
  }));
  return {
    name: "matinee-left-out.csv",
    mediaType: "text/csv",
    text: stringify(rows, { header: true, escape_formulas: true }),
  };
}

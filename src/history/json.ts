/** JSON of the services that people come from: Trakt's, Simkl's, and Matinee's own. */
import { z } from "zod";
import type { LastingWishes } from "../conversation/lasting-log.ts";
import { starsIn, timeIn } from "./cells.ts";
import { FORMAT, ownExportSchema, refusedInOwn, rowsOfOwn, VERSION } from "./own-export.ts";
import { type Done, HistoryError, type HistoryRow, type NamedFilm, type ReadRow } from "./row.ts";
import { doneByStatus } from "./tables.ts";

const MOST_ITEMS = 100_000;

const movieSchema = z.object({
  title: z.string().nullish(),
  year: z.int().nullish(),
  ids: z
    .object({
      imdb: z.string().nullish(),
      tmdb: z.union([z.int(), z.string()]).nullish(),
    })
    .nullish(),
});

const time = z.string().nullish();
/** Of Trakt's lists and Simkl's alike: what each says is there, and the rest is not. */
const itemSchema = z.object({
  movie: movieSchema.optional(),
  /** Simkl keeps films that are anime among the series, and calls them shows. */
  anime_type: z.string().nullish(),
  show: movieSchema.optional().catch(undefined),
  rating: z.number().nullish(),
  user_rating: z.number().nullish(),
  plays: z.number().nullish(),
  status: z.string().nullish(),
  rated_at: time,
  user_rated_at: time,
  watched_at: time,
  last_watched_at: time,
  listed_at: time,
  added_to_watchlist_at: time,
  collected_at: time,
});
type Item = z.infer<typeof itemSchema>;

export interface ReadJson {
  readonly service: string;
  readonly lines: readonly { readonly at: string; readonly read: ReadRow }[];
  /** Of Matinee's own, rows as they are. */
  readonly rows?: readonly HistoryRow[];
  readonly forGood?: LastingWishes;
}

/** @throws HistoryError where it is none of these */
export function readJson(text: string, file: string): ReadJson {
  const value = parsed(text);
  if (isObject(value) && (value.format === FORMAT || ("log" in value && "suggestions" in value)))
    return own(value);
  if (
    isObject(value) &&
    (Array.isArray(value.movies) || Array.isArray(value.shows) || Array.isArray(value.anime))
  ) {
    const anime = listOf(value.anime);
    const films = [...listOf(value.movies), ...anime.filter(isAnimeFilm)];
    const others = listOf(value.shows).length + anime.filter((one) => !isAnimeFilm(one)).length;
    const notFilms = Array.from({ length: others }, (_, nth) => ({
      at: `show ${nth + 1}`,
      read: { kind: "notFilm" } as const,
    }));
    return { service: "Simkl", lines: [...itemsIn(films, file), ...notFilms] };
  }
  if (
    Array.isArray(value) &&
    (value.length === 0 || value.some((one) => isObject(one) && KINDS.some((kind) => kind in one)))
  )
    return { service: "Trakt", lines: itemsIn(value, file) };
  throw new HistoryError(
    `${file} is JSON of none of the services known here. Send an export of Trakt, Simkl or Matinee, or a CSV file with title, year and rating.`,
  );
}

const KINDS = ["movie", "show", "season", "episode", "person"];
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isAnimeFilm = (value: unknown): boolean => isObject(value) && value.anime_type === "movie";
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new HistoryError("The file is no complete JSON. Export it again, and send that.", { cause });
  }
}

function own(value: Record<string, unknown>): ReadJson {
  if (typeof value.version === "number" && value.version > VERSION)
    throw new HistoryError("The export was made by a newer Matinee than this one. Update this one first.");
  const read = ownExportSchema.safeParse(value);
  if (!read.success)
    throw new HistoryError(
      `The export of Matinee is damaged: ${z.prettifyError(read.error).split("\n")[0]}. Export it again.`,
    );
  return { service: "Matinee", lines: [], rows: rowsOfOwn(read.data), forGood: refusedInOwn(read.data) };
}

function itemsIn(items: readonly unknown[], file: string): ReadJson["lines"] {
  if (items.length > MOST_ITEMS)
    throw new HistoryError(
      `The file has more than ${MOST_ITEMS.toLocaleString("en")} entries. Send a part of it.`,
    );
  const seen = new Set<string>();
  return items.map((item, nth) => {
    const read = readItem(item, file);
    if (read.kind !== "row" || !isViewing(item)) return { at: `entry ${nth + 1}`, read };
    const film = JSON.stringify(read.film);
    const isAgain = seen.has(film);
    seen.add(film);
    return { at: `entry ${nth + 1}`, read: isAgain ? { ...read, rewatched: true } : read };
  });
}

/** Of Trakt's history, which has an entry for each time that a film was seen. */
const isViewing = (item: unknown): boolean => isObject(item) && typeof item.watched_at === "string";

function readItem(value: unknown, file: string): ReadRow {
  const checked = itemSchema.safeParse(value);
  if (!checked.success) return { kind: "unreadable", why: "it is not as Trakt and Simkl write one" };
  const item = checked.data;
  const movie = item.movie ?? (isAnimeFilm(value) ? item.show : undefined);
  if (!movie) return { kind: "notFilm" };
  const film = filmOf(movie);
  if (film.title === undefined && film.imdbId === undefined && film.tmdbId === undefined)
    return { kind: "unreadable", why: "no movie is named" };
  const given = item.user_rating ?? item.rating;
  const rating = given === null || given === undefined ? undefined : starsIn(String(given), 10);
  if (rating && "why" in rating) return { kind: "unreadable", why: rating.why };
  const done = doneWith(item, file);
  if (!rating && !done) return { kind: "nothing" };
  const atMs = timeIn(
    item.user_rated_at ??
      item.rated_at ??
      item.watched_at ??
      item.last_watched_at ??
      item.listed_at ??
      item.added_to_watchlist_at ??
      undefined,
  );
  return {
    kind: "row",
    film,
    ...done,
    ...(atMs !== undefined && { atMs }),
    ...(rating && { rating, watched: true, wanted: false }),
  };
}

function doneWith(item: Item, file: string): Done | undefined {
  if (item.status) return doneByStatus(item.status);
  if (item.plays || item.watched_at || item.last_watched_at)
    return { watched: true, ...((item.plays ?? 0) > 1 && { rewatched: true }) };
  if (item.rated_at) return { watched: true };
  if (item.listed_at) return /favou?rite/i.test(file) ? { liked: true, watched: true } : { wanted: true };
  return item.added_to_watchlist_at ? { wanted: true } : undefined;
}

function filmOf({ title, year, ids }: z.infer<typeof movieSchema>): NamedFilm {
  const tmdbId = Number(ids?.tmdb ?? Number.NaN);
  return {
    ...(title && { title }),
    ...(year && { year }),
    ...(ids?.imdb && /^tt\d+$/.test(ids.imdb) && { imdbId: ids.imdb }),
    ...(tmdbId > 0 && { tmdbId }),
  };
}

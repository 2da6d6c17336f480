/** What is kept about a person, written as other services read it, and as another Matinee does. */
import { stringify } from "csv-stringify/sync";
import type { Catalog } from "../catalog/catalog.ts";
import type { Movie } from "../catalog/movie.ts";
import { type FeedbackEntry, isFeedback, type LogEntry, standing } from "../conversation/log.ts";
import type { ExportFormat } from "../intent/reading/command.ts";
import type { Verdict } from "../recommender/feedback.ts";
import { withFilms } from "./own-export.ts";

interface Kept {
  readonly log: readonly LogEntry[];
  readonly suggestions: readonly { readonly movie: string }[];
}

export interface Written {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

export function written(
  catalog: Pick<Catalog, "byId" | "factsOf">,
  kept: Kept,
  format: ExportFormat,
): Written {
  switch (format) {
    case "json":
      return {
        name: "matinee-export.json",
        mediaType: "application/json",
        text: JSON.stringify(withFilms(catalog, kept), undefined, 2),
      };
    case "letterboxd":
      return { name: "matinee-letterboxd.csv", mediaType: "text/csv", text: letterboxdCsv(catalog, kept) };
    case "imdb":
      return { name: "matinee-imdb.csv", mediaType: "text/csv", text: imdbCsv(catalog, kept) };
  }
}

interface Watched {
  readonly movie: Movie;
  readonly said: FeedbackEntry;
}

/** A skip and a refusal say nothing of having seen it. */
const HAS_SEEN: ReadonlySet<Verdict> = new Set(["favourite", "like", "dislike", "seen"]);

/** Each film once, by the last that was said of it; of opinions and stars rather than of having seen it. */
function watchedIn(catalog: Pick<Catalog, "byId">, { log }: Kept): Watched[] {
  const said = new Map<string, FeedbackEntry>();
  for (const entry of standing(log).filter(isFeedback)) {
    const before = said.get(entry.movie);
    const saysLess = entry.verdict === "seen" && !entry.rating && before !== undefined;
    if (!HAS_SEEN.has(entry.verdict)) said.delete(entry.movie);
    else if (!saysLess) said.set(entry.movie, entry);
  }
  return [...said.values()].flatMap((entry) => {
    const movie = catalog.byId(entry.movie);
    return movie ? [{ movie, said: entry }] : [];
  });
}

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** As letterboxd.com/import takes it: ids first, stars to 5. */
function letterboxdCsv(catalog: Pick<Catalog, "byId">, kept: Kept): string {
  const rows = watchedIn(catalog, kept).map(({ movie, said }) => ({
    imdbID: movie.imdbId ?? "",
    tmdbID: movie.tmdbId ?? "",
    Title: movie.title,
    Year: movie.year ?? "",
    Rating: said.rating?.stars ?? "",
    WatchedDate: dayOf(said.atMs),
    Rewatch: false,
  }));
  return stringify(rows, {
    header: true,
    columns: ["imdbID", "tmdbID", "Title", "Year", "Rating", "WatchedDate", "Rewatch"],
    cast: { boolean: String },
  });
}

const IMDB_COLUMNS = [
  "Const",
  "Your Rating",
  "Date Rated",
  "Title",
  "URL",
  "Title Type",
  "IMDb Rating",
  "Runtime (mins)",
  "Year",
  "Genres",
  "Num Votes",
  "Release Date",
  "Directors",
];

/** As IMDb exports ratings: whole points to 10, and of films that IMDb knows. What IMDb alone knows is left empty. */
function imdbCsv(catalog: Pick<Catalog, "byId" | "factsOf">, kept: Kept): string {
  const rows = watchedIn(catalog, kept).flatMap(({ movie, said }) => {
    if (!movie.imdbId) return [];
    const facts = catalog.factsOf(movie.id);
    return [
      {
        Const: movie.imdbId,
        "Your Rating": said.rating ? Math.round(2 * said.rating.stars) : "",
        "Date Rated": dayOf(said.atMs),
        Title: movie.title,
        URL: `https://www.imdb.com/title/${movie.imdbId}/`,
        "Title Type": "Movie",
        "IMDb Rating": "",
        "Runtime (mins)": facts?.runtimeMinutes?.value ?? "",
        Year: movie.year ?? "",
        Genres: movie.genres.join(", "),
        "Num Votes": "",
        "Release Date": facts?.released?.value ?? "",
        Directors: facts?.directors?.value.join(", ") ?? "",
      },
    ];
  });
  return stringify(rows, { header: true, columns: IMDB_COLUMNS });
}

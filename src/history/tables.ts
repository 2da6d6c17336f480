/** Tables of the services that people come from, each told by its header, and where several share one by its name. */
import { imdbIdIn, mostOf, numberIn, starsIn, timeIn, titleAndYear } from "./cells.ts";
import { isNoFilm } from "./no-film.ts";
import { DONE, type Done, HistoryError, type NamedFilm, type ReadRow, type Stars } from "./row.ts";
import type { Table, TableRow } from "./table.ts";

export interface TableReader {
  /** As people write it. */
  readonly service: string;
  readonly read: (row: TableRow) => ReadRow;
}

export interface Asked {
  /** With the folders that it lies in. */
  readonly file: string;
  /** What the best rating is, where whoever sent it said so; else it is told by the ratings. */
  readonly most?: number;
}

type Cells = (name: string) => string;

interface Kind {
  readonly service: string;
  isOf(has: (column: string) => boolean, columns: readonly string[]): boolean;
  reader(table: Table, asked: Asked): (cells: Cells) => ReadRow;
}

/** What a list is of that says so by its name alone. */
function listNamed(file: string): Done | undefined {
  if (/watch-?\s?_?list|wishlist|plan.?to.?watch/i.test(file)) return { wanted: true };
  if (/(?:^|[/\s_-])(?:likes?|liked|favou?rites?)(?:[/\s_.-]|$)/i.test(file))
    return { liked: true, watched: true };
  return /watched|history|seen/i.test(file) ? { watched: true } : undefined;
}

const rated = (
  film: NamedFilm,
  rating: Stars | { readonly why: string } | undefined,
  done: Done,
): ReadRow => {
  if (rating && "why" in rating) return { kind: "unreadable", why: rating.why };
  if (
    film.title === undefined &&
    film.imdbId === undefined &&
    film.tmdbId === undefined &&
    film.id === undefined
  )
    return { kind: "unreadable", why: "no movie is named" };
  return { kind: "row", film, ...done, ...(rating && { rating, watched: true, wanted: false }) };
};

const at = (text: string): Pick<Done, "atMs"> => {
  const atMs = timeIn(text);
  return atMs === undefined ? {} : { atMs };
};

const ids = (imdb: string, tmdb: string): Pick<NamedFilm, "imdbId" | "tmdbId"> => {
  const [imdbId, tmdbId] = [imdbIdIn(imdb), numberIn(tmdb)];
  return { ...(imdbId && { imdbId }), ...(tmdbId !== undefined && { tmdbId }) };
};

const saysNothingOf = (file: string, columns: readonly string[]): string =>
  `${file} has no column of ratings (found ${columns.join(", ")}), and may be films watched, liked or to be watched: name it watched.csv, likes.csv or watchlist.csv, and send it again.`;

const LETTERBOXD: Kind = {
  service: "Letterboxd",
  isOf: (has) => has("letterboxd uri") && has("name"),
  reader({ columns }, { file, most = 5 }) {
    const isDiary = columns.includes("watched date");
    const isRatings = columns.includes("rating");
    const list = isDiary || isRatings ? {} : listNamed(/films\.csv$/i.test(file) ? "likes" : file);
    if (!list) throw new HistoryError(saysNothingOf(file, columns));
    return (cell) =>
      rated(titleAndYear(cell("name"), cell("year")), starsIn(cell("rating"), most), {
        ...list,
        ...(isDiary && { watched: true, rewatched: /^yes$/i.test(cell("rewatch")) }),
        ...at(cell("watched date") || cell("date")),
      });
  },
};

const IMDB: Kind = {
  service: "IMDb",
  isOf: (has) =>
    has("const") && (has("title type") || has("your rating") || has("you rated") || has("created")),
  reader: ({ columns }, { file, most = 10 }) => {
    const isList = columns.includes("created") || columns.includes("position");
    const list = listNamed(file) ?? (isList ? { wanted: true } : { watched: true });
    return (cell) => {
      if (isNoFilm({ type: cell("title type"), year: cell("year") })) return { kind: "notFilm" };
      const film = { ...ids(cell("const"), ""), ...titleAndYear(cell("title"), cell("year")) };
      const done = { ...list, ...at(cell("date rated") || cell("created") || cell("modified")) };
      return rated(film, starsIn(cell("your rating") || cell("you rated"), most), done);
    };
  },
};

const TMDB: Kind = {
  service: "TMDB",
  isOf: (has) => has("tmdb id") && has("name") && has("type"),
  reader: (_table, { file, most = 10 }) => {
    const list = listNamed(file) ?? { watched: true };
    return (cell) => {
      if (!/movie/i.test(cell("type"))) return { kind: "notFilm" };
      const film = {
        ...ids(cell("imdb id"), cell("tmdb id")),
        ...titleAndYear(cell("name"), cell("release date")),
      };
      return rated(film, starsIn(cell("your rating"), most), { ...list, ...at(cell("date rated")) });
    };
  },
};

/** What Simkl and Trakt call where somebody stands with a film. */
export function doneByStatus(status: string): Done | undefined {
  if (/plan/i.test(status)) return { wanted: true };
  return /completed|watched|dropped|hold|watching/i.test(status) ? { watched: true } : undefined;
}

const SIMKL: Kind = {
  service: "Simkl",
  isOf: (has) => has("simkl_id") && has("title"),
  reader:
    (_table, { most = 10 }) =>
    (cell) => {
      if (!/movie/i.test(cell("type"))) return { kind: "notFilm" };
      const film = { ...ids(cell("imdb"), cell("tmdb")), ...titleAndYear(cell("title"), cell("year")) };
      const done = doneByStatus(cell("watchlist")) ?? {};
      return rated(film, starsIn(cell("rating"), most), { ...done, ...at(cell("watcheddate")) });
    },
};

/** What people call the columns of their own tables, and MovieLens its own, as `keyOf` has them; the first found counts. */
const COLUMNS = {
  id: ["movieid", "id"],
  imdb: ["imdbid", "imdb", "tconst", "const"],
  tmdb: ["tmdbid", "tmdb"],
  title: [
    ...["title", "name", "movie", "film", "movietitle", "filmtitle", "moviename", "filmname"],
    ...[
      "titel",
      "filmtitel",
      "título",
      "titulo",
      "película",
      "titre",
      "titolo",
      "originaltitle",
      "originaltitel",
    ],
  ],
  year: [
    ...["year", "releaseyear", "releasedate", "released", "yearofrelease"],
    ...["jahr", "erscheinungsjahr", "produktionsjahr", "año", "ano", "année", "anno"],
  ],
  rating: [
    ...["rating", "yourrating", "myrating", "userrating", "stars", "score", "myscore", "rating10", "points"],
    ...["bewertung", "meinebewertung", "wertung", "sterne", "punkte", "note", "étoiles", "nota", "voto"],
    ...["puntuación", "valoración", "calificación", "estrellas", "stelle"],
  ],
  date: [
    ...["watcheddate", "datewatched", "watchedat", "watchedon", "daterated", "date", "timestamp"],
    ...["datum", "gesehenam", "fecha"],
  ],
  type: ["titletype", "type", "mediatype", "kind", "typ", "tipo"],
  /** Of a table of this program's. */
  did: ["did"],
} as const;

/** "Your Rating", "your_rating" and "Your rating (1-10)" are one column. */
const keyOf = (name: string): string => name.replace(/[([{/].*| out of .*/, "").replace(/[\s_.:-]/g, "");

const columnOf = (columns: readonly string[], names: readonly string[]): string | undefined => {
  for (const name of names) {
    const found = columns.find((column) => keyOf(column) === name);
    if (found !== undefined) return found;
  }
  return undefined;
};

const PLAIN: Kind = {
  service: "a table",
  isOf: (_has, columns) =>
    columnOf(columns, [...COLUMNS.title, ...COLUMNS.imdb, ...COLUMNS.tmdb, ...COLUMNS.id]) !== undefined,
  reader(table, { file, most }) {
    const of = Object.fromEntries(
      Object.entries(COLUMNS).map(([what, names]) => [what, columnOf(table.columns, names)]),
    ) as Record<keyof typeof COLUMNS, string | undefined>;
    const users = new Set(table.rows.map(({ cells }) => cells.userid ?? cells.user_id ?? ""));
    if (users.size > 1)
      throw new HistoryError("The file holds what several people rated: send the rows of one person.");
    const best = most ?? bestIn(table, of.rating);
    const list = of.rating === undefined ? listNamed(file) : { watched: true };
    if (!list) throw new HistoryError(saysNothingOf(file, table.columns));
    return (cell) => {
      const value = (what: keyof typeof COLUMNS) => (of[what] === undefined ? "" : cell(of[what]));
      if (isNoFilm({ title: value("title"), year: value("year"), type: value("type") }))
        return { kind: "notFilm" };
      const id = value("id");
      const film = {
        ...ids(value("imdb") || (/^tt\d+$/.test(id) ? id : ""), value("tmdb")),
        ...(id !== "" && { id }),
        ...titleAndYear(value("title"), value("year")),
      };
      const rewatched = /^(?:yes|true|1)$/i.test(cell("rewatch"));
      const did = value("did");
      const done =
        did === "" ? list : Object.fromEntries(DONE.map((what) => [what, did.split(" ").includes(what)]));
      const stars = starsIn(value("rating"), best);
      if (of.rating !== undefined && !stars && of.date === undefined && !rewatched && did === "")
        return { kind: "unreadable", why: `the rating is "", expected ${best === 5 ? 0.5 : 1} to ${best}` };
      return rated(film, stars, { ...done, ...(rewatched && { rewatched }), ...at(value("date")) });
    };
  },
};

/** Stars to 5, points to 10 or per cent. */
function bestIn({ rows }: Table, column: string | undefined): number {
  if (column === undefined) return 5;
  const most = mostOf(rows.map(({ cells }) => cells[column] ?? ""));
  const said = keyOf(column) === "rating10" ? 10 : mostSaidBy(column);
  return Math.max(said ?? 0, most);
}

/** "Rating (1-10)", "rating out of 10", "Bewertung /100", "score (%)" */
function mostSaidBy(column: string): number | undefined {
  const most = /(?:[/–-]|of|to|von|bis|max\.?) ?(5|10|100)\)?$/.exec(column)?.[1];
  if (most !== undefined) return Number(most);
  return /[%]\)?$/.test(column) ? 100 : undefined;
}

const KINDS: readonly Kind[] = [LETTERBOXD, IMDB, TMDB, SIMKL, PLAIN];

const kindOf = (columns: readonly string[]): Kind | undefined =>
  KINDS.find(({ isOf }) => isOf((column) => columns.includes(column), columns));

/** Whether it is the header of a table that can be read. */
export const isHeader = (columns: readonly string[]): boolean => kindOf(columns) !== undefined;

/** @throws HistoryError where nobody's table looks like this */
export function readerOf(table: Table, asked: Asked): TableReader {
  const kind = kindOf(table.columns);
  if (!kind)
    throw new HistoryError(
      `expected a header with a rating and a movieId or a title, such as "title,year,rating"; found ${table.columns.slice(0, 20).join(", ") || "nothing"}. Name the columns so.`,
    );
  const read = kind.reader(table, asked);
  return {
    service: kind === PLAIN && table.columns.includes("average_rating") ? "MovieLens" : kind.service,
    read: ({ cells }) => read((name) => cells[name] ?? ""),
  };
}

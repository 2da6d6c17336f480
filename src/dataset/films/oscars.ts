/** Academy Awards won and nominations, by IMDb id: facts of the Academy's own list. */
import type { SourceFolder } from "../source-folder.ts";
import { FILM_FILES } from "./files.ts";
import { tableRows } from "./lines.ts";
import type { SourceFilm } from "./source-film.ts";

export interface Oscars {
  readonly won: number;
  /** The ones won included. */
  readonly nominated: number;
  /** Absent where it did not win the one for the best picture. */
  readonly bestPicture?: true;
}

/** Awards to people for their lives' work, and for technique, name no film, and are not counted. */
export async function readOscars(folder: SourceFolder): Promise<Map<string, Oscars>> {
  const oscars = new Map<string, Oscars>();
  for await (const row of tableRows(
    folder,
    FILM_FILES.oscars,
    ["FilmId", "Winner", "Class", "CanonicalCategory"],
    {
      delimiter: "\t",
      unquoted: true,
    },
  )) {
    const won = row.Winner === "True" ? 1 : 0;
    if (row.Class === "SciTech" || row.Class === "Special") continue;
    for (const id of new Set((row.FilmId ?? "").split("|").filter((film) => /^tt\d+$/.test(film)))) {
      const before = oscars.get(id) ?? { won: 0, nominated: 0 };
      const isBest = before.bestPicture || (won === 1 && row.CanonicalCategory === "BEST PICTURE");
      oscars.set(id, {
        won: before.won + won,
        nominated: before.nominated + 1,
        ...(isBest && { bestPicture: true }),
      });
    }
  }
  return oscars;
}

/** The tags that films are asked for by for their prizes. */
export const prizeTags = (oscars: Oscars | undefined): string[] => [
  ...(oscars && oscars.won > 0 ? ["oscar winner"] : []),
  ...(oscars?.bestPicture ? ["best picture"] : []),
];

/**
 * The films that were nominated, with who was for directing them, and the country that sent one in. A film has its
 * nomination's year, which is that of its cinemas in Los Angeles.
 */
export async function readNominatedFilms(folder: SourceFolder): Promise<SourceFilm[]> {
  const films = new Map<string, SourceFilm>();
  for await (const row of tableRows(
    folder,
    FILM_FILES.oscars,
    ["Year", "Class", "CanonicalCategory", "Film", "FilmId", "Name"],
    {
      delimiter: "\t",
      unquoted: true,
    },
  )) {
    const { Class: kind, CanonicalCategory: category, Nominees: nominees = "", Name: name = "" } = row;
    if (kind === "SciTech" || kind === "Special") continue;
    const titles = (row.Film ?? "").split("|");
    const ids = (row.FilmId ?? "").split("|");
    if (titles.length !== ids.length) continue;
    for (const [at, imdbId] of ids.entries()) {
      if (!/^tt\d+$/.test(imdbId)) continue;
      const known = films.get(imdbId);
      films.set(imdbId, {
        imdbId,
        titles: [...new Set([...(known?.titles ?? []), titles[at]!])],
        year: known?.year ?? Number.parseInt(row.Year ?? "", 10),
        directors:
          kind === "Directing" && category === "DIRECTING"
            ? nominees.split("|").filter(isThere)
            : (known?.directors ?? []),
        cast: [],
        countries:
          category === "INTERNATIONAL FEATURE FILM" ? [name].filter(isThere) : (known?.countries ?? []),
        languages: [],
      });
    }
  }
  return [...films.values()];
}

const isThere = (text: string): boolean => text !== "";

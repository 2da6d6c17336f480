import type { FilmDetailsSource } from "../catalog/film-details.ts";
import type { CacheTable } from "../remote/sqlite-cache.ts";
import { createTmdbApi } from "../tmdb/api.ts";
import { createFilmDetails, KEPT_FOR_MS } from "../tmdb/film-details.ts";
import type { TmdbSettings } from "../tmdb/settings.ts";
import { openCache } from "./open-cache.ts";

const TMDB_FILMS: CacheTable = { name: "tmdb_films", text: "film", keptForMs: KEPT_FOR_MS };

export interface OpenedFilmDetails {
  /** Absent where there is no key: then nothing is asked anywhere. */
  readonly details?: FilmDetailsSource;
  close(): void;
}

/**
 * Posters, overviews and where to watch, kept in the database for as long as may be: what is older is deleted, whether or
 * not there is a key now.
 *
 * @param file migrated already
 * @param onTrouble told once of each trouble: with TMDB, or with what is kept
 */
export async function openFilmDetails(
  file: string,
  settings: TmdbSettings | undefined,
  onTrouble: (error: unknown) => void,
): Promise<OpenedFilmDetails> {
  const { cache, close } = await openCache(file, TMDB_FILMS, onTrouble);
  if (!settings) return { close };
  const details = createFilmDetails({
    ask: createTmdbApi({ settings }),
    cache,
    country: settings.country,
    now: Date.now,
    onTrouble: (why) => onTrouble(new Error(why)),
  });
  return { details, close };
}

/**
 * Posters, overviews and where to watch, from TMDB with the operator's own key, within its terms
 * (https://www.themoviedb.org/api-terms-of-use): kept for six months at the most, with its attribution wherever shown.
 * A service that fails again and again is left alone for a while.
 */

import type { FilmAsked, FilmDetails, FilmDetailsSource } from "../catalog/film-details.ts";
import { keyOf, withoutArticle, wordsOf } from "../catalog/normalise.ts";
import type { Cache } from "../remote/cache.ts";
import { afterFailure, type Circuit, closedCircuit, enterCircuit } from "../remote/circuit.ts";
import {
  configurationSchema,
  findSchema,
  type Hit,
  type ImageConfiguration,
  type Kept,
  type KeptFilm,
  keptFilm,
  keptSchema,
  movieSchema,
  posterAt,
  searchSchema,
  type TmdbMovie,
  USUAL_IMAGES,
  yearOf,
} from "./answers.ts";
import type { Answer, AskTmdb } from "./api.ts";

const DAY_MS = 86_400_000;
/** TMDB's terms: six months at the most. */
export const KEPT_FOR_MS = 180 * DAY_MS;
/** Where a film can be watched changes; older is asked for again, and shown without it where nobody answers. */
export const FRESH_FOR_MS = 7 * DAY_MS;

export interface FilmDetailsOptions {
  readonly ask: AskTmdb;
  /** Gives nothing back that is older than KEPT_FOR_MS. */
  readonly cache: Cache;
  readonly country: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of the first failure in a row: a sentence. */
  readonly onTrouble: (why: string) => void;
}

export function createFilmDetails(options: FilmDetailsOptions): FilmDetailsSource {
  const { cache, country, now, onTrouble } = options;
  const underWay = new Map<string, Promise<FilmDetails | undefined>>();
  let circuit: Circuit = closedCircuit;
  let isTroubled = false;
  let images: { readonly known: ImageConfiguration; readonly atMs: number } | undefined;

  /** As `options.ask`, unless TMDB is to be left alone. */
  const ask: AskTmdb = async (...asked) => {
    const entered = enterCircuit(circuit, now());
    if (!entered) return { kind: "failure", why: "left alone for a while", waitMs: 0 };
    circuit = entered;
    const answer = await options.ask(...asked);
    if (answer.kind !== "failure") {
      circuit = closedCircuit;
      isTroubled = false;
      return answer;
    }
    circuit = afterFailure(circuit, now(), answer.waitMs);
    if (!isTroubled) onTrouble(`TMDB gives no posters and overviews now: ${answer.why}`);
    isTroubled = true;
    return answer;
  };

  /** TMDB's number of a film. */
  async function idOf(film: FilmAsked): Promise<Answer<number>> {
    if (film.imdbId !== undefined) {
      const parameters = { external_source: "imdb_id" };
      const found = await ask(`/find/${film.imdbId}`, parameters, findSchema);
      return firstOf(found, ({ movie_results }) => movie_results[0]?.id);
    }
    const year = film.year === undefined ? {} : { year: String(film.year) };
    const found = await ask("/search/movie", { query: film.title, ...year }, searchSchema);
    return firstOf(found, ({ results }) => results.find((hit) => isMeant(film, hit))?.id);
  }

  async function fetched(film: FilmAsked): Promise<Answer<KeptFilm>> {
    const asked = { language: "en-US", append_to_response: "watch/providers" };
    const movie = (id: number) => ask(`/movie/${id}`, asked, movieSchema);
    const kept = (answer: Answer<TmdbMovie>) => firstOf(answer, (value) => keptFilm(value, country));
    if (film.tmdbId !== undefined) {
      const answer = await movie(film.tmdbId);
      const isOther =
        answer.kind === "found" && film.imdbId !== undefined && answer.value.imdb_id !== film.imdbId;
      if (answer.kind !== "none" && !isOther) return kept(answer);
    }
    const id = await idOf(film); // data sets have numbers that have gone, and some of series
    return id.kind === "found" ? kept(await movie(id.value)) : id;
  }

  async function imagesNow(): Promise<ImageConfiguration> {
    if (images && Math.abs(now() - images.atMs) < DAY_MS) return images.known;
    const answer = await ask("/configuration", {}, configurationSchema);
    if (answer.kind === "found") images = { known: answer.value.images, atMs: now() };
    return images?.known ?? USUAL_IMAGES;
  }

  async function shown({ posterPath, ...film }: KeptFilm): Promise<FilmDetails> {
    if (posterPath === undefined) return film;
    return { ...film, poster: posterAt(posterPath, await imagesNow()) };
  }

  async function keptUnder(key: string | undefined): Promise<Kept | undefined> {
    const text = key === undefined ? undefined : await cache.get(key, now());
    return text === undefined ? undefined : keptSchema.safeParse(json(text)).data;
  }

  async function lookUp(film: FilmAsked, key: string | undefined): Promise<FilmDetails | undefined> {
    const kept = await keptUnder(key);
    const isOfHere = kept?.country === country;
    if (kept && isOfHere && now() - kept.atMs < FRESH_FOR_MS) return kept.film && shown(kept.film);
    const answer = await fetched(film);
    if (answer.kind === "failure") return kept?.film && shown(withoutOffers(kept.film));
    const found = answer.kind === "found" ? { film: answer.value } : {};
    const renewed: Kept = { ...found, atMs: now(), country };
    if (key !== undefined) await cache.put(key, JSON.stringify(renewed), now());
    return renewed.film && shown(renewed.film);
  }

  const detailsOf = (film: FilmAsked): Promise<FilmDetails | undefined> => {
    const key = keptAs(film);
    const name = key ?? `${film.title} ${film.year}`;
    const waiting = underWay.get(name);
    if (waiting) return waiting;
    const asked = lookUp(film, key).finally(() => underWay.delete(name));
    underWay.set(name, asked);
    return asked;
  };

  return { detailsOf, posterOf: async (film) => (await detailsOf(film))?.poster };
}

/** What is asked for by title may be a person's own words: it is kept nowhere. */
const keptAs = ({ imdbId, tmdbId }: FilmAsked): string | undefined =>
  imdbId ?? (tmdbId === undefined ? undefined : `tmdb-${tmdbId}`);

function firstOf<T, U>(answer: Answer<T>, pick: (value: T) => U | undefined): Answer<U> {
  if (answer.kind !== "found") return answer;
  const value = pick(answer.value);
  return value === undefined ? { kind: "none" } : { kind: "found", value };
}

const withoutOffers = ({ watch: _, ...film }: KeptFilm): KeptFilm => film;

/** Festivals and cinemas. */
const YEARS_APART = 1;

/** Of that very name, and about that year: what only comes near is another film. */
function isMeant({ title, alternativeTitles = [], year }: FilmAsked, hit: Hit): boolean {
  if (hit.adult) return false;
  const names = new Set([title, ...alternativeTitles].map(keyOfTitle));
  const isNamed = [hit.title, hit.original_title ?? hit.title].some((name) => names.has(keyOfTitle(name)));
  const hitYear = yearOf(hit.release_date);
  const isOfYear = year === undefined || hitYear === undefined || Math.abs(hitYear - year) <= YEARS_APART;
  return isNamed && isOfYear;
}

const keyOfTitle = (title: string): string => keyOf(withoutArticle(wordsOf(title)));

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

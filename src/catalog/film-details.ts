/** What a service elsewhere tells of a film while the program runs. None of it is in the artifacts. */
import type { Movie } from "./movie.ts";

/** A film that is asked about: by an id where it has one, else by its title, and the year where that is known. */
export type FilmAsked = Pick<Movie, "title"> &
  Partial<Pick<Movie, "alternativeTitles" | "year" | "imdbId" | "tmdbId">>;

export interface Poster {
  /** https; whoever shows it loads it from there. */
  readonly url: string;
  /** In pixels; a poster is half as high again. */
  readonly width: number;
}

/** Names of services. All empty: in that country nobody offers it, as far as is known. */
export interface WatchOffers {
  /** Two letters: "US" */
  readonly country: string;
  /** With a subscription. */
  readonly stream: readonly string[];
  /** For nothing, or for advertisements. */
  readonly free: readonly string[];
  readonly rent: readonly string[];
  readonly buy: readonly string[];
  /** https; where all that is told at length. */
  readonly url?: string;
}

export interface FilmDetails {
  readonly title: string;
  readonly year?: number;
  /** A few sentences, theirs: shown as such, and never as ours. */
  readonly overview?: string;
  readonly poster?: Poster;
  /** Absent where nothing is known of it. */
  readonly watch?: WatchOffers;
}

/**
 * Where films are looked up. Both answer undefined where nothing is known, or nobody answers; neither ever fails. What is
 * at hand comes at once, else an answer takes a few seconds at the most: whoever has less time waits no longer, and finds it
 * at hand the next time.
 */
export interface FilmDetailsSource {
  posterOf(film: FilmAsked): Promise<Poster | undefined>;
  detailsOf(film: FilmAsked): Promise<FilmDetails | undefined>;
}

/** A film as one source tells of it. Lists are empty where the source says nothing. */
export interface SourceFilm {
  readonly imdbId?: string;
  /** Every name the source has for it, the best known first. */
  readonly titles: readonly string[];
  readonly year?: number;
  /** "1995-11-22", or less of it. */
  readonly released?: string;
  readonly directors: readonly string[];
  readonly cast: readonly string[];
  /** The order of the cast means nothing. */
  readonly castUnordered?: boolean;
  readonly runtimeMinutes?: number;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly wikidata?: string;
  readonly wikipedia?: string;
  /** Sorts of films that it is, and subjects that it has, as the source calls them: names or ids. */
  readonly kinds?: readonly string[];
  /** What a page says of it: for figures of its words. No sentence of it is kept. */
  readonly extract?: string;
}

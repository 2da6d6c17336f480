/** Stable across retraining: the IMDb id ("tt0113277") where the data set names it, else the data set's own id. */
export type MovieId = string;

/** A movie as people know it. The order of a list of movies is the row order of the item embeddings. */
export interface Movie {
  readonly id: MovieId;
  /** With its article in front and without the year: "The Matrix". */
  readonly title: string;
  /** Other names it is searched by, in no particular order: "Fa yeung nin wa". */
  readonly alternativeTitles: readonly string[];
  /** Year of release; absent where the data set does not say. */
  readonly year?: number;
  /** As the data set spells them: "Sci-Fi", "Film-Noir". Empty where unknown. */
  readonly genres: readonly string[];
  readonly imdbId?: string;
  readonly tmdbId?: number;
  /**
   * How many people rated it: of all of MovieLens where that is known, else of the data set trained on. Between two turns this and the
   * mean may move with what people answer (src/recommender/crowd.ts).
   */
  readonly ratingCount: number;
  /** Mean of their ratings, 0.5..5 stars; 0 where nobody rated it. */
  readonly meanStars: number;
  /** Of a film newer than the ratings: how many it would have, by how well it is known. See fameOf. */
  readonly fame?: number;
}

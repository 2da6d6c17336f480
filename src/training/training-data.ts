import type { Traits } from "../artifacts/model.ts";
import type { Concepts } from "../catalog/about/terms.ts";
import type { MovieId } from "../catalog/movie.ts";
import type { DatasetMovie, Ratings } from "../dataset/dataset.ts";
import type { ListedFilm } from "../dataset/films/film-list.ts";
import type { FilmKnowledge } from "./placement/film-features.ts";
import type { NamedExamples } from "./traits/trait-examples.ts";

/** Ratings to learn from, each user's of a movie once; a movie without facts is known by its id. */
export interface TrainingData extends AboutFilms {
  readonly ratings: Ratings;
  /** One per `ratings.movieIds`, same order. */
  readonly movies?: readonly DatasetMovie[];
  /** [users] how many people each counts as, in the embeddings and in the prior; default 1. */
  readonly weights?: Float64Array;
  /**
   * All films of the model, in the order of its rows: those of `ratings.movieIds` first, then films that the data set
   * lacks. Default: the data set's alone, rated by its people.
   */
  readonly films?: readonly ListedFilm[];
}

/** What is known of films besides their ratings. */
export interface AboutFilms {
  /** [films] traits at hand, in the place of learning any. */
  readonly traits?: Traits;
  /** Moods, occasions and themes to learn; without them the model has no traits. */
  readonly examples?: NamedExamples;
  /** What people call each movie, in lower case; one list per `ratings.movieIds`, same order. */
  readonly tags?: readonly (readonly string[])[];
  /** What is known of them besides: films that hardly anybody rated are placed by it. Left out, they are not. */
  readonly knowledge?: FilmKnowledge;
  /** What is told of films elsewhere, by which themes are learned; with the phrases that stand for tags in it. */
  readonly stories?: {
    readonly of: (id: MovieId) => string | undefined;
    /** Sorts of films that it is and subjects it has, by names or ids of any source. */
    readonly kindsOf: (id: MovieId) => readonly string[];
    readonly concepts: Concepts;
  };
}

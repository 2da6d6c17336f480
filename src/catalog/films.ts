/**
 * Films as they are asked for: by title, by what they are about, by who made them or is in them; each with a score and the
 * reason. Scores are in [0, 1], but for those of `about`, and order films of one answer; they are not to be compared between answers.
 */
import type { About, AboutOptions } from "./about/about.ts";
import type { Catalog, TitleMatch } from "./catalog.ts";
import { fameOf } from "./fame.ts";
import type { Movie } from "./movie.ts";

export interface Films {
  /** Best first; empty where no title is near. */
  find(title: string): FoundByTitle[];
  /** Films by what they are about: see About. */
  about(text: string, options?: AboutOptions): About & { readonly movies: readonly Movie[] };
  /** A person, by full name, by first or last name where it is clear, with typing errors; the best known films first. Undefined where nobody is meant. */
  with(person: string): FoundByPerson | undefined;
}

export interface FoundByTitle {
  readonly movie: Movie;
  readonly score: number;
  /** The title names it; names several films; or has only some likeness to what was said. */
  readonly reason: "named" | "one of several" | "alike";
}

export interface FoundByPerson {
  /** As films credit them; of a family that works together the last name: "Coen". */
  readonly name: string;
  readonly films: readonly {
    readonly movie: Movie;
    /** How well it is known beside the best known film of the person. */
    readonly score: number;
    readonly reason: { readonly directed: boolean; readonly isInIt: boolean };
  }[];
}

export function createFilms(catalog: Catalog): Films {
  const { movies } = catalog;
  return {
    find: (title) => foundBy(catalog.find(title)),
    about(text, options) {
      const found = catalog.about(text, options);
      return { ...found, movies: found.films.map(({ row }) => movies[row]!) };
    },
    with(said) {
      const person = catalog.facts.find(said);
      if (!person) return undefined;
      const known = [...person.rows].map((row) => movies[row]!).sort((a, b) => fameOf(b) - fameOf(a));
      const most = known[0] ? Math.log1p(fameOf(known[0])) : 0;
      const isTheirs = (names: readonly string[] = []) =>
        names.some((name) => name === person.name || name.endsWith(` ${person.name}`));
      return {
        name: person.name,
        films: known.map((movie) => {
          const facts = catalog.factsOf(movie.id);
          const [directed, isInIt] = [isTheirs(facts?.directors?.value), isTheirs(facts?.cast?.value)];
          const score = most === 0 ? 0 : Math.log1p(fameOf(movie)) / most;
          return { movie, score, reason: { directed, isInIt } };
        }),
      };
    },
  };
}

const LIKELY = 0.8;
const UNLIKELY = 0.4;
/** Between a film and the next of an answer. */
const STEP = 0.05;

function foundBy(match: TitleMatch): FoundByTitle[] {
  switch (match.kind) {
    case "one":
      return match.loosely ? ranked([match.movie], LIKELY, "alike") : ranked([match.movie], 1, "named");
    case "several":
      return ranked(match.movies, LIKELY, "one of several");
    case "named":
    case "none":
      return ranked(match.suggestions, UNLIKELY, "alike");
  }
}

const ranked = (movies: readonly Movie[], best: number, reason: FoundByTitle["reason"]): FoundByTitle[] =>
  movies.map((movie, place) => ({ movie, score: best - STEP * place, reason }));

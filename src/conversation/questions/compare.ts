/** Films side by side: which of them is the longest, the scariest, the one that suits. */
import type { Movie } from "../../catalog/movie.ts";
import type { Act } from "../../intent/acts.ts";
import type { Measure } from "../../intent/reading/questions/measures.ts";
import { inDialogue, say, suggest, type Turn, wishInForce } from "../turn.ts";
import * as wording from "../wording.ts";
import { spokenOf } from "./spoken-of.ts";

/** What is nearer to one another is about the same. */
const LEAST_APART: Readonly<Partial<Record<Measure["of"], number>>> = { trait: 0.1, rating: 0.05 };
/** What is written of a film counts at least as much as an estimate that is rather sure. */
const WRITTEN = 0.8;

/** The films are the list that is spoken of then: "the second one", "and which is longer?" */
export function compare(turn: Turn, { movies: ids, by, isPicked }: Extract<Act, { kind: "compare" }>): Turn {
  const movies = ids.flatMap((id) => turn.world.catalog.byId(id) ?? []);
  const { ranked, unknown } = measured(turn, movies, by);
  const [first] = ranked;
  if (isPicked && first) return suggest(turn, first.movie.id, { wish: wishInForce(turn), isNamed: true });
  const isAhead = ({ value }: { readonly value: number }) =>
    Math.abs(value - first!.value) < (LEAST_APART[by.of] ?? 0) || value === first!.value;
  const ahead = ranked.filter(isAhead).length;
  const listing = inDialogue(turn, { listed: movies.map(({ id }) => id) });
  return say(
    first ? spokenOf(listing, first.movie) : listing,
    wording.compared(by, { ranked, unknown, ahead }),
  );
}

export interface Measured {
  readonly movie: Movie;
  readonly value: number;
}

/** What is sought first; and those of which it is not known. */
export function measured(
  turn: Turn,
  movies: readonly Movie[],
  by: Measure,
): { readonly ranked: readonly Measured[]; readonly unknown: readonly Movie[] } {
  const known =
    by.of === "taste"
      ? byTaste(turn, movies)
      : movies.flatMap((movie) => {
          const value = measureOf(turn, movie, by);
          return value === undefined ? [] : [{ movie, value }];
        });
  const isLeast = "most" in by && !by.most;
  const ids = new Set(known.map(({ movie }) => movie.id));
  return {
    ranked: [...known].sort((a, b) => (isLeast ? a.value - b.value : b.value - a.value)),
    unknown: movies.filter(({ id }) => !ids.has(id)),
  };
}

/** Values of no meaning but their order. */
function byTaste({ world, state }: Turn, movies: readonly Movie[]) {
  const { recommender } = world;
  const among = new Set(movies.map(({ id }) => recommender.rowOf(id)!));
  const ranked = recommender.rank(state.person.taste, { among, limit: movies.length });
  return ranked.map(({ row }, at) => ({ movie: recommender.movie(row), value: -at }));
}

type Known = Exclude<Measure, { readonly of: "taste" }>;

/** Undefined where it is not known. */
function measureOf({ world }: Turn, movie: Movie, by: Known): number | undefined {
  const { catalog, recommender } = world;
  const row = recommender.rowOf(movie.id)!;
  switch (by.of) {
    case "length":
      return catalog.factsOf(movie.id)?.runtimeMinutes?.value;
    case "year":
      return movie.year;
    case "rating":
      return movie.ratingCount > 0 ? movie.meanStars : undefined;
    case "renown":
      return movie.ratingCount;
    case "trait": {
      const estimated = recommender.model.traits.get(by.trait)?.[row];
      const isWritten = catalog.wordsOf(movie.id)?.tags.includes(by.trait) ?? false;
      if (estimated === undefined) return isWritten ? 1 : undefined;
      return Math.max(estimated / 255, isWritten ? WRITTEN : 0);
    }
    case "person": {
      const person = catalog.facts.find(by.name);
      return person ? Number(person.rows.has(catalog.rowOf(movie.id)!)) : undefined;
    }
  }
}

/** Answers to questions about the people of a film: what else they made, and whether they are in it. */
import type { Catalog } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
import type { Movie } from "../../catalog/movie.ts";
import type { PersonAsked, Who } from "../../intent/reading/questions/person-asked.ts";

export type PeopleAsked =
  /** Films of theirs besides this one, best known first. `isGuess`: it was said only "she". */
  | {
      readonly kind: "films";
      readonly name: string;
      readonly films: readonly Movie[];
      readonly isGuess: boolean;
    }
  | { readonly kind: "isIn"; readonly name: string; readonly holds: boolean }
  /** Nobody is known by it. */
  | { readonly kind: "unknown"; readonly name: string };

const MOST_FILMS = 6;

/** Brothers who direct together are known by their last name. */
const isBy = (directors: readonly string[] = [], name: string): boolean =>
  directors.some((director) => director === name || director.endsWith(` ${name}`));

const isOfDirector = (who: Who): boolean => ("name" in who ? who.directed : who.role === "director");

/** Undefined where it is a question about something else after all. */
export function peopleAsked(
  catalog: Catalog,
  movie: Movie | undefined,
  asked: PersonAsked,
): PeopleAsked | undefined {
  if (asked.kind === "films") return filmsOf(catalog, movie, asked.who);
  return movie && whetherIn(catalog, movie, asked);
}

/** Asked of somebody nobody is known by: a question about something else, if no name is written. */
function whetherIn(
  catalog: Catalog,
  movie: Movie,
  { name, isWritten }: Extract<PersonAsked, { kind: "isIn" }>,
): PeopleAsked | undefined {
  const person = catalog.facts.find(name);
  const row = catalog.rowOf(movie.id);
  if (person && row !== undefined) return { kind: "isIn", name: person.name, holds: person.rows.has(row) };
  return isWritten ? { kind: "unknown", name } : undefined;
}

function filmsOf(catalog: Catalog, movie: Movie | undefined, who: Who): PeopleAsked | undefined {
  const { directors, cast } = (movie && catalog.factsOf(movie.id)) ?? {};
  const said = "name" in who ? who.name : (who.role === "director" ? directors : cast)?.value[0];
  const person = said === undefined ? undefined : catalog.facts.find(said);
  if (!person) return "name" in who ? { kind: "unknown", name: who.name } : undefined;
  const films = [...person.rows]
    .map((row) => catalog.movies[row]!)
    .filter(({ id }) => id !== movie?.id)
    .filter(({ id }) => !isOfDirector(who) || isBy(catalog.factsOf(id)?.directors?.value, person.name))
    .sort((a, b) => fameOf(b) - fameOf(a))
    .slice(0, MOST_FILMS);
  return { kind: "films", name: person.name, films, isGuess: "role" in who && who.isGuess };
}

/** Whether a film fits a wish. */
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Movie } from "../../src/catalog/movie.ts";
import { keyOf, withoutArticle, wordsOf } from "../../src/catalog/normalise.ts";
import type { Terms, Wish, WishFilms } from "./wishes.ts";

/** "open": what is known of the film does not decide. */
export type Judgement = "fits" | "misfits" | "open";

export interface Judge {
  judge(wish: Wish, movie: Movie): Judgement;
  /** Whether it is the film that is meant. */
  isMeant(movie: Movie, name: string): boolean;
}

export function createJudge(catalog: Catalog, lists: WishFilms): Judge {
  const ranks = new Map(
    [...catalog.movies].sort((a, b) => b.ratingCount - a.ratingCount).map(({ id }, rank) => [id, rank + 1]),
  );
  const keys = new Map(
    Object.entries(lists).map(([name, { fits, misfits }]) => [
      name,
      { fits: new Set(fits.map(keyOfName)), misfits: new Set(misfits.map(keyOfName)) },
    ]),
  );
  const isIn = (movie: Movie, named: ReadonlySet<string>): boolean =>
    keysOfMovie(movie).some((key) => named.has(key));

  const holds = (terms: Terms, movie: Movie): Held[] => {
    const facts = catalog.factsOf(movie.id);
    const words = catalog.wordsOf(movie.id);
    const people =
      facts?.directors || facts?.cast
        ? [...(facts.directors?.value ?? []), ...(facts.cast?.value ?? [])]
        : undefined;
    const said = [movie.title, words?.line, ...(words?.tags ?? []), ...(words?.phrases ?? [])].join("\n");
    const some = (all: readonly string[] | undefined, any: readonly string[]) =>
      known(all, (them) => any.some((one) => them.includes(one)));
    const not = (value: Held) => known(value, (it) => !it);
    const { year } = movie;
    const minutes = facts?.runtimeMinutes?.value;
    const checks: Checks = {
      genre: (all) => all.every((one) => movie.genres.includes(one)),
      anyGenre: (any) => some(movie.genres, any),
      notGenre: (none) => not(some(movie.genres, none)),
      notGenreAll: (all) => !all.every((one) => movie.genres.includes(one)),
      from: (first) => known(year, (it) => it >= first),
      to: (last) => known(year, (it) => it <= last),
      with: (all) => known(people, (them) => all.every((one) => them.includes(one))),
      withAny: (any) => some(people, any),
      notWith: (none) => not(some(people, none)),
      lang: (any) => some(facts?.languages?.value, any),
      notLang: (none) => not(some(facts?.languages?.value, none)),
      country: (any) => some(facts?.countries?.value, any),
      notCountry: (none) => not(some(facts?.countries?.value, none)),
      min: (least) => known(minutes, (it) => it >= least),
      max: (most) => known(minutes, (it) => it <= most),
      stars: (least) => movie.meanStars >= least,
      maxStars: (most) => movie.meanStars <= most,
      within: (rank) => ranks.get(movie.id)! <= rank,
      beyond: (rank) => ranks.get(movie.id)! > rank,
      oscarsWon: (least) => (facts?.oscars?.value.won ?? 0) >= least,
      oscarsNominated: (least) => (facts?.oscars?.value.nominated ?? 0) >= least,
      about: (pattern) => matches(pattern, said) || (words ? false : undefined),
      notAbout: (pattern) => !matches(pattern, said),
      titleLike: (pattern) => matches(pattern, movie.title),
      notTitle: (pattern) => !matches(pattern, movie.title),
      fits: (name) => {
        const list = keys.get(name);
        if (!list) throw new Error(`wish-films.yaml has no list "${name}". Write it, or name another.`);
        return isIn(movie, list.fits) ? true : isIn(movie, list.misfits) ? false : undefined;
      },
    };
    return Object.entries(terms).flatMap(([name, value]) => {
      const check = checks[name as keyof Terms] as (value: unknown) => Held;
      return value === undefined ? [] : [check(value)];
    });
  };
  const judgeTerms = (terms: Terms, movie: Movie): Judgement => {
    const held = holds(terms, movie);
    if (held.includes(false)) return "misfits";
    return held.includes(undefined) ? "open" : "fits";
  };

  return {
    isMeant: (movie, name) => isIn(movie, new Set([keyOfName(name)])),
    judge({ not = [], anyOf, text, before, held, titleIs, ...terms }, movie) {
      if (isIn(movie, new Set(not.map(keyOfName)))) return "misfits";
      if (titleIs) return isIn(movie, new Set([keyOfName(titleIs)])) ? "fits" : "misfits";
      const all = judgeTerms(terms, movie);
      if (!anyOf || all !== "fits") return all;
      const any = anyOf.map((one) => judgeTerms(one, movie));
      return any.find((one) => one === "fits") ?? any.find((one) => one === "open") ?? "misfits";
    },
  };
}

/** Undefined where what is known does not tell. */
type Held = boolean | undefined;
type Checks = { readonly [Name in keyof Terms]-?: (value: NonNullable<Terms[Name]>) => Held };

const known = <T>(value: T | undefined, test: (value: T) => boolean): Held =>
  value === undefined ? undefined : test(value);

function matches(pattern: readonly string[], said: string): boolean {
  const text = said.toLowerCase();
  return pattern.some((letters) =>
    letters.startsWith("=") ? text === letters.slice(1) : text.includes(letters),
  );
}

const bareKey = (title: string): string => keyOf(withoutArticle(wordsOf(title)));

/** Of "Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)", as the data set spells titles, or of "Amelie (2001)". */
function keyOfName(name: string): string {
  const year = /\((\d{4})\)$/.exec(name)?.[1] ?? "";
  const title = name.split(" (")[0]!.replace(/^(.*), (The|A|An|Le|La|El|Das|Der|Les)$/, "$2 $1");
  return `${bareKey(title)} ${year}`;
}

/** Sources are a year apart. */
function keysOfMovie({ title, alternativeTitles, year = 0 }: Movie): string[] {
  return [title, ...alternativeTitles].flatMap((name) =>
    [year, year - 1, year + 1].map((any) => `${bareKey(name)} ${any}`),
  );
}

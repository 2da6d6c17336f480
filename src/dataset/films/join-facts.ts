/**
 * Joins what the sources tell of a film. Which film of a source is meant is decided by the IMDb id, and where the source
 * has none by one of its titles and the year, give or take one; where several fit, none is taken.
 */
import { type FactSource, type FilmFacts, MOST_CAST } from "../../catalog/film-facts.ts";
import { keyOf, withoutArticle, wordsOf } from "../../catalog/normalise.ts";
import type { Oscars } from "./oscars.ts";
import type { SourceFilm } from "./source-film.ts";

/** A film whose facts are asked for. */
export interface Wanted {
  readonly title: string;
  readonly alternativeTitles: readonly string[];
  readonly year?: number;
  readonly imdbId?: string;
  readonly ratingCount?: number;
}

export interface FactSourcesAtHand {
  readonly wikidata: readonly SourceFilm[];
  readonly recentWikidata: readonly SourceFilm[];
  readonly wikipedia: readonly SourceFilm[];
  readonly freebase: readonly SourceFilm[];
  /** What the list of awards says of the films that it names. */
  readonly nominated: readonly SourceFilm[];
  readonly oscars: ReadonlyMap<string, Oscars>;
}

/** How often sources disagreed where two of them told of the same film. */
export interface Disagreements {
  readonly compared: number;
  readonly differ: number;
}

export interface FactJoiner {
  factsOf(film: Wanted): FilmFacts;
  /** What each source that knows the film says of it. */
  tellings(film: Wanted): SourceFilm[];
  /** So far, by field. */
  disagreements(): Readonly<Record<"year" | "runtime", Disagreements>>;
}

/** Sources say a film is of one year, and of the next: festivals and cinemas. */
const YEARS_APART = 1;
const MINUTES_APART = 5;

/**
 * Precedence, where sources disagree: directors from Wikidata, else those nominated for directing it; countries from Wikidata, completed
 * by Freebase, else the one that sent the film to the Academy Awards, else the United States if it is on Wikipedia's lists of American films; casts from Wikipedia where it has three
 * names at least, for they stand in the order of billing, else from Wikidata; running times from Wikidata, else from
 * Freebase; languages from Wikidata, which has the original one (but see originalLanguage), then Freebase, which has all that are heard,
 * then English for what is on Wikipedia's lists of American films (97.5 % of those whose language another source knows).
 *
 * @param films all whose facts will be asked for, so that none is given those of another
 */
export function factJoiner(sources: FactSourcesAtHand, films: readonly Wanted[] = []): FactJoiner {
  const [wikidata, recent, wikipedia, freebase, nominated] = [
    sources.wikidata,
    sources.recentWikidata,
    sources.wikipedia,
    sources.freebase,
    sources.nominated,
  ].map((list) => toOneEach(filmFinder(list), films)) as [Finder, Finder, Finder, Finder, Finder];
  const appearances = countAppearances([
    ...sources.wikidata,
    ...sources.recentWikidata,
    ...sources.wikipedia,
  ]);
  const tally = { year: { compared: 0, differ: 0 }, runtime: { compared: 0, differ: 0 } };
  const compare = (field: keyof typeof tally, apart: number, most: number) => {
    tally[field].compared++;
    if (apart > most) tally[field].differ++;
  };

  function factsOf(film: Wanted): FilmFacts {
    const data = wikidata(film);
    const late = recent(film);
    const page = wikipedia(film);
    const base = freebase(film);
    const award = nominated(film);
    if (data?.year !== undefined && film.year !== undefined)
      compare("year", Math.abs(data.year - film.year), 0);
    const minutes = data?.runtimeMinutes ?? late?.runtimeMinutes;
    if (minutes !== undefined && base?.runtimeMinutes !== undefined)
      compare("runtime", Math.abs(minutes - base.runtimeMinutes), MINUTES_APART);
    const oscars = film.imdbId ?? data?.imdbId;
    const won = oscars === undefined ? undefined : sources.oscars.get(oscars);
    const lateCast = [...(late?.cast ?? [])].sort(
      (a, b) => (appearances.get(b) ?? 0) - (appearances.get(a) ?? 0),
    );
    return {
      ...field(
        "directors",
        [data?.directors, "Wikidata"],
        [late?.directors, "Wikidata"],
        [award?.directors, "Academy Awards"],
      ),
      ...field(
        "cast",
        [atLeast(3, page?.cast), "Wikipedia"],
        [data?.cast.slice(0, MOST_CAST), "Wikidata"],
        [lateCast.slice(0, MOST_CAST), "Wikidata"],
        [page?.cast, "Wikipedia"],
      ),
      ...one("runtimeMinutes", [minutes, "Wikidata"], [base?.runtimeMinutes, "Freebase"]),
      ...field(
        "countries",
        [allCountries(data, base), "Wikidata"],
        [base?.countries, "Freebase"],
        [award?.countries, "Academy Awards"],
        [page && ["United States"], "Wikipedia"],
      ),
      ...field(
        "languages",
        [originalLanguage(data, base), "Wikidata"],
        [base?.languages, "Freebase"],
        [americanLanguage(page, award), "Wikipedia"],
      ),
      ...one("released", [releasedOf(data, film.year), "Wikidata"]),
      ...one("oscars", [won, "Academy Awards"]),
      ...((data?.wikipedia ?? page?.wikipedia) && { wikipedia: (data?.wikipedia ?? page?.wikipedia)! }),
      ...(data?.wikidata && { wikidata: data.wikidata }),
    };
  }

  const tellings = (film: Wanted) =>
    [wikidata, recent, wikipedia, nominated].flatMap((find) => find(film) ?? []);
  return { factsOf, tellings, disagreements: () => tally };
}

export type Finder = (film: Wanted) => SourceFilm | undefined;

export function filmFinder(films: readonly SourceFilm[]): Finder {
  const byImdb = new Map(films.flatMap((film) => (film.imdbId === undefined ? [] : [[film.imdbId, film]])));
  const byTitle = new Map<string, SourceFilm[]>();
  for (const film of films) {
    for (const key of new Set(film.titles.map(keyOfTitle))) {
      const namesakes = byTitle.get(key);
      if (namesakes) namesakes.push(film);
      else byTitle.set(key, [film]);
    }
  }
  return ({ title, alternativeTitles, year, imdbId }) => {
    const known = imdbId === undefined ? undefined : byImdb.get(imdbId);
    if (known || year === undefined) return known;
    for (const name of [title, ...alternativeTitles]) {
      const namesakes = (byTitle.get(keyOfTitle(name)) ?? []).filter(
        (film) => film.imdbId === undefined || imdbId === undefined || film.imdbId === imdbId,
      );
      const ofYear = namesakes.filter((film) => film.year === year);
      const near = namesakes.filter((film) => Math.abs((film.year ?? 0) - year) <= YEARS_APART);
      const [only, ...others] = ofYear.length > 0 ? ofYear : near;
      if (only && others.length === 0) return only;
    }
    return undefined;
  };
}

/** Finds a film of a source for none but the one of these that it fits best; films that are not among them are found as they are. */
function toOneEach(find: Finder, films: readonly Wanted[]): Finder {
  const owners = new Map<SourceFilm, Wanted>();
  for (const film of films) {
    const found = find(film);
    if (!found) continue;
    const owner = owners.get(found);
    if (!owner || fitsBetter(film, owner, found)) owners.set(found, film);
  }
  const listed = new Set(films);
  return (film) => {
    const found = find(film);
    return found && listed.has(film) && owners.get(found) !== film ? undefined : found;
  };
}

function fitsBetter(film: Wanted, other: Wanted, source: SourceFilm): boolean {
  const [one, two] = [closeness(film, source), closeness(other, source)];
  return one === two ? (film.ratingCount ?? 0) > (other.ratingCount ?? 0) : one > two;
}

/** The id says more than the title to the letter, and that more than the very year. */
function closeness({ title, year, imdbId }: Wanted, source: SourceFilm): number {
  const isById = imdbId !== undefined && imdbId === source.imdbId;
  const isToTheLetter = source.titles.some((name) => keyOf(wordsOf(name)) === keyOf(wordsOf(title)));
  return (isById ? 4 : 0) + (isToTheLetter ? 2 : 0) + (year === source.year ? 1 : 0);
}

const keyOfTitle = (title: string): string => keyOf(withoutArticle(wordsOf(title)));

/** Wikidata's dump names one country where Freebase names all that had a part in it: those, if Wikidata's is among them. */
function allCountries(
  data: SourceFilm | undefined,
  base: SourceFilm | undefined,
): readonly string[] | undefined {
  const [first] = data?.countries ?? [];
  return first !== undefined && base?.countries.includes(first) ? base.countries : data?.countries;
}

const ENGLISH_SPEAKING = new Set(["United States", "United Kingdom", "Australia", "New Zealand", "Ireland"]);

/**
 * Wikidata's dump names one of a film's languages, not always the main one: a film made in English-speaking countries in
 * which English is heard is in English.
 */
function originalLanguage(
  data: SourceFilm | undefined,
  base: SourceFilm | undefined,
): readonly string[] | undefined {
  const countries = allCountries(data, base) ?? [];
  const isEnglish =
    countries.length > 0 &&
    countries.every((country) => ENGLISH_SPEAKING.has(country)) &&
    base?.languages.includes("English");
  return isEnglish && data?.languages.length ? ["English"] : data?.languages;
}

/** Before it films were silent. */
const FIRST_SPOKEN_YEAR = 1930;

function americanLanguage(
  page: SourceFilm | undefined,
  award: SourceFilm | undefined,
): readonly string[] | undefined {
  const isForeign = (award?.countries.length ?? 0) > 0; // sent to the Academy Awards by another country
  return page && !isForeign && (page.year ?? 0) >= FIRST_SPOKEN_YEAR ? ["English"] : undefined;
}

/** A date far from the film's own year is of another release. Only the first of January is known of many: then the year. */
function releasedOf(film: SourceFilm | undefined, year: number | undefined): string | undefined {
  const date = film?.released;
  if (date === undefined || film?.year === undefined) return undefined;
  if (year !== undefined && Math.abs(film.year - year) > YEARS_APART) return undefined;
  return date.endsWith("-01-01") ? date.slice(0, 4) : date;
}

const atLeast = <T>(least: number, values: readonly T[] | undefined) =>
  values && values.length >= least ? values.slice(0, MOST_CAST) : undefined;

type Offer<T> = readonly [T | undefined, FactSource];

/** The first source that knows any, as a field of the facts. */
function field<K extends "directors" | "cast" | "countries" | "languages">(
  name: K,
  ...offers: readonly Offer<readonly string[]>[]
): Pick<FilmFacts, K> {
  const known = offers.find(([values]) => values && values.length > 0);
  return (known ? { [name]: { value: known[0], source: known[1] } } : {}) as Pick<FilmFacts, K>;
}

function one<K extends "runtimeMinutes" | "released" | "oscars">(
  name: K,
  ...offers: readonly Offer<unknown>[]
): Pick<FilmFacts, K> {
  const known = offers.find(([value]) => value !== undefined);
  return (known ? { [name]: { value: known[0], source: known[1] } } : {}) as Pick<FilmFacts, K>;
}

/** In how many films of all sources a name stands: whom people know, where a source has no order of billing. */
function countAppearances(films: readonly SourceFilm[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { cast } of films) for (const name of cast) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

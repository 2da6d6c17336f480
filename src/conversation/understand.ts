/** From what somebody's words ask for to what movies can be ranked by, and what cannot be gone by. */
import type { WholeSeries } from "../catalog/find-series.ts";
import { MIXED_GENRES } from "../catalog/genres.ts";
import type { Movie } from "../catalog/movie.ts";
import { findTitle, isTitle, isTitleOf } from "../catalog/naming.ts";
import { wordsOf } from "../catalog/normalise.ts";
import { countryNames, languageNames } from "../catalog/place-names.ts";
import type { MovieRequest } from "../intent/request.ts";
import { MOODS } from "../intent/terms.ts";
import { alternativesIn } from "../recommender/either-search.ts";
import { likelyMeant } from "./likely-meant.ts";
import { moviesOf } from "./titles.ts";
import { GENRE_OF_MOOD, isKnown, TRAIT_OF_AUDIENCE } from "./traits.ts";
import type { Unmet } from "./unmet.ts";
import type { Wish } from "./wish.ts";
import type { World } from "./world.ts";

export interface Understood {
  readonly wish: Wish;
  readonly unmet: readonly Unmet[];
  /** A title to be like that several movies fit. */
  readonly unclear?: { readonly said: string; readonly movies: readonly Movie[] };
  /** A name that several people have, of whom none is known by far the best. */
  readonly namesakes?: { readonly said: string; readonly names: readonly string[]; readonly isOut: boolean };
  /** Of what was searched for, what no film has nearly all of. */
  readonly closest: readonly string[];
  /** Words of it that nothing is known of. */
  readonly strange: readonly string[];
}

export function understand(world: World, asked: MovieRequest): Understood {
  const genreFor = (mood: MovieRequest["moodsIn"][number]) =>
    isKnown(world, mood) ? undefined : GENRE_OF_MOOD[mood];
  const audience = TRAIT_OF_AUDIENCE[asked.audience];
  const wanted = [
    ...asked.moodsIn.filter((mood) => !genreFor(mood)),
    ...asked.keywordsIn,
    ...asked.about.filter((words) => isKnown(world, words)),
  ];
  const occasion = audience === undefined || asked.ideally.includes(audience) ? [] : [audience];
  const traitsIn = [...occasion, ...wanted, ...comforting(asked)];
  // "a love story that isn't soppy" still is one
  const isLove = asked.genresIn.includes("Romance");
  const moodsOut = asked.moodsOut.filter((mood) => !(isLove && mood === "romantic"));
  /** "Except Batman", "not Scream": who names what a series goes by has no other film of it in mind. */
  const series = (said: string) =>
    world.catalog.wholeSeries(said) ?? world.catalog.series.named(said) ?? seriesKnownAs(world, said);
  /** "Nothing with Narnia", "no Elf": what is no theme may be a film, or what a series goes by. */
  const isName = (theme: string) =>
    !isKnown(world, theme) &&
    (series(theme) !== undefined || isTitle(world.catalog, theme) || isNickname(world, theme));
  const isMixed = (theme: string) => MIXED_GENRES[theme] !== undefined;
  /** Whoever loves a film knows it, and asks for none like it where others are to be alike. */
  const lovedBesides =
    asked.similarTo.length > 0 ? asked.favourites.filter((title) => !asked.similarTo.includes(title)) : [];
  const namesOut = [
    ...asked.titlesOut,
    ...asked.keywordsOut.filter((theme) => !isMixed(theme) && isName(theme)),
  ];
  const themesOut = asked.keywordsOut
    .filter((theme) => !isMixed(theme) && !isName(theme))
    .flatMap((theme) => [theme, ...(ALONG_WITH[theme] ?? []).filter((other) => isKnown(world, other))]);
  const traitsOut = [...moodsOut.filter((mood) => !genreFor(mood)), ...themesOut];
  const known = (traits: readonly string[]) => unique(traits.filter((trait) => isKnown(world, trait)));
  /** What is no theme by name is searched for. */
  const nameless = asked.keywordsIn.filter((theme) => !isKnown(world, theme));
  /** Beside films that others are to be like it orders, and rules nothing out. */
  const isLikened = asked.similarTo.length > 0;
  const free = unique(
    [...asked.about, ...(isLikened ? [] : nameless)].filter((words) => !isKnown(world, words)),
  );
  const welcome = unique([...asked.ideally, ...(isLikened ? nameless : [])]).filter(
    (words) => !free.includes(words),
  );
  const about = free.filter((words) => world.recommender.search(words).size > 0);
  const ideally = welcome.filter(
    (words) => isKnown(world, words) || world.recommender.search(words).size > 0,
  );
  const searched = about
    .filter((words) => !alternativesIn(words, (part) => isKnown(world, part)))
    .map((words) => ({ words, found: world.catalog.about(words) }));
  const unknown = unique(
    [...traitsIn, ...traitsOut].filter(
      (trait) => !isKnown(world, trait) && !free.includes(trait) && !welcome.includes(trait),
    ),
  );
  const isMood = (trait: string) => MOODS.some((mood) => mood === trait);
  const [moods, themes] = [
    unknown.filter(isMood),
    [
      ...[...free, ...welcome].filter((words) => !about.includes(words) && !ideally.includes(words)),
      ...unknown.filter((trait) => !isMood(trait)),
    ],
  ];
  const similar = asked.similarTo.map((said) => ({
    said,
    found: likelyMeant(
      world,
      said,
      asked.similarTo.length + about.length + known(wanted).length,
      asked.similarTo.filter((title) => title !== said),
    ),
  }));
  const unclear = similar.flatMap(({ said, found }) =>
    found.kind === "several" ? [{ said, movies: found.movies }] : [],
  )[0];
  const lost = similar.flatMap(({ said, found }) =>
    found.kind === "none" || found.kind === "named" ? [said] : [],
  );
  const { facts } = world.catalog;
  const person = (said: string) => facts.filmsBy(said)?.name ?? [];
  const isNobodys = (said: string) => !facts.filmsBy(said);
  const unsure = unique([...asked.peopleIn, ...asked.peopleOut].filter(isNobodys));
  const namesakes = unsure.flatMap((said) => {
    const names = facts.namesakes(said).map(({ name }) => name);
    return names.length > 0 ? [{ said, names, isOut: !asked.peopleIn.includes(said) }] : [];
  });
  const strangers = unsure.filter((name) => namesakes.every(({ said }) => said !== name));
  const seriesOut = namesOut.flatMap((said) => series(said)?.name ?? []);
  /** "Not The Girl with the Dragon Tattoo" rules out all of a series, and the film of the name that does not stand in it. */
  const rowsOut = seriesOut.map((name) => facts.filmsBy(name)?.rows);
  const isOfSeriesOut = (id: string) => rowsOut.some((rows) => rows?.has(world.catalog.rowOf(id)!));
  const knows = !facts.isEmpty;
  return {
    wish: {
      filters: {
        genresIn: unique([...asked.genresIn, ...asked.moodsIn.flatMap((mood) => genreFor(mood) ?? [])]),
        genresOut: unique([
          ...asked.genresOut,
          ...moodsOut.flatMap((mood) => genreFor(mood) ?? []),
          ...asked.keywordsOut.filter(isMixed),
        ]),
        yearFrom: asked.yearFrom,
        yearTo: asked.yearTo,
        yearsOut: asked.yearsOut,
        traitsIn: known(traitsIn),
        traitsOut: known(traitsOut),
        standings: unique(asked.standings),
        moviesOut: unique([
          ...namesOut.flatMap((said) => ruledOut(world, said)),
          ...lovedBesides.flatMap((said) => titled(world, said)),
        ]).filter((id) => !isOfSeriesOut(id)),
        peopleIn: unique(asked.peopleIn.flatMap(person)),
        peopleOut: unique([...asked.peopleOut.flatMap(person), ...seriesOut]),
        languages: knows ? asked.languages.map(languageNames) : [],
        countries: knows ? asked.countries.map(countryNames) : [],
        languagesOut: knows ? asked.languagesOut.map(languageNames) : [],
        countriesOut: knows ? asked.countriesOut.map(countryNames) : [],
        about,
        ideally,
        minutesFrom: knows ? asked.runtimeFrom : 0,
        minutesTo: knows ? asked.runtimeTo : 0,
        certificates: asked.certificates,
      },
      near: unique(similar.flatMap(({ found }) => (found.kind === "one" ? [found.movie.id] : []))),
      loved: asked.similarTo.length > 0 && asked.similarTo.every((said) => asked.favourites.includes(said)),
      isOfList: false,
    },
    unmet: [
      ...(!knows &&
      (asked.runtimeFrom > 0 ||
        asked.runtimeTo > 0 ||
        asked.shifts.some((shift) => shift === "shorter" || shift === "longer"))
        ? [{ kind: "runtime" } as const]
        : []),
      ...(strangers.length > 0 ? [{ kind: "people", names: strangers } as const] : []),
      ...(!knows && asked.languages.length > 0 ? [{ kind: "language" } as const] : []),
      ...(!knows && asked.countries.length > 0 ? [{ kind: "country" } as const] : []),
      ...(moods.length > 0 ? [{ kind: "moods", names: moods } as const] : []),
      ...(themes.length > 0 ? [{ kind: "themes", names: themes } as const] : []),
      ...(lost.length > 0 ? [{ kind: "title", names: lost } as const] : []),
    ],
    ...(unclear && { unclear }),
    ...(namesakes[0] && { namesakes: namesakes[0] }),
    closest: searched.flatMap(({ words, found }) => (found.isSure ? [] : [words])),
    strange: unique(searched.flatMap(({ found }) => found.unknown)),
  };
}

/** Who wants nothing sad or dark, and says no more, wants the opposite. */
const comforting = ({ moodsIn, moodsOut, genresIn, keywordsIn, about, similarTo }: MovieRequest): string[] =>
  moodsOut.some((mood) => mood === "sad" || mood === "dark") &&
  [moodsIn, genresIn, keywordsIn, about, similarTo].every((list) => list.length === 0)
    ? ["feel-good"]
    : [];

/**
 * A title that is not wanted rules out every movie of that name, and of several words all that are called so ("not Blair Witch"):
 * asking which would be beside the point.
 */
function ruledOut(world: World, said: string): string[] {
  const called = NAMES_A_YEAR.test(said) ? [] : world.catalog.titlesWith(said);
  if (called.length > 0 && called.length <= MOST_OF_A_NAME) return called.map(({ id }) => id);
  return titled(world, said);
}

/** The movies of just that name. */
function titled({ catalog }: World, said: string): string[] {
  const found = findTitle(catalog, said);
  if (found.kind === "one") return [found.movie.id];
  return moviesOf(found)
    .filter((movie) => isTitleOf(said, movie))
    .map(({ id }) => id);
}

const NAMES_A_YEAR = /\d{4}\)?$/;
/** In more titles words stand by chance. */
const MOST_OF_A_NAME = 20;

/** Who wants to see none of these wants none of what is more of the same. */
const ALONG_WITH: Readonly<Record<string, readonly string[]>> = {
  disney: ["pixar"],
  hospital: ["doctors"],
  violence: ["gore", "torture"],
  gore: ["body horror"],
  nudity: ["sex scenes"],
  "sex scenes": ["nudity"],
};

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** "Not shawshank": one film that everybody knows goes by the word. */
function isNickname({ catalog }: World, said: string): boolean {
  const found = catalog.find(said);
  if (found.kind !== "one" || !catalog.isWellKnown(found.movie)) return false;
  const title = new Set(wordsOf(found.movie.title));
  return wordsOf(said).every((word) => title.has(word));
}

/** "Batman", "Narnia": all that goes by it, but not where it is the title of one of them alone ("Aliens"). */
function seriesKnownAs({ catalog }: World, said: string): WholeSeries | undefined {
  const whole = `${said} films`;
  const found = catalog.wholeSeries(whole);
  const isSame = found && found.name.toLowerCase() === whole.toLowerCase();
  return isSame || !isTitle(catalog, said) ? found : undefined;
}

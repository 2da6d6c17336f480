/** The movies that can be spoken of, by id, by row and by title. Pure: no clock, no chance, no I/O. */
import { type AboutSearch, createAboutSearch } from "./about/about.ts";
import { createNearPlots, type NearPlots } from "./about/near-plots.ts";
import { NO_SEARCH_INDEX } from "./about/search-index.ts";
import { createPlotReader, type PlotReader } from "./about/told-plots.ts";
import { createWordFits } from "./about/word-fits.ts";
import { createFactIndex, type FactIndex } from "./fact-index.ts";
import { fameOf, leastFames, wellKnownFrom } from "./fame.ts";
import { createSeriesIndex, type SeriesIndex } from "./film-series.ts";
import { findTitle, nearlyCalled, wholeSeries } from "./find.ts";
import type { WholeSeries } from "./find-series.ts";
import { type Knowledge, NOTHING_KNOWN } from "./knowledge.ts";
import { createLikeness, type Likeness } from "./likeness.ts";
import { type Mention, mentionsIn } from "./mentions.ts";
import type { Movie, MovieId } from "./movie.ts";
import { type MovieLink, movieLinkIn } from "./movie-link.ts";
import { keyOf, withoutArticle, wordsOf } from "./normalise.ts";
import { once } from "./once.ts";
import { createOverlapIndex } from "./overlap.ts";
import { searchTitles } from "./search.ts";
import { createTitleIndex } from "./title-index.ts";
import { MOST_OFFERED, type TitleMatch } from "./title-match.ts";
import { createTitlesWith } from "./titles-with.ts";

export type { TitleMatch } from "./title-match.ts";

/** Rows are those of the item embeddings, from 0. */
export interface Catalog extends Knowledge {
  /** What is known of films, as they are chosen by it. */
  readonly facts: FactIndex;
  /** The series that films stand in. */
  readonly series: SeriesIndex;
  /** [n] in the order of the rows */
  readonly movies: readonly Movie[];
  byId(id: MovieId): Movie | undefined;
  rowOf(id: MovieId): number | undefined;
  /** Whether nearly everybody has heard of the movie. */
  isWellKnown(movie: Movie): boolean;
  /** Whether any movie may go by exactly this key, with or without its year behind it: cheap, for most texts are no title. */
  isKeyOfTitle(key: string): boolean;
  /** The movie somebody names by title, with or without its year, by IMDb id, or by a link to IMDb, TMDB or Letterboxd. */
  find(text: string): TitleMatch;
  /**
   * Movies of a year, or of one beside it, that a title may mean which no movie goes by: a part of their name, a place in a
   * series, all letters but one. Where it is none of these it costs little, however long the title.
   */
  nearlyCalled(title: string, year: number): readonly Movie[];
  /** Movies in whose titles these words stand, one behind the other; none for a single word. */
  titlesWith(name: string): readonly Movie[];
  /** Movies that go by the very title of one, itself among them. */
  ofTheSameName(movie: Movie): readonly Movie[];
  /** The series that a text asks for as a whole: "all the Rockys", "the Bourne movies". */
  wholeSeries(text: string): WholeSeries | undefined;
  /** What an unfinished title may become, best first and at most `limit`; the most rated movies for an empty text. */
  search(text: string, limit: number): readonly Movie[];
  /** Movies by what they are about: "a house lifted by balloons". Finds none where nothing is known of any. */
  readonly about: AboutSearch;
  /** Whether one film has so much more of a text than any other that it tells its story. */
  tellsOneFilm(text: string): boolean;
  /** The stories of a sort that a text tells, each by the words that tell it. */
  readonly storiesIn: PlotReader;
  /** The kinds of stories that a text comes near by its meaning. None where nothing is known of any. */
  readonly storiesNear: NearPlots;
  /** How alike films are to one by what is known of them; all 0 where that is nothing. */
  readonly likeness: Likeness;
  /** The films that a text speaks of, in the order of the text. */
  mentions(text: string): readonly Mention[];
}

/** Longer than any title; longer texts are not looked up. */
const LONGEST_TEXT = 250;

/**
 * The title index is built by the first search (tens of milliseconds for 10,000 movies), not here.
 *
 * @param movies in row order of the item embeddings, each id once
 * @param knowledge what is known of them besides; default: nothing
 */
export function createCatalog(movies: readonly Movie[], knowledge: Knowledge = NOTHING_KNOWN): Catalog {
  const rows = new Map(movies.map(({ id }, row) => [id, row]));
  const source = once(() => {
    const titles = createTitleIndex(movies);
    const overlap = createOverlapIndex(titles.names);
    return {
      movies,
      titles,
      overlap,
      names: knowledge.names,
      series,
      fameOfPerson: facts.fameOf,
      ...leastFames(movies),
    };
  });

  const series = createSeriesIndex(movies, knowledge);
  const wholeOf = (text: string) => wholeSeries(source(), text);
  const facts = createFactIndex(movies, knowledge, { named: series.named, whole: wholeOf });
  const titlesWith = createTitlesWith(movies);
  const leastFame = once(() => wellKnownFrom(movies));
  const rowOf = (id: MovieId) => rows.get(id);
  const searchIndex = once(() => knowledge.searchIndex?.() ?? NO_SEARCH_INDEX);
  const plotsIn = once(() => createPlotReader(searchIndex().plots));
  const plotsNear = once(() => createNearPlots(searchIndex()));
  const renown = once(() => {
    const mostKnown = Math.log1p(movies.reduce((most, movie) => Math.max(most, fameOf(movie)), 1));
    return (row: number) => Math.log1p(fameOf(movies[row]!)) / mostKnown;
  });
  const fits = once(() => createWordFits(searchIndex(), rowOf, renown(), plotsIn()));
  const about = once(() =>
    createAboutSearch(searchIndex(), rowOf, renown(), {
      plotsIn: plotsIn(),
      nearPlots: plotsNear(),
      fits: fits(),
    }),
  );
  const byId = (id: MovieId) => {
    const row = rows.get(id);
    return row === undefined ? undefined : movies[row];
  };
  /** A link names its movie for sure or not at all: what only resembles its title is not meant. */
  const linked = (link: MovieLink): TitleMatch => {
    if (link.site === "letterboxd") {
      const { title, year } = link;
      const named = (source().titles.exact.get(keyOf(wordsOf(title))) ?? []).map((row) => movies[row]!);
      return matchOf(named.filter((movie) => year === undefined || movie.year === year));
    }
    const movie = movies.find((each) =>
      link.site === "imdb" ? (each.imdbId ?? each.id) === link.id : each.tmdbId === link.id,
    );
    return matchOf(movie ? [movie] : []);
  };

  return {
    ...knowledge,
    facts,
    series,
    movies,
    byId,
    rowOf,
    isWellKnown: (movie) => fameOf(movie) >= leastFame(),
    isKeyOfTitle(key) {
      const { bare } = source().titles;
      return bare.has(key) || (/\d{4}$/.test(key) && bare.has(key.slice(0, -4)));
    },
    find(text) {
      if (text.length > LONGEST_TEXT) return { kind: "none", suggestions: [] };
      const link = movieLinkIn(text);
      return link ? linked(link) : findTitle(source(), text);
    },
    nearlyCalled: (title, year) => (title.length > LONGEST_TEXT ? [] : nearlyCalled(source(), title, year)),
    titlesWith,
    ofTheSameName: ({ title }) =>
      (source().titles.bare.get(keyOf(withoutArticle(wordsOf(title)))) ?? []).map((row) => movies[row]!),
    about: (text, options) => about()(text, options),
    tellsOneFilm: (text) => fits()(text).one !== undefined,
    storiesIn: (text) => plotsIn()(text),
    storiesNear: (text) => plotsNear()(text),
    likeness: createLikeness(movies, searchIndex, rowOf, {
      factsOf: knowledge.factsOf,
      people: facts,
      series,
    }),
    wholeSeries: wholeOf,
    search: (text, limit) => searchTitles(source(), text.slice(0, LONGEST_TEXT), limit),
    mentions: (text) => mentionsIn(source(), text),
  };
}

/** Movies of equal claim, of which people are asked about the most rated. */
function matchOf(movies: readonly Movie[]): TitleMatch {
  const [first, ...others] = movies;
  if (!first) return { kind: "none", suggestions: [] };
  if (others.length === 0) return { kind: "one", movie: first };
  const byRatings = [...movies].sort((a, b) => fameOf(b) - fameOf(a));
  return { kind: "several", movies: byRatings.slice(0, MOST_OFFERED) };
}

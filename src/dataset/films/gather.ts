/** Gathers the films of the catalogue, and what is known of them, from the publishers' files and what is written by hand. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { FilmFacts } from "../../catalog/film-facts.ts";
import { type FilmWords, readFilmWords } from "../../catalog/film-words/film-words.ts";
import { type RecentFilm, readRecentFilms } from "../../catalog/film-words/recent-films.ts";
import type { WordsOfFilm } from "../../catalog/knowledge.ts";
import type { Movie, MovieId } from "../../catalog/movie.ts";
import { readYaml } from "../../files/yaml.ts";
import type { RatedMovies } from "../rating-sums.ts";
import { openFolder } from "../source-folder.ts";
import { certificatesOf, readCertificates, type WrittenCertificates } from "./certificates.ts";
import { contentBySigns, readContent, type WrittenContent } from "./content.ts";
import { type Corrections, readCorrections } from "./corrections.ts";
import { crewOf, readCrew, type WrittenCrew } from "./crew.ts";
import { type Crowd, readCrowd } from "./crowd.ts";
import { FILM_FILES, SPARE_FILES } from "./files.ts";
import { type ListedFilm, listFilms, readMovieLensFilms } from "./film-list.ts";
import { readFreebaseFilms } from "./freebase.ts";
import { groupTags, readGroups, type WrittenGroups } from "./groups.ts";
import { type Identity, identifyFilms, readIdentities } from "./identify-films.ts";
import { type FactJoiner, type FactSourcesAtHand, factJoiner } from "./join-facts.ts";
import { oneNameEach } from "./one-name.ts";
import { prizeTags, readNominatedFilms, readOscars } from "./oscars.ts";
import { recentFacts, recentId, sourceIdOf, withRecentFilms } from "./recent.ts";
import { placesInSeries, readSeries, type WrittenSeries } from "./series.ts";
import type { SourceFilm } from "./source-film.ts";
import { readStories, type WrittenStory } from "./stories.ts";
import { bySubject, readSubjects, type WrittenSubjects } from "./subjects.ts";
import { readRecentWikidataFilms, readWikidataFilms } from "./wikidata.ts";
import { readWikipediaFilms } from "./wikipedia.ts";

export interface FilmFiles {
  /** The folder of the publishers' files; data/README.md says which. */
  readonly from: string;
  /** data/films: places.yaml, corrections.yaml, titles.yaml, series.yaml, groups.yaml, subjects.yaml, content.yaml, certificates.yaml, crew/, recent/, words/, stories/. */
  readonly written: string;
  /** Leave out what is under a share-alike licence. */
  readonly withoutFreebase?: boolean;
}

/** All that is at hand about films. */
export interface FilmSources {
  /** Files without which less is known, and that are not in the folder. */
  readonly absent: readonly string[];
  readonly facts: FactSourcesAtHand;
  readonly crowd: Crowd;
  readonly corrections: Corrections;
  readonly identities: ReadonlyMap<MovieId, Identity>;
  readonly series: WrittenSeries;
  readonly groups: WrittenGroups;
  readonly subjects: WrittenSubjects;
  readonly content: WrittenContent;
  readonly certificates: WrittenCertificates;
  readonly crew: WrittenCrew;
  readonly recent: readonly RecentFilm[];
  readonly words: readonly FilmWords[];
  readonly stories: readonly WrittenStory[];
}

const placesSchema = z.object({
  countries: z.record(z.string(), z.string()),
  languages: z.record(z.string(), z.string()),
});

/** @throws DatasetError or Error naming the file and what to mend */
export async function readFilmSources(files: FilmFiles): Promise<FilmSources> {
  const { written, withoutFreebase = false } = files;
  const folder = await openFolder(files.from);
  const textOf = async (name: string) => {
    const file = join(written, name);
    return [await readFile(file, "utf8"), file] as const;
  };
  const places = placesSchema.parse(readYaml(...(await textOf("places.yaml"))));
  const named = new Map([...Object.entries(places.countries), ...Object.entries(places.languages)]);
  const absent = SPARE_FILES.filter((file) => !folder.files.includes(file));
  return {
    absent,
    facts: {
      wikidata: await readWikidataFilms(folder, named),
      recentWikidata: absent.includes(FILM_FILES.recentWikidata) ? [] : await readRecentWikidataFilms(folder),
      wikipedia: absent.includes(FILM_FILES.wikipedia) ? [] : await readWikipediaFilms(folder),
      freebase:
        withoutFreebase || absent.includes(FILM_FILES.freebase) ? [] : await readFreebaseFilms(folder),
      oscars: await readOscars(folder),
      nominated: await readNominatedFilms(folder),
    },
    crowd: await readCrowd(folder),
    corrections: readCorrections(...(await textOf("corrections.yaml"))),
    identities: readIdentities(...(await textOf("titles.yaml"))),
    series: readSeries(...(await textOf("series.yaml"))),
    groups: readGroups(...(await textOf("groups.yaml"))),
    subjects: readSubjects(...(await textOf("subjects.yaml"))),
    content: readContent(...(await textOf("content.yaml"))),
    certificates: readCertificates(...(await textOf("certificates.yaml"))),
    crew: await readCrew(join(written, "crew")),
    recent: await readWritten(join(written, "recent"), readRecentFilms),
    words: await readWritten(join(written, "words"), (yaml, file) => readFilmWords(yaml, file).films),
    stories: await readWritten(join(written, "stories"), readStories),
  };
}

/** What `read` makes of every YAML file of a folder. */
async function readWritten<T>(
  folder: string,
  read: (yaml: string, file: string) => readonly T[],
): Promise<T[]> {
  const names = (await readdir(folder)).filter((file) => file.endsWith(".yaml")).sort();
  const written = names.map(async (name) => {
    const file = join(folder, name);
    return read(await readFile(file, "utf8"), file);
  });
  return (await Promise.all(written)).flat();
}

/** Every film of the catalogue, in the order of the model's rows: the data set's, the crowd's, those written by hand. */
export async function filmsAround(
  { movies, sums }: RatedMovies,
  from: string,
  { facts, crowd, identities, recent }: FilmSources,
): Promise<ListedFilm[]> {
  const films = listFilms({
    own: movies,
    others: await readMovieLensFilms(await openFolder(from)),
    crowd,
    ownSums: sums,
  });
  const knowing = [facts.wikidata, facts.nominated, facts.recentWikidata, facts.wikipedia];
  return withRecentFilms(identifyFilms(films, knowing, identities), recent, crowd);
}

/** What is known of each film, what is written by hand before what any source says. */
export function gatherFacts(
  movies: readonly Movie[],
  { facts, corrections, series, crew, groups, certificates, recent }: FilmSources,
): {
  readonly facts: ReadonlyMap<MovieId, FilmFacts>;
  /** Films of series, of crews and with a certificate that are not among the movies. */
  readonly notListed: readonly string[];
  readonly disagreements: ReturnType<FactJoiner["disagreements"]>;
} {
  const joiner = factJoiner(facts, movies);
  const written = new Map(recent.map((film) => [recentId(film), recentFacts(film)]));
  const { places, unknown } = placesInSeries(movies, series);
  const { facts: crews, unknown: unknownOfCrews } = crewOf(movies, crew, groups);
  const rated = certificatesOf(movies, certificates);
  const inSeries = (id: MovieId): FilmFacts => {
    const value = places.get(id);
    return value ? { series: { value, source: "by hand" } } : {};
  };
  const byHand = (id: MovieId): FilmFacts => ({ ...corrections.get(id), ...written.get(id) });
  const names = oneNameEach(
    movies.map((movie) => [...joiner.tellings(movie), peopleIn(byHand(movie.id))]),
    [facts.wikidata, facts.recentWikidata],
  );
  const gathered = new Map(
    movies.map((movie) => [
      movie.id,
      withOneName(names, {
        ...joiner.factsOf(movie),
        ...inSeries(movie.id),
        ...crews.get(movie.id),
        ...rated.facts.get(movie.id),
        ...byHand(movie.id),
      }),
    ]),
  );
  return {
    facts: gathered,
    notListed: [...unknown, ...unknownOfCrews, ...rated.unknown],
    disagreements: joiner.disagreements(),
  };
}

const peopleIn = ({ directors, cast }: FilmFacts) => ({
  directors: directors?.value ?? [],
  cast: cast?.value ?? [],
});

function withOneName(names: ReadonlyMap<string, string>, facts: FilmFacts): FilmFacts {
  const { directors, cast } = facts;
  const named = <T extends NonNullable<FilmFacts["cast"]>>(fact: T): T => ({
    ...fact,
    value: [...new Set(fact.value.map((name) => names.get(name) ?? name))],
  });
  return {
    ...facts,
    ...(directors && { directors: named(directors) }),
    ...(cast && { cast: named(cast) }),
  };
}

/** What is written here about films, by movie; of films that are not on the list it is passed over. */
export function gatherWords(
  films: readonly ListedFilm[],
  { words, recent, groups, subjects, content, facts }: FilmSources,
): Map<MovieId, WordsOfFilm> {
  const movies = films.map(({ movie }) => movie);
  const ofGroups = groupTags(movies, groups);
  const inOrder = bySubject(movies, subjects);
  const bySigns = contentBySigns(movies, content);
  const listed = new Map(films.map(({ sourceId, movie }) => [sourceId, movie]));
  const written = [
    ...words.map((film) => [String(film.id), film] as const),
    ...recent.map((film) => [sourceIdOf(film), film] as const),
  ];
  return new Map(
    written.flatMap(([sourceId, { line, tags, phrases }]) => {
      const movie = listed.get(sourceId);
      if (!movie) return [];
      const prizes = prizeTags(facts.oscars.get(movie.imdbId ?? movie.id));
      const all = [...new Set([...tags, ...(ofGroups.get(movie.id) ?? []), ...prizes])];
      const told = [...all, ...bySigns(movie, all)];
      return [[movie.id, { line, phrases, ...inOrder(movie, told) }]];
    }),
  );
}

/** What is written here of films' stories, by movie; of films that are not on the list it is passed over. */
export function gatherStories(
  films: readonly ListedFilm[],
  { stories }: FilmSources,
): ReadonlyMap<MovieId, string> {
  const listed = new Map(films.map(({ sourceId, movie }) => [sourceId, movie.id]));
  return new Map(
    stories.flatMap(({ id, story }) => {
      const movie = listed.get(String(id));
      return movie === undefined ? [] : [[movie, story]];
    }),
  );
}

/** How a film's page begins, and who is named in it for having made the film or being in it. */
export interface FilmPage {
  readonly extract: string;
  readonly people: readonly string[];
}

/** The open pages of films, by movie; of those that have one. */
export function gatherPages(
  facts: ReadonlyMap<MovieId, FilmFacts>,
  wikipedia: readonly SourceFilm[],
): Map<MovieId, FilmPage> {
  const pages = new Map(wikipedia.map((film) => [film.wikipedia, film]));
  return new Map(
    [...facts].flatMap(([id, { wikipedia: title, directors, cast }]) => {
      const page = title === undefined ? undefined : pages.get(title);
      if (page?.extract === undefined) return [];
      const people = [...(page.cast ?? []), ...(directors?.value ?? []), ...(cast?.value ?? [])];
      return [[id, { extract: page.extract, people }]];
    }),
  );
}

/** Sorts and subjects of films as Wikidata and Wikipedia have them, by movie; of those that either tells something of. */
export function gatherKinds(
  facts: ReadonlyMap<MovieId, FilmFacts>,
  { wikidata, wikipedia }: Pick<FactSourcesAtHand, "wikidata" | "wikipedia">,
): Map<MovieId, readonly string[]> {
  const kindsBy = (films: readonly SourceFilm[], key: "wikidata" | "wikipedia") =>
    new Map(films.map((film) => [film[key], film.kinds ?? []]));
  const [byId, byPage] = [kindsBy(wikidata, "wikidata"), kindsBy(wikipedia, "wikipedia")];
  return new Map(
    [...facts].flatMap(([id, known]) => {
      const kinds = [
        ...((known.wikidata !== undefined && byId.get(known.wikidata)) || []),
        ...((known.wikipedia !== undefined && byPage.get(known.wikipedia)) || []),
      ];
      return kinds.length === 0 ? [] : [[id, kinds]];
    }),
  );
}

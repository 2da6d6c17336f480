/** How well films are found by what they are about. */
import type { About } from "../../catalog/about/about.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { meanOf } from "../mean.ts";
import { createTitleLookup, type Question } from "./questions.ts";

/** A question, and what came of it. */
export interface Answered {
  readonly question: Question;
  readonly about: About;
  /** Rows of its movies, as far as the catalogue has them. */
  readonly wanted: ReadonlySet<number>;
  /** From 1: where the first of them stands; undefined where none is among those found. */
  readonly place?: number;
  /** Whether something is written here about one of its movies. */
  readonly isWritten: boolean;
  /** Of the first ten found, the share that is known to fit. */
  readonly fitting: number;
}

const LIMIT = 50;
const FIRST = 10;

export function answer(catalog: Catalog, questions: readonly Question[]): Answered[] {
  const rowsOf = createTitleLookup(catalog.movies);
  return questions.map((question) => {
    const about = catalog.about(question.text, { limit: LIMIT });
    const wanted = new Set(question.movies.flatMap(rowsOf));
    const rows = about.films.map(({ row }) => row);
    const place = rows.findIndex((row) => wanted.has(row)) + 1;
    const fitting = rows.slice(0, FIRST).filter((row) => wanted.has(row)).length / FIRST;
    const isWritten = [...wanted].some((row) => catalog.wordsOf(catalog.movies[row]!.id) !== undefined);
    return { question, about, wanted, fitting, isWritten, ...(place > 0 && { place }) };
  });
}

export interface AboutMeasures {
  readonly questions: number;
  /** Of questions that mean a film, the share whose film is first, among the first five, and among the first ten. */
  readonly first: number;
  readonly firstFive: number;
  readonly firstTen: number;
  readonly firstFiveObscure: number;
  /** The same of films that something is written about here. */
  readonly firstFiveWritten: number;
  /** Mean shares of the first ten known to fit. */
  readonly themes: number;
  readonly posts: number;
  /** Of real questions, the share that is not taken for talk; of talk, the share that is not taken for a question. */
  readonly kept: number;
  readonly turnedAway: number;
}

export function measure(answered: readonly Answered[]): AboutMeasures {
  const of = (kind: Question["kind"]) => answered.filter(({ question }) => question.kind === kind);
  const within = (most: number) => (one: Answered) => (one.place ?? Number.POSITIVE_INFINITY) <= most;
  const films = of("film");
  const fitting = (list: readonly Answered[]) => meanOf(list.map((one) => one.fitting));
  return {
    questions: answered.length,
    first: share(films, within(1)),
    firstFive: share(films, within(5)),
    firstTen: share(films, within(10)),
    firstFiveObscure: share(
      films.filter(({ question }) => question.obscure),
      within(5),
    ),
    firstFiveWritten: share(
      films.filter(({ isWritten }) => isWritten),
      within(5),
    ),
    themes: fitting(of("theme")),
    posts: fitting(of("post")),
    kept: share(
      answered.filter(({ question }) => question.kind !== "none"),
      ({ about }) => about.isQuestion,
    ),
    turnedAway: share(of("none"), ({ about }) => !about.isQuestion),
  };
}

const share = <T>(list: readonly T[], holds: (one: T) => boolean): number =>
  meanOf(list.map((one) => (holds(one) ? 1 : 0)));

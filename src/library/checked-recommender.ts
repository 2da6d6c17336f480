/** The recommender as programs outside get it: what they pass in is checked at the door, and refused in a sentence. */
import { z } from "zod";
import type { Model } from "../artifacts/model.ts";
import { CERTIFICATES } from "../catalog/certificates.ts";
import type { FactIndex } from "../catalog/fact-index.ts";
import type { MovieId } from "../catalog/movie.ts";
import { type Feedback, VERDICTS, type Verdict } from "../recommender/feedback.ts";
import type { Filters } from "../recommender/filters.ts";
import { LEAST_OBVIOUS, MOST_OBVIOUS } from "../recommender/obviousness.ts";
import type { Policy } from "../recommender/policy.ts";
import {
  createRecommender as create,
  type RankOptions,
  type Recommender,
} from "../recommender/recommender.ts";
import type { Evidence, Taste } from "../recommender/user-model.ts";
import { checked, InputError } from "./checked.ts";

const id = z
  .string({ error: "a movie's id is a text, such as tt0113277" })
  .min(1, "a movie's id is not empty");
const time = z.number({ error: "a time is a number of milliseconds since 1970" });
const feedbackSchema = z.object({
  movie: id,
  verdict: z.enum(VERDICTS, { error: `a verdict is one of ${VERDICTS.join(", ")}` }),
  atMs: time,
});
const names = z.array(z.string());
const yearOrNone = z.int("a year is a whole number, 0 for none");
const filtersSchema = z.strictObject({
  genresIn: names,
  genresOut: names,
  yearFrom: yearOrNone,
  yearTo: yearOrNone,
  yearsOut: z.array(z.object({ from: z.int(), to: z.int() })),
  traitsIn: names,
  traitsOut: names,
  traitsSomewhat: names.optional(),
  aboutSomewhat: names.optional(),
  certificates: z.array(z.enum(CERTIFICATES)).default([]),
  mayBeInPart: z.boolean().optional(),
  mayBeUnrated: z.boolean().optional(),
  standings: z.array(z.enum(["acclaimed", "hidden gem", "popular"])),
  moviesOut: names,
  peopleIn: names,
  peopleOut: names,
  languages: z.array(names),
  countries: z.array(names),
  languagesOut: z.array(names).default([]),
  countriesOut: z.array(names).default([]),
  about: names.default([]),
  ideally: names.default([]),
  minutesFrom: z.int(),
  minutesTo: z.int(),
});
const rankSchema = z.object({
  feedback: z.array(feedbackSchema).optional(),
  without: z.custom<Iterable<unknown>>(isIterable, "expected a list of movies' ids").optional(),
  accepts: z.instanceof(Function, { error: "expected a function of a row" }).optional(),
  among: z.instanceof(Set, { error: "expected a set of rows" }).optional(),
  atMs: time.optional(),
  limit: z.int().min(1, "at least one movie").optional(),
  filters: filtersSchema.optional(),
  near: z.array(z.int().min(0)).optional(),
  loved: z.boolean().optional(),
  obviousness: z.number().min(LEAST_OBVIOUS).max(MOST_OBVIOUS).optional(),
  surprise: z.boolean().optional(),
  after: z.array(z.int().min(0)).optional(),
  seed: z.int().optional(),
  person: z.int().optional(),
});

/** A movie's id and what is thought of it now; undefined for nothing any more. */
const opinionSchema = z.tuple([id, feedbackSchema.shape.verdict.optional()], "expected [movie, verdict]");

const evidenceSchema = z.object({ row: z.int(), verdict: feedbackSchema.shape.verdict });
type Opinions = readonly (readonly [MovieId, Verdict | undefined])[];

export interface CheckedOptions {
  /** Facts by which filters on people, languages, countries and lengths are held. Default: none. */
  readonly facts?: FactIndex;
  /** Is told of movies that the model does not know, which count for nothing. Default: a warning of the process. */
  readonly onUnknown?: (movies: readonly MovieId[]) => void;
}

/** Every call throws InputError where what is passed in is not of its form. @see Recommender */
export function createRecommender(
  model: Model,
  policy: Policy,
  { facts, onUnknown = warn }: CheckedOptions = {},
): Recommender {
  if (!isModel(model) || typeof policy?.ranking !== "object")
    throw new InputError(
      "createRecommender takes a model, from readArtifacts or trainModel, and a policy, from policyFrom",
    );
  const recommender = create(model, policy, facts);
  const tellUnknown = (movies: readonly MovieId[]): void => {
    const unknown = movies.filter((movie) => recommender.rowOf(movie) === undefined);
    if (unknown.length > 0) onUnknown([...new Set(unknown)]);
  };
  const checkedFeedback = (given: unknown): readonly Feedback[] => {
    const feedback = checked<readonly Feedback[]>("feedback", z.array(feedbackSchema), given);
    tellUnknown(feedback.map(({ movie }) => movie));
    return feedback;
  };
  const checkedFilters = (given: unknown): Filters => {
    const filters = checked<Filters>("filters", filtersSchema, given);
    tellUnknown(filters.moviesOut);
    return filters;
  };
  const ranked = (given: RankOptions = {}): RankOptions => {
    const {
      feedback = [],
      filters,
      near = [],
      after = [],
      ...options
    } = checked<RankOptions>("options", rankSchema, given);
    const without = checked<readonly MovieId[]>("options.without", z.array(id), [...(options.without ?? [])]);
    tellUnknown([...feedback.map(({ movie }) => movie), ...without, ...(filters?.moviesOut ?? [])]);
    for (const row of [...near, ...after]) inRange(row);
    return { ...given, without };
  };
  const own = new WeakSet<Taste>();
  const made = <T extends Taste | undefined>(taste: T): T => {
    if (taste) own.add(taste);
    return taste;
  };
  const ofOurs = (taste: Taste): Taste => {
    if (own.has(taste)) return taste;
    throw new InputError("taste: not one that this recommender made, with taste() or observe()");
  };
  const inRange = (row: number): number => {
    if (!Number.isInteger(row) || row < 0 || row >= model.movies.length)
      throw new InputError(`row ${row}: expected a whole number from 0 to ${model.movies.length - 1}`);
    return row;
  };
  return {
    ...recommender,
    movie: (row) => recommender.movie(inRange(row)),
    taste: (feedback) => made(recommender.taste(checkedFeedback(feedback))),
    observe: (taste, given) => made(recommender.observe(ofOurs(taste), checkedFeedback([given])[0]!)),
    revise(taste, given) {
      const opinions = checked<Opinions>("opinions", z.array(opinionSchema), [...given]);
      tellUnknown(opinions.map(([movie]) => movie));
      return made(recommender.revise(ofOurs(taste), opinions));
    },
    sumsOf: (taste) => recommender.sumsOf(ofOurs(taste)),
    resume(evidence, sums) {
      for (const { row } of checked<readonly Evidence[]>("evidence", z.array(evidenceSchema), evidence))
        inRange(row);
      if (!(sums instanceof Float64Array)) throw new InputError("sums: expected those of sumsOf");
      return made(recommender.resume(evidence, sums));
    },
    rank: (taste, options) => recommender.rank(ofOurs(taste), ranked(options)),
    relax: (taste, options) => recommender.relax(ofOurs(taste), ranked(options)),
    passes: (row, filters) => recommender.passes(inRange(row), checkedFilters(filters)),
    explain: (taste, row, filters) =>
      recommender.explain(ofOurs(taste), inRange(row), filters && checkedFilters(filters)),
    genres: (taste) => recommender.genres(ofOurs(taste)),
    excluded: (feedback, atMs) =>
      recommender.excluded(checkedFeedback(feedback), checked("atMs", time, atMs)),
  };
}

const warn = (movies: readonly MovieId[]): void =>
  process.emitWarning(
    `This model knows no movie ${movies.slice(0, 5).join(", ")}${movies.length > 5 ? ", ..." : ""}: what was said of it counts for nothing.`,
    "MatineeWarning",
  );

function isIterable(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** Of the shape alone: numbers are looked at where a model is read or trained. */
function isModel(model: Model): boolean {
  return (
    Array.isArray(model?.movies) &&
    model.embeddings instanceof Float32Array &&
    model.embeddings.length === model.movies.length * model.dimensions &&
    model.prior?.covariance instanceof Float64Array &&
    model.traits instanceof Map
  );
}

/** The recommender as programs outside get it: what they pass in is checked at the door, and refused in a sentence. */
import { z } from "zod";
import type { Model } from "./artifacts/model.ts";
import type { FactIndex } from "./catalog/fact-index.ts";
import type { MovieId } from "./catalog/movie.ts";
import { type Feedback, VERDICTS } from "./recommender/feedback.ts";
import type { Filters } from "./recommender/filters.ts";
import type { Policy } from "./recommender/policy.ts";
import {
  createRecommender as create,
  type RankOptions,
  type Recommender,
} from "./recommender/recommender.ts";

/** Something passed in that cannot be worked with. The message says where, what was found and what is expected. */
export class InputError extends TypeError {
  override name = "InputError";
}

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
  standings: z.array(z.enum(["acclaimed", "hidden gem", "popular"])),
  moviesOut: names,
  peopleIn: names,
  peopleOut: names,
  languages: z.array(names),
  countries: z.array(names),
  minutesFrom: z.int(),
  minutesTo: z.int(),
});
const rankSchema = z.object({
  feedback: z.array(feedbackSchema).optional(),
  atMs: time.optional(),
  limit: z.int().min(1, "at least one movie").optional(),
  filters: filtersSchema.optional(),
  near: z.array(z.int().min(0)).optional(),
  seed: z.int().optional(),
});

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
  if (!Array.isArray(model?.movies) || !(model.embeddings instanceof Float32Array))
    throw new InputError(
      "createRecommender takes a model, from readArtifacts or trainModel, and a policy, from policyFrom",
    );
  const recommender = create(model, policy, facts);
  const heard = (feedback: readonly Feedback[]): readonly Feedback[] => {
    const unknown = feedback.filter(({ movie }) => recommender.rowOf(movie) === undefined);
    if (unknown.length > 0) onUnknown([...new Set(unknown.map(({ movie }) => movie))]);
    return feedback;
  };
  const checkedFeedback = (given: unknown) => heard(checked("feedback", z.array(feedbackSchema), given));
  const ranked = (options: RankOptions): RankOptions => {
    checked("options", rankSchema, options ?? {});
    if (options?.feedback) heard(options.feedback);
    return options ?? {};
  };
  const inRange = (row: number): number => {
    if (!Number.isInteger(row) || row < 0 || row >= model.movies.length)
      throw new InputError(`row ${row}: expected a whole number from 0 to ${model.movies.length - 1}`);
    return row;
  };
  return {
    ...recommender,
    movie: (row) => recommender.movie(inRange(row)),
    taste: (feedback) => recommender.taste(checkedFeedback(feedback)),
    observe: (taste, given) => recommender.observe(taste, checkedFeedback([given])[0]!),
    rank: (taste, options) => recommender.rank(taste, ranked(options)),
    relax: (taste, options) => recommender.relax(taste, ranked(options)),
    passes: (row, filters) =>
      recommender.passes(inRange(row), checked<Filters>("filters", filtersSchema, filters)),
    explain: (taste, row, filters) => recommender.explain(taste, inRange(row), filters),
  };
}

function checked<T>(name: string, schema: z.ZodType<unknown>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return value as T;
  const [issue] = result.error.issues;
  const path = [name, ...(issue?.path ?? [])].map(String).join(".");
  throw new InputError(`${path}: ${issue?.message ?? "not of the form expected"}`);
}

const warn = (movies: readonly MovieId[]): void =>
  process.emitWarning(
    `This model knows no movie ${movies.slice(0, 5).join(", ")}${movies.length > 5 ? ", ..." : ""}: what was said of it counts for nothing.`,
    "MatineeWarning",
  );

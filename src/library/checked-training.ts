/** Training as programs outside get it: what they pass in is checked at the door. */
import { z } from "zod";
import type { Model } from "../artifacts/model.ts";
import { type TrainingData, type TrainingOptions, trainModel as train } from "../training/train-model.ts";
import { checked, InputError } from "./checked.ts";

const column = (type: new () => Int32Array | Float32Array | Uint32Array) =>
  z.custom((value) => value instanceof type, `expected a ${type.name}`);
const ids = z.array(z.string("an id is a text").min(1, "an id is not empty"), "expected a list of ids");
const texts = z.array(z.string());
const movieSchema = z.object({ id: z.string(), title: z.string(), alternativeTitles: texts, genres: texts });
const dataSchema = z.object(
  {
    ratings: z.object(
      {
        users: column(Int32Array),
        movies: column(Int32Array),
        stars: column(Float32Array),
        atSeconds: column(Uint32Array),
        userIds: ids,
        movieIds: ids,
      },
      "expected columns of ratings",
    ),
    movies: z.array(movieSchema).optional(),
    tags: z.array(z.array(z.string())).optional(),
    examples: z.instanceof(Map).optional(),
  },
  "expected { ratings }",
);
const optionsSchema = z.strictObject({
  dimensions: z.int().min(1).optional(),
  oversampling: z.int().min(0).optional(),
  powerIterations: z.int().min(1).optional(),
  seed: z.int().optional(),
  threads: z.int().min(1).max(256).optional(),
  indifferentStars: z.number().lt(5, "under 5 stars").optional(),
  confidence: z.number().positive().optional(),
  regularisation: z.number().positive().optional(),
  onProgress: z.instanceof(Function).optional(),
  signal: z.instanceof(AbortSignal).optional(),
  kept: z.object({ read: z.instanceof(Function), write: z.instanceof(Function) }).optional(),
});

/** @throws InputError where something passed in is not of its form. @see TrainingData */
export async function trainModel(data: TrainingData, options: TrainingOptions = {}): Promise<Model> {
  const { ratings, movies, tags } = checked<TrainingData>("data", dataSchema, data);
  checked("options", optionsSchema, options);
  const { users, stars, atSeconds, userIds, movieIds } = ratings;
  for (const [name, { length }] of Object.entries({ users, movies: ratings.movies, atSeconds }))
    if (length !== stars.length)
      throw new InputError(`data.ratings.${name}: ${length} for ${stars.length} stars`);
  if (stars.length === 0) throw new InputError("data.ratings: there are none");
  for (const [name, list] of Object.entries({ movies, tags }))
    if (list && list.length !== movieIds.length)
      throw new InputError(`data.${name}: ${list.length} for ${movieIds.length} movieIds`);
  for (const [name, list] of Object.entries({ userIds, movieIds }))
    if (new Set(list).size !== list.length) throw new InputError(`data.ratings.${name}: one comes twice`);
  inBounds("users", users, userIds.length);
  inBounds("movies", ratings.movies, movieIds.length);
  const odd = stars.findIndex((given) => !(given >= 0.5 && given <= 5));
  if (odd >= 0) throw new InputError(`data.ratings.stars.${odd}: ${stars[odd]}, expected 0.5 to 5`);
  return train(data, options);
}

function inBounds(name: string, numbers: Int32Array, count: number): void {
  const odd = numbers.findIndex((number) => number < 0 || number >= count);
  if (odd >= 0)
    throw new InputError(`data.ratings.${name}.${odd}: ${numbers[odd]}, expected 0 to ${count - 1}`);
}

import { z } from "zod";

/** The layout of the files that this program writes and reads. */
export const FORMAT = 2;

/** Those of the traits and of the placement are there only where a model has some. */
export const FILES = {
  embeddings: "movie_embeddings.npy",
  scales: "embedding_scales.npy",
  map: "movie_map.json",
  movies: "movies.json",
  prior: "user_prior.npy",
  traitNames: "trait_names.json",
  traits: "traits.npy",
  trainedOn: "trained_on.npy",
  placement: "placement.npy",
} as const;
export const MANIFEST = "manifest.json";

const count = z.int().nonnegative();

/** How a model came to be: its model card, but for the files. Repeats byte for byte with the training. */
export const modelCardSchema = z.object({
  dataset: z.object({
    name: z.string(),
    /** Of the ratings table. */
    sha256: z.string(),
    users: count,
    movies: count,
    ratings: count,
  }),
  /** What it was trained with, by the names of TrainingOptions. */
  options: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  /** When it was trained, as told, not as read from a clock: "2026-11-21". */
  date: z.string().optional(),
  /** Measured with people the model has not seen, by the measure's name; npm run evaluate. */
  scores: z.record(z.string(), z.number()).optional(),
});
export type ModelCard = z.infer<typeof modelCardSchema>;

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Identifies the model: a hash over its files. */
  version: z.string().min(1),
  ...modelCardSchema.shape,
  files: z.record(z.string(), z.object({ bytes: count, sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

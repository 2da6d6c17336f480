/** What a Spark job writes, checked. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { decodeFloat64, type NpyMatrix } from "../../src/artifacts/npy.ts";

const count = z.int().nonnegative();

export const jobReportSchema = z.object({
  /** Those trained on. */
  users: z.int().positive(),
  ratings: z.int().positive(),
  /** Tells one table of ratings from another, in whatever order its rows are. */
  digest: z.string().min(1),
  /** Of the file: good ones and bad ones. */
  rows: count,
  /** Rows left out, by reason. */
  bad: z.record(z.string(), count),
  /** In the order of the embeddings' rows; movies that nobody rated are missing at the end. */
  movies: z
    .array(z.object({ id: z.string().min(1), ratings: count, stars: z.number().nonnegative() }))
    .min(1),
  als: z.object({ seconds: z.number() }).nullable(),
  /** From Spark's start to the end. */
  seconds: z.number(),
});
export type JobReport = z.infer<typeof jobReportSchema>;

export interface JobOutputs {
  readonly report: JobReport;
  readonly dimensions: number;
  /** V [n x d] */
  readonly embeddings: Float64Array;
  /** mu [d] */
  readonly mean: Float64Array;
  /** C [d x d] */
  readonly covariance: Float64Array;
}

/** @throws Error where the files are not what a job writes: it names the file and what is wrong with it */
export async function readJobOutputs(folder: string): Promise<JobOutputs> {
  const report = await checked(join(folder, "report.json"), (file) =>
    jobReportSchema.parse(JSON.parse(file.toString())),
  );
  const { columns: d, rows, values: embeddings } = await matrixOf(join(folder, "movies.npy"));
  const prior = await matrixOf(join(folder, "prior.npy"));
  if (rows < report.movies.length)
    throw new Error(`${folder}: ${rows} embeddings for ${report.movies.length} movies. Train again.`);
  if (prior.columns !== d || prior.rows !== d + 1)
    throw new Error(
      `${folder}: a prior of ${prior.rows} x ${prior.columns} for ${d} dimensions. Train again.`,
    );
  return {
    report,
    dimensions: d,
    embeddings,
    mean: prior.values.slice(0, d),
    covariance: prior.values.slice(d),
  };
}

async function matrixOf(path: string): Promise<NpyMatrix<Float64Array>> {
  const matrix = await checked(path, decodeFloat64);
  if (!matrix.values.every(Number.isFinite)) throw new Error(`${path} holds what is no number. Train again.`);
  return matrix;
}

async function checked<T>(path: string, read: (file: Buffer) => T): Promise<T> {
  const file = await readFile(path);
  try {
    return read(file);
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new Error(`${path} is not as a Spark job writes it (${reason}). Train again.`, { cause });
  }
}

/**
 * What the protocols measured, a JSON file for each data set and split in one folder, and all of it together in
 * evaluation.json. Both are checked when read: files of another version of this program are told from broken ones.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { RANKING_COLUMNS } from "./compare.ts";
import { COLUMNS } from "./report.ts";

const score = z.object({ mean: z.number(), interval: z.tuple([z.number(), z.number()]) });

const named = { dataset: z.string(), seed: z.int() };

export const sessionsSchema = z.object({
  protocol: z.literal("sessions"),
  ...named,
  folds: z.int(),
  /** Test people of all folds. */
  people: z.int(),
  /** At most so many of a fold were tested on, drawn by the seed. */
  peoplePerFold: z.int(),
  dimensions: z.int(),
  policy: z.unknown(),
  rows: z.array(
    z.object({
      name: z.string(),
      scores: z.record(z.enum(COLUMNS), score),
      lead: z.record(z.enum(COLUMNS), score).optional(),
      distinctShare: z.number(),
      medianPopularity: z.number(),
      /** Left out of what was written before it was measured. */
      popularityGap: score.optional(),
      diversity: z.number(),
      byAnswers: z.array(score),
    }),
  ),
  /** Of the product: tenths of the rated movies by predicted score, lowest first. */
  calibration: z.array(z.object({ score: z.number(), likeShare: z.number(), ratings: z.int() })),
});
export type SessionsComparison = z.infer<typeof sessionsSchema>;

export const ratingsSchema = z.object({
  protocol: z.literal("rating prediction"),
  ...named,
  split: z.string(),
  rows: z.array(
    z.object({
      name: z.string(),
      rmse: score,
      mae: score,
      /** By predicted stars, to half a star, lowest first. */
      calibration: z.array(z.object({ predicted: z.number(), given: z.number(), ratings: z.int() })),
    }),
  ),
  /** Of the classic recipe by its own split and transform: no error in stars. */
  classicSvdValidationRmse: z.number().optional(),
});
export type RatingsComparison = z.infer<typeof ratingsSchema>;

export const rankingSchema = z.object({
  protocol: z.literal("ranking for known users"),
  ...named,
  split: z.string(),
  rows: z.array(
    z.object({
      name: z.string(),
      scores: z.record(z.enum(RANKING_COLUMNS), score),
      lead: z.record(z.enum(RANKING_COLUMNS), score).optional(),
      coverage: z.number(),
    }),
  ),
});
export type RankingComparison = z.infer<typeof rankingSchema>;

export const comparisonSchema = z.discriminatedUnion("protocol", [
  sessionsSchema,
  ratingsSchema,
  rankingSchema,
]);
export type AnyComparison = z.infer<typeof comparisonSchema>;

const evaluationSchema = z.object({ comparisons: z.array(comparisonSchema) });
export type Evaluation = z.infer<typeof evaluationSchema>;

/** The order in which a report tells of them. */
const PROTOCOLS: readonly AnyComparison["protocol"][] = [
  "sessions",
  "ranking for known users",
  "rating prediction",
];

/**
 * All comparisons of a folder: sessions first, and of each protocol the largest number of rows first.
 *
 * @throws Error that names the file, what is wrong with it, and the commands that write such files
 */
export async function readComparisons(folder: string): Promise<AnyComparison[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json")).sort();
  if (names.length === 0)
    throw new Error(`${folder}: nothing to report on. Write it with: npm run evaluate -- --data <folder>`);
  const comparisons = await Promise.all(
    names.map((name) => readChecked(join(folder, name), comparisonSchema)),
  );
  return comparisons.sort((a, b) => PROTOCOLS.indexOf(a.protocol) - PROTOCOLS.indexOf(b.protocol));
}

/** As such files are written: six digits of each number, which is more than chance leaves certain. */
export const written = (value: AnyComparison | Evaluation): string =>
  `${JSON.stringify(value, (_, part) => (typeof part === "number" ? Number(part.toPrecision(6)) : part))}\n`;

/** @throws Error that names the file and what is wrong with it */
export const readEvaluation = (file: string): Promise<Evaluation> => readChecked(file, evaluationSchema);

async function readChecked<Value>(file: string, schema: z.ZodType<Value>): Promise<Value> {
  const again =
    "Write it anew with npx matinee evaluate, evaluate known or evaluate ratings, then npm run report.";
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} cannot be read: ${(cause as Error).message}. ${again}`, { cause });
  }
  const checked = schema.safeParse(value);
  if (!checked.success) throw new Error(`${file}: ${z.prettifyError(checked.error)}\n${again}`);
  return checked.data;
}

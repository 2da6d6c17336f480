import { z } from "zod";
import type { DatasetMovie } from "../dataset/dataset.ts";
import { meanScore, type Score } from "./bootstrap.ts";
import { ANSWER_COUNTS } from "./by-answers.ts";
import { genreDiversity } from "./diversity.ts";
import type { FoldResult } from "./evaluate-fold.ts";
import type { Outcome } from "./sessions.ts";

export const COLUMNS = ["knownPool", "openHits", "ndcg10", "recall20"] as const;
export type Column = (typeof COLUMNS)[number];

export interface RowReport {
  readonly name: string;
  readonly scores: Readonly<Record<Column, Score>>;
  /** Share of the catalogue suggested to anybody in the open sessions. */
  readonly distinctShare: number;
  /** Median number of ratings of what was suggested. */
  readonly medianPopularity: number;
  /** How unlike in genres two movies of one person's open session are, in [0, 1]. */
  readonly diversity: number;
  /** NDCG@10 over the whole catalogue after each of ANSWER_COUNTS. */
  readonly byAnswers: readonly Score[];
}

/** The row of what people get. */
export const PRODUCT = "Gaussian taste";

/** As much of evaluation.json as is read again. */
export const evaluationSchema = z.object({
  dataset: z.string(),
  dimensions: z.number(),
  policy: z.unknown(),
  rows: z.array(z.object({ name: z.string(), scores: z.record(z.string(), z.object({ mean: z.number() })) })),
});

/** All folds' people together, row by row. */
export function summarise(
  folds: readonly FoldResult[],
  movies: readonly Pick<DatasetMovie, "genres">[],
  seed: number,
): RowReport[] {
  const names = [...folds[0]!.outcomes.keys()];
  return names.map((name) => {
    const outcomes = folds.flatMap(({ outcomes: of }) => of.get(name)!);
    const score = (column: Column) => scoreOf(outcomes, column, seed);
    return {
      name,
      scores: {
        knownPool: score("knownPool"),
        openHits: score("openHits"),
        ndcg10: score("ndcg10"),
        recall20: score("recall20"),
      },
      ...suggestedBy(folds, name),
      diversity: mean(outcomes.flatMap(({ suggested }) => genreDiversity(suggested, movies) ?? [])),
      byAnswers: ANSWER_COUNTS.map((_, at) =>
        meanScore(
          folds.flatMap(({ byAnswers }) => byAnswers.get(name)!.flatMap((answers) => answers[at] ?? [])),
          seed,
        ),
      ),
    };
  });
}

function scoreOf(outcomes: readonly Outcome[], column: Column, seed: number): Score {
  const values = outcomes.map((outcome) => outcome[column]).filter((value) => value !== null);
  return meanScore(values, seed);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function suggestedBy(
  folds: readonly FoldResult[],
  name: string,
): { distinctShare: number; medianPopularity: number } {
  const distinct = new Set<number>();
  const popularities: number[] = [];
  for (const { outcomes, popularity } of folds) {
    for (const { suggested } of outcomes.get(name)!) {
      for (const row of suggested) {
        distinct.add(row);
        popularities.push(popularity[row]!);
      }
    }
  }
  popularities.sort((a, b) => a - b);
  const movies = folds[0]!.popularity.length;
  return {
    distinctShare: distinct.size / movies,
    medianPopularity: popularities[popularities.length >> 1] ?? 0,
  };
}

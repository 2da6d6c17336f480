import type { DatasetMovie } from "../dataset/dataset.ts";
import { leadOver, meanScore, type Score } from "./bootstrap.ts";
import { ANSWER_COUNTS } from "./by-answers.ts";
import { byColumn } from "./by-column.ts";
import { genreDiversity } from "./diversity.ts";
import type { FoldResult } from "./fold-result.ts";
import { meanOf } from "./mean.ts";
import { popularityGap } from "./popularity-gap.ts";
import type { Outcome } from "./sessions.ts";

export const COLUMNS = ["knownPool", "openHits", "ndcg10", "recall20"] as const;
export type Column = (typeof COLUMNS)[number];

export interface RowReport {
  readonly name: string;
  readonly scores: Readonly<Record<Column, Score>>;
  /** The product's lead over this row; left out for the product itself, and where it is not compared. */
  readonly lead?: Readonly<Record<Column, Score>>;
  /** Share of the catalogue suggested to anybody in the open sessions. */
  readonly distinctShare: number;
  /** Median number of ratings of what was suggested. */
  readonly medianPopularity: number;
  /** How much better known the suggestions of an open session are than what the person likes: popularity-gap.ts */
  readonly popularityGap: Score;
  /** How unlike in genres two movies of one person's open session are, in [0, 1]. */
  readonly diversity: number;
  /** NDCG@10 over the whole catalogue after each of ANSWER_COUNTS. */
  readonly byAnswers: readonly Score[];
}

/** The row of what people get. */
export const PRODUCT = "Gaussian taste";

/** All folds' people together, row by row. */
export function summarise(
  folds: readonly FoldResult[],
  movies: readonly Pick<DatasetMovie, "genres">[],
  seed: number,
): RowReport[] {
  const names = [...folds[0]!.outcomes.keys()];
  const outcomesOf = (name: string) => folds.flatMap(({ outcomes }) => outcomes.get(name)!);
  const product = names.includes(PRODUCT) ? outcomesOf(PRODUCT) : undefined;
  return names.map((name) => {
    const outcomes = outcomesOf(name);
    return {
      name,
      scores: byColumn(COLUMNS, (column) => meanScore(valuesOf(outcomes, column), seed)),
      ...(product &&
        name !== PRODUCT && {
          lead: byColumn(COLUMNS, (column) =>
            leadOver(valuesOf(product, column), valuesOf(outcomes, column), seed),
          ),
        }),
      ...suggestedBy(folds, name),
      popularityGap: meanScore(
        folds.flatMap(({ outcomes, popularity }) =>
          outcomes
            .get(name)!
            .flatMap(({ suggested, liked }) => popularityGap(suggested, liked, popularity) ?? []),
        ),
        seed,
      ),
      diversity: meanOf(outcomes.flatMap(({ suggested }) => genreDiversity(suggested, movies) ?? [])),
      byAnswers: ANSWER_COUNTS.map((_, at) =>
        meanScore(
          folds.flatMap(({ byAnswers }) => byAnswers.get(name)!.flatMap((answers) => answers[at] ?? [])),
          seed,
        ),
      ),
    };
  });
}

/** Of the people who have something to measure by: the same people for every row. */
const valuesOf = (outcomes: readonly Outcome[], column: Column): number[] =>
  outcomes.map((outcome) => outcome[column]).filter((value) => value !== null);

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

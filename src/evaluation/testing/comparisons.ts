import { ANSWER_COUNTS } from "../by-answers.ts";
import { byColumn } from "../by-column.ts";
import { RANKING_COLUMNS } from "../compare.ts";
import type { RankingComparison, RatingsComparison, SessionsComparison } from "../comparisons.ts";
import { COLUMNS, PRODUCT } from "../report.ts";

const score = (mean: number) => ({ mean, interval: [mean - 0.02, mean + 0.02] as [number, number] });

/** How well each does, and so by how much the product leads: by more than chance, or by less than it can tell. */
const QUALITY = { popularity: 0.3, "item-item": 0.44, [PRODUCT]: 0.45 };
const leadOver = (name: string, quality: number) => (name === PRODUCT ? undefined : score(0.45 - quality));

export const sessions: SessionsComparison = {
  protocol: "sessions",
  dataset: "toy",
  seed: 1,
  folds: 5,
  people: 50,
  peoplePerFold: 600,
  dimensions: 8,
  policy: {},
  rows: Object.entries(QUALITY).map(([name, quality]) => {
    const lead = leadOver(name, quality);
    return {
      name,
      scores: byColumn(COLUMNS, () => score(quality)),
      ...(lead && { lead: byColumn(COLUMNS, () => lead) }),
      distinctShare: 0.1,
      medianPopularity: 100 * quality,
      popularityGap: score(Math.log(2)),
      diversity: 0.7,
      byAnswers: ANSWER_COUNTS.map((count) => score(quality + count / 1_000)),
    };
  }),
  calibration: [
    { score: 0.1, likeShare: 0.2, ratings: 10 },
    { score: 0.9, likeShare: 0.8, ratings: 10 },
  ],
};

export const ranking: RankingComparison = {
  protocol: "ranking for known users",
  dataset: "toy",
  seed: 1,
  split: "quarter",
  rows: Object.entries({ ...QUALITY, EASE: 0.5 }).map(([name, quality]) => {
    const lead = leadOver(name, quality);
    return {
      name,
      scores: byColumn(RANKING_COLUMNS, () => score(quality)),
      ...(lead && { lead: byColumn(RANKING_COLUMNS, () => lead) }),
      coverage: 0.2,
    };
  }),
};

export const ratings: RatingsComparison = {
  protocol: "rating prediction",
  dataset: "toy",
  seed: 1,
  split: "five folds",
  rows: ["baseline", "SVD++"].map((name, at) => ({
    name,
    rmse: score(0.94 - 0.02 * at),
    mae: score(0.75 - 0.02 * at),
    calibration: [
      { predicted: 2, given: 2.1, ratings: 5 },
      { predicted: 4, given: 3.9, ratings: 5 },
    ],
  })),
};

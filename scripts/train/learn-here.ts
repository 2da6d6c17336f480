/** Learns from ratings on this machine. */
import { createHash } from "node:crypto";
import type { Ratings } from "../../src/dataset/dataset.ts";
import { describeReport } from "../../src/dataset/describe-report.ts";
import { leftOut, type Part } from "../../src/dataset/prepare/left-out.ts";
import { holdOutUsers } from "../../src/dataset/prepare/split.ts";
import { ratingSums } from "../../src/dataset/rating-sums.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { readWeights } from "../../src/dataset/write-dataset.ts";
import { choosePriorStrength } from "../../src/evaluation/choose-prior-strength.ts";
import { policyFrom } from "../../src/recommender/policy.ts";
import { learnTaste, type TrainingOptions } from "../../src/training/learn-taste.ts";
import type { ProgressBar } from "../command-line.ts";
import type { Telling } from "../telling.ts";
import { keptIterations } from "./kept-iterations.ts";
import { type Learned, refuseTooLittle } from "./learned.ts";

export interface LearningOptions {
  /** The data set's folder. */
  readonly data: string;
  /** Default: the folder's name. */
  readonly name?: string;
  /** Share of the people who are left out. */
  readonly holdOut: number;
  /** In its place: a part of them. */
  readonly part?: Part;
  readonly training: TrainingOptions;
  /** A folder of its own, where a run that is ended leaves what it had come to. */
  readonly unfinished: string;
  readonly bar: ProgressBar;
  /** What was read is said to people. */
  readonly line: Telling["line"];
}

/** Fewer ratings are learned from in seconds. */
const KEPT_FROM = 5_000_000;

/** @throws DatasetError or Error that says what to mend */
export async function learnHere(options: LearningOptions): Promise<Learned> {
  const { data, name, holdOut, part, training, unfinished, bar, line } = options;
  const { dataset, report } = await readDataset(data, {
    ...(name !== undefined && { name }),
    onProgress: ({ file, bytesRead, bytesTotal }) => bar.show(`reading ${file}`, bytesRead, bytesTotal),
  }).finally(() => bar.stop());
  for (const told of describeReport(report)) line(told);
  const weights = await readWeights(data, dataset.ratings.userIds);
  const ratings = holdOutUsers(
    dataset.ratings,
    leftOut(dataset.ratings.userIds, part ?? holdOut, weights),
  ).train;
  const { userIds, movieIds, stars, users } = ratings;
  refuseTooLittle(stars.length, userIds.length, movieIds.length);
  const sha256 = sha256Of(ratings);
  const learned = await learnTaste(ratings, weights, {
    ...training,
    ...(stars.length >= KEPT_FROM && {
      kept: keptIterations(unfinished, [sha256, weights && [...weights], { ...training, threads: 0 }]),
    }),
    onProgress: (share) => bar.show("learning from ratings", Math.round(100 * share), 100),
  }).finally(() => bar.stop());
  const strength = await choosePriorStrength(ratings, {
    policy: policyFrom({}),
    training,
    seed: training.seed ?? 0,
    weights,
  });
  const taste = strength === undefined ? learned : { ...learned, prior: { ...learned.prior, strength } };
  return {
    dataset: {
      name: dataset.name,
      sha256,
      users: new Set(users).size,
      movies: movieIds.length,
      ratings: stars.length,
    },
    movies: dataset.movies,
    sums: ratingSums(ratings),
    taste,
  };
}

function sha256Of(ratings: Ratings): string {
  const hash = createHash("sha256").update(JSON.stringify([ratings.userIds, ratings.movieIds]));
  for (const column of [ratings.users, ratings.movies, ratings.stars, ratings.atSeconds]) {
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  return hash.digest("hex");
}

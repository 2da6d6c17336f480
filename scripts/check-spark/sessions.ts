/** The sessions' four columns with people whom nobody has trained on: both engines, and the ALS of MLlib. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeFloat64 } from "../../src/artifacts/npy.ts";
import type { Ratings } from "../../src/dataset/dataset.ts";
import { leftOut } from "../../src/dataset/prepare/left-out.ts";
import { holdOutUsers } from "../../src/dataset/prepare/split.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import type { Contender } from "../../src/evaluation/contender.ts";
import { recommending } from "../../src/evaluation/contenders.ts";
import { modelled } from "../../src/evaluation/modelled.ts";
import { testPeople } from "../../src/evaluation/people.ts";
import { COLUMNS } from "../../src/evaluation/report.ts";
import { playSessions } from "../../src/evaluation/sessions.ts";
import { fitAls, leastSquaresModel } from "../../src/models/als.ts";
import { ratingMatrix } from "../../src/models/rating-matrix.ts";
import { LEAST_SQUARES_DEFAULTS } from "../../src/numerics/alternating-least-squares.ts";
import { readPolicy } from "../../src/recommender/policy.ts";
import { createRecommender } from "../../src/recommender/recommender.ts";
import { completeModel, listedFilms } from "../../src/training/train-model.ts";
import type { ProgressBar } from "../command-line.ts";
import { learnOnSpark } from "../spark/learn-on-spark.ts";
import type { Telling } from "../telling.ts";
import { learnHere } from "../train/learn-here.ts";
import type { Learned } from "../train/learned.ts";

/** MLlib multiplies lambda with the ratings of each person and movie: so that it is far less here. */
const MLLIB = { ...LEAST_SQUARES_DEFAULTS, regularisation: 0.3 };

interface Setting {
  readonly python: string;
  readonly master: string;
  readonly unfinished: string;
  readonly bar: ProgressBar;
  readonly line: Telling["line"];
}

export async function compareSessions(
  data: string,
  holdOut: number,
  { python, master, unfinished, bar, line }: Setting,
): Promise<Record<string, Record<string, string>>> {
  const learning = { data, holdOut, training: {}, unfinished, bar, line };
  const here = await learnHere(learning);
  const there = await learnOnSpark(learning, { master, conf: {}, ratings: "csv", python, als: MLLIB });
  const factors = decodeFloat64(await readFile(join(unfinished, "spark", "als.npy"))).values;
  const {
    dataset: { ratings },
  } = await readDataset(data);
  const { train, heldOut } = holdOutUsers(ratings, leftOut(ratings.userIds, holdOut));
  const contenders = [
    await product("here", here),
    await product("Spark", there),
    modelled({
      ...leastSquaresModel(factors, MLLIB, ratingMatrix(train), (ratings) => MLLIB.regularisation * ratings),
      name: "MLlib's ALS",
    }),
    modelled(await fitAls({ ratings: train })),
  ];
  return Object.fromEntries(contenders.map((contender) => [contender.name, played(contender, heldOut)]));
}

async function product(name: string, { taste, movies, sums }: Learned): Promise<Contender> {
  const model = await completeModel(taste, { films: listedFilms(movies, sums) });
  return recommending(name, createRecommender(model, await readPolicy("data/policy.yaml")));
}

function played(contender: Contender, heldOut: Ratings): Record<string, string> {
  const outcomes = testPeople(heldOut, 1).map((person) => playSessions(contender, person));
  return Object.fromEntries(
    COLUMNS.map((column) => {
      const values = outcomes.flatMap((outcome) => outcome[column] ?? []);
      return [column, (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4)];
    }),
  );
}

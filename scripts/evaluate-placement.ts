/**
 * Measures how well films are placed that nobody trained on has rated: films are hidden by chance, and those of the newest
 * years, and suggested to people the models have never seen by what is known of the films alone.
 * Usage: npx matinee evaluate placement --data data/downloads/ml-latest-small --films <folder with the publishers' files>
 * Writes artifacts/placement-evaluation.json.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { readKnowledge } from "../src/artifacts/read-knowledge.ts";
import type { Dataset } from "../src/dataset/dataset.ts";
import { readCrowd, withoutPeople } from "../src/dataset/films/crowd.ts";
import { type ListedFilm, listFilms } from "../src/dataset/films/film-list.ts";
import { userFolds } from "../src/dataset/prepare/split.ts";
import { ratingSums } from "../src/dataset/rating-sums.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { openFolder } from "../src/dataset/source-folder.ts";
import { hiddenByChance, hiddenByYear } from "../src/evaluation/hidden-films.ts";
import { inWords } from "../src/evaluation/in-words.ts";
import { sumOf } from "../src/evaluation/mean.ts";
import type { PlacementFoldTask, PlacementOutcomes } from "../src/evaluation/placement-fold.ts";
import { type PlacementRowReport, summarisePlacement } from "../src/evaluation/placement-report.ts";
import { inThreads } from "../src/evaluation/threads.ts";
import { command } from "../src/host/command.ts";
import { readPolicy } from "../src/recommender/policy.ts";
import { DEFAULT_DIMENSIONS } from "../src/training/train-model.ts";
import { atLeastOne, makeRoom, run, wholeNumber } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

const FOLDS = 5;
const REPORT = "placement-evaluation.json";

interface Options {
  readonly data: string;
  readonly films: string;
  readonly artifacts: string;
  readonly policy: string;
  readonly out: string;
  readonly years: number;
  readonly seed: number;
  readonly json?: true;
}

const readOptions = (args: readonly string[]): Options =>
  command("evaluate placement", "matinee evaluate placement --films data/downloads/films")
    .description("How well films are placed that nobody trained on has rated.")
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .requiredOption("--films <folder>", "the publishers' files about films; data/README.md says which")
    .option("--artifacts <folder>", "where the facts and words about films are", "artifacts")
    .option("--policy <file>", "coefficients of the ranking", "data/policy.yaml")
    .option("--out <folder>", "where the figures go", "artifacts")
    .option("--years <n>", "so many of the newest years are hidden", atLeastOne, 5)
    .option("--seed <n>", "parts users and films into folds", wholeNumber, 1)
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const { data, seed, out } = options;
  const { line, table, result } = telling(options.json);
  makeRoom(out);
  const { dataset } = await readDataset(data);
  const films = await filmsRatedByOthers(dataset, options.films);
  const common = await commonTask(dataset, films, options);
  const users = userFolds(dataset.ratings.userIds.length, { folds: FOLDS, seed });
  const draws = {
    chance: hiddenByChance(dataset.ratings, { folds: FOLDS, seed }),
    year: users.map(() => hiddenByYear(dataset, options.years)),
  };
  const report: Record<string, PlacementRowReport[]> = {};
  for (const [draw, hidden] of Object.entries(draws)) {
    const tasks = users.map((test, fold) => ({ ...common, ...hidden[fold]!, test }));
    report[draw] = summarisePlacement(await played(draw, tasks), seed);
    line(`Films hidden by ${draw}: ${hidden[0]!.ranked.length} are ranked`);
    table(inTable(report[draw]));
  }
  const figures = { dataset: dataset.name, seed, years: options.years, ...report };
  await writeFile(join(out, REPORT), `${JSON.stringify(figures, rounded, 2)}\n`);
  result(figures);
}

/** The films of a data set with the crowd's counts and means, without what its own people gave. */
async function filmsRatedByOthers({ ratings, movies }: Dataset, folder: string): Promise<ListedFilm[]> {
  const own = ratingSums(ratings);
  const crowd = withoutPeople(await readCrowd(await openFolder(folder)), own);
  return listFilms({ own: movies, others: [], crowd, ownSums: new Map() });
}

async function commonTask({ ratings, movies }: Dataset, films: readonly ListedFilm[], options: Options) {
  const { factsOf, wordsOf } = await readKnowledge(options.artifacts);
  const ofFilms = <T>(knownOf: (id: string) => T | undefined) =>
    new Map(
      films.flatMap(({ movie: { id } }) => {
        const known = knownOf(id);
        return known === undefined ? [] : [[id, known] as const];
      }),
    );
  return {
    ratings,
    movies,
    films,
    facts: ofFilms(factsOf),
    words: ofFilms(wordsOf),
    policy: await readPolicy(options.policy),
    training: { dimensions: DEFAULT_DIMENSIONS, threads: 1 },
    seed: options.seed,
  };
}

async function played(draw: string, tasks: readonly PlacementFoldTask[]): Promise<PlacementOutcomes[]> {
  const bar = new SingleBar({ format: `Films hidden by ${draw} {bar} {value} people, {eta_formatted} left` });
  bar.start(sumOf(tasks.map(({ test }) => test.length)), 0);
  const worker = new URL("../src/evaluation/placement-worker.js", import.meta.url);
  return inThreads<PlacementFoldTask, PlacementOutcomes>(worker, tasks, () => bar.increment()).finally(() =>
    bar.stop(),
  );
}

const inTable = (rows: readonly PlacementRowReport[]) =>
  rows.map(({ pool, name, people, scores, lead }) => ({
    pool,
    row: name,
    people,
    "NDCG@10": inWords(scores.ndcg10, 3),
    "placed is ahead by": lead ? inWords(lead.ndcg10, 3) : "",
    "hits in 20 turns": inWords(scores.openHits, 3),
    "ahead by": lead ? inWords(lead.openHits, 3) : "",
  }));

const rounded = (_: string, part: unknown) => (typeof part === "number" ? Number(part.toPrecision(6)) : part);

await run(main);

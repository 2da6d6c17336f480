import { InvalidArgumentError, Option } from "commander";
import { command } from "../../src/host/command.ts";
import { DEFAULT_DIMENSIONS } from "../../src/training/learn-taste.ts";
import { atLeastOne, day, share, threadCount, wholeNumber } from "../command-line.ts";
import { master } from "../spark/options.ts";

export interface TrainOptions {
  readonly data: string;
  readonly name?: string;
  readonly out: string;
  readonly films?: string;
  readonly filmsOf?: string;
  readonly holdOut: number;
  readonly parts: number;
  readonly written: string;
  readonly dimensions: number;
  readonly seed: number;
  readonly powerIterations: number;
  readonly oversampling: number;
  readonly threads?: number;
  readonly date?: string;
  readonly scores: string;
  readonly engine: "local" | "spark";
  readonly master?: string;
  readonly ratings?: string;
  readonly sparkConf?: Readonly<Record<string, string>>;
  readonly python?: string;
  readonly json?: true;
}

/** @throws Error where options do not go together */
export function readTrainOptions(args: readonly string[]): TrainOptions {
  const options = command("train", "matinee train --data data/downloads/ml-latest-small --date 2026-11-29")
    .description("Trains the item embeddings, the user prior and the traits of a data set.")
    .option("--data <folder>", "the data set; npm run data fetches one", "data/downloads/ml-latest-small")
    .option("--name <name>", "of the data set; default: the folder's")
    .option(
      "--out <folder>",
      "where the model is written; what is there stays usable until it is whole",
      "artifacts",
    )
    .option(
      "--films <folder>",
      "the publishers' files about films: all that MovieLens' people rated join those of the data set; data/README.md says which files",
    )
    .addOption(
      new Option(
        "--films-of <folder>",
        "a model whose films, what is known of them and whose traits are taken over: quick, and without the publishers' files",
      ).conflicts("films"),
    )
    .option(
      "--hold-out <share>",
      "leave out so many of the people, always the same, to be judged by",
      share,
      0,
    )
    .option(
      "--parts <n>",
      "train so many models, each without another part of the people, who are to judge it: <out>/1 and so on",
      atLeastOne,
      1,
    )
    .option("--written <folder>", "what is written here about films", "data/films")
    .option("--dimensions <d>", "length of an embedding", atLeastOne, DEFAULT_DIMENSIONS)
    .option("--seed <n>", "seed of the randomised SVD", wholeNumber, 0)
    .option("--power-iterations <n>", "more are slower and closer to the exact SVD", atLeastOne, 4)
    .option(
      "--scores <file>",
      "evaluation.json; npm run evaluate and npm run report write it",
      "artifacts/evaluation.json",
    )
    .option("--oversampling <n>", "columns of the random block beyond the dimensions", wholeNumber, 24)
    .option("--threads <n>", "default: one per core; the model is the same for any number", threadCount)
    .option(
      "--date <date>",
      "noted in the model card, such as 2026-11-21; not read from a clock, so that bytes repeat",
      day,
    )
    .addOption(
      new Option(
        "--engine <name>",
        "what learns from the ratings: this machine, or Apache Spark where they are too many for one (scripts/spark/README.md)",
      )
        .choices(["local", "spark"])
        .default("local"),
    )
    .option("--master <address>", "of Spark: spark://host:7077, yarn, local[2] (default: local[*])", master)
    .option(
      "--ratings <where>",
      "for Spark: csv or parquet, as the data set has them, or a file, a folder or an address of them",
    )
    .option("--spark-conf <key=value>", "a setting of Spark's; may be given again", setting)
    .option("--python <program>", "that has pyspark; default: what npm run check:spark set up, or python3")
    .option("--json", "print the model card as JSON; of several models, one for each")
    .parse(args, { from: "user" })
    .opts<TrainOptions>();
  const stray = (["master", "ratings", "sparkConf", "python"] as const).find(
    (name) => options[name] !== undefined,
  );
  if (options.engine === "local" && stray !== undefined) {
    const name = stray === "sparkConf" ? "spark-conf" : stray;
    throw new Error(`--${name} is of Spark: give --engine spark with it, or leave it out.`);
  }
  if (options.parts > 1 && (options.engine !== "local" || options.holdOut > 0))
    throw new Error("--parts is for this machine and stands by itself: leave --engine and --hold-out out.");
  return options;
}

function setting(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, key, value] = /^(spark\.[\w.-]+)=(.*)$/.exec(text) ?? [];
  if (key === undefined || value === undefined)
    throw new InvalidArgumentError("Expected a setting such as spark.executor.memory=4g.");
  return { ...before, [key]: value };
}

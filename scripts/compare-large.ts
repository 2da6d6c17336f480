/**
 * One machine and very many ratings: time and memory of matinee train, of the same on Spark, and of implicit's ALS.
 * Usage: npx matinee compare large --ratings 33000000
 *
 * One after the other, on one synthetic data set as MovieLens 32M is shaped; it stays in .cache/spark for the next time. Each reads the
 * ratings from their CSV file. Spark and implicit need what npm run check:spark sets up.
 */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Option } from "commander";
import { command } from "../src/host/command.ts";
import { ownPython } from "./check-spark/own-python.ts";
import { atLeastOne, run } from "./command-line.ts";
import { IMPLICIT_ALS } from "./compare-large/implicit-als.ts";
import { type MeasuredRun, measuredRun } from "./compare-large/measured-run.ts";
import { SPARK_CACHE } from "./spark/environment.ts";
import { memory } from "./spark/options.ts";
import { writeRatings } from "./synthetic/ratings-files.ts";
import { generateRatingsMatrix } from "./synthetic/ratings-matrix.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

/** People and movies of MovieLens 32M; with other numbers of ratings, people in proportion. */
const USERS = 200_948;
const MOVIES = 87_585;
const RATINGS = 32_000_204;

const PROGRAMS = ["here", "spark", "implicit"] as const;
type Program = (typeof PROGRAMS)[number];

interface Options {
  readonly ratings: number;
  readonly programs: readonly Program[];
  readonly driverMemory: string;
  readonly json?: true;
}

async function main(args: readonly string[]): Promise<void> {
  const { ratings, programs, driverMemory, json } = command(
    "compare large",
    "matinee compare large --ratings 33000000",
  )
    .description(
      "Very many ratings on one machine: Matinee, Matinee on Spark, and implicit's ALS, one after the other.",
    )
    .option("--ratings <n>", "how many", atLeastOne, 33_000_000)
    .addOption(new Option("--programs <names...>", "those alone").choices(PROGRAMS).default(PROGRAMS))
    .option("--driver-memory <size>", "of Spark, which runs in its driver on one machine", memory, "6g")
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();
  const { line, result } = telling(json);
  const python = programs.some((program) => program !== "here") ? await ownPython(line) : "";
  const data = join(SPARK_CACHE, `synthetic-${ratings}`);
  if (!existsSync(join(data, "ratings.csv"))) {
    line(`writes ${ratings.toLocaleString("en")} ratings to ${data}`);
    const users = Math.round((USERS * ratings) / RATINGS);
    await writeRatings(data, generateRatingsMatrix({ users, movies: MOVIES, ratings, seed: 1 }));
  }
  const out = join(SPARK_CACHE, "model");
  const train = [fileURLToPath(new URL("./train.js", import.meta.url)), "--data", data, "--out", out];
  const spark = [
    "--engine",
    "spark",
    "--master",
    "local[2]",
    "--python",
    python,
    "--spark-conf",
    `spark.driver.memory=${driverMemory}`,
  ];
  const runs: Readonly<Record<Program, () => Promise<MeasuredRun>>> = {
    here: () => measuredRun(process.execPath, train),
    spark: () => measuredRun(process.execPath, [...train, ...spark]),
    implicit: () => measuredRun(python, ["-c", IMPLICIT_ALS, join(data, "ratings.csv")]),
  };
  const measured = [];
  for (const program of programs) {
    const { said, ...figures } = await runs[program]();
    const { seconds, processorSeconds, peakMegabytes } = figures;
    measured.push({ program, ...figures });
    await rm(out, { recursive: true, force: true });
    for (const told of said) line(`  ${told}`);
    line(
      `${program}: ${seconds.toFixed(0)} s, ${processorSeconds.toFixed(0)} s of processors, ${(peakMegabytes / 1_000).toFixed(1)} GB at its most`,
    );
  }
  result({ ratings, measured });
}

await run(main);

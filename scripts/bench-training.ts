/**
 * Measures how long every model takes to fit, and the memory it takes at its most.
 * Usage: npx matinee bench training --data data/downloads/ml-latest-small [--synthetic <folder> ...]
 *
 * Each fit runs in a process of its own; the time is that of the fit alone, without reading the ratings, and the
 * memory is the process's peak less what it held before the fit. The synthetic matrices of npx matinee synthetic are
 * generated where none are given: 1 million ratings, and 25 million with --large.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Option } from "commander";
import { command } from "../src/host/command.ts";
import { MODEL_NAMES } from "../src/models/registry.ts";
import { thisMachine } from "./bench/this-machine.ts";
import type { Measured } from "./bench-training/measured.ts";
import { printed, run } from "./command-line.ts";
import { writeMatrix } from "./synthetic/matrix-files.ts";
import { generateRatingsMatrix } from "./synthetic/ratings-matrix.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

const MILLION = { users: 6_040, movies: 3_706, ratings: 1_000_209, seed: 1 };
const LARGE = { users: 162_541, movies: 59_047, ratings: 25_000_095, seed: 1 };

interface Options {
  readonly data?: string;
  readonly synthetic?: readonly string[];
  readonly large?: true;
  readonly models: readonly string[];
  readonly json?: true;
}

function readOptions(args: readonly string[]): Options {
  return command("bench training", "matinee bench training --data data/downloads/ml-latest-small")
    .description("Time and memory of every model's fit.")
    .option("--data <folder>", "a data set to fit to besides, such as ml-latest-small")
    .option("--synthetic <folders...>", "matrices written by npx matinee synthetic, in the place of new ones")
    .option("--large", "the synthetic 25 million ratings too: takes a while, and some 8 GB")
    .addOption(
      new Option("--models <names...>", "those alone").choices(MODEL_NAMES).default([...MODEL_NAMES]),
    )
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();
}

async function measure(source: readonly string[], model: string): Promise<Measured> {
  const program = fileURLToPath(new URL("./bench-training/one-fit.js", import.meta.url));
  return printed(process.execPath, [program, ...source, model]);
}

async function syntheticFolders({ synthetic, large }: Options, scratch: string): Promise<readonly string[]> {
  if (synthetic) return synthetic;
  const sizes = large ? [MILLION, LARGE] : [MILLION];
  return Promise.all(
    sizes.map(async (size) => {
      const folder = join(scratch, `synthetic-${size.ratings}`);
      await writeMatrix(folder, generateRatingsMatrix(size));
      return folder;
    }),
  );
}

const inWords = (model: string, { seconds, peakMegabytes, ratings }: Measured): string =>
  [
    model.padEnd(18),
    `${seconds.toFixed(2).padStart(8)} s`,
    `${peakMegabytes.toFixed(0).padStart(6)} MB`,
    `   ${ratings.toLocaleString("en")} ratings`,
  ].join("");

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const { line, result } = telling(options.json);
  const scratch = await mkdtemp(join(tmpdir(), "bench-training-"));
  try {
    const matrices = await syntheticFolders(options, scratch);
    const sources = [
      ...(options.data ? [["dataset", options.data]] : []),
      ...matrices.map((folder) => ["matrix", folder]),
    ];
    line(thisMachine());
    const fits = [];
    for (const source of sources) {
      line(`\n${source[1]}`);
      for (const model of options.models) {
        const measured = await measure(source, model);
        line(inWords(model, measured));
        fits.push({ data: source[1], model, ...measured });
      }
    }
    result({ machine: thisMachine(), fits });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

await run(main);

/**
 * Measures the truncated SVD against scikit-learn's TruncatedSVD(64, algorithm="randomized", n_iter=5).
 * Usage: npx matinee synthetic --out synthetic-1m && npx matinee compare sklearn --matrix synthetic-1m
 *
 * Both run in turn, each time in a new process, on the same matrix with the same seeds; the time is that of
 * the factorisation alone, without reading the matrix. How much variance the 64 vectors explain is computed
 * for both by the same lines of Python.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Option } from "commander";
import { command } from "../src/host/command.ts";
import { median } from "./bench/percentiles.ts";
import { atLeastOne, printed, run } from "./command-line.ts";
import { DIMENSIONS } from "./compare-sklearn/dimensions.ts";
import { mustBeMatrix } from "./synthetic/matrix-files.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

const PYTHON = `
import json, resource, sys, time
import numpy as np, scipy.sparse as sp
from sklearn.decomposition import TruncatedSVD

folder, seed, ours, precision = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
load = lambda name: np.load(f"{folder}/{name}.npy")[0]
X = sp.csr_matrix((load("values").astype(precision), load("indices"), load("starts")), shape=load("shape"))
start = time.perf_counter()
svd = TruncatedSVD(${DIMENSIONS}, algorithm="randomized", n_iter=5, random_state=seed).fit(X)
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
total = X.power(2).sum(dtype="float64") / X.shape[0] - (X.mean(axis=0, dtype="float64").A1 ** 2).sum()
explained = lambda V: float(np.var(X @ V, axis=0, dtype="float64").sum() / total)
print(json.dumps({"seconds": seconds, "peakMegabytes": peak,
                  "explained": explained(svd.components_.T), "oursExplained": explained(np.load(ours))}))
`;

interface Options {
  readonly matrix: string;
  readonly rounds: number;
  readonly python: string;
  readonly precision: string;
  readonly json?: true;
}

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** Share of the variance of the matrix's columns. */
  readonly explained: number;
}

function readOptions(args: readonly string[]): Options {
  return command("compare sklearn", "matinee compare sklearn --matrix synthetic-1m")
    .description(`Truncated SVD in ${DIMENSIONS} dimensions: Matinee and scikit-learn, in turn.`)
    .requiredOption("--matrix <folder>", "written by npx matinee synthetic")
    .option("--rounds <n>", "runs of each; the table shows the medians", atLeastOne, 5)
    .option("--python <program>", "a Python with scikit-learn", "python3")
    .addOption(
      new Option("--precision <type>", "scikit-learn's numbers")
        .choices(["float64", "float32"])
        .default("float64"),
    )
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();
}

/** @throws Error that says how to get it, where a Python has no scikit-learn */
async function mustHaveSklearn(python: string): Promise<void> {
  try {
    await promisify(execFile)(python, ["-c", "import numpy, scipy, sklearn"]);
  } catch (cause) {
    throw new Error(
      `${python} has no scikit-learn: give another by --python, or install it with: ${python} -m pip install scikit-learn`,
      { cause },
    );
  }
}

async function compareOnce({ matrix, python, precision }: Options, seed: number, vectorsFile: string) {
  const program = fileURLToPath(new URL("./compare-sklearn/ours.js", import.meta.url));
  const ours = await printed<Omit<Run, "explained">>(process.execPath, [
    program,
    matrix,
    String(seed),
    vectorsFile,
  ]);
  const args = ["-c", PYTHON, matrix, String(seed), vectorsFile, precision];
  const { oursExplained, ...sklearn } = await printed<Run & { oursExplained: number }>(python, args);
  return { ours: { ...ours, explained: oursExplained }, sklearn };
}

function tableRow(runs: readonly Run[]) {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)).toFixed(2),
    "from - to": `${Math.min(...runs.map(({ seconds }) => seconds)).toFixed(2)} - ${Math.max(...runs.map(({ seconds }) => seconds)).toFixed(2)}`,
    "explained variance": median(runs.map(({ explained }) => explained)).toFixed(5),
    "peak MB": Math.round(median(runs.map(({ peakMegabytes }) => peakMegabytes))),
  };
}

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const { line, table, result } = telling(options.json);
  mustBeMatrix(options.matrix);
  await mustHaveSklearn(options.python);
  const scratch = await mkdtemp(join(tmpdir(), "compare-sklearn-"));
  try {
    const rounds = [];
    for (let seed = 0; seed < options.rounds; seed++)
      rounds.push(await compareOnce(options, seed, join(scratch, "right.npy")));
    const [ours, sklearn] = [rounds.map((round) => round.ours), rounds.map((round) => round.sklearn)];
    table({ Matinee: tableRow(ours), "scikit-learn": tableRow(sklearn) });
    const ratio = median(rounds.map((round) => round.ours.seconds / round.sklearn.seconds));
    line(`Matinee takes ${ratio.toFixed(2)} of scikit-learn's time (median of ${rounds.length} rounds).`);
    result({ ratio, rounds });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

await run(main);

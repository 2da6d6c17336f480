/**
 * Holds the training on Spark to the training here: the same subspace, prior and counts, under each master.
 * Usage: npm run check:spark
 *
 * Needs Java 17 to 21 and Python 3.9 to 3.12; what else it takes goes to .cache/spark. Exit code 1 where they differ.
 */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { openFolder } from "../src/dataset/source-folder.ts";
import { command } from "../src/host/command.ts";
import { type Agreement, agreementOf, LARGEST_ANGLE, refusals } from "./check-spark/agreement.ts";
import { writeAwkwardRatings } from "./check-spark/awkward-ratings.ts";
import { linted, ownPython } from "./check-spark/own-python.ts";
import { asParquet } from "./check-spark/parquet.ts";
import { compareSessions } from "./check-spark/sessions.ts";
import { progressBar, run, share } from "./command-line.ts";
import { SPARK_CACHE } from "./spark/environment.ts";
import { learnOnSpark } from "./spark/learn-on-spark.ts";
import { master } from "./spark/options.ts";
import { writeRatings } from "./synthetic/ratings-files.ts";
import { generateRatingsMatrix } from "./synthetic/ratings-matrix.ts";
import { JSON_FIGURES, type Telling, telling } from "./telling.ts";
import { learnHere } from "./train/learn-here.ts";
import type { Learned } from "./train/learned.ts";

const AT_HAND = "data/downloads/ml-latest-small";
const MASTERS = ["local[2]", "local-cluster[2,1,1024]"];
const MILLION = { users: 6_040, movies: 3_706, ratings: 1_000_209, seed: 1 };

interface Options {
  readonly data?: string;
  readonly masters: readonly string[];
  readonly holdOut: number;
  readonly json?: true;
}

async function main(args: readonly string[]): Promise<void> {
  const {
    data: named,
    masters,
    holdOut,
    json,
  } = command("compare spark", "matinee compare spark --data data/downloads/ml-latest-small")
    .description("The training on Spark beside the training here: it must come to the same.")
    .option(
      "--data <folder>",
      `MovieLens' ratings beside a million synthetic ones (default: ${AT_HAND}, where it is there)`,
    )
    .option("--masters <addresses...>", "of Spark", addMaster, MASTERS)
    .option("--hold-out <share>", "of the people of --data, whom sessions are played with", share, 0.2)
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();
  const { line, table, result } = telling(json);
  if (named !== undefined) await openFolder(named);
  const data = named ?? AT_HAND;
  const python = await ownPython(line);
  const complaints = await linted(python);
  line(
    complaints === undefined
      ? "ruff cannot be had: scripts/spark is not linted"
      : complaints || "ruff: nothing to mend",
  );

  const bar = progressBar();
  const unfinished = join(SPARK_CACHE, "unfinished");
  const learning = (folder: string, heldOut: number) => ({
    data: folder,
    holdOut: heldOut,
    training: {},
    unfinished,
    bar,
    line,
  });
  const compared: Compared[] = [];
  const refused = complaints ? [complaints] : [];
  for (const { folder, heldOut, isClean } of [...dataAtHand(data, holdOut, line), ...(await synthetic())]) {
    const [here, hereSeconds] = await timed(() => learnHere(learning(folder, heldOut)));
    for (const [at, master] of masters.entries()) {
      await rm(unfinished, { recursive: true, force: true });
      const ratings =
        at === 0 || !isClean ? "csv" : await asParquet(python, folder, join(SPARK_CACHE, "ratings.parquet"));
      const [there, seconds] = await timed(() =>
        learnOnSpark(learning(folder, heldOut), { master, conf: {}, ratings, python }),
      );
      const agreement = agreementOf(here, there);
      const name = `${here.dataset.name}${heldOut > 0 ? " without those held out" : ""}, ${master}`;
      compared.push({ name, agreement, hereSeconds, sparkSeconds: seconds });
      refused.push(...refusals(agreement).map((text) => `${name}: ${text}`));
    }
  }
  table(Object.fromEntries(compared.map((one) => [one.name, rowOf(one)])));
  const sessions = existsSync(data)
    ? await compareSessions(data, holdOut, { python, master: masters[0]!, unfinished, bar, line })
    : undefined;
  if (sessions) table(sessions);
  await rm(unfinished, { recursive: true, force: true });
  if (refused.length > 0) throw new Error(refused.join("\n"));
  line(`Spark comes to what this machine does: no angle over ${LARGEST_ANGLE}.`);
  result({ compared, sessions });
}

/** For an option: those that are named, in the place of the usual ones. @throws InvalidArgumentError */
const addMaster = (text: string, before: readonly string[]): string[] => [
  ...(before === MASTERS ? [] : before),
  master(text),
];

interface Ratings {
  readonly folder: string;
  /** Share of the people. */
  readonly heldOut: number;
  /** Without bad rows, so that it can be Parquet too. */
  readonly isClean: boolean;
}

interface Compared {
  readonly name: string;
  readonly agreement: Agreement;
  readonly hereSeconds: number;
  readonly sparkSeconds: number;
}

function dataAtHand(folder: string, holdOut: number, line: Telling["line"]): Ratings[] {
  if (existsSync(folder)) return [0, holdOut].map((heldOut) => ({ folder, heldOut, isClean: true }));
  line(`${folder}: not there, and left out. Fetch it with: npm run data -- ml-latest-small`);
  return [];
}

/** A million ratings, and fewer with all that has to be seen to in them; made once. */
async function synthetic(): Promise<Ratings[]> {
  const [million, awkward] = [join(SPARK_CACHE, "synthetic-1m"), join(SPARK_CACHE, "awkward")];
  if (!existsSync(million)) await writeRatings(million, generateRatingsMatrix(MILLION));
  if (!existsSync(awkward)) await writeAwkwardRatings(awkward);
  return [
    { folder: awkward, heldOut: 0.1, isClean: false },
    { folder: million, heldOut: 0, isClean: true },
  ];
}

async function timed(learn: () => Promise<Learned>): Promise<[Learned, number]> {
  const start = performance.now();
  return [await learn(), (performance.now() - start) / 1_000];
}

const rowOf = ({ agreement: { angle, prior }, hereSeconds, sparkSeconds }: Compared) => ({
  "largest principal angle": angle.toExponential(1),
  "prior off by": prior.toExponential(1),
  "here, s": hereSeconds.toFixed(1),
  "Spark, s": sparkSeconds.toFixed(1),
});

await run(main);

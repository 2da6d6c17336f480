/**
 * Generates a matrix of ratings as large as the public data sets, for measuring the training's speed.
 * Usage: npx matinee synthetic --users 6040 --movies 3706 --ratings 1000209 --out synthetic-1m
 * Same options, same bytes. Writes the arrays of a CSR matrix as .npy files.
 */
import { command } from "../src/host/command.ts";
import { atLeastOne, makeRoom, run, wholeNumber } from "./command-line.ts";
import { writeMatrix } from "./synthetic/matrix-files.ts";
import { generateRatingsMatrix, type MatrixSize, roomIn } from "./synthetic/ratings-matrix.ts";

type Options = MatrixSize & { readonly out: string };

function readOptions(args: readonly string[]): Options {
  return command(
    "synthetic",
    "matinee synthetic --users 6040 --movies 3706 --ratings 1000209 --out synthetic-1m",
  )
    .description(
      "Generates a matrix of ratings with a long tail, structure and noise, as .npy files of a CSR matrix.",
    )
    .option("--users <n>", "rows", atLeastOne, 6_040)
    .option("--movies <n>", "columns", atLeastOne, 3_706)
    .option("--ratings <n>", "entries, very nearly", atLeastOne, 1_000_209)
    .option("--seed <n>", "of all chance", wholeNumber, 1)
    .requiredOption("--out <folder>", "where the files go")
    .parse(args, { from: "user" })
    .opts<Options>();
}

async function main(args: readonly string[]): Promise<void> {
  const { out, ...size } = readOptions(args);
  const room = roomIn(size);
  if (size.ratings > room)
    throw new Error(
      `${size.ratings} ratings find no room in ${size.users} x ${size.movies}: give ${room} at the most.`,
    );
  makeRoom(out);
  const matrix = generateRatingsMatrix(size);
  await writeMatrix(out, matrix);
  console.log(`${matrix.rows} x ${matrix.columns} with ${matrix.values.length} ratings in ${out}`);
}

await run(main);

/** The scripts themselves: what is wrong with their options is said at the door, in a sentence. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../src/dataset/testing/temporary-folder.ts";
import { generateWorld } from "../src/dataset/testing/world.ts";
import { writeDataset } from "../src/dataset/testing/write-dataset.ts";
import { emptyCsr } from "../src/numerics/csr.ts";
import { writeMatrix } from "./synthetic/matrix-files.ts";

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

function script(name: string, ...args: string[]): Promise<Ended> {
  const program = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, output, errors) =>
      resolve({ code: error ? Number(error.code) : 0, output, errors }),
    );
  });
}

/** Where options are at fault. */
const HELP = /\nmatinee .+ --help tells how it is used\.$/;

/** Refused by this sentence alone. */
async function refused(sentence: RegExp, name: string, ...args: string[]): Promise<void> {
  const { code, errors } = await script(name, ...args);
  expect(errors).toMatch(sentence);
  expect(errors.trim().replace(HELP, "").split("\n")).toHaveLength(1);
  expect(code).toBe(1);
}

describe("a number that makes no sense is refused before anything is read", () => {
  const NOWHERE = ["--data", "/nowhere"];
  test.concurrent.each([
    ["recommend", ["--ratings", "mine.csv", "--top", "0"]],
    ["train", ["--dimensions", "0"]],
    ["train", ["--power-iterations", "0"]],
    ["train", ["--threads", "0"]],
    ["evaluate", ["--dimensions", "0"]],
    ["evaluate", ["--people", "0"]],
    ["evaluate-traits", ["--top", "0"]],
    ["synthetic", ["--out", "matrix", "--users", "0"]],
    ["compare-sklearn", ["--matrix", "matrix", "--rounds", "0"]],
  ])("%s %j", async (name, options) => {
    const data = name === "synthetic" || name === "compare-sklearn" ? [] : NOWHERE;
    await refused(
      /^error: option '--.*argument '0' is invalid\. Expected a whole number from 1\./,
      name,
      ...data,
      ...options,
    );
  });
});

test("what the system refuses is a sentence that says what to do, whichever command comes upon it", async () => {
  const folder = await temporaryFolder();
  const beside = ["--db", join(folder, "people.db")];
  await Promise.all([
    refused(
      /nowhere\/manifest\.json: not there\. Name another/,
      "models-promote",
      ...beside,
      "--model",
      "/nowhere",
    ),
    refused(
      /^\/nowhere: no such file\. Give the steps of a pipeline/,
      "pipeline-run",
      "--folder",
      folder,
      "--file",
      "/nowhere",
    ),
    refused(
      /is a folder\. Give the steps of a pipeline/,
      "pipeline-run",
      "--folder",
      folder,
      "--file",
      folder,
    ),
  ]);
});

describe("train", () => {
  test.concurrent.each(["yesterday", "2026-02-30", "2026-11", "21.11.2026", ""])(
    "--date %j is no day of the calendar",
    async (date) => {
      await refused(
        /Expected a day of the calendar, such as 2026-11-21/,
        "train",
        "--data",
        "/nowhere",
        "--date",
        date,
      );
    },
  );

  test("on too little says so, and leaves the model that is there", async () => {
    const folder = await temporaryFolder();
    const { dataset } = generateWorld({ users: 3, movies: 40, groups: 2, ratingsPerUser: 10, seed: 1 });
    await writeDataset(join(folder, "data"), dataset, "ml-csv");
    const out = join(folder, "model");
    const { code, errors } = await script("train", "--data", join(folder, "data"), "--out", out);
    expect(errors).toMatch(/^Too little to train on: 30 ratings by 3 people/);
    expect(code).toBe(1);
    expect(existsSync(out)).toBe(false);
  });
});

describe("recommend", () => {
  test("makes the folder that it is to write to, and keeps its model for the next time", async () => {
    const folder = await temporaryFolder();
    const { dataset } = generateWorld({ users: 30, movies: 40, groups: 2, ratingsPerUser: 10, seed: 1 });
    await writeDataset(join(folder, "data"), dataset, "ml-csv");
    writeFileSync(join(folder, "mine.csv"), `movieId,rating\n${dataset.ratings.movieIds[0]},5\n`);
    const given = ["--ratings", join(folder, "mine.csv"), "--data", join(folder, "data")];
    const kept = ["--model", join(folder, "kept/model.npz"), "--min-ratings", "1", "--top", "3"];
    const out = join(folder, "new/deep/best.csv");
    const first = await script("recommend", ...given, ...kept, "--out", out);
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining("Kept in") });
    expect(readFileSync(out, "utf8").trim().split("\n")).toHaveLength(4);
    const second = await script("recommend", ...given, ...kept, "--out", out);
    expect(second.output).not.toContain("Kept in");
  });

  test("says what to give in the place of a folder, a file that is not there, and what is no model", async () => {
    const folder = await temporaryFolder();
    const mine = join(folder, "mine.csv");
    writeFileSync(mine, "movieId,rating\n1,5\n");
    mkdirSync(join(folder, "data"));
    const model = join(folder, "model.npz");
    const given = ["--data", join(folder, "data"), "--model", model];
    await Promise.all([
      refused(/is a folder\. Give a CSV file of ratings/, "recommend", "--ratings", folder, ...given),
      refused(/no such file\. Give a CSV file of ratings/, "recommend", "--ratings", `${mine}.not`, ...given),
      refused(/is a folder\. Name a file/, "recommend", "--ratings", mine, "--out", folder, ...given),
      refused(/cannot be written to/, "recommend", "--ratings", mine, "--out", `${mine}/best.csv`, ...given),
      refused(/is a folder\. Name a file/, "recommend", "--ratings", mine, "--model", folder),
      refused(
        /mine\.csv is no saved model \(.*\)\. Name another file/,
        "recommend",
        "--ratings",
        mine,
        "--out",
        join(folder, "best.csv"),
        "--model",
        mine,
      ),
    ]);
    expect(existsSync(model)).toBe(false);
  });
});

test("a place that nothing can be written to is told of before the work", async () => {
  const file = join(await temporaryFolder(), "file");
  writeFileSync(file, "");
  await Promise.all([
    refused(/is a file\. Name a folder/, "train", "--data", "/nowhere", "--out", file),
    refused(/cannot be written to/, "evaluate", "--data", process.cwd(), "--out", file),
    refused(/cannot be written to/, "synthetic", "--out", file),
  ]);
});

test("more than there is room for is refused", async () => {
  const out = join(await temporaryFolder(), "matrix");
  const size = ["--users", "10", "--movies", "10", "--ratings", "41"];
  await refused(
    /41 ratings find no room in 10 x 10: give 40 at the most/,
    "synthetic",
    "--out",
    out,
    ...size,
  );
  await refused(/'257' is invalid\. Expected 256 at the most/, "train", "--threads", "257");
  expect(existsSync(out)).toBe(false);
});

test("a Python without scikit-learn is told of before the work, with how to get it", async () => {
  const folder = await temporaryFolder();
  await writeMatrix(folder, emptyCsr(2, 2, 0));
  await refused(
    /^\/nowhere\/python has no scikit-learn: give another by --python, or install it/,
    "compare-sklearn",
    "--matrix",
    folder,
    "--python",
    "/nowhere/python",
  );
});

test("what goes wrong in a process of their own comes up as its sentence", async () => {
  const folder = await temporaryFolder();
  await Promise.all([
    refused(
      /no matrix is there\. Write one with: npx matinee synthetic/,
      "compare-sklearn",
      "--matrix",
      folder,
    ),
    refused(/no matrix is there\. Write one with/, "bench-training", "--synthetic", folder),
    refused(
      /no such folder\. Give the folder/,
      "bench-training",
      "--synthetic",
      folder,
      "--data",
      "/nowhere",
    ),
    refused(/'--models <names\.\.\.>' argument 'svd' is invalid/, "bench-training", "--models", "svd"),
  ]);
});

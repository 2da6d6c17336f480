/** What can go wrong before Spark is started; what Spark makes of ratings is held to the training here by npm run check:spark. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { encodeNpy } from "../../src/artifacts/npy.ts";
import { temporaryFolder } from "../../src/dataset/testing/temporary-folder.ts";
import { javaVersionOf } from "./environment.ts";
import { readJobOutputs } from "./job-outputs.ts";
import { ratingsIn } from "./learn-on-spark.ts";
import { master, memory } from "./options.ts";
import { type JobOptions, runJob } from "./run-job.ts";

const PROGRAM = fileURLToPath(new URL("../train.js", import.meta.url));

/** What train says where neither Java nor Python is to be found. */
function refusal(...args: string[]): Promise<string> {
  const { JAVA_HOME: _, ...rest } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { env: { ...rest, PATH: "" } }, (_, __, errors) =>
      resolve(errors),
    );
  });
}

test("without Java and Python, one sentence each says what to do, and nothing is written", async () => {
  const out = join(await temporaryFolder(), "model");
  const python = join(await temporaryFolder(), "python");
  const said = await refusal("--engine", "spark", "--python", python, "--out", out);
  expect(said).toMatch(/^--engine spark cannot run here: Spark needs Java 17 to 21, and java does not run: /);
  expect(said).toContain(`${python} does not run: npm run check:spark sets one up`);
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(existsSync(`${out}.unfinished`)).toBe(false);
});

test.each([
  [["--master", "local[2]"], /^--master is of Spark: give --engine spark with it, or leave it out\.\n$/],
  [["--spark-conf", "spark.ui.port=1"], /^--spark-conf is of Spark/],
  [
    ["--engine", "spark", "--spark-conf", "memory=4g"],
    /Expected a setting such as spark\.executor\.memory=4g\.$/m,
  ],
  [["--engine", "spark", "--master", "locale"], /Expected a master of Spark's, such as local\[2\]/],
  [["--engine", "hadoop"], /Allowed choices are local, spark\./],
])("%j is refused before anything is read", async (args, sentence) => {
  expect(await refusal("--data", "/nowhere", ...args)).toMatch(sentence);
});

test.each([
  ["local", true],
  ["local[*]", true],
  ["local[4, 2]", true],
  ["local-cluster[2,1,1024]", true],
  ["spark://one:7077,two:7077", true],
  ["k8s://https://host:6443", true],
  ["yarn", true],
  ["", false],
  ["local[0]", false],
  ["local-cluster[2]", false],
  ["spark://", false],
  ["host:7077", false],
])("%j is a master: %s", (text, isOne) => {
  if (isOne) expect(master(text)).toBe(text);
  else expect(() => master(text)).toThrow("Expected a master of Spark's");
});

test("memory has a unit, and is enough to start with", () => {
  for (const text of ["512m", "6g", "1T"]) expect(memory(text)).toBe(text);
  for (const text of ["6", "6gb", "0g", "-6g", "400m", "6.5g"])
    expect(() => memory(text)).toThrow("Expected a size of memory from 512m on, such as 6g.");
});

test("a job whose Java does not start is told of by what Java said", async () => {
  const folder = await temporaryFolder();
  const python = join(folder, "python");
  const said = [
    "26/12/01 04:01:38 WARN Utils: Set SPARK_LOCAL_IP if you need to bind to another address",
    "Invalid maximum heap size: -Xmx900000000g",
    "Error: Could not create the Java Virtual Machine.",
    "Traceback (most recent call last):",
    "PySparkRuntimeError: [JAVA_GATEWAY_EXITED] Java gateway process exited before sending its port number.",
  ];
  writeFileSync(python, `#!/bin/sh\n${said.map((line) => `echo '${line}' >&2`).join("\n")}\nexit 1\n`, {
    mode: 0o755,
  });
  await expect(runJob(python, join(folder, "job"), {} as JobOptions, () => {})).rejects.toThrow(
    "The Spark job failed: Invalid maximum heap size: -Xmx900000000g. All that it said is in ",
  );
});

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_392"', 8],
  ['openjdk version "21" 2023-09-19', 21],
  ["java: not found", undefined],
])("%j is Java %s", (text, version) => {
  expect(javaVersionOf(text)).toBe(version);
});

test("ratings are the data set's own in either form, a path of their own, or an address", async () => {
  const data = await temporaryFolder();
  const [csv, parquet] = [join(data, "ratings.csv"), join(data, "ratings.parquet")];
  expect(() => ratingsIn(data)).toThrow(`${csv}: there are no ratings. Name a file`);
  mkdirSync(parquet);
  expect(ratingsIn(data)).toBe(parquet);
  writeFileSync(csv, "");
  expect(ratingsIn(data)).toBe(csv);
  expect(ratingsIn(data, "parquet")).toBe(parquet);
  expect(ratingsIn("/elsewhere", csv)).toBe(csv);
  expect(ratingsIn(data, "s3a://films/ratings")).toBe("s3a://films/ratings");
  expect(() => ratingsIn(data, join(data, "none"))).toThrow("there are no ratings");
});

/** A job's files with two movies in one dimension, some in another way. */
async function outputs(others: Record<string, Buffer | object> = {}): Promise<string> {
  const folder = await temporaryFolder();
  const npy = (rows: number, ...values: number[]) =>
    encodeNpy({ rows, columns: values.length / rows, values: Float64Array.from(values) });
  const report = {
    users: 3,
    ratings: 4,
    digest: "12",
    rows: 5,
    bad: { duplicate: 1 },
    movies: [{ id: "7", ratings: 4, stars: 14.5 }],
    als: null,
    seconds: 1.5,
  };
  const files = {
    "report.json": report,
    "movies.npy": npy(2, 1, 0),
    "prior.npy": npy(2, 0.5, 0.25),
    ...others,
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), content instanceof Buffer ? content : JSON.stringify(content));
  return folder;
}

test("what a job writes is read as it was written", async () => {
  const { report, dimensions, embeddings, mean, covariance } = await readJobOutputs(await outputs());
  expect([dimensions, [...embeddings], [...mean], [...covariance]]).toEqual([1, [1, 0], [0.5], [0.25]]);
  expect(report.movies).toEqual([{ id: "7", ratings: 4, stars: 14.5 }]);
});

test("what no job writes is refused by the file's name and what is wrong in it", async () => {
  const values = (...numbers: number[]) =>
    encodeNpy({ rows: numbers.length, columns: 1, values: Float64Array.from(numbers) });
  const cases: [Record<string, Buffer | object>, RegExp][] = [
    [{ "report.json": { users: 0 } }, /report\.json is not as a Spark job writes it \([\s\S]*users/],
    [{ "movies.npy": Buffer.from("cut") }, /movies\.npy is not as a Spark job writes it \(not a \.npy file/],
    [{ "movies.npy": values(1, Number.NaN) }, /movies\.npy holds what is no number\. Train again\./],
    [{ "movies.npy": values() }, /0 embeddings for 1 movies/],
    [{ "prior.npy": values(1, 2, 3) }, /a prior of 3 x 1 for 1 dimensions/],
  ];
  for (const [files, sentence] of cases)
    await expect(readJobOutputs(await outputs(files))).rejects.toThrow(sentence);
});

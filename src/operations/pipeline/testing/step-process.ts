/**
 * A step for tests: writes what it read, one line a source, and notes in a log that it was begun.
 * Usage: <name> <out> <log> [source folder...]. While a file hold-<name> lies beside the log, it stands still half-way.
 * A file fail-<name> there makes it fail and is taken away, refuse-<name> makes it say no, and why.
 */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { asStep, tellWhy } from "../as-step.ts";

asStep();
const [name = "", out = "", log = "", ...sources] = process.argv.slice(2);
const beside = (what: string) => join(dirname(log), `${what}-${name}`);
writeFileSync(join(out, "written"), "half");
appendFileSync(log, `${name} ${process.pid}\n`);
while (existsSync(beside("hold"))) await setTimeout(5);
if (existsSync(beside("fail"))) {
  rmSync(beside("fail"));
  throw new Error("as it was told to");
}
const read = sources.map((source) => readFileSync(join(source, "written"), "utf8"));
writeFileSync(join(out, "written"), `${name}\n${read.join("")}`);
if (existsSync(beside("refuse"))) {
  tellWhy("It is worse.");
  process.exitCode = 3;
}

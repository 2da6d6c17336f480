/** Runs a pipeline of step-process.ts, to be killed. Usage: <definition> <folder> <log> */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readPipeline } from "../definition.ts";
import { runPipeline } from "../run-pipeline.ts";

const [definition = "", folder = "", log = ""] = process.argv.slice(2);
await runPipeline(readPipeline(readFileSync(definition, "utf8"), definition), {
  program: [process.execPath, fileURLToPath(new URL("step-process.js", import.meta.url))],
  version: "1",
  home: folder,
  folder,
  settings: { log },
  jobs: 2,
  signal: new AbortController().signal,
  now: Date.now,
});

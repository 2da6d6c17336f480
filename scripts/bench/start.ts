import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";

const SUGGESTIONS = 10;
const TERMINAL = new URL("../../adapters/terminal/main.js", import.meta.url).pathname;

export interface Start {
  /** From starting node to the first prompt. */
  readonly promptMs: number;
  /** Resident memory after some suggestions. */
  readonly residentMb: number;
}

/** Starts the terminal program with an empty database, answers suggestions, and looks at its size. */
export async function timeStart(): Promise<Start> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-bench-"));
  const startedMs = performance.now();
  const child = spawn(process.execPath, [TERMINAL, "--db", join(folder, "bench.db")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    let prompts = 0;
    let promptMs = 0;
    await new Promise<void>((resolve) => {
      child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
        if (!chunk.includes("› ")) return;
        if (prompts++ === 0) promptMs = performance.now() - startedMs;
        if (prompts > SUGGESTIONS) resolve();
        else child.stdin.write(prompts === 1 ? "skip\n" : "y\n");
      });
    });
    const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(child.pid)]);
    return { promptMs, residentMb: Number(stdout) / 1024 };
  } finally {
    child.kill();
    await rm(folder, { recursive: true });
  }
}

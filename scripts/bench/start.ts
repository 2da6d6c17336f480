import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";

const TERMINAL = new URL("../../adapters/terminal/main.js", import.meta.url).pathname;

export interface Start {
  /** From starting node to the first prompt. */
  readonly promptMs: number;
  /** Resident memory after ten suggestions. */
  readonly residentMb: number;
}

/** Starts the terminal program with an empty database, answers ten suggestions, and looks at its size. */
export async function timeStart(): Promise<Start> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-bench-"));
  const startedMs = performance.now();
  const child = spawn(process.execPath, [TERMINAL, "--db", join(folder, "bench.db")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    let shown = "";
    let promptMs = 0;
    child.stdin.write("skip\n");
    for await (const chunk of child.stdout.setEncoding("utf8")) {
      shown += chunk;
      const prompts = shown.split("› ").length - 1;
      if (prompts > 0 && promptMs === 0) promptMs = performance.now() - startedMs;
      if (chunk.includes("› ") && prompts < 12) child.stdin.write("y\n");
      if (prompts >= 12) break;
    }
    const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(child.pid)]);
    return { promptMs, residentMb: Number(stdout) / 1024 };
  } finally {
    child.kill();
    await rm(folder, { recursive: true });
  }
}

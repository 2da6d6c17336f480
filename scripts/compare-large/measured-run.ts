/** Runs a program and all that it starts, and tells what it took. Linux alone: it reads /proc. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

export interface MeasuredRun {
  readonly seconds: number;
  /** Of all its processes, in user and system. */
  readonly processorSeconds: number;
  /** Of all its processes together, pages that several share counted once; looked at twice a second. */
  readonly peakMegabytes: number;
  /** Its standard output. */
  readonly said: readonly string[];
}

const LOOKED_AT_MS = 500;
const TICKS_PER_SECOND = 100;

/** @throws Error where the program fails */
export async function measuredRun(program: string, args: readonly string[]): Promise<MeasuredRun> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  let peakMegabytes = 0;
  const worked = new Map<number, number>();
  const look = () => {
    const pids = withChildren(child.pid!);
    peakMegabytes = Math.max(
      peakMegabytes,
      pids.reduce((sum, pid) => sum + megabytesOf(pid), 0),
    );
    for (const pid of pids) worked.set(pid, Math.max(worked.get(pid) ?? 0, processorSecondsOf(pid)));
  };
  const timer = setInterval(look, LOOKED_AT_MS);
  try {
    const exit = once(child, "exit");
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) said.push(line);
    const [code] = await exit;
    if (code !== 0) throw new Error(`${program} ${args[0]} failed: see above.`);
    return {
      seconds: (performance.now() - start) / 1_000,
      processorSeconds: [...worked.values()].reduce((sum, seconds) => sum + seconds, 0),
      peakMegabytes,
      said,
    };
  } finally {
    clearInterval(timer);
  }
}

/** Parents by process, as /proc/<pid>/stat has them behind the name in brackets. */
function withChildren(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const parent = Number(statOf(Number(name))[1]);
    if (Number.isInteger(parent)) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    found.push(pid);
    waiting.push(...(children.get(pid) ?? []));
  }
  return found;
}

/** The fields after the name: state, parent, ... ; none of a process that is gone. */
function statOf(pid: number): readonly string[] {
  const text = textOf(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

const processorSecondsOf = (pid: number): number => {
  const [user = 0, system = 0] = statOf(pid).slice(11, 13).map(Number);
  return (user + system) / TICKS_PER_SECOND;
};

function megabytesOf(pid: number): number {
  const [, kilobytes = "0"] = /^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`)) ?? [];
  return Number(kilobytes) / 1_024;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

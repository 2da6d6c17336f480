import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { setPriority } from "node:os";
import { z } from "zod";

export interface CommandEnd {
  /** Null where it was killed. */
  readonly exitCode: number | null;
  /** Null where it did not tell. */
  readonly maxRssKb: number | null;
  /** Why it came out so; null where it did not tell. */
  readonly why: string | null;
}

export interface CommandOptions {
  /** The folder that it works in. */
  readonly home: string;
  /** What it says is added to this file. */
  readonly log: string;
  /** 0 as usual, 19 behind everybody else. */
  readonly niceness: number;
  readonly signal: AbortSignal;
}

const toldSchema = z.object({ maxRssKb: z.number().optional(), why: z.string().optional() });

/**
 * Runs a program in a process of its own, which ends with this one, for it hears over a channel when that is gone.
 *
 * @param command the program and its arguments
 */
export async function runCommand(
  [program = "", ...args]: readonly string[],
  { home, log, niceness, signal }: CommandOptions,
): Promise<CommandEnd> {
  const output = createWriteStream(log, { flags: "a", mode: 0o600 });
  await once(output, "open");
  output.write(`$ ${[program, ...args].join(" ")}\n`);
  const child = spawn(program, args, { cwd: home, stdio: ["ignore", "pipe", "pipe", "ipc"], signal });
  let maxRssKb: number | null = null;
  let why: string | null = null;
  child.on("message", (message) => {
    const told = toldSchema.safeParse(message).data;
    maxRssKb = told?.maxRssKb ?? maxRssKb;
    why = told?.why ?? why;
  });
  child.stdout?.pipe(output, { end: false });
  child.stderr?.pipe(output, { end: false });
  if (niceness !== 0 && child.pid !== undefined) setPriority(child.pid, niceness);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    return { exitCode, maxRssKb, why };
  } finally {
    output.end();
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { openApiKeys } from "../../src/store/api-keys.ts";

/** Of its log. In characters. */
const LONGEST_START = 10_000;

export interface Server {
  readonly address: string;
  /** Of a program that may do all, as often as it likes. */
  readonly authorization: string;
  /** Resident memory of the process, in megabytes. */
  megabytes(): Promise<number>;
}

/** Starts the program as a process of its own on an empty database and the model that ships. */
export async function withServer<T>(work: (server: Server) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-web-"));
  const database = join(folder, "web.db");
  const keys = await openApiKeys(database);
  const secret = await keys.add({
    name: "bench",
    scopes: ["read", "answer", "operate"],
    perMinute: 100_000_000,
    madeMs: Date.now(),
  });
  keys.close();
  const main = fileURLToPath(new URL("../../adapters/web/main.js", import.meta.url));
  const program: ChildProcess = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, MATINEE_DB: database, WEB_PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await addressIn(program.stdout!);
    return await work({
      address,
      authorization: `Bearer ${secret}`,
      async megabytes() {
        const status = await readFile(`/proc/${program.pid}/status`, "utf8");
        return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
      },
    });
  } finally {
    program.kill("SIGTERM");
    await once(program, "close");
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where it says that it listens, in its log; what else it logs is read and thrown away. */
function addressIn(output: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = "";
    output.setEncoding("utf8").on("data", (chunk: string) => {
      if (log.length < LONGEST_START) log += chunk;
      const address = /The page is at (http:[^"]+)/.exec(log)?.[1];
      if (address !== undefined) resolve(address);
    });
    output.on("end", () => reject(new Error("The program ended before it listened.")));
  });
}

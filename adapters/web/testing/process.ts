/** For tests: the program itself, as a process of its own, on a model of 300 films. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { writeSmallModel } from "../../../src/artifacts/testing/small-model.ts";
import { temporaryFolder } from "../../../src/dataset/testing/temporary-folder.ts";

const MAIN = fileURLToPath(new URL("../main.js", import.meta.url));

export interface Program {
  readonly address: string;
  readonly port: number;
  /** The database, alone in its folder. */
  readonly file: string;
  begin(settings?: Readonly<Record<string, string>>): Running;
  /** The same program once more, at a port of its own. */
  another(): Promise<Program>;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
  /** All it has said to people, once it has ended. */
  readonly said: Promise<string>;
  /** Resolves when it answers. */
  listening(): Promise<void>;
}

export async function someProgram(): Promise<Program> {
  const folder = await temporaryFolder();
  const file = join(folder, "data", "web.db");
  mkdirSync(dirname(file));
  await writeSmallModel(join(folder, "artifacts"));
  return at(folder, file);
}

async function at(folder: string, file: string): Promise<Program> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    port,
    file,
    another: () => at(folder, file),
    begin(settings = {}) {
      const child = spawn(process.execPath, [MAIN], {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          MATINEE_DB: file,
          MATINEE_ARTIFACTS: join(folder, "artifacts"),
          WEB_PORT: String(port),
          ...settings,
        },
      });
      onTestFinished(() => void child.kill("SIGKILL"));
      let log = "";
      child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
        log += chunk;
      });
      const listening = async (): Promise<void> => {
        while (!log.includes("Matinee listens in the web")) await once(child.stdout, "data");
      };
      return { child, ended: once(child, "exit"), said: text(child.stderr), listening };
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

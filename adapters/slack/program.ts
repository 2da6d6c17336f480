/** For tests: the program itself, as a process of its own, on a Slack of our own and with a small model. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSmallModel } from "../../src/artifacts/testing/small-model.ts";
import { type FakeSlack, openFakeSlack } from "./fake/fake-slack.ts";

export interface Program {
  readonly slack: FakeSlack;
  /** The database, which outlives the process. */
  readonly file: string;
  /** Starts a process; the one before has ended. */
  begin(env?: Readonly<Record<string, string>>): Running;
  close(): Promise<void>;
}

export interface Running {
  kill(signal: "SIGTERM" | "SIGKILL"): void;
  /** Resolves with the exit code, null where it was killed. */
  readonly ended: Promise<number | null>;
  /** All it has written so far. */
  output(): string;
}

export async function openProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), "matinee-slack-"));
  const file = join(folder, "matinee.db");
  const artifacts = await writeSmallModel(join(folder, "artifacts"));
  const slack = await openFakeSlack();
  let bot: ChildProcess | undefined;
  return {
    slack,
    file,
    begin(env = {}) {
      const child = spawn(process.execPath, [new URL("./main.js", import.meta.url).pathname], {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          MATINEE_DB: file,
          MATINEE_ARTIFACTS: artifacts,
          SLACK_BOT_TOKEN: slack.botToken,
          SLACK_APP_TOKEN: slack.appToken,
          SLACK_API_URL: slack.apiUrl,
          ...env,
        },
      });
      bot = child;
      let output = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
      return {
        kill: (signal) => void child.kill(signal),
        ended: once(child, "close").then(([code]) => code as number | null),
        output: () => output,
      };
    },
    async close() {
      bot?.kill("SIGKILL");
      await slack.close();
      rmSync(folder, { recursive: true });
    },
  };
}

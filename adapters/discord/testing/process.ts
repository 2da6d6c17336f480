import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { REST } from "discord.js";
import { onTestFinished } from "vitest";
import { writeSmallModel } from "../../../src/artifacts/testing/small-model.ts";
import { type FakeDiscord, fakeDiscord } from "../fake/fake-discord.ts";
import { registerCommands } from "../register.ts";
import { eventually } from "./eventually.ts";

const MAIN = fileURLToPath(new URL("../main.js", import.meta.url));

export interface Workshop {
  readonly fake: FakeDiscord;
  readonly database: string;
  /** Starts the program. */
  run(env?: Readonly<Record<string, string>>): ChildProcess;
  /** Starts it, and waits until Discord knows it. */
  listening(): Promise<ChildProcess>;
}

/** The program itself, as processes of its own, on a Discord of our own and with a small model. Cleared away after the test. */
export async function workshop(): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), "matinee-discord-"));
  const database = join(folder, "main.db");
  const artifacts = await writeSmallModel(join(folder, "artifacts"));
  const fake = await fakeDiscord();
  const children: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const child of children) child.kill("SIGKILL");
    await fake.close();
    rmSync(folder, { recursive: true });
  });
  await registerCommands(new REST({ api: fake.api }).setToken(fake.token));

  const run: Workshop["run"] = (env = {}) => {
    const settings = {
      DISCORD_TOKEN: fake.token,
      DISCORD_API: fake.api,
      MATINEE_DB: database,
      MATINEE_ARTIFACTS: artifacts,
    };
    const options = { cwd: folder, env: { PATH: process.env.PATH, ...settings, ...env } };
    const child = spawn(process.execPath, [MAIN], options);
    child.stdout.resume();
    children.push(child);
    return child;
  };

  return {
    fake,
    database,
    run,
    async listening() {
      const before = fake.gatewayCounts.identified;
      const child = run();
      await eventually(() => fake.gatewayCounts.identified).toBe(before + 1);
      return child;
    },
  };
}

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Tests that need a PostgreSQL share one server, which the first of them starts in this folder. It is stopped after the last. */
export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "matinee-postgres-"));
  chmodSync(folder, 0o755); // the server may be another user's
  process.env.MATINEE_TEST_POSTGRES = folder;
  return async () => {
    const note = join(folder, "server", "data", "postmaster.pid");
    if (existsSync(note)) process.kill(Number(readFileSync(note, "utf8").split("\n")[0]), "SIGINT");
    while (existsSync(note)) await sleep(20);
    rmSync(folder, { recursive: true });
  };
}

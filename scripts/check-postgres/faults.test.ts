import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createRandom } from "../../src/numerics/random.ts";
import { openNetwork } from "../../src/store/postgres/testing/network.ts";
import { startServer } from "../../src/store/postgres/testing/server.ts";
import { missing, realName } from "../../src/store/postgres/testing/shared-server.ts";
import { faultsOn } from "./faults.ts";

const name = missing === undefined ? realName : `${realName}, skipped for ${missing}`;

test.skipIf(missing !== undefined)(
  `nothing acknowledged is lost or doubled, whichever side is killed, and both come back by themselves (${name})`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "matinee-faults-"));
    chmodSync(folder, 0o755); // the server may be another user's
    const server = await startServer(join(folder, "server"));
    const proxy = await openNetwork(server.port);
    try {
      const done = await faultsOn(server, proxy, 6, createRandom(1).uniform);
      expect(done).toMatchObject({ lost: 0, doubled: 0, wrongSums: 0, wrongTastes: 0 });
      expect(done.acknowledged).toBeGreaterThan(12);
    } finally {
      proxy.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  },
);

/** People who talk to the real host, which keeps what they say in a real database: for whatever reads from that. */
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { tinyReader } from "../../conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../../conversation/testing/tiny-world.ts";
import { temporaryFolder } from "../../dataset/testing/temporary-folder.ts";
import { createHost } from "../../host/host.ts";
import { fakePlatform } from "../../host/testing/fake-platform.ts";
import { openSqliteStore } from "../../store/sqlite.ts";

export const raise = (error: unknown): never => {
  throw error;
};

/** @returns the database's file, its store, and what somebody says */
export async function peopleTalking() {
  const file = join(await temporaryFolder(), "people.db");
  const store = await openSqliteStore(file);
  onTestFinished(() => store.close());
  const { adapter, does } = fakePlatform();
  await createHost({ world: tinyWorld(), store, reader: tinyReader, adapter, onError: raise }).start();
  return {
    file,
    store,
    says: async (user: string, ...texts: string[]) => {
      for (const text of texts) await does(user, { kind: "said", text });
    },
  };
}

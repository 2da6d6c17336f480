import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { World } from "../../src/conversation/world.ts";
import type { Did } from "../../src/host/adapter.ts";
import { createHost, type Host } from "../../src/host/host.ts";
import { silentAdapter } from "../../src/host/silent-adapter.ts";
import type { Reader } from "../../src/intent/reader.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";

/** A platform that hands on what is said and throws the cards away, with a database of its own. */
export interface Platform {
  readonly store: Store;
  /** Resolves when it is dealt with. */
  says(user: string, text: string): Promise<void>;
  does(user: string, did: Did): Promise<void>;
  /** Over the same database: nobody is at hand any more. */
  restart(): Promise<void>;
}

export const NAME = "bench";
export const conversationOf = (user: string): string => `${NAME}:${user}`;

export async function withPlatform<T>(
  { world, reader }: { readonly world: World; readonly reader?: Reader | undefined },
  use: (platform: Platform) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-bench-"));
  const store = await openSqliteStore(join(folder, "bench.db"));
  const { adapter, hears } = silentAdapter(NAME);
  const start = async (): Promise<Host> => {
    const host = createHost({
      world,
      store,
      adapter,
      ...(reader && { reader }),
      onError: (error) => {
        throw error;
      },
    });
    await host.start();
    return host;
  };
  const does = (user: string, did: Did): Promise<void> =>
    hears({
      user: { platform: NAME, id: user },
      conversation: conversationOf(user),
      event: randomUUID(),
      atMs: Date.now(),
      did,
    });
  let host = await start();
  try {
    return await use({
      store,
      says: (user, text) => does(user, { kind: "said", text }),
      does,
      async restart() {
        await host.stop();
        host = await start();
      },
    });
  } finally {
    await host.stop();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { World } from "../../src/conversation/world.ts";
import type { Adapter, Incoming } from "../../src/host/adapter.ts";
import { createHost } from "../../src/host/host.ts";
import type { IntentParser } from "../../src/intent/parser.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { type Percentiles, timed } from "./percentiles.ts";

const ANSWERS = ["y", "n", "s"];

/**
 * Full turns through the host, on a real file: feedback recorded durably, taste updated, next suggestion ranked.
 *
 * @param asked what is said first, and holds from then on
 */
export async function timeTurns(
  world: World,
  turns: number,
  { asked = "next", parser }: { readonly asked?: string; readonly parser?: IntentParser } = {},
): Promise<Percentiles> {
  return withPlatform(world, parser, async (says) => {
    await says("ada", asked);
    for (let warmUp = 0; warmUp < 20; warmUp++) await says("ada", "y");
    return timed(turns, (run) => says("ada", ANSWERS[run % ANSWERS.length]!));
  });
}

/** Turns per second with many users taking turns, one after the other. */
export async function turnsPerSecond(world: World, users: number, turnsEach: number): Promise<number> {
  return withPlatform(world, undefined, async (says) => {
    const startedMs = performance.now();
    for (let turn = 0; turn < turnsEach; turn++) {
      const answer = turn === 0 ? "next" : ANSWERS[turn % ANSWERS.length]!;
      for (let user = 0; user < users; user++) await says(`user-${user}`, answer);
    }
    return (users * turnsEach * 1000) / (performance.now() - startedMs);
  });
}

/** A platform that hands on what is said and throws the cards away, with a database of its own. */
async function withPlatform<T>(
  world: World,
  parser: IntentParser | undefined,
  use: (says: (user: string, text: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-bench-"));
  const store = await openSqliteStore(join(folder, "bench.db"));
  let hears: (incoming: Incoming) => Promise<void> = async () => {};
  const adapter: Adapter = {
    name: "bench",
    capabilities: {
      reactions: false,
      buttons: false,
      edits: false,
      images: false,
      ephemeral: false,
      reachesAway: false,
    },
    usage: [],
    start: async (onIncoming) => {
      hears = onIncoming;
    },
    send: async () => ({ kind: "shown" }),
    stop: async () => {},
  };
  const host = createHost({
    world,
    store,
    adapter,
    ...(parser && { parser }),
    onError: (error) => {
      throw error;
    },
  });
  try {
    await host.start();
    return await use((user, text) =>
      hears({
        user: { platform: "bench", id: user },
        conversation: `bench:${user}`,
        event: randomUUID(),
        atMs: Date.now(),
        did: { kind: "said", text },
      }),
    );
  } finally {
    await host.stop();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

/** Somebody's page is open on another process than the one that has something to show them. */
import { expect, onTestFinished, test } from "vitest";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { openPostgresStore } from "../store/postgres/open.ts";
import { openSignals } from "../store/postgres/signals.ts";
import { missing, newDatabase, realName } from "../store/postgres/testing/shared-server.ts";
import { createHost } from "./host.ts";
import { fakePlatform } from "./testing/fake-platform.ts";

const name = missing === undefined ? realName : `${realName}, skipped for ${missing}`;

/** A process by which nobody is reached but who is before one of its pages. */
async function starts(database: string, isOpen: () => boolean) {
  const platform = fakePlatform();
  const store = await openPostgresStore(database);
  const signals = await openSignals(database, () => {});
  const { adapter } = platform;
  const host = createHost({
    world: tinyWorld(),
    store,
    signals,
    adapter: {
      ...adapter,
      capabilities: { ...adapter.capabilities, reachesAway: false },
      isOpenTo: isOpen,
    },
    onError() {},
  });
  await host.start();
  onTestFinished(async () => {
    await host.stop();
    await signals.close();
    await store.close();
  });
  return { platform, store };
}

test.skipIf(missing !== undefined)(
  `an answer that cannot be shown where it was asked for is shown at once where the page is open, and nowhere else (${name})`,
  async () => {
    const database = await newDatabase();
    const [asked, open, closed] = [
      await starts(database, () => false),
      await starts(database, () => true),
      await starts(database, () => false),
    ];
    asked.platform.broken = true;
    await asked.platform.does("ada", { kind: "said", text: "next" });
    await expect.poll(() => open.platform.shown.length).toBe(1);
    asked.platform.broken = false;
    await asked.platform.does("ada", { kind: "said", text: "y" });
    const counts = [asked, open, closed].map(({ platform }) => platform.shown.length);
    expect(counts).toEqual([expect.any(Number), 1, 0]);
    expect(asked.platform.shown.map(({ card }) => card.title?.text)).not.toContain(
      open.platform.shown[0]!.card.title?.text,
    );
    expect(await asked.store.waiting({ platform: "fake", id: "ada" })).toEqual([]);
  },
);

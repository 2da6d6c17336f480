/** A PostgreSQL that is out of reach for a while, as people meet it. */
import { expect, onTestFinished, test } from "vitest";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { openPostgresStore } from "../store/postgres/open.ts";
import { openNetwork } from "../store/postgres/testing/network.ts";
import { missing, newDatabase, realName } from "../store/postgres/testing/shared-server.ts";
import { StoreError } from "../store/store-error.ts";
import { createHost } from "./host.ts";
import { fakePlatform } from "./testing/fake-platform.ts";

const name = missing === undefined ? realName : `${realName}, skipped for ${missing}`;
const LIMITS = { connectMs: 300, statementMs: 500, withinMs: 1_000 };

test.skipIf(missing !== undefined)(
  `while the database is out of reach people are told in one sentence, and it goes on by itself when it is back (${name})`,
  async () => {
    const address = new URL(await newDatabase());
    const network = await openNetwork(Number(address.port));
    address.port = String(network.port);
    const store = await openPostgresStore(address.href, { limits: LIMITS });
    const errors: unknown[] = [];
    const platform = fakePlatform();
    const host = createHost({
      world: tinyWorld(),
      store,
      adapter: platform.adapter,
      onError: (error) => errors.push(error),
    });
    onTestFinished(async () => {
      await host.stop();
      network.close();
      await store.close();
    });
    await host.start();
    await platform.does("ada", { kind: "said", text: "next" }, "first");

    network.swallow();
    const shown = platform.shown.length;
    await platform.does("ada", { kind: "said", text: "y" }, "second");
    expect(platform.shown.slice(shown).map(({ card }) => card.lines)).toEqual([
      [expect.stringMatching(/^Something went wrong on my side, and (that was not kept|I cannot tell)/)],
    ]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toBeInstanceOf(StoreError);
    expect((errors[0] as Error).message).toMatch(/does not answer\. See that PostgreSQL runs/);

    network.mend();
    await platform.does("ada", { kind: "said", text: "y" }, "second"); // delivered again
    const { log, events } = await store.export({ platform: "fake", id: "ada" });
    expect(log).toMatchObject([{ verdict: "like" }]);
    expect(events.map(({ id }) => id)).toEqual(["first", "second"]);
    expect(errors).toHaveLength(1);
  },
);

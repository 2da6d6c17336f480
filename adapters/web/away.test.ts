/** A PostgreSQL that is out of reach for a while, as browsers and programs meet it. */
import { expect, onTestFinished, test } from "vitest";
import { openPostgresStore } from "../../src/store/postgres/open.ts";
import { openNetwork } from "../../src/store/postgres/testing/network.ts";
import { missing, newDatabase, realName } from "../../src/store/postgres/testing/shared-server.ts";
import { openWeb } from "./testing/open-web.ts";

const name = missing === undefined ? realName : `${realName}, skipped for ${missing}`;
const LIMITS = { connectMs: 300, statementMs: 500, withinMs: 1_000 };

test.skipIf(missing !== undefined)(
  `while the database is out of reach every request hears so in one sentence, and when to ask again (${name})`,
  async () => {
    const address = new URL(await newDatabase());
    const network = await openNetwork(Number(address.port));
    onTestFinished(() => network.close());
    address.port = String(network.port);
    const { browser } = await openWeb({ store: await openPostgresStore(address.href, { limits: LIMITS }) });
    const ada = browser();
    await ada.comes();
    await ada.says("next");

    network.swallow();
    const answers = [
      await ada.says("y", "asked"),
      await ada.get("/people/me"),
      await ada.get("/people/me/likes"),
    ];
    for (const { status, headers, body } of answers) {
      expect(status).toBe(503);
      expect(headers.get("retry-after")).toBe("5");
      expect(body.detail).toBe("The database is out of reach just now. Try again in a few seconds.");
    }

    network.mend();
    expect((await ada.says("y", "asked")).status).toBe(200);
    expect((await ada.get("/people/me/likes")).body.items).toHaveLength(1);
  },
);

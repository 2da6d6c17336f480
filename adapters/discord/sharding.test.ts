/** A bot in many servers: the real client with several shards, in one program and in several. */
import { describe, expect, onTestFinished, test } from "vitest";
import type { Card } from "../../src/conversation/card.ts";
import { openPostgresStore } from "../../src/store/postgres/open.ts";
import { missing, newDatabase, realName } from "../../src/store/postgres/testing/shared-server.ts";
import { openTurn } from "../../src/store/postgres/turn.ts";
import { createDiscord, type DiscordOptions } from "./discord.ts";
import { type FakeDiscord, fakeDiscord } from "./fake/fake-discord.ts";
import { identifyTurns } from "./identify-turns.ts";
import { inTurn } from "./in-turn.ts";
import { eventually } from "./testing/eventually.ts";
import { workshop } from "./testing/process.ts";
import { type ScriptedHost, scriptedHost } from "./testing/scripted-host.ts";
import { silent } from "./testing/silent.ts";

const ANSWER: Card = { lines: ["Noted."] };

async function discord(shards: number, maxConcurrency?: number): Promise<FakeDiscord> {
  const fake = await fakeDiscord();
  onTestFinished(() => fake.close());
  fake.recommends(shards, maxConcurrency);
  return fake;
}

const adapterOn = (fake: FakeDiscord, given: Partial<DiscordOptions> = {}) =>
  createDiscord({
    token: fake.token,
    api: fake.api,
    log: silent,
    now: Date.now,
    completeTitle: () => [],
    ...given,
  });

async function serving(fake: FakeDiscord, given: Partial<DiscordOptions> = {}): Promise<ScriptedHost> {
  const adapter = adapterOn(fake, given);
  onTestFinished(() => adapter.stop());
  return scriptedHost(adapter, () => [ANSWER]);
}

/** Somebody asks in each of the servers. */
const askedIn = (fake: FakeDiscord, channels: ReturnType<FakeDiscord["guildChannel"]>[]): void => {
  for (const channel of channels) fake.user("ada").writes(channel, `<@${fake.botId}> next`);
};
const placesOf = ({ incoming }: ScriptedHost) => incoming.map(({ conversation }) => conversation).sort();
const nameOf = ({ id }: { readonly id: string }) => `discord:${id}`;
const channelsOn = (fake: FakeDiscord, of: number) =>
  Array.from({ length: of }, (_, shard) => fake.guildChannel({ shard: [shard, of] }));

test("as many shards are served as Discord recommends, and answers come from each", async () => {
  const fake = await discord(3);
  fake.takesGuilds(1);
  const channels = channelsOn(fake, 3); // one session takes no more than one server
  const host = await serving(fake);
  expect([fake.shards, fake.identifiedTooSoon]).toEqual([[0, 1, 2], 0]);
  askedIn(fake, [...channels, fake.user("ada").dm]);
  await eventually(() => placesOf(host)).toEqual([...channels, fake.user("ada").dm].map(nameOf).sort());
  for (const channel of channels) await eventually(() => fake.messages(channel)).toHaveLength(2);
});

test("with one shard of several by hand only its servers are heard; the others are another program's", async () => {
  const fake = await discord(4);
  const channels = channelsOn(fake, 4);
  const [one, other] = [
    await serving(fake, { shards: { ids: [0, 1], of: 4 } }),
    await serving(fake, { shards: { ids: [2, 3], of: 4 } }),
  ];
  expect(fake.shards).toEqual([0, 1, 2, 3]);
  askedIn(fake, [...channels, fake.user("ada").dm]);
  await eventually(() => placesOf(other)).toEqual(channels.slice(2).map(nameOf).sort());
  await eventually(() => placesOf(one)).toEqual(
    [...channels.slice(0, 2), fake.user("ada").dm].map(nameOf).sort(),
  );
});

test("a shard whose socket is cut comes back with what it missed, and the others go on", async () => {
  const fake = await discord(2);
  const channels = channelsOn(fake, 2);
  const host = await serving(fake);
  fake.cutSockets(1);
  askedIn(fake, channels);
  await eventually(() => placesOf(host)).toEqual(channels.map(nameOf).sort());
  expect(fake.gatewayCounts).toMatchObject({ identified: 2, resumed: 1 });
});

test("a shard that is turned away at the start finds its way without the others beginning anew", async () => {
  const fake = await discord(2);
  fake.trouble({ on: "IDENTIFY", after: 1, times: 1, closes: 4000 });
  await serving(fake);
  expect([fake.shards, fake.gatewayCounts.identified]).toEqual([[0, 1], 2]);
});

test("it does not start with fewer log-ins left than it has shards, and says until when", async () => {
  const fake = await discord(3);
  fake.logInsLeft(2);
  const adapter = adapterOn(fake);
  onTestFinished(() => adapter.stop());
  await expect(adapter.start(async () => {})).rejects.toThrow(/lets this bot log in no more before/);
  expect(fake.gatewayCounts.identified).toBe(0);
});

describe(missing === undefined ? realName : `${realName}, skipped for ${missing}`, () => {
  const standing = async (fake: FakeDiscord, database: string) => {
    const adapter = inTurn({
      open: () => adapterOn(fake),
      openTurn: () => openTurn(database, "discord all shards"),
      what: "all shards",
      log: silent,
      lookMs: 50,
      onLost(error) {
        throw error;
      },
    });
    onTestFinished(() => adapter.stop());
    const host: ScriptedHost = { incoming: [], sent: [], failed: [], gaps: 0 };
    let isServing = false;
    const started = adapter
      .start(
        async (incoming) => void host.incoming.push(incoming),
        () => host.gaps++,
      )
      .then(() => {
        isServing = true;
      });
    started.catch(() => {});
    return { adapter, host, isServing: () => isServing };
  };

  test.skipIf(missing !== undefined)(
    "of two programs that are set to the same shards one serves; the other takes over where it ends",
    async () => {
      const [fake, database] = [await discord(1), await newDatabase()];
      const channel = fake.guildChannel();
      const first = await standing(fake, database);
      await eventually(first.isServing).toBe(true);
      const second = await standing(fake, database);
      askedIn(fake, [channel]);
      await eventually(() => first.host.incoming.length).toBe(1);
      expect([second.isServing(), fake.shards]).toEqual([false, [0]]);
      await first.adapter.stop();
      await eventually(second.isServing).toBe(true);
      askedIn(fake, [channel]);
      await eventually(() => second.host.incoming.length).toBe(1);
      expect(fake.shards).toEqual([0]);
    },
  );

  test.skipIf(missing !== undefined)(
    "a program that is killed has its shards taken over by the one that stood by, and nothing is asked twice",
    async () => {
      const [{ fake, run }, database] = [await workshop(), await newDatabase()];
      const channel = fake.guildChannel();
      const settings = { DATABASE_URL: database };
      const first = run(settings);
      await eventually(() => fake.shards).toEqual([0]);
      const second = run(settings);
      let said = "";
      second.stdout!.on("data", (chunk) => {
        said += chunk;
      });
      await eventually(() => said).toContain("this one stands by");
      askedIn(fake, [channel]);
      await eventually(() => fake.messages(channel).length).toBe(2);
      const store = await openPostgresStore(database);
      onTestFinished(() => store.close());
      await eventually(() => store.waiting({ platform: "discord", id: fake.user("ada").id })).toEqual([]);
      first.kill("SIGKILL"); // with nothing in its hands, which would be given to others after a minute
      await eventually(() => fake.gatewayCounts.identified).toBe(2);
      askedIn(fake, [channel]);
      await eventually(() => fake.messages(channel).length).toBe(4);
      expect([fake.shards, second.exitCode]).toEqual([[0], null]);
    },
    90_000,
  );

  test.skipIf(missing !== undefined)(
    "one that lost the database steps back where another has taken over, and takes over in its turn",
    async () => {
      const [fake, database] = [await discord(1), await newDatabase()];
      const first = await standing(fake, database);
      await eventually(first.isServing).toBe(true);
      const rival = await openTurn(database, "discord all shards");
      const { default: pg } = await import("pg");
      const client = new pg.Client(database);
      await client.connect();
      const ours = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted";
      await client.query(`SELECT pg_terminate_backend(pid) FROM (${ours}) AS holding`);
      await client.end();
      await eventually(() => rival.isOurs()).toBe(true); // at some moment before the first asks again
      await eventually(() => fake.connections).toBe(0);
      await rival.close();
      await eventually(() => fake.connections).toBe(1);
      await eventually(() => first.host.gaps).toBeGreaterThan(0);
    },
  );

  test.skipIf(missing !== undefined)(
    "programs with different shards identify one after the other, as the gateway wants it",
    async () => {
      const [fake, database] = [await discord(2, 1), await newDatabase()];
      const throttler = identifyTurns((what) => openTurn(database, what));
      await Promise.all([0, 1].map((id) => serving(fake, { shards: { ids: [id], of: 2 }, throttler })));
      expect([fake.shards, fake.identifiedTooSoon]).toEqual([[0, 1], 0]);
    },
    60_000,
  );
});

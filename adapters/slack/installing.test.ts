/** Others install the bot in their workspaces: the real client, on one Slack for several of them. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { temporaryFolder } from "../../src/dataset/testing/temporary-folder.ts";
import type { Incoming } from "../../src/host/adapter.ts";
import { createHost } from "../../src/host/host.ts";
import { destinationOf } from "../../src/host/showings.ts";
import { openInstallations } from "../../src/store/installations.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { FakeSlack } from "./fake/fake-slack.ts";
import { openSlackOfMany, type SlackOfMany } from "./fake/slack-of-many.ts";
import type { Log } from "./log.ts";
import type { ForOthers } from "./settings.ts";
import { createSlack, type SlackAdapter, type SlackOptions } from "./slack.ts";
import { eventually, suggestionFor } from "./testing.ts";

const KEY = randomBytes(32);

let many: SlackOfMany;
let database: string;
let running: (() => Promise<void>)[];
let logged: string[];

beforeEach(async () => {
  many = await openSlackOfMany();
  database = join(await temporaryFolder(), "a.db");
  running = [];
  logged = [];
});
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
  await many.close();
});

const noted = (fields: object, message: string): void =>
  void logged.push(`${JSON.stringify(fields)} ${message}`);
const log: Log = { info: noted, warn: noted, error: noted };

function adapterOf(given: Partial<SlackOptions> & { readonly keys?: Partial<ForOthers> } = {}): SlackAdapter {
  const { keys, ...options } = given;
  return createSlack({
    transport: { mode: "http", signingSecret: "a signing secret", host: "127.0.0.1", port: 0 },
    slackApiUrl: many.apiUrl,
    log,
    now: Date.now,
    acknowledgeWithinMs: 10_000,
    installing: {
      clientId: many.clientId,
      clientSecret: many.clientSecret,
      key: KEY,
      openInstallations: () => openInstallations(database, "slack"),
      ...keys,
    },
    ...options,
  });
}

/** A process that answers everything by a suggestion. */
async function started(given: Parameters<typeof adapterOf>[0] = {}) {
  const adapter = adapterOf(given);
  const heard: Incoming[] = [];
  await adapter.start(async (incoming) => {
    heard.push(incoming);
    await adapter.send(destinationOf(incoming), suggestionFor(incoming));
  });
  const stop = () => adapter.stop();
  running.push(stop);
  const address = `http://127.0.0.1:${adapter.port}/slack`;
  return { adapter, heard, stop, page: `${address}/install`, events: `${address}/events` };
}

const cardsIn = (slack: FakeSlack, name = "ada") =>
  slack
    .user(name)
    .dms()
    .filter(({ metadata }) => metadata !== undefined);

async function installedIn(
  team: string,
  { page, events }: { readonly page: string; readonly events: string },
) {
  const slack = await many.workspace(team);
  const ended = await many.install(slack, page);
  expect([ended.status, ended.text]).toEqual([200, expect.stringContaining("Thank you")]);
  slack.deliverTo(events);
  return slack;
}

describe("installed by others", () => {
  test("it asks for the scopes of the manifest, and serves each workspace with its own token", async () => {
    const process = await started();
    const slack = await many.workspace("T0ONE");
    const { asked } = await many.install(slack, process.page);
    expect(asked.pathname).toBe("/oauth/v2/authorize");
    expect(asked.searchParams.get("scope")?.split(",")).toContain("files:read");
    slack.deliverTo(process.events);
    const other = await installedIn("T0TWO", process);
    slack.user("ada").dm("hello");
    other.user("ada").dm("hello");
    await Promise.all([slack.delivered(), other.delivered()]);
    for (const one of [slack, other]) await eventually(() => expect(cardsIn(one)[0]?.reactions.size).toBe(5));
    expect(slack.user("ada").id).toBe(other.user("ada").id); // and are two people
    expect(process.heard.map(({ user }) => user.id).sort()).toEqual(
      ["T0ONE", "T0TWO"].map((team) => `${team}.${slack.user("ada").id}`),
    );
    expect(new Set(process.heard.map(({ event }) => event)).size).toBe(2);
  });

  test("two who have the same id in two workspaces are two people, down to their answers and their Home tabs", async () => {
    const store = await openSqliteStore(database);
    const adapter = adapterOf();
    const host = createHost({
      world: tinyWorld(),
      store,
      adapter,
      onError: (error) => {
        throw error;
      },
    });
    await host.start();
    running.push(async () => {
      await host.stop();
      await store.close();
    });
    const at = `http://127.0.0.1:${adapter.port}/slack`;
    const process = { page: `${at}/install`, events: `${at}/events` };
    const [one, two] = [await installedIn("T0ONE", process), await installedIn("T0TWO", process)];
    for (const slack of [one, two]) {
      slack.user("ada").dm("Alien");
      await slack.delivered();
      slack.user("ada").dm("skip");
      await slack.delivered();
    }
    const card = await eventually(() => {
      const found = cardsIn(one).find(({ reactions }) => reactions.size === 5);
      expect(found).toBeDefined();
      return found!;
    });
    one.user("ada").react(card, "+1");
    await one.delivered();
    await eventually(() => expect(cardsIn(one).length).toBeGreaterThan(cardsIn(two).length));
    const id = one.user("ada").id;
    const verdicts = async (team: string) =>
      (await store.log({ platform: "slack", id: `${team}.${id}` })).flatMap((entry) =>
        entry.kind === "feedback" ? [entry.verdict] : [],
      );
    expect(await verdicts("T0ONE")).toEqual(["favourite", "like"]);
    expect(await verdicts("T0TWO")).toEqual(["favourite"]);
    for (const slack of [one, two]) {
      slack.user("ada").openHome();
      await eventually(() => expect(slack.user("ada").home()).toBeDefined());
    }
    const channel = two.channel("movies");
    await two.user("ada").slash("/recommend", "privately", channel);
    await eventually(() => expect(channel.messages.at(-1)?.onlyFor).toBe(id));
  });

  test("any process behind the balancer finishes an installation, and serves it", async () => {
    const [one, other] = [await started(), await started()];
    const slack = await many.workspace("T0ONE");
    const returnTo = new URL("oauth_redirect", other.page).href;
    expect((await many.install(slack, one.page, returnTo)).status).toBe(200);
    for (const { events, heard } of [one, other]) {
      slack.deliverTo(events);
      slack.user("ada").dm("hello");
      await slack.delivered();
      expect(heard).toHaveLength(1);
    }
    expect(cardsIn(slack)).toHaveLength(2);
  });

  test("no token is to be read in the database, and a process that starts anew has them all", async () => {
    const process = await started();
    const slack = await installedIn("T0ONE", process);
    await process.stop();
    const files = ["", "-wal"].map((besides) => {
      try {
        return readFileSync(database + besides, "latin1");
      } catch {
        return "";
      }
    });
    expect(files.join("")).toContain("T0ONE");
    expect(files.join("")).not.toContain(slack.botToken);
    const next = await started();
    slack.deliverTo(next.events);
    slack.user("ada").dm("hello");
    await slack.delivered();
    expect(cardsIn(slack)).toHaveLength(1);
  });

  test("what comes back from another browser, or with a code that Slack does not know, installs nothing", async () => {
    const process = await started();
    const slack = await many.workspace("T0ONE");
    const shown = await fetch(process.page);
    const state = /state=([^&"]+)/.exec(await shown.text())![1]!;
    const back = new URL("oauth_redirect", process.page);
    back.search = `code=x&state=${state}`;
    expect((await fetch(back)).status).toBe(400);
    const cookie = shown.headers.get("set-cookie")!.split(";")[0]!;
    const unknown = await fetch(back, { headers: { cookie } });
    expect([unknown.status, await unknown.text()]).toEqual([
      500,
      expect.stringContaining("Something Went Wrong"),
    ]);
    const installations = await openInstallations(database, "slack");
    expect(await installations.all()).toEqual([]);
    installations.close();
    slack.deliverTo(process.events);
    slack.user("ada").dm("hello");
    await slack.delivered(); // acknowledged, and no more
    expect([process.heard.length, cardsIn(slack).length]).toEqual([0, 0]);
  });

  test("the workspace whose token is set by hand keeps its names beside the others", async () => {
    const own = await many.workspace("T0OWN");
    const process = await started({ botToken: own.botToken });
    own.deliverTo(process.events);
    const other = await installedIn("T0ONE", process);
    for (const slack of [own, other]) {
      slack.user("ada").dm("hello");
      await slack.delivered();
    }
    expect(process.heard.map(({ user }) => user.id)).toEqual([
      own.user("ada").id,
      `T0ONE.${other.user("ada").id}`,
    ]);
    expect([cardsIn(own).length, cardsIn(other).length]).toEqual([1, 1]);
  });
});

describe("a workspace that takes the bot out", () => {
  const tokens = async (): Promise<number> => {
    const installations = await openInstallations(database, "slack");
    const all = await installations.all();
    installations.close();
    return all.length;
  };

  test("has its token removed, and what was to be shown there is refused; the others go on", async () => {
    const process = await started();
    const [one, two] = [await installedIn("T0ONE", process), await installedIn("T0TWO", process)];
    one.user("ada").dm("hello");
    await one.delivered();
    one.uninstall();
    await one.delivered();
    await eventually(async () => expect(await tokens()).toBe(1));
    const [asked] = process.heard;
    expect(await process.adapter.send(destinationOf(asked!), { lines: ["late"] })).toEqual({
      kind: "refused",
    });
    two.user("ada").dm("hello");
    await two.delivered();
    expect(cardsIn(two)).toHaveLength(1);
  });

  test("may have installed it again before it was told of: the new token stays", async () => {
    const process = await started();
    const old = await installedIn("T0ONE", process);
    const fresh = await installedIn("T0ONE", process);
    old.uninstall();
    await old.delivered();
    expect(await tokens()).toBe(1);
    fresh.user("ada").dm("hello");
    await fresh.delivered();
    expect(cardsIn(fresh)).toHaveLength(1);
  });

  test("is noticed at the next call, where Slack never told", async () => {
    const process = await started();
    const slack = await installedIn("T0ONE", process);
    slack.user("ada").dm("hello");
    await slack.delivered();
    slack.revokeTokens();
    await process.adapter.send(destinationOf(process.heard[0]!), { lines: ["late"] }).catch(() => {});
    await eventually(async () => expect(await tokens()).toBe(0));
    expect(await process.adapter.send(destinationOf(process.heard[0]!), { lines: ["late"] })).toEqual({
      kind: "refused",
    });
  });

  test("is asked about where Slack cannot be asked just now: the event comes again", async () => {
    const process = await started();
    const slack = await installedIn("T0ONE", process);
    slack.fail("auth.test", { status: 503 });
    slack.uninstall();
    await slack.delivered();
    expect(await tokens()).toBe(0);
  });
});

describe("with another key", () => {
  test("it does not start, and says which to set", async () => {
    const process = await started();
    await installedIn("T0ONE", process);
    await process.stop();
    await expect(started({ keys: { key: randomBytes(32) } })).rejects.toThrow(
      "The tokens of the workspaces in the database were encrypted with another key than SLACK_TOKEN_KEY",
    );
  });

  test("what the one before encrypted is encrypted anew, and needs that no more", async () => {
    const process = await started();
    const slack = await installedIn("T0ONE", process);
    await process.stop();
    const key = randomBytes(32);
    await (await started({ keys: { key, keyBefore: KEY } })).stop();
    expect(logged.join("\n")).toContain("SLACK_TOKEN_KEY_BEFORE is of no more use");
    const next = await started({ keys: { key } });
    slack.deliverTo(next.events);
    slack.user("ada").dm("hello");
    await slack.delivered();
    expect(cardsIn(slack)).toHaveLength(1);
  });

  test("one damaged token of several is told of, and the other workspaces are served", async () => {
    const process = await started();
    const slack = await installedIn("T0ONE", process);
    await process.stop();
    const installations = await openInstallations(database, "slack");
    await installations.put({ id: "T0TWO", sealed: randomBytes(90), atMs: 1 });
    installations.close();
    const next = await started();
    expect(logged.join("\n")).toMatch(/"team":"T0TWO".*has to be installed there again/);
    slack.deliverTo(next.events);
    slack.user("ada").dm("hello");
    await slack.delivered();
    expect(cardsIn(slack)).toHaveLength(1);
  });
});

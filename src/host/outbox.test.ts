import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import type { Did } from "./adapter.ts";
import { type About, createHost, type Host } from "./host.ts";
import { type FakePlatform, fakePlatform } from "./testing/fake-platform.ts";

const said = (text: string) => ({ kind: "said", text }) as const;
const ADA = { platform: "fake", id: "ada" };

let folder: string;
let store: Store;
let platform: FakePlatform;
let host: Host;
let troubles: About[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "matinee-outbox-"));
  store = await openSqliteStore(join(folder, "outbox.db"));
  platform = fakePlatform();
  await start();
});

afterEach(async () => {
  await host.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** As after a restart: the same database and the same platform, and a host that remembers nothing. */
async function start(): Promise<void> {
  troubles = [];
  host = createHost({
    world: tinyWorld(),
    store,
    adapter: platform.adapter,
    onError: (_error, about) => troubles.push(about),
  });
  await host.start();
}

const titles = () => platform.shown.flatMap(({ card }) => (card.suggestion ? [card.title!.text] : []));
const ids = () => platform.shown.map(({ destination }) => destination.delivery);
const suggestionsMade = async () => (await store.export(ADA)).suggestions.length;
const like = (message: string): Did => ({ kind: "gestured", gesture: "like", on: { message } });

/** The next suggestion is committed, and the platform does not get it. */
async function loseTheNext(): Promise<void> {
  await platform.does("ada", said("next"));
  platform.broken = true;
  await platform.does("ada", like("fake:0"), "the-like");
  platform.broken = false;
  expect(titles()).toHaveLength(1);
  expect(await suggestionsMade()).toBe(2);
}

describe("what was committed and could not be shown", () => {
  test("is shown at the person's next gesture, though that itself changes nothing", async () => {
    await loseTheNext();
    await platform.does("ada", like("fake:0"));
    expect(titles()).toHaveLength(2);
    expect(await suggestionsMade()).toBe(2);
    expect(await store.waiting(ADA)).toEqual([]);
  });

  test("is shown when the event is delivered again", async () => {
    await loseTheNext();
    await platform.does("ada", like("fake:0"), "the-like");
    expect(titles()).toHaveLength(2);
    expect((await store.export(ADA)).log).toHaveLength(1);
  });

  test("is shown after a restart, and a reaction on it is taken for it", async () => {
    await loseTheNext();
    platform.reactions.set("fake:0", [{ user: ADA, gesture: "like" }]);
    await host.stop();
    await start();
    await expect.poll(() => titles().length).toBe(2);
    await platform.does("ada", like("fake:1"));
    expect((await store.export(ADA)).log).toHaveLength(2);
  });

  test("is tried again after a pause, without being asked, and in order", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    await loseTheNext();
    platform.broken = true;
    await platform.does("ada", said("likes"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(platform.shown).toHaveLength(1);
    platform.broken = false;
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    await expect.poll(() => platform.shown.length).toBe(3);
    expect(platform.shown.at(-1)!.card.title!.text).toContain("Movies you like");
    expect(troubles.filter(({ doing }) => doing === "showing")).toHaveLength(1);
  });

  test("is not sent twice where the platform took it before it failed", async () => {
    await platform.does("ada", said("next"));
    platform.mute = true;
    await platform.does("ada", like("fake:0"));
    platform.mute = false;
    await platform.does("ada", like("fake:0"));
    expect(titles()).toHaveLength(2);
    expect(new Set(ids()).size).toBe(ids().length);
    expect(await store.postedIn("fake:1")).toBeDefined();
    expect(await store.waiting(ADA)).toEqual([]);
  });

  test("says that it may have been tried, but not the first time", async () => {
    await loseTheNext();
    await platform.does("ada", like("fake:0"));
    expect(platform.shown.map(({ destination }) => destination.again)).toEqual([undefined, true]);
  });

  test("is given up where the platform refuses it for good, and the conversation goes on", async () => {
    await platform.does("ada", said("next"));
    platform.closed = true;
    await platform.does("ada", like("fake:0"), "refused");
    platform.closed = false;
    expect(troubles).toEqual([{ event: "refused", doing: "showing" }]);
    await platform.does("ada", said("next"));
    expect(titles()).toHaveLength(2);
    expect(await store.waiting(ADA)).toEqual([]);
  });

  test("is given up after a day", async () => {
    await loseTheNext();
    const dayLaterMs = Date.now() + 25 * 3_600_000;
    await host.stop();
    host = createHost({
      world: tinyWorld(),
      store,
      adapter: platform.adapter,
      onError: () => {},
      now: () => dayLaterMs,
    });
    await host.start();
    await expect.poll(() => store.waiting(ADA)).toEqual([]);
    expect(titles()).toHaveLength(1);
  });

  test("of one person keeps nobody else waiting", async () => {
    await loseTheNext();
    await platform.does("bob", said("next"));
    expect(titles()).toHaveLength(2);
    expect((await store.waiting(ADA)).length).toBeGreaterThan(0);
  });

  test("is gone when the person is forgotten", async () => {
    await loseTheNext();
    platform.broken = true;
    await platform.does("ada", said("forget me"));
    await platform.does("ada", said("yes"), "goodbye");
    platform.broken = false;
    await platform.does("ada", { kind: "opened" });
    expect(titles()).toHaveLength(1);
  });

  test("on a platform that reaches nobody who is away waits for them to come", async () => {
    await host.stop();
    const { review: _, ...adapter } = platform.adapter;
    const here = { ...adapter, capabilities: { ...adapter.capabilities, reachesAway: false } };
    platform = Object.assign(platform, { adapter: here });
    await start();
    await loseTheNext();
    await host.stop();
    await start();
    const lost = (await store.waiting(ADA)).map(({ id }) => id);
    expect(lost).not.toEqual([]);
    await platform.does("bob", said("likes"));
    await platform.does("ada", said("likes"), undefined, "fake:another-window");
    for (const id of lost) expect(ids()).not.toContain(id);
    await platform.does("ada", said("likes"));
    for (const id of lost) expect(ids()).toContain(id);
  });
});

describe("a card that is drawn again", () => {
  test("comes after the answer, and its failure fails nothing", async () => {
    await platform.does("ada", said("next"));
    const order: string[] = [];
    const { send } = platform.adapter;
    platform.adapter.send = async (...args) => {
      order.push("answer");
      return send(...args);
    };
    platform.adapter.edit = async () => {
      order.push("redraw");
      throw new Error("too many requests");
    };
    await platform.does("ada", like("fake:0"));
    await expect.poll(() => order).toEqual(["answer", "redraw"]);
    expect(troubles).toEqual([{ doing: "redrawing" }]);
    expect(titles()).toHaveLength(2);
  });

  test("keeps nobody waiting who reacts again", async () => {
    await platform.does("ada", said("next"));
    platform.adapter.edit = () => new Promise(() => {});
    await platform.does("ada", like("fake:0"));
    await platform.does("ada", like("fake:1"));
    expect(titles()).toHaveLength(3);
  });

  test("is drawn on the message that was pressed, though nobody knew of it", async () => {
    const { send } = platform.adapter;
    platform.adapter.send = async (...args) => {
      await send(...args);
      return { kind: "shown" };
    };
    await platform.does("ada", said("next"));
    const suggestion = platform.shown[0]!.card.suggestion!;
    await platform.does("ada", {
      kind: "pressed",
      gesture: "like",
      on: { suggestion, message: "fake:whisper" },
    });
    await expect.poll(() => platform.edited.map(({ message }) => message)).toEqual(["fake:whisper"]);
    expect(platform.shown).toHaveLength(2);
  });

  test("is said where it stands nowhere that can be changed, before what follows", async () => {
    platform.adapter.send = (
      (send) =>
      async (...args: Parameters<typeof send>) => {
        await send(...args);
        return { kind: "shown" };
      }
    )(platform.adapter.send);
    await platform.does("ada", said("next"));
    await platform.does("ada", said("y"));
    expect(platform.shown.map(({ card }) => card.lines[0])).toMatchObject([
      expect.anything(),
      expect.stringContaining("Noted"),
      expect.anything(),
    ]);
    expect(platform.shown.at(-1)!.card.suggestion).toBeDefined();
  });
});

describe("a verdict replaced and taken back", () => {
  const does = (kind: "gestured" | "gestureTakenBack", gesture: "like" | "dislike" | "info") =>
    platform.does("ada", { kind, gesture, on: { message: "fake:0" } });
  const standing = async () => {
    const { log } = await store.export(ADA);
    const retracted = new Set(log.map((entry) => (entry.kind === "retraction" ? entry.retracts : "")));
    return log.flatMap((entry) =>
      entry.kind === "feedback" && !retracted.has(entry.id) ? [entry.verdict] : [],
    );
  };

  test("leaves the reaction that still stands", async () => {
    await platform.does("ada", said("next"));
    await does("gestured", "info");
    await does("gestured", "like");
    await does("gestured", "dislike");
    expect(await standing()).toEqual(["dislike"]);
    await does("gestureTakenBack", "dislike");
    expect(await standing()).toEqual(["like"]);
    await does("gestureTakenBack", "like");
    expect(await standing()).toEqual([]);
  });
});

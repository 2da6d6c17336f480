import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { standingFeedback } from "../conversation/person.ts";
import { tinyModel, tinyWorld } from "../conversation/testing/tiny-world.ts";
import type { World } from "../conversation/world.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import type { Did } from "./adapter.ts";
import { type Allowance, createHost } from "./host.ts";
import { openReader } from "./open-reader.ts";
import { type FakePlatform, fakePlatform } from "./testing/fake-platform.ts";

const ADA = { platform: "fake", id: "ada" };
const said = (text: string) => ({ kind: "said", text }) as const;

let folder: string;
let store: Store;
let platform: FakePlatform;
let errors: unknown[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "matinee-host-"));
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Starts the program over the same file, as after a restart. */
async function start(world: World = tinyWorld(), allowance?: Allowance): Promise<void> {
  await store?.close();
  store = await openSqliteStore(join(folder, "host.db"));
  platform = fakePlatform();
  errors = [];
  await createHost({
    world,
    store,
    adapter: platform.adapter,
    onError: (error) => errors.push(error),
    ...(allowance && { allowance }),
  }).start();
}

const lastCard = () => platform.shown.at(-1)!.card;
const remembered = () => store.load(ADA, "fake:ada");

/** The stored embedding, and the log folded again by the real recommender. */
async function embeddings(world: World) {
  const { log, embedding } = await store.export(ADA);
  const { embedding: folded } = world.recommender.taste(standingFeedback(log));
  return { stored: embedding!.values, folded: [...folded] };
}

describe("an event", () => {
  test("has effect once, however often it is delivered", async () => {
    await start();
    await platform.does("ada", said("next"));
    await platform.does("ada", said("y"), "delivered-twice");
    const shown = platform.shown.length;
    await platform.does("ada", said("y"), "delivered-twice");
    expect(platform.shown.length).toBe(shown);
    expect((await remembered()).log).toHaveLength(1);
  });

  test("is kept before anything is said: an unreachable platform costs the reply alone", async () => {
    await start();
    await platform.does("ada", said("next"));
    platform.broken = true;
    await platform.does("ada", said("y"));
    expect((await remembered()).log).toMatchObject([{ verdict: "like" }]);
  });

  test("is computed again when another process has committed for the person meanwhile", async () => {
    await start();
    await platform.does("ada", said("next"));
    const commit = store.commit.bind(store);
    store.commit = async (change) => {
      store.commit = commit;
      const entry = {
        kind: "feedback",
        id: "other#0",
        movie: "tt0000009",
        verdict: "never",
        atMs: 1,
        source: "title",
      } as const;
      const { dialogue } = await remembered();
      await commit({
        ...change,
        event: "other",
        entries: [entry],
        suggestions: [],
        showings: [],
        dialogue: dialogue!,
      });
      return commit(change);
    };
    await platform.does("ada", said("y"));
    expect((await remembered()).log).toMatchObject([{ verdict: "never" }, { verdict: "like" }]);
    const { stored, folded } = await embeddings(tinyWorld());
    expect(stored).toEqual(folded);
  });

  test("on a suggestion that nobody remembers is answered, not dropped", async () => {
    await start();
    await platform.does("ada", { kind: "gestured", gesture: "like", on: { suggestion: "unknown" } });
    expect(lastCard().lines[0]).toContain("No suggestion");
  });
});

describe("a reaction on a message", () => {
  const on = (message: string, gesture: "like" | "info" = "like") =>
    ({ kind: "gestured", gesture, on: { message } }) as const;

  test("is taken for the suggestion it carries, where that was asked for, after a restart too", async () => {
    await start();
    await platform.does("ada", said("next"), "e1", "fake:thread");
    await start();
    await platform.does("ada", on("fake:0"), "e2", "fake:channel");
    expect((await remembered()).log).toMatchObject([{ verdict: "like" }]);
    expect(lastCard().suggestion).toBeDefined();
    expect(platform.shown.at(-1)!.destination.conversation).toBe("fake:thread");
  });

  test("is shown on the suggestion itself, but not where others see it", async () => {
    await start();
    await platform.does("ada", said("next"));
    const { suggestion = "" } = lastCard();
    await platform.does("ada", { kind: "shared", on: { suggestion } });
    expect(lastCard()).toMatchObject({ suggestion, lines: [] });
    await platform.does("ada", on("fake:0"));
    expect(platform.edited).toMatchObject([
      { message: "fake:0", card: { suggestion }, owner: { platform: "fake", id: "ada" } },
    ]);
    expect(platform.edited[0]!.card.lines.at(-1)).toBe("Noted: 👍 liked");
    expect(platform.shown.slice(2)).toMatchObject([
      { card: { suggestion: expect.not.stringMatching(suggestion) } },
    ]);
  });

  test("by a passer-by teaches the passer-by, who alone hears of it; the asker is not moved on", async () => {
    await start();
    await platform.does("ada", said("next"), "e1", "fake:channel");
    const { dialogue } = await store.load(ADA, "fake:channel");
    await platform.does("bob", on("fake:0"), "e2", "fake:channel");
    const BOB = { platform: "fake", id: "bob" };
    expect((await store.load(BOB, "fake:channel")).log).toMatchObject([{ verdict: "like" }]);
    expect(lastCard()).toMatchObject({ private: true, aside: true });
    await platform.does("bob", on("fake:0", "info"), "e3", "fake:channel");
    expect(lastCard()).toMatchObject({ private: true, aside: false });
    expect(await store.load(ADA, "fake:channel")).toMatchObject({ log: [], dialogue });
    expect(platform.edited).toEqual([]);
  });

  test("that carries nothing of ours, or nothing any more, is nothing to us", async () => {
    await start();
    await platform.does("ada", said("next"));
    await store.forget(ADA);
    const shown = platform.shown.length;
    await platform.does("ada", on("fake:0"));
    await platform.does("ada", on("somebody else's"));
    expect(platform.shown.length).toBe(shown);
    expect(errors).toEqual([]);
  });
});

/** A host that reads words by the real rules. */
async function startReading() {
  const world = tinyWorld();
  const reader = await openReader(world, { wordsFolder: "data/words" });
  const platform = fakePlatform();
  await createHost({
    world,
    store,
    reader,
    adapter: platform.adapter,
    onError: (error) => errors.push(error),
  }).start();
  return platform;
}

describe("words that are no command", () => {
  test("are read, and change what is suggested", async () => {
    await start();
    const other = await startReading();
    await other.does("ada", said("next"));
    await other.does("ada", said("a comedy from the 90s"));
    expect(other.shown.at(-1)!.card.reading).toBe("Comedy · 1990-1999");
    expect(["Notting Hill (1999)", "Before Sunrise (1995)"]).toContain(other.shown.at(-1)!.card.title!.text);
    await other.does("ada", said("y"));
    expect((await remembered()).log).toMatchObject([{ verdict: "like" }]);
  });
});

describe("help", () => {
  test.each(["help", "what can i do here?", "how does this work?"])(
    "in answer to %j begins with how things are done on the platform",
    async (text) => {
      await start();
      const other = await startReading();
      await other.does("ada", said("next"));
      await other.does("ada", said(text));
      expect(other.shown.at(-1)!.card.fields?.[0]).toEqual(other.adapter.usage[0]);
    },
  );
});

describe("a person who says a lot at once", () => {
  test("is asked once to slow down, is heard again later, and has every reaction noted", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    await start(tinyWorld(), { messages: 3, perSeconds: 30 });
    await platform.does("ada", said("next"));
    const suggestion = lastCard().suggestion!;
    for (let n = 0; n < 10; n++) await platform.does("ada", said("profile"));
    const asked = platform.shown.filter(({ card }) => card.lines[0]?.startsWith("That was a lot"));
    expect(asked).toMatchObject([{ destination: { private: true } }]);
    expect(platform.shown).toHaveLength(4);
    await platform.does("bob", said("next"));
    expect(lastCard().suggestion).toBeDefined();
    await platform.does("ada", { kind: "gestured", gesture: "like", on: { suggestion } });
    expect((await remembered()).log).toMatchObject([{ verdict: "like" }]);
    vi.setSystemTime(Date.now() + 30_001);
    await platform.does("ada", said("likes"));
    expect(lastCard().title?.text).toContain("Movies you like");
  });
});

describe("whoever has said too much at once", () => {
  const inWords: Did[] = ["export", "undo", "private on", "forget me"].map(said);
  const byCommand: Did[] = [
    { kind: "commanded", command: { kind: "export" } },
    { kind: "commanded", command: { kind: "undo" } },
    { kind: "commanded", command: { kind: "setPrivate", private: true, whose: "mine" } },
    { kind: "commanded", command: { kind: "forgetMe" } },
  ];
  test.each([
    ["in words", inWords],
    ["by command", byCommand],
  ])("may still have what is theirs, %s", async (_how, orders) => {
    await start(tinyWorld(), { messages: 1, perSeconds: 30 });
    for (let n = 0; n < 5; n++) await platform.does("ada", said("next"));
    const before = platform.shown.length;
    for (const did of orders) await platform.does("ada", did);
    expect(platform.shown).toHaveLength(before + orders.length);
    await platform.does("ada", said("yes"));
    expect(await remembered()).toMatchObject({ revision: null });
  });
});

describe("a text of endless length", () => {
  test("is cut before anybody reads it, and the person is told", async () => {
    await start();
    await platform.does("ada", said("next"));
    await platform.does("ada", said("y".repeat(5_000_000)));
    const told = platform.shown.at(-1)!.card.lines.join();
    expect(platform.shown.some(({ card }) => card.lines.join().includes("first 1,000 characters"))).toBe(
      true,
    );
    expect(told.length).toBeLessThan(2_000);
  });
});

describe("a failure inside a turn", () => {
  test("is told to the log and to the person, and what was said before is kept", async () => {
    await start();
    await platform.does("ada", said("next"));
    await platform.does("ada", said("y"));
    const commit = store.commit.bind(store);
    store.commit = async () => {
      throw new Error("disk full");
    };
    await platform.does("ada", said("y"));
    store.commit = commit;
    expect(errors).toEqual([new Error("disk full")]);
    expect(lastCard().lines[0]).toContain("went wrong on my side");
    await platform.does("ada", said("likes"));
    expect(lastCard().lines).toHaveLength(1);
  });
});

describe("a restart", () => {
  test("goes on in the middle of the favourites", async () => {
    await start();
    await platform.does("ada", { kind: "opened" });
    await platform.does("ada", said("heat"));
    await start();
    await platform.does("ada", said("1995"));
    expect(lastCard().lines[0]).toContain("Heat (1995)");
  });

  test("goes on with the suggestion on the table, and with the taste as it was", async () => {
    await start();
    await platform.does("ada", said("next"));
    await platform.does("ada", said("y"));
    const table = lastCard().title!.text;
    const before = await embeddings(tinyWorld());
    await start();
    await platform.does("ada", { kind: "opened" });
    expect(lastCard().title!.text).toBe(table);
    const after = await embeddings(tinyWorld());
    expect(after.stored).toEqual(before.stored);
    await platform.does("ada", said("n"));
    const { stored, folded } = await embeddings(tinyWorld());
    expect(stored).toEqual(folded);
  });

  test("under a retrained model folds the log again", async () => {
    await start();
    await platform.does("ada", said("next"));
    await platform.does("ada", said("y"));
    const model = tinyModel("retrained");
    const retrained = tinyWorld({ ...model, embeddings: model.embeddings.map((value) => value * 0.5) });
    await start(retrained);
    await platform.does("ada", said("y"));
    const { stored, folded } = await embeddings(retrained);
    expect(stored).toEqual(folded);
    expect((await store.export(ADA)).embedding!.modelVersion).toBe("retrained");
  });
});

describe("undo", () => {
  test("leaves the taste exactly as if nothing had been said", async () => {
    await start();
    await platform.does("ada", said("next"));
    await platform.does("ada", said("y"));
    const before = await embeddings(tinyWorld());
    await platform.does("ada", said("n"));
    await platform.does("ada", said("undo"));
    expect((await embeddings(tinyWorld())).stored).toEqual(before.stored);
  });
});

describe("a person's data", () => {
  test("is given to them whole, as a file", async () => {
    await start();
    await platform.does("ada", said("next"));
    await platform.does("ada", said("y"));
    await platform.does("ada", said("export"));
    const { file, private: isPrivate } = lastCard();
    expect(isPrivate).toBe(true);
    expect(JSON.parse(file!.text)).toMatchObject({ user: ADA, log: [{ verdict: "like" }] });
  });

  test("is deleted after one question, and a no keeps it", async () => {
    await start();
    await platform.does("ada", said("next"));
    await platform.does("ada", said("y"));
    await platform.does("ada", said("forget me"));
    await platform.does("ada", said("no"));
    expect((await remembered()).log).toHaveLength(1);
    await platform.does("ada", said("forget me"));
    await platform.does("ada", said("yes"));
    expect(await remembered()).toMatchObject({ revision: null, log: [], suggestions: [] });
    await platform.does("ada", { kind: "opened" });
    expect(lastCard().title!.text).toBe("Matinee");
  });

  test("of one person is not another's", async () => {
    await start();
    await platform.does("ada", said("next"));
    await platform.does("ada", said("y"));
    await platform.does("bob", said("likes"));
    expect(lastCard().lines[0]).toContain("not liked anything");
  });
});

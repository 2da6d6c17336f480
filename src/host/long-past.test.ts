/** What a long past costs, counted in rows read and verdicts folded, and that it costs no exactness. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Model } from "../artifacts/model.ts";
import { createCatalog } from "../catalog/catalog.ts";
import { newDialogue } from "../conversation/dialogue.ts";
import { type FeedbackEntry, standingFeedback } from "../conversation/person.ts";
import type { World } from "../conversation/world.ts";
import { VERDICTS } from "../recommender/feedback.ts";
import { type Policy, policyFrom } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { randomModel } from "../recommender/testing/random-model.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { createHost, type Host } from "./host.ts";
import { type FakePlatform, fakePlatform } from "./testing/fake-platform.ts";

const ADA = { platform: "fake", id: "ada" };
const DAY_MS = 86_400_000;
const model = randomModel({ movies: 2_500, dimensions: 4, seed: 1 });
/** More than a turn reads, and less than a past of a thousand. */
const FEW = 400;

let folder: string;
let host: Host;
let store: Store;
let platform: FakePlatform;
let work: { rows: number; verdicts: number };
const errors: unknown[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "matinee-past-"));
});

afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
  expect(errors.splice(0)).toEqual([]);
});

async function stop(): Promise<void> {
  await host?.stop();
  await store?.close();
}

/** Starts the program over the same file, as after a restart. */
async function start(of: Model = model, policy = policyFrom({})): Promise<void> {
  await stop();
  work = { rows: 0, verdicts: 0 };
  store = counted(await openSqliteStore(join(folder, "past.db")));
  platform = fakePlatform();
  host = createHost({
    world: countedWorld(of, policy),
    store,
    adapter: platform.adapter,
    onError: (error) => errors.push(error),
  });
  await host.start();
}

/** Counts what it reads of people's pasts. */
function counted(real: Store): Store {
  const tally = <T extends readonly unknown[]>(read: T): T => {
    work.rows += read.length;
    return read;
  };
  return {
    ...real,
    async load(...of) {
      const remembered = await real.load(...of);
      tally(remembered.log);
      tally(remembered.suggestions);
      return remembered;
    },
    logOn: async (...of) => tally(await real.logOn(...of)),
    latestSaid: async (...of) => tally(await real.latestSaid(...of)),
    log: async (...of) => tally(await real.log(...of)),
    suggestions: async (...of) => tally(await real.suggestions(...of)),
  };
}

/** Counts the verdicts that its tastes are folded from. */
function countedWorld(of: Model, policy: Policy): World {
  const recommender = createRecommender(of, policy);
  return {
    catalog: createCatalog(of.movies),
    recommender: {
      ...recommender,
      taste(feedback) {
        work.verdicts += feedback.length;
        return recommender.taste(feedback);
      },
      observe(taste, given) {
        work.verdicts++;
        return recommender.observe(taste, given);
      },
      revise(taste, opinions) {
        const all = [...opinions];
        work.verdicts += all.length;
        return recommender.revise(taste, all);
      },
    },
  };
}

/** Gives Ada a past of so many verdicts and suggestions, within the last day. */
async function past(answers: number): Promise<void> {
  const at = (nth: number) => Date.now() - DAY_MS / 2 + nth;
  const suggestions = Array.from({ length: answers }, (_, nth) => ({
    id: `past-${nth}`,
    movie: `movie-${nth}`,
    atMs: at(nth),
  }));
  const entries = suggestions.map(
    ({ id, movie, atMs }, nth): FeedbackEntry => ({
      kind: "feedback",
      id: `entry-${nth}`,
      movie,
      verdict: VERDICTS[nth % VERDICTS.length]!,
      atMs,
      source: "suggestion",
      suggestion: id,
    }),
  );
  await store.commit({
    user: ADA,
    conversation: "fake:ada",
    event: "past",
    atMs: at(answers),
    revision: null,
    entries,
    suggestions,
    embedding: { modelVersion: "none", values: new Float64Array(4) },
    dialogue: newDialogue,
    showings: [],
  });
}

const says = (text: string) => platform.does("ada", { kind: "said", text });

/** What doing something takes. */
async function workOf(what: () => Promise<unknown>): Promise<typeof work> {
  work = { rows: 0, verdicts: 0 };
  await what();
  return { ...work };
}

/** The stored embedding, and the one that the log gives. */
async function embeddings(of: Model = model, policy = policyFrom({})) {
  const { log, embedding } = await store.export(ADA);
  const { taste } = createRecommender(of, policy);
  return { stored: embedding!.values, folded: [...taste(standingFeedback(log)).embedding] };
}

describe("however much was said before", () => {
  const turns = {
    "an answer in words": () => says("y"),
    "another one": () => says("n"),
    undo: () => says("undo"),
    "undo again": () => says("undo"),
    "an old suggestion answered": () =>
      platform.does("ada", { kind: "gestured", gesture: "dislike", on: { suggestion: "past-1" } }),
    "an old answer taken back": () =>
      platform.does("ada", { kind: "gestureTakenBack", gesture: "dislike", on: { suggestion: "past-1" } }),
    "a title that was judged": () => says("never Movie 3"),
    why: () => says("why"),
    "talk in another conversation": () =>
      platform.does("ada", { kind: "said", text: "next" }, undefined, "fake:else"),
    "the first turn after a restart": async () => {
      await start();
      await says("s");
    },
    "opening the program after one": async () => {
      await start();
      await platform.does("ada", { kind: "opened" });
    },
  };

  async function workWith(answers: number) {
    await start();
    await past(answers);
    await says("next"); // folds what has no snapshot yet
    const done: Record<string, typeof work> = {};
    for (const [name, turn] of Object.entries(turns)) done[name] = await workOf(turn);
    const { stored, folded } = await embeddings();
    expect(stored).toEqual(folded);
    await store.forget(ADA);
    return done;
  }

  test("a turn reads no more rows and folds no more verdicts", async () => {
    const few = await workWith(FEW);
    const many = await workWith(2_000);
    expect(many).toEqual(few);
    for (const [name, { rows, verdicts }] of Object.entries(many)) {
      expect(rows, name).toBeLessThan(40);
      expect(verdicts, name).toBeLessThan(20);
    }
  });

  test("lists are whole", async () => {
    await start();
    await past(FEW);
    await says("next");
    await says("likes");
    const praised = 2 * Math.ceil(FEW / VERDICTS.length); // favourites and likes
    expect(JSON.stringify(platform.shown.at(-1)!.card)).toContain(`${praised - 15} more`);
  });
});

describe("a snapshot", () => {
  const snapshots = () => {
    const file = new Database(join(folder, "past.db"), { readonly: true });
    const rows = file.prepare("SELECT log_seq FROM snapshots").all() as { log_seq: number }[];
    file.close();
    return rows.map(({ log_seq }) => log_seq);
  };
  test("is kept every so often, and a restart goes on from it as if the log had been folded", async () => {
    await start();
    await says("next");
    const kept = new Set<number>();
    for (let turn = 0; turn < 200; turn++) {
      await says(["y", "n", "undo", "s", "y"][turn % 5]!);
      for (const at of snapshots()) kept.add(at);
    }
    expect(kept.size).toBeGreaterThan(1);
    expect(kept.size).toBeLessThan(5);
    const { rows } = await workOf(async () => {
      await start();
      await says("y");
    });
    expect(rows).toBeLessThan((await store.log(ADA)).length);
    const { stored, folded } = await embeddings();
    expect(stored).toEqual(folded);
  });

  test.each([
    ["damaged", "UPDATE snapshots SET known = x'0011'"],
    ["of another version", "UPDATE snapshots SET version = 'old'"],
  ])("that is %s is as good as none: the log is folded, and a new one kept", async (_, damage) => {
    await start();
    await past(FEW);
    await says("next");
    await stop();
    const file = new Database(join(folder, "past.db"));
    expect(file.prepare(damage).run().changes).toBe(1);
    file.close();
    await start();
    expect((await workOf(() => says("y"))).verdicts).toBeGreaterThanOrEqual(FEW);
    expect((await workOf(() => says("y"))).verdicts).toBe(1);
    const { stored, folded } = await embeddings();
    expect(stored).toEqual(folded);
    await start();
    expect((await workOf(() => says("y"))).rows).toBeLessThan(40);
  });

  test("of a model before it was trained again is not gone on from", async () => {
    await start();
    await past(FEW);
    await says("next");
    const retrained = {
      ...model,
      version: "retrained",
      embeddings: model.embeddings.map((value) => value * 0.5),
    };
    await start(retrained);
    await says("y");
    const { stored, folded } = await embeddings(retrained);
    expect(stored).toEqual(folded);
  });
});

test("under the EMA rule, in which the order of answers matters, undo and a restart are exact as well", async () => {
  const ema = policyFrom({ user_model: "ema" });
  await start(model, ema);
  await past(FEW);
  await says("y");
  const before = await embeddings(model, ema);
  await says("never Movie 1");
  expect((await embeddings(model, ema)).stored).not.toEqual(before.stored);
  await says("undo");
  expect((await embeddings(model, ema)).stored).toEqual(before.stored);
  await start(model, ema);
  await says("y");
  const { stored, folded } = await embeddings(model, ema);
  expect(stored).toEqual(folded);
});

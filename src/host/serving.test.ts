import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readArtifacts } from "../artifacts/read-artifacts.ts";
import { writeOtherModel } from "../artifacts/testing/other-model.ts";
import { writeSmallModel } from "../artifacts/testing/small-model.ts";
import { tinyOptions } from "../artifacts/testing/tiny-model.ts";
import { writeArtifacts } from "../artifacts/write-artifacts.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { readerBy } from "../intent/reader.ts";
import { createReading } from "../intent/reading/read.ts";
import { isServedByChallenger } from "../operations/models/arms.ts";
import { promote, readServing, rollBack, servingFile, settle } from "../operations/models/models-folder.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { createHost } from "./host.ts";
import { openWorld } from "./open-world.ts";
import { keyOf } from "./outbox.ts";
import { openServing } from "./serving.ts";
import { fakePlatform } from "./testing/fake-platform.ts";

const said = (text: string) => ({ kind: "said", text }) as const;
const POLICY = "data/policy.yaml";

async function serving() {
  const folder = await temporaryFolder();
  const file = join(folder, "people.db");
  const models = `${file}-models`;
  const shipped = await writeSmallModel(join(folder, "shipped"));
  const other = await writeOtherModel(join(folder, "other"), shipped);
  const trouble: unknown[] = [];
  const store = await openSqliteStore(file);
  onTestFinished(() => store.close());
  const served = await openServing({
    models,
    shipped,
    open: async (from) => {
      const world = await openWorld(from, POLICY);
      return { world, reader: readerBy(createReading({ catalog: world.catalog })) };
    },
    onChanged: () => {},
    onTrouble: (error) => trouble.push(error),
    everyMs: 5,
  });
  onTestFinished(served.close);
  const platform = fakePlatform();
  const host = createHost({
    world: served.world,
    store,
    servedTo: served.of,
    adapter: platform.adapter,
    onError: (error) => {
      throw error;
    },
  });
  await host.start();
  onTestFinished(() => host.stop());
  const ada = { platform: "fake", id: "ada" };
  return {
    models,
    shipped,
    other,
    trouble,
    store,
    served,
    ada,
    says: async (...texts: string[]) => {
      for (const text of texts) await platform.does("ada", said(text));
      return platform.shown.at(-1)!.card;
    },
    version: () => served.world.recommender.model.version,
  };
}

test("a promoted model takes over between two turns: what was said is folded anew, and nothing of it is lost", async () => {
  const { models, other, store, served, ada, says, version } = await serving();
  const before = version();
  await says("next", "y", "n", "y");
  const log = await store.log(ada);
  const promoted = await promote(models, { model: other, why: "better", atMs: 1 });
  await expect.poll(version).toBe(promoted);
  expect(promoted).not.toBe(before);
  await says("y");
  expect((await store.log(ada)).slice(0, log.length)).toEqual(log);
  expect(await store.log(ada)).toHaveLength(log.length + 1);
  const { embedding } = await store.export(ada);
  expect(embedding!.modelVersion).toBe(promoted);
  const { recommender } = served.champion().world;
  const feedback = (await store.log(ada)).filter((entry) => entry.kind === "feedback");
  expect(embedding!.values).toEqual([...recommender.taste(feedback).embedding]);
  const suggested = (await store.suggestions(ada)).map(({ movie }) => movie);
  expect(new Set(suggested).size).toBe(suggested.length);
});

test("going back serves what was served before, with all that was said meanwhile", async () => {
  const { models, shipped, other, store, ada, says, version } = await serving();
  const before = version();
  await promote(models, { model: other, why: "better", atMs: 1 });
  await expect.poll(version).not.toBe(before);
  await says("next", "y", "y");
  expect(await rollBack(models, 2)).toBe("shipped");
  await expect.poll(version).toBe(before);
  await says("y");
  expect(await store.log(ada)).toHaveLength(3);
  expect((await store.export(ada)).embedding!.modelVersion).toBe((await readArtifacts(shipped)).version);
});

test("on trial, a challenger serves those of its share and nobody else, until it is settled", async () => {
  const { models, other, served, version } = await serving();
  const champion = version();
  const challenger = await promote(models, { model: other, share: 0.5, why: "tried", atMs: 1 });
  const people = Array.from({ length: 40 }, (_, nth) => ({ platform: "fake", id: `person ${nth}` }));
  const versionOf = (user: (typeof people)[number]) => served.of(user).world.recommender.model.version;
  await expect.poll(() => people.some((user) => versionOf(user) === challenger)).toBe(true);
  for (const user of people) {
    const isOn = isServedByChallenger(keyOf(user), { version: challenger, share: 0.5 });
    expect(versionOf(user)).toBe(isOn ? challenger : champion);
  }
  const counts = people.filter((user) => versionOf(user) === challenger).length;
  expect(counts).toBeGreaterThan(10);
  expect(counts).toBeLessThan(30);
  expect(version()).toBe(champion);
  await settle(models, false, "clearly worse", 2);
  await expect.poll(() => people.every((user) => versionOf(user) === champion)).toBe(true);
  expect((await readServing(models)).history[0]!.why).toBe("clearly worse");
});

test("a model that cannot be read serves nobody, and people go on being served", async () => {
  const { models, says, version, trouble } = await serving();
  const before = version();
  await says("next");
  mkdirSync(models, { recursive: true });
  writeFileSync(servingFile(models), JSON.stringify({ champion: "nowhere", history: [] }));
  await expect.poll(() => trouble.length).toBe(1);
  expect(version()).toBe(before);
  await says("y");
});

test("the last three champions stay, and promoting one again changes nothing", async () => {
  const { models, shipped, other } = await serving();
  const made: string[] = [];
  let from = other;
  for (let nth = 0; nth < 5; nth++) {
    const model = await readArtifacts(from);
    const embeddings = model.embeddings.map((value) => value * (1 + 0.1 * nth));
    const next = `${shipped}-${nth}`;
    await writeArtifacts(
      next,
      { ...model, embeddings },
      { ...tinyOptions, movieIds: model.movies.map(({ id }) => id) },
    );
    made.push(await promote(models, { model: next, judged: next, why: String(nth), atMs: nth }));
    expect(await promote(models, { model: next, why: "again", atMs: 9 })).toBe(made.at(-1));
    from = next;
  }
  const { champion, history } = await readServing(models);
  expect(champion).toBe(made[4]);
  expect(history.map(({ why }) => why)).toEqual(["4", "3", "2", "1", "0"]);
  expect(made.map((version) => existsSync(join(models, version)))).toEqual([false, false, true, true, true]);
  expect(existsSync(join(models, `${made[0]}-judged`))).toBe(false);
});

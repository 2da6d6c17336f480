import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { StoreError } from "../store/store-error.ts";
import { anotherProcess } from "../store/testing/another-process.ts";
import { createHost } from "./host.ts";
import { fakePlatform } from "./testing/fake-platform.ts";

const ADA = { platform: "fake", id: "ada" };
const said = (text: string) => ({ kind: "said", text }) as const;

async function started() {
  const file = join(await temporaryFolder(), "failing.db");
  const store = await openSqliteStore(file, { waitMs: 50 });
  onTestFinished(() => store.close());
  const platform = fakePlatform();
  const errors: unknown[] = [];
  await createHost({
    world: tinyWorld(),
    store,
    adapter: platform.adapter,
    onError: (error) => errors.push(error),
  }).start();
  await platform.does("ada", said("next"));
  const lastLine = () => platform.shown.at(-1)!.card.lines[0];
  return { file, store, platform, errors, lastLine };
}

test("whoever answers while another program holds the database for long is told that it was not kept, and once more is once", async () => {
  const { file, store, platform, errors, lastLine } = await started();
  const { suggestion = "" } = platform.shown[0]!.card;
  const like = { kind: "gestured", gesture: "like", on: { suggestion } } as const;
  const other = await anotherProcess(file, "BEGIN IMMEDIATE");
  await platform.does("ada", like);
  expect(lastLine()).toMatch(/that was not kept\. Please try it once more/);
  expect(errors).toEqual([expect.any(StoreError)]);
  expect(String(errors[0])).toMatch(/failing\.db: another program has held/);
  await other.release();
  expect((await store.export(ADA)).log).toEqual([]);
  await platform.does("ada", like);
  expect((await store.export(ADA)).log).toMatchObject([{ verdict: "like" }]);
});

test("where nobody knows whether it was kept, the person is told that, and where to see it", async () => {
  const { store, platform, lastLine } = await started();
  const { commit } = store;
  store.commit = async (change) => {
    store.commit = commit;
    await commit(change);
    throw new StoreError("failing.db: the disk does not write it", { kept: "unknown" });
  };
  await platform.does("ada", said("y"));
  expect(lastLine()).toMatch(/cannot tell whether that was kept\. Say history/);
  await platform.does("ada", said("history"));
  expect(platform.shown.at(-1)!.card.lines.join()).toContain("👍");
});

test("forgetting that failed is not said to be done", async () => {
  const { file, store, platform, lastLine } = await started();
  await platform.does("ada", said("forget me"));
  const other = await anotherProcess(file, "BEGIN IMMEDIATE");
  await platform.does("ada", said("yes"));
  expect(lastLine()).toContain("that was not kept");
  await other.release();
  expect((await store.export(ADA)).events).toHaveLength(2);
  await platform.does("ada", said("yes"));
  expect(lastLine()).toContain("Everything about you is deleted.");
});

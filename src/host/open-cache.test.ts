import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { KEPT_FOR_MS } from "../intent/llm/cache.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { openAnswerCache } from "./open-cache.ts";

const DAY_MS = 86_400_000;

test("answers older than 30 days, or of the future, are deleted at the start and daily, whoever asks", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"], now: Date.UTC(2026, 0, 1) });
  onTestFinished(() => void vi.useRealTimers());
  const file = join(await temporaryFolder(), "matinee.db");
  await (await openSqliteStore(file)).close();
  const database = new Database(file);
  onTestFinished(() => void database.close());
  const keep = database.prepare("INSERT INTO model_answers (key, answer, at_ms) VALUES (?, '{}', ?)");
  const kept = () => database.prepare("SELECT key FROM model_answers ORDER BY key").pluck().all();
  keep.run("old", Date.now() - KEPT_FOR_MS);
  keep.run("ahead", Date.now() + 1);
  keep.run("in three hours old", Date.now() - KEPT_FOR_MS + 3 * 3_600_000);
  keep.run("new", Date.now());

  const { close } = await openAnswerCache(file, (error) => expect.fail(String(error)));
  expect(kept()).toEqual(["in three hours old", "new"]);
  vi.advanceTimersByTime(DAY_MS);
  await vi.waitUntil(() => kept().length === 1);
  expect(kept()).toEqual(["new"]);
  close();
});

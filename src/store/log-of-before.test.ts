import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { readMigrations } from "./migrate.ts";
import { openSqliteStore } from "./sqlite.ts";

test("a log of before anything could be kept for later is read as it was, snapshot and reactions included", async () => {
  const file = join(await temporaryFolder(), "before.db");
  const before = new Database(file);
  for (const { number, sql } of readMigrations(new URL("../../../migrations/", import.meta.url))) {
    if (sql.includes("'listing'")) break;
    before.exec(sql);
    before.pragma(`user_version = ${number}`);
  }
  before.exec(`
    INSERT INTO users (platform, platform_id, revision) VALUES ('web', 'ada', 'e');
    INSERT INTO log (seq, user, id, kind, at_ms, movie, verdict, source, suggestion)
      VALUES (7, 1, 'a', 'feedback', 1, 'tt1', 'like', 'suggestion', 's'), (9, 1, 'b', 'feedback', 2, 'tt2', 'seen', 'title', NULL);
    INSERT INTO log (seq, user, id, kind, at_ms, retracts) VALUES (12, 1, 'c', 'retraction', 3, 'b');
    INSERT INTO snapshots (user, version, log_seq, suggestions_seq, known) VALUES (1, 'v', 7, 0, x'01');
    INSERT INTO reactions (user, message, gesture, at_ms) VALUES (1, 'web:m', 'like', 1);
  `);
  before.close();
  const store = await openSqliteStore(file);
  const ada = { platform: "web", id: "ada" };
  const seen = { kind: "feedback", id: "b", movie: "tt2", verdict: "seen", atMs: 2, source: "title" };
  const back = { kind: "retraction", id: "c", retracts: "b", atMs: 3 };
  const liked = {
    kind: "feedback",
    id: "a",
    movie: "tt1",
    verdict: "like",
    atMs: 1,
    source: "suggestion",
    suggestion: "s",
  };
  expect(await store.log(ada)).toEqual([liked, seen, back]);
  expect((await store.load(ada, "web:ada", "v")).log).toEqual([seen, back]); // what came after the snapshot
  expect(await store.reactions("web:m")).toMatchObject([{ user: ada, gesture: "like" }]);
  await store.close();
});

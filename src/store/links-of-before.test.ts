import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { readMigrations } from "./migrate.ts";
import { openSqliteStore } from "./sqlite.ts";

test("people of before there were links are each a person of their own, and can be linked", async () => {
  const file = join(await temporaryFolder(), "before.db");
  const before = new Database(file);
  for (const { number, sql } of readMigrations(new URL("../../../migrations/", import.meta.url))) {
    if (sql.includes("CREATE TABLE links")) break;
    before.exec(sql);
    before.pragma(`user_version = ${number}`);
  }
  for (const id of ["ada", "page"]) {
    before
      .prepare("INSERT INTO users (platform, platform_id, revision) VALUES ('web', ?, ?)")
      .run(id, `e-${id}`);
    before
      .prepare(
        "INSERT INTO suggestions (id, user, movie, at_ms) VALUES (?, (SELECT max(id) FROM users), 'tt1', 0)",
      )
      .run(`s-${id}`);
  }
  before.close();
  const store = await openSqliteStore(file);
  const [ada, page] = [
    { platform: "web", id: "ada" },
    { platform: "web", id: "page" },
  ];
  expect((await store.suggestions(ada)).map(({ id }) => id)).toEqual(["s-ada"]);
  expect(await store.revision(page)).toBe("e-page");
  await store.offerLink(ada, "BCDFGH", 0);
  expect(await store.link(page, "BCDFGH", 0)).toBe("linked");
  expect((await store.suggestions(ada)).map(({ id }) => id)).toEqual(["s-ada", "s-page"]);
  const counted = { day: "1970-01-01", platform: "web", what: "suggestions", count: 2 };
  expect(await store.figures("1970-01-01", "1970-01-01")).toEqual([counted]);
  expect(await store.coverage("1970-01-01")).toEqual({ movies: 1, suggestions: 2, ofTheFirstHundred: 2 });
  await store.close();
});

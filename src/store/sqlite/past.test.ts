import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate } from "../migrate.ts";
import { pastIn } from "./past.ts";

/** A search by the person alone: it walks through all that they ever said or were shown. */
const WALKS = /^(SCAN (log|suggestions)|SEARCH (log|suggestions|taken|taking) .*\(user=\?\)$)/;

test("no look-up walks through a long past, but those that ask for all of it or stop at the latest", () => {
  const database = new Database(":memory:");
  migrate(database);
  const prepared: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = ((sql: string) => {
    prepared.push(sql);
    return prepare(sql);
  }) as typeof database.prepare;
  pastIn(database);
  const selects = prepared.filter((sql) => /^(SELECT|WITH)/.test(sql));
  expect(selects).toHaveLength(12);
  const walking = selects.filter((sql) => {
    const plan = prepare(`EXPLAIN QUERY PLAN ${sql.replace(/\?|@\w+/g, "1")}`).all() as { detail: string }[];
    return plan.some(({ detail }) => WALKS.test(detail));
  });
  expect(walking).toEqual([
    "SELECT * FROM log WHERE user = ? ORDER BY seq",
    expect.stringMatching(/FROM log .*ORDER BY seq DESC LIMIT 1$/),
    expect.stringMatching(/FROM suggestions .*ORDER BY seq DESC LIMIT 1$/),
    expect.stringMatching(/ORDER BY seq DESC LIMIT \?$/),
  ]);
});

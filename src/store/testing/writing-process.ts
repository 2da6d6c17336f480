/**
 * Commits one change after the other, each of a person of its own, until it is killed, and says so of each.
 * Usage: node writing-process.js <database>
 */
import { openSqliteStore } from "../sqlite.ts";
import { keptChange } from "./kept-change.ts";

const store = await openSqliteStore(process.argv[2]!);
for (let n = 0; ; n++) {
  await store.commit({ ...keptChange, user: { platform: "fake", id: `${n}` } });
  process.stdout.write(`${n}\n`);
}

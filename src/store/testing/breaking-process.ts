/**
 * Opens a store, commits, and breaks down with it open.
 * Usage: node breaking-process.js <database> exit | throw
 */
import { openSqliteStore } from "../sqlite.ts";
import { keptChange } from "./kept-change.ts";

const [file = "", how = ""] = process.argv.slice(2);
const store = await openSqliteStore(file);
await store.commit(keptChange);
if (how === "exit") process.exit(3);
setTimeout(() => {
  throw new Error("a bug");
});

/**
 * Opens a store, commits, and ends: well, or broken down with the store open.
 * Usage: node ending-process.js <database> close | exit | throw
 */
import { openSqliteStore } from "../sqlite.ts";
import { keptChange } from "./kept-change.ts";

const [file = "", how = ""] = process.argv.slice(2);
const store = await openSqliteStore(file);
await new Promise(setImmediate); // what the start has to do first is begun
await store.commit(keptChange);
if (how === "close") await store.close();
if (how === "exit") process.exit(3);
if (how === "throw")
  setTimeout(() => {
    throw new Error("a bug");
  });

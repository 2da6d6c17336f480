/** Opens a store when its input ends, and prints "opened" once it has. Usage: node opening-process.js <database> */
import { once } from "node:events";
import { openSqliteStore } from "../sqlite.ts";

const [file = ""] = process.argv.slice(2);
process.stdout.write("ready\n");
process.stdin.resume();
await once(process.stdin, "end");
const store = await openSqliteStore(file);
process.stdout.write("opened\n");
await store.close();

/**
 * A process that answers suggestions as fast as it can, and prints each event's id once it is acknowledged.
 * Usage: node answering-process.js <database> <user> <first letters of its event ids>
 */
import { tinyWorld } from "../../conversation/testing/tiny-world.ts";
import { openSqliteStore } from "../../store/sqlite.ts";
import { createHost } from "../host.ts";
import { fakePlatform } from "./fake-platform.ts";

const [database = "", user = "", prefix = ""] = process.argv.slice(2);
const ANSWERS = ["y", "undo", "s", "n", "undo", "undo"];

const platform = fakePlatform();
const store = await openSqliteStore(database);
const host = createHost({
  world: tinyWorld(),
  store,
  adapter: platform.adapter,
  onError: (error) => {
    throw error;
  },
});
await host.start();
await platform.does(user, { kind: "said", text: "next" }, `${prefix}-first`);
for (let turn = 0; ; turn++) {
  const event = `${prefix}-${turn}`;
  await platform.does(user, { kind: "said", text: ANSWERS[turn % ANSWERS.length]! }, event);
  process.stdout.write(`${event}\n`);
}

/**
 * A process that answers suggestions as fast as it can, and prints each event's id once it is acknowledged. What is refused it sends again,
 * as a platform delivers again. Usage: node answering.js <database> <user> <first letters of its event ids>
 */
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { createHost } from "../../src/host/host.ts";
import { fakePlatform } from "../../src/host/testing/fake-platform.ts";
import { openStore } from "../../src/store/open-store.ts";

const [database = "", user = "", prefix = ""] = process.argv.slice(2);
const ANSWERS = ["y", "undo", "s", "n", "undo", "undo"];

const platform = fakePlatform();
const store = await openStore(database);
const refused = new Set<string>();
const host = createHost({
  world: tinyWorld(),
  store,
  adapter: platform.adapter,
  onError(_error, { event, doing }) {
    if (event !== undefined && doing !== "showing") refused.add(event);
  },
});
await host.start();

async function says(text: string, event: string): Promise<void> {
  do {
    refused.delete(event);
    await platform.does(user, { kind: "said", text }, event);
  } while (refused.has(event));
  process.stdout.write(`${event}\n`);
}

await says("next", `${prefix}-first`);
for (let turn = 0; ; turn++) await says(ANSWERS[turn % ANSWERS.length]!, `${prefix}-${turn}`);

/**
 * A process in which many people answer at once for a while, each as soon as they are answered. Prints how long each turn took and what
 * all of them cost of the processor, in milliseconds, as JSON. Usage: node turning.js <database> <first letters of the people's names> <people> <seconds>
 */
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { createHost } from "../../src/host/host.ts";
import { fakePlatform } from "../../src/host/testing/fake-platform.ts";
import { openStore } from "../../src/store/open-store.ts";

const [database = "", prefix = "", people = "", seconds = ""] = process.argv.slice(2);
const ANSWERS = ["y", "s", "n", "undo"];
/** Of which nothing is measured: connections are made, and statements prepared. */
const WARM_MS = 1_000;

const platform = fakePlatform();
const store = await openStore(database);
const host = createHost({
  world: tinyWorld(),
  store,
  adapter: platform.adapter,
  onError(error) {
    throw error;
  },
});
await host.start();
const startMs = performance.now() + WARM_MS;
const endMs = startMs + 1_000 * Number(seconds);
const took: number[] = [];
let turns = 0;
const warmed = process.cpuUsage();

async function answers(user: string): Promise<void> {
  await platform.does(user, { kind: "said", text: "next" });
  for (let turn = 0; performance.now() < endMs; turn++) {
    const beganMs = performance.now();
    await platform.does(user, { kind: "said", text: ANSWERS[turn % ANSWERS.length]! });
    turns++;
    if (beganMs >= startMs) took.push(performance.now() - beganMs);
    platform.shown.length = 0; // nobody looks
  }
}

await Promise.all(Array.from({ length: Number(people) }, (_, nth) => answers(`${prefix}${nth}`)));
await host.stop();
await store.close();
const { user, system } = process.cpuUsage(warmed);
process.stdout.write(JSON.stringify({ took, turns, cpuMs: (user + system) / 1_000 }));

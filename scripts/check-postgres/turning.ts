/**
 * A process in which many people answer at once for a while, each as soon as they are answered, and others take their places after some
 * turns. Prints how long each turn took, how often one was computed again for another process had been faster, and what all of them cost of the
 * processor, in milliseconds, as JSON. Usage: node turning.js <database> <seconds> <people at once> <names as JSON, taken in turns>
 */
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { createHost } from "../../src/host/host.ts";
import { fakePlatform } from "../../src/host/testing/fake-platform.ts";
import { openStore } from "../../src/store/open-store.ts";

const [database = "", seconds = "", atOnce = "", names = ""] = process.argv.slice(2);
const ANSWERS = ["y", "s", "n", "undo"];
const TURNS_EACH = 12;
/** Of which nothing is measured: connections are made, and statements prepared. */
const WARM_MS = 1_000;

const platform = fakePlatform();
const opened = await openStore(database);
let conflicts = 0;
const store: typeof opened = {
  ...opened,
  async commit(change) {
    const outcome = await opened.commit(change);
    if (outcome === "conflict") conflicts++;
    return outcome;
  },
};
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

/** Taken in turns: everybody has their place again when all the others have had it. */
const waiting: string[] = JSON.parse(names);

async function answers(): Promise<void> {
  while (performance.now() < endMs) {
    const user = waiting.shift()!;
    await session(user);
    waiting.push(user);
  }
}

async function session(user: string): Promise<void> {
  await platform.does(user, { kind: "said", text: "next" });
  for (let turn = 0; turn < TURNS_EACH && performance.now() < endMs; turn++) {
    const beganMs = performance.now();
    await platform.does(user, { kind: "said", text: ANSWERS[turn % ANSWERS.length]! });
    turns++;
    if (beganMs >= startMs) took.push(performance.now() - beganMs);
    platform.shown.length = 0; // nobody looks
  }
}

await Promise.all(Array.from({ length: Number(atOnce) }, answers));
await host.stop();
await store.close();
const { user, system } = process.cpuUsage(warmed);
process.stdout.write(JSON.stringify({ took, turns, conflicts, cpuMs: (user + system) / 1_000 }));

import { performance } from "node:perf_hooks";
import type { World } from "../../src/conversation/world.ts";
import type { Reader } from "../../src/intent/reader.ts";
import { type Percentiles, timed } from "./percentiles.ts";
import { withPlatform } from "./platform.ts";

const ANSWERS = ["y", "n", "s"];

/**
 * Full turns through the host, on a real file: feedback recorded durably, taste updated, next suggestion ranked.
 *
 * @param asked what is said first, and holds from then on
 */
export async function timeTurns(
  world: World,
  turns: number,
  { asked = "next", reader }: { readonly asked?: string; readonly reader?: Reader } = {},
): Promise<Percentiles> {
  return withPlatform({ world, reader }, async ({ says }) => {
    await says("ada", asked);
    for (let warmUp = 0; warmUp < 20; warmUp++) await says("ada", "y");
    return timed(turns, (run) => says("ada", ANSWERS[run % ANSWERS.length]!));
  });
}

/** Turns per second with many users taking turns, one after the other. */
export async function turnsPerSecond(world: World, users: number, turnsEach: number): Promise<number> {
  return withPlatform({ world }, async ({ says }) => {
    const startedMs = performance.now();
    for (let turn = 0; turn < turnsEach; turn++) {
      const answer = turn === 0 ? "next" : ANSWERS[turn % ANSWERS.length]!;
      for (let user = 0; user < users; user++) await says(`user-${user}`, answer);
    }
    return (users * turnsEach * 1000) / (performance.now() - startedMs);
  });
}

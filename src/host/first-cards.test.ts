/** The first cards of people of whom nothing is known: a person's own, whatever becomes of the program meanwhile. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { policyFrom } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { randomModel } from "../recommender/testing/random-model.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { createHost } from "./host.ts";
import { fakePlatform } from "./testing/fake-platform.ts";

const model = randomModel({ movies: 300, dimensions: 4, seed: 1 });
const world = { catalog: createCatalog(model.movies), recommender: createRecommender(model, policyFrom({})) };
const PEOPLE = Array.from({ length: 12 }, (_, nth) => `person ${nth}`);
const WORDS = ["next", "y", "n", "s"];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "matinee-first-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The titles that each person is shown, over one file; the program ends and starts again after so many messages. */
async function titlesShown(file: string, restartAfter: number): Promise<readonly string[][]> {
  const shown = PEOPLE.map((): string[] => []);
  for (let at = 0; at < WORDS.length; at += restartAfter) {
    const store = await openSqliteStore(join(folder, file));
    const { adapter, does, shown: cards } = fakePlatform();
    const host = createHost({ world, store, adapter, onError: (error) => expect.fail(String(error)) });
    await host.start();
    for (const text of WORDS.slice(at, at + restartAfter)) {
      for (const [nth, person] of PEOPLE.entries()) {
        const before = cards.length;
        await does(person, { kind: "said", text });
        shown[nth]!.push(...cards.slice(before).flatMap(({ card }) => card.title?.text ?? []));
      }
    }
    await host.stop();
    await store.close();
  }
  return shown;
}

test("are the same after restarts, and not the same for everybody", async () => {
  const shown = await titlesShown("once.db", WORDS.length);
  for (const titles of shown) expect(titles).toHaveLength(WORDS.length);
  expect(new Set(shown.map(([first]) => first)).size).toBeGreaterThan(3);
  expect(await titlesShown("again.db", 1)).toEqual(shown);
});

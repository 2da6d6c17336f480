import { describe, expect, test } from "vitest";
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import type { Store } from "../../src/store/store.ts";
import { drawnPosters } from "./drawn-posters.ts";

const world = tinyWorld();
const failed = (error: unknown): never => expect.fail(String(error));
/** Suggestions of which each names its film: "tt0000001-a" */
const store: Pick<Store, "suggestion"> = {
  suggestion: async (id) => ({
    user: { platform: "discord", id: "1" },
    suggestion: { id, movie: id.split("-")[0]!, atMs: 0 },
  }),
};

describe("drawn posters", () => {
  test("of one film are the same when its card is drawn again, and another look when it follows itself", async () => {
    const draw = drawnPosters(world, store, failed);
    const first = await draw("tt0000001-a", "discord:1");
    const again = await draw("tt0000001-a", "discord:1");
    const next = await draw("tt0000001-b", "discord:1");
    const elsewhere = await draw("tt0000001-c", "discord:2");
    expect(again!.data.equals(first!.data)).toBe(true);
    expect(next!.data.equals(first!.data)).toBe(false);
    expect(elsewhere!.data.equals(first!.data)).toBe(true);
    expect(first!.colour).toBeGreaterThan(0);
    expect(first!.colour).toBeLessThanOrEqual(0xffffff);
  });

  test("are not waited for where many are asked for at once, and come again after that", async () => {
    const draw = drawnPosters(world, store, failed);
    const rush = await Promise.all(
      Array.from({ length: 30 }, (_, at) => draw(`tt000000${at % 10}-r${at}`, `discord:${at}`)),
    );
    expect(rush.filter((poster) => poster !== undefined)).toHaveLength(8);
    expect(await draw("tt0000003-later", "discord:99")).toBeDefined();
  });

  test("there are none of a film that is not known, and a store that fails costs the card nothing but the poster", async () => {
    const troubles: unknown[] = [];
    const broken = drawnPosters(
      world,
      { suggestion: () => Promise.reject(new Error("the disk is gone")) },
      (error) => troubles.push(error),
    );
    expect(await broken("tt0000001-a", "discord:1")).toBeUndefined();
    expect(troubles).toEqual([new Error("the disk is gone")]);
    expect(await drawnPosters(world, store, failed)("nothing-a", "discord:1")).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import type { Store } from "../store/store.ts";
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

const postersOn = (some: Pick<Store, "suggestion">, onTrouble: (error: unknown) => void = failed) =>
  drawnPosters({ world, store: some, width: 320, onTrouble });

describe("drawn posters", () => {
  test("of one film are the same when its card is drawn again, and another look when it follows itself", async () => {
    const draw = postersOn(store);
    const first = await draw.of("tt0000001-a", "discord:1");
    const again = await draw.of("tt0000001-a", "discord:1");
    const next = await draw.of("tt0000001-b", "discord:1");
    const elsewhere = await draw.of("tt0000001-c", "discord:2");
    expect(again!.png.equals(first!.png)).toBe(true);
    expect(next!.png.equals(first!.png)).toBe(false);
    expect(elsewhere!.png.equals(first!.png)).toBe(true);
    expect(first!.colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(await draw.colourOf("tt0000001-a")).toBe(first!.colour);
    expect(first!.alt).toMatch(/^Drawn poster of /);
  });

  test("of several films stand side by side in one picture, three in a row", async () => {
    const draw = postersOn(store);
    const drawn = (await draw.of("tt0000000 tt0000004 tt0000006 tt0000007", "discord:1"))!;
    const [width, height] = [drawn.png.readUInt32BE(16), drawn.png.readUInt32BE(20)];
    expect(width).toBe(900);
    expect(height / width).toBeCloseTo((24 + 2 * 924) / (24 + 3 * 624), 2);
    expect(drawn.alt).toBe("Drawn posters: Alien (1979), Ronin (1998), Amelie (2001), Notting Hill (1999)");
    const other = (await draw.of("tt0000000 tt0000004", "discord:1"))!;
    expect(other.name).not.toBe(drawn.name);
    expect(await draw.colourOf("tt0000000 tt0000004")).toBe(drawn.colour);
  });

  test("are not waited for where many are asked for at once, and come again after that", async () => {
    const draw = postersOn(store);
    const rush = await Promise.all(
      Array.from({ length: 30 }, (_, at) => draw.of(`tt000000${at % 10}-r${at}`, `discord:${at}`)),
    );
    expect(rush.filter((poster) => poster !== undefined)).toHaveLength(8);
    expect(await draw.of("tt0000003-later", "discord:99")).toBeDefined();
  });

  test("there are none of a film that is not known, and a store that fails costs the card nothing but the poster", async () => {
    const troubles: unknown[] = [];
    const broken = postersOn({ suggestion: () => Promise.reject(new Error("the disk is gone")) }, (error) =>
      troubles.push(error),
    );
    expect(await broken.of("tt0000001-a", "discord:1")).toBeUndefined();
    expect(await broken.colourOf("tt0000001-a")).toBeUndefined();
    expect(troubles).toEqual([new Error("the disk is gone"), new Error("the disk is gone")]);
    expect(await postersOn(store).of("nothing-a", "discord:1")).toBeUndefined();
  });
});

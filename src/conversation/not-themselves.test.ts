import { expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { notThemselves } from "./not-themselves.ts";
import { tinyModel, tinyWorld } from "./testing/tiny-world.ts";
import { NO_WISH, type Wish } from "./wish.ts";
import type { World } from "./world.ts";

const [ALIEN, ALIENS, HEAT, OTHER_HEAT, AMELIE] = [
  "tt0000000",
  "tt0000001",
  "tt0000002",
  "tt0000003",
  "tt0000006",
] as const;
const world: World = {
  ...tinyWorld(),
  catalog: createCatalog(tinyModel().movies, {
    ...NOTHING_KNOWN,
    factsOf: (id) =>
      id === ALIEN || id === ALIENS
        ? { series: { value: { name: "Alien", place: id === ALIEN ? 1 : 2 }, source: "by hand" } }
        : undefined,
  }),
};
const kept = (near: readonly string[], filters: Partial<Wish["filters"]> = {}, loved = false) =>
  notThemselves(world, { ...NO_WISH, near, loved, filters: { ...NO_WISH.filters, ...filters } });

test("another film of the very name of one is not like it", () => {
  expect(kept([HEAT])).toEqual([HEAT, OTHER_HEAT]);
});

test("a sequel is like a film, but not where it is to be otherwise, or to be like another as well", () => {
  expect(kept([ALIEN])).not.toContain(ALIENS);
  expect(kept([ALIEN], { traitsIn: ["funny"] })).toContain(ALIENS);
  expect(kept([ALIEN, AMELIE])).toContain(ALIENS);
  expect(kept([ALIEN, ALIENS])).toEqual([ALIEN, ALIENS]); // by their names
});

test("who loves a film, and wants something funny, may be shown its sequel", () => {
  expect(kept([ALIEN], { traitsIn: ["funny"] }, true)).not.toContain(ALIENS);
});

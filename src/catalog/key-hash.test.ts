import { expect, test } from "vitest";
import { hashOfKey, keysOneSlipFrom } from "./key-hash.ts";

test("hashes are those of FNV-1a", () => {
  expect(["", "a", "foobar"].map(hashOfKey)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test("a slip leaves a letter out, puts one in, mistakes it or swaps it with the next", () => {
  const near = new Set(keysOneSlipFrom("heat"));
  for (const key of ["het", "hheat", "heats", "beat", "heta", "eheat"]) expect(near, key).toContain(key);
  for (const key of ["ht", "heatss", "taeh"]) expect(near, key).not.toContain(key);
});

test("and never mistakes a number", () => {
  const near = new Set(keysOneSlipFrom("creed2"));
  expect(near).toContain("crede2");
  for (const key of ["creed", "creed3", "creed22"]) expect(near, key).not.toContain(key);
});

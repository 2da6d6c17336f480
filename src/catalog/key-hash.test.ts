import { expect, test } from "vitest";
import { hashOfKey, keysOneSlipFrom, mayHoldAny } from "./key-hash.ts";

test("hashes are those of FNV-1a", () => {
  expect(["", "a", "foobar"].map(hashOfKey)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test("a slip leaves a letter out, puts one in, mistakes it or swaps it with the next", () => {
  const near = keysOneSlipFrom("heat");
  for (const key of ["het", "hheat", "heats", "beat", "heta", "eheat"]) expect(near, key).toContain(key);
  for (const key of ["ht", "heatss", "taeh"]) expect(near, key).not.toContain(key);
});

test("and never mistakes a number", () => {
  const near = keysOneSlipFrom("creed2");
  expect(near).toContain("crede2");
  for (const key of ["creed", "creed3", "creed22"]) expect(near, key).not.toContain(key);
});

test.each(["heat", "creed2", "xé2z", "a", ""])(
  "all keys one slip from %j are asked for by their own hash",
  (key) => {
    const asked = new Set<number>();
    const near = keysOneSlipFrom(key, (hash) => asked.add(hash) !== undefined);
    expect(asked).toEqual(new Set([...near].map(hashOfKey)));
    const [first, second] = near;
    const wanted = mayHoldAny([first, second].map((each) => hashOfKey(each!)));
    expect([...keysOneSlipFrom(key, wanted)]).toEqual(expect.arrayContaining([first, second]));
    expect(keysOneSlipFrom(key, wanted).size).toBeLessThan(5);
  },
);

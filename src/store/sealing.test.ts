import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSealing, readKey } from "./sealing.ts";

const [key, next, strange] = [randomBytes(32), randomBytes(32), randomBytes(32)];

describe("what is sealed", () => {
  test("is opened with the key alone, under the name it was sealed for", () => {
    const sealing = createSealing(key);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, name) => {
        const sealed = sealing.seal(text, name);
        expect(sealing.open(sealed, name)).toBe(text);
        expect(sealing.open(sealed, `${name}.`)).toBeUndefined();
        expect(createSealing(strange).open(sealed, name)).toBeUndefined();
      }),
    );
  });

  test("shows nothing of what it holds, and is another each time", () => {
    const sealing = createSealing(key);
    const [one, other] = [sealing.seal("xoxb-secret", "T1"), sealing.seal("xoxb-secret", "T1")];
    expect(Buffer.from(one).includes("xoxb")).toBe(false);
    expect(one).not.toEqual(other);
  });

  test("is not opened where any bit of it is another, or its end is missing", () => {
    const sealing = createSealing(key);
    const sealed = Buffer.from(sealing.seal("xoxb-secret", "T1"));
    for (let bit = 0; bit < 8 * sealed.length; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(sealing.open(changed, "T1")).toBeUndefined();
    }
    for (let length = 0; length < sealed.length; length++)
      expect(sealing.open(sealed.subarray(0, length), "T1")).toBeUndefined();
  });

  test("is opened by the key before and by the key that comes, and told to be of another than the one that seals", () => {
    const old = createSealing(key).seal("xoxb-1", "T1");
    const both = createSealing(next, key);
    expect([both.open(old, "T1"), both.isCurrent(old)]).toEqual(["xoxb-1", false]);
    const fresh = both.seal("xoxb-1", "T1");
    expect([both.isCurrent(fresh), createSealing(next).open(fresh, "T1")]).toEqual([true, "xoxb-1"]);
    expect(createSealing(key, next).open(fresh, "T1")).toBe("xoxb-1");
  });
});

test("a key is 32 bytes, in base64 of either kind or in hexadecimal digits; nothing else is one", () => {
  for (const text of [key.toString("base64"), key.toString("base64url"), key.toString("hex")])
    expect(readKey(text)).toEqual(key);
  const wrong = ["", "a password", randomBytes(31).toString("base64"), randomBytes(33).toString("hex")];
  for (const text of [...wrong, `${key.toString("base64")}!`]) expect(readKey(text)).toBeUndefined();
});

test("what follows from a key is the same for all who have it, and another for each purpose", () => {
  expect(createSealing(key).secretFor("state")).toBe(createSealing(key, next).secretFor("state"));
  expect(createSealing(key).secretFor("state")).not.toBe(createSealing(key).secretFor("else"));
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GESTURES } from "../../src/conversation/event.ts";
import { type Press, readCustomId, writeCustomId } from "./custom-id.ts";

const owner = fc.option(fc.stringMatching(/^\d{17,19}$/), { nil: undefined });
const suggestion = fc.stringMatching(/^[\w-]{1,24}$/);
const press: fc.Arbitrary<Press> = fc
  .tuple(
    owner,
    fc.oneof(
      fc.record({ kind: fc.constant("gesture" as const), gesture: fc.constantFrom(...GESTURES), suggestion }),
      fc.record({ kind: fc.constant("undo" as const), gesture: fc.constantFrom(...GESTURES), suggestion }),
      fc.record({ kind: fc.constant("share" as const), suggestion }),
      fc.record({ kind: fc.constant("say" as const), says: fc.string({ minLength: 1, maxLength: 70 }) }),
    ),
  )
  .map(([whose, what]) => ({ ...what, ...(whose !== undefined && { owner: whose }) }));

describe("a button's id", () => {
  test("says what it means, and whose it is", () => {
    const id = writeCustomId({
      kind: "gesture",
      gesture: "like",
      suggestion: "AbCd",
      owner: "213456789012345678",
    });
    expect(id).toBe("m1:l:213456789012345678:AbCd");
  });

  test("gives back what was written, and never is longer than Discord takes", () => {
    fc.assert(
      fc.property(press, (written) => {
        const id = writeCustomId(written)!;
        expect(id.length).toBeLessThanOrEqual(100);
        expect(readCustomId(id)).toEqual(written);
      }),
    );
  });

  test("is not written where the words do not fit", () => {
    expect(writeCustomId({ kind: "say", says: "x".repeat(101) })).toBeUndefined();
  });

  test.each(["", "m0:l::AbCd", "m1:z::AbCd", "m1:l:1:", "somebody else's"])(
    "of another maker is not read: %j",
    (id) => {
      expect(readCustomId(id)).toBeUndefined();
    },
  );
});

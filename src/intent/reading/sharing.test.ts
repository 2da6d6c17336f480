import { expect, test } from "vitest";
import { readSharing } from "./sharing.ts";

test.each([
  ["share my list", "list"],
  ["Share my watchlist with everybody!", "list"],
  ["my list as a picture", "list"],
  ["show the others my list", "list"],
  ["share my profile", "taste"],
  ["post my favourites as a picture", "taste"],
  ["my taste as a picture", "taste"],
])("%j shows others the %s", (text, what) => expect(readSharing(text)).toEqual({ kind: "shareOwn", what }));

test.each(["my list", "show my likes", "a film about people who share a flat", "share", "my profile"])(
  "%j does not",
  (text) => expect(readSharing(text)).toBeUndefined(),
);

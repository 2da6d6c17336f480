import { expect, test } from "vitest";
import { codeOf } from "./error-code.ts";

test.each([
  [Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" }), "SQLITE_BUSY"],
  [Object.assign(new Error("Missing Permissions"), { code: 50013, status: 403 }), "50013"],
  [
    Object.assign(new Error("An API error occurred"), {
      code: "slack_webapi_platform_error",
      data: { error: "channel_not_found" },
    }),
    "channel_not_found",
  ],
  [
    new Error("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) }),
    "ECONNRESET",
  ],
  [
    Object.assign(new Error("no"), { original: Object.assign(new Error("x"), { code: "ENOTFOUND" }) }),
    "ENOTFOUND",
  ],
  [new TypeError("x is not a function"), "TypeError"],
  ["just words that somebody wrote", "unknown"],
  [Object.assign(new Error("no"), { code: "a sentence / about somebody" }), "Error"],
])("%s is called %s", (error, code) => {
  expect(codeOf(error)).toBe(code);
});

test("an error that causes itself has a name as well", () => {
  const error: Error = new RangeError("round and round");
  error.cause = error;
  expect(codeOf(error)).toBe("RangeError");
});

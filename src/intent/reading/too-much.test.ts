import { expect, test } from "vitest";
import { tooMuch } from "./too-much.ts";

test.each([
  "too obvious",
  "That one's a bit obvious",
  "I think that is too well known",
  "feels too mainstream",
])("%s asks for what is less so", (text) => {
  expect(tooMuch(text)?.shifts).toEqual(["less obvious"]);
});

test.each(["it was too obvious", "too many people here", "a bit of fun", "me too"])(
  "%s moves nothing",
  (text) => expect(tooMuch(text)).toBeUndefined(),
);

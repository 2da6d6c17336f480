import { expect, test } from "vitest";
import { prizeTags } from "./oscars.ts";

test.each([
  [undefined, []],
  [{ won: 0, nominated: 3 }, []],
  [{ won: 2, nominated: 3 }, ["oscar winner"]],
  [{ won: 2, nominated: 3, bestPicture: true }, ["oscar winner", "best picture"]],
] as const)("of %j films are tagged %j", (oscars, tags) => {
  expect(prizeTags(oscars)).toEqual(tags);
});

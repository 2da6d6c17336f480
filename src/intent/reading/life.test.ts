import { expect, test } from "vitest";
import { tellsTastes } from "./life.ts";
import { speaksOfOne } from "./told-story.ts";

test.each([
  "i love dragons",
  "my kid is obsessed with trucks",
  "my roommate can't stand gore",
  "she's a fan of musicals",
])("what somebody likes at all is told by: %s", (said) => expect(tellsTastes(said)).toBe(true));

test.each(["i love you", "i hate my boss", "my dog died", "i like it", "i love how it ends"])(
  "nothing that films could be chosen by is told by: %s",
  (said) => expect(tellsTastes(said)).toBe(false),
);

test("a film that was seen is spoken of in the past, or by its parts", () => {
  for (const said of ["hated the clowns", "it was slow", "too many ghosts", "great characters"])
    expect(speaksOfOne(said), said).toBe(true);
  for (const said of ["for my sister who likes horses", "nuns, that's the theme"])
    expect(speaksOfOne(said), said).toBe(false);
});

import { expect, test } from "vitest";
import { fewNames } from "../catalog/testing/few-names.ts";
import { heardOf } from "./heard.ts";

const heard = (text: string, isUnderstood: boolean) =>
  heardOf({ names: fewNames }, text, "rules", isUnderstood ? [] : [{ kind: "notUnderstood" }]);

test("of a text that nothing was made of the words in common use are told, each once, and no others", () => {
  // "of", "me" and "horror" are understood anyway, and "Ottilie" is nobody's but the writer's
  expect(heard("Wonder upon wonder, Ottilie: horror of the king and me, boys", false)).toEqual({
    by: "nothing",
    unread: ["wonder", "king", "boys"],
  });
});

test("of a text that was understood no word is told", () => {
  expect(heard("wonder boys", true)).toEqual({ by: "rules", unread: [] });
});

import { expect, test } from "vitest";
import { emptyRequest, type MovieRequest } from "../request.ts";
import { settleNotForChildren } from "./not-for-children.ts";
import { readText } from "./tokens.ts";

const settled = (text: string, read: Partial<MovieRequest> = {}) => {
  const request = { ...emptyRequest(), ...read };
  settleNotForChildren(request, readText(text).plain);
  return request;
};

test.each([
  "a talking animal that isn't for kids",
  "a musical not made for children",
  "something drawn, not really aimed at little ones",
  "fantasy that is not meant for families",
])("what is for children is ruled out by '%s', and nobody of theirs watches", (text) => {
  const { genresOut, audience } = settled(text, { audience: "kids" });
  expect([genresOut, audience]).toEqual([["Children"], "any"]);
});

test.each([
  "nothing too scary, for kids",
  "not gory, for my kids",
  "not just for kids",
  "is it for kids or not",
])("'%s' rules nothing out", (text) => {
  const { genresOut, audience } = settled(text, { audience: "kids" });
  expect([genresOut, audience]).toEqual([[], "kids"]);
});

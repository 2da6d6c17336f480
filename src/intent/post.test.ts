import { expect, test } from "vitest";
import { isPost, settlePost } from "./post.ts";
import { emptyRequest } from "./request.ts";

const POST =
  "What is a good heist film for tonight?\nMy older brother has shown me nearly all of them over the years. I want one that I do not know. Surprise me, really.";

const NONE_KNOWN = { isNamed: () => false, isFound: () => false };

test("a title line and a few sentences are a post, and what is chatted is none", () => {
  expect(isPost(POST)).toBe(true);
  expect(isPost("Loved it. Another one? Please!")).toBe(false);
  expect(isPost(POST.replace(/[.?!\n]/g, ","))).toBe(false);
});

test("a post asks, and goes on from nothing that was said before", () => {
  const asked = { ...emptyRequest("feedback"), keywordsIn: ["heist"] };
  const read = { ...asked, refinement: "adjust" as const, shifts: ["older" as const] };
  settlePost(read, POST, NONE_KNOWN);
  expect(read).toEqual({ ...asked, kind: "request" });
});

test("a post that only says what would be welcome asks as well", () => {
  const read = { ...emptyRequest("feedback"), ideally: ["trains"], refinement: "adjust" as const };
  settlePost(read, POST, { ...NONE_KNOWN, isFound: () => true });
  expect(read).toMatchObject({ kind: "request", refinement: "none" });
});

test("a post that says nothing of films is left as it is read", () => {
  const told = { ...emptyRequest("feedback"), refinement: "another" as const };
  settlePost(told, POST, NONE_KNOWN);
  expect(told).toMatchObject({ kind: "feedback", refinement: "another" });
});

test("words left over in a post that no film is found by are no themes of it, but what is plainly refused is", () => {
  const read = {
    ...emptyRequest(),
    keywordsIn: ["heist"],
    ideally: ["asap", "trains"],
    keywordsOut: ["directly", "puppets", "gore"],
  };
  const known = {
    isNamed: (words: string) => words === "gore",
    isFound: (words: string) => words === "trains",
  };
  settlePost(read, `${POST} No puppets.`, known);
  expect(read).toMatchObject({ ideally: ["trains"], keywordsOut: ["puppets", "gore"] });
});

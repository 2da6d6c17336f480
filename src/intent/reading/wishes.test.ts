import { expect, test } from "vitest";
import { emptyRequest } from "../request.ts";
import { readWish } from "./wishes.ts";

const asked = { ...emptyRequest(), genresIn: ["Horror" as const], similarTo: ["Ronin"] };

test.each([
  ["we are three, one loves horror, one hates it", "horror"],
  ["my wife wants a romcom but I hate romcoms", "romcom"],
  ["half of us like westerns and the others can't stand them", "westerns"],
])("%j is torn over %s", (text, what) => {
  expect(readWish(asked, text)).toEqual({ kind: "torn", what });
});

test.each([
  "I love comedies but I hate romcoms",
  "one of those films everybody loves",
  "horror, my wife hates gore",
])("%j is not torn", (text) => {
  expect(readWish(asked, text).kind).toBe("ask");
});

test.each([
  "never show me horror again",
  "please don't ever suggest horror",
  "I never want to see horror again",
  "stop recommending horror",
  "no more horror ever!",
  "hide horror",
])("%j holds for good, and what is named is refused however it is named", (text) => {
  expect(readWish(asked, text)).toMatchObject({
    kind: "refuse",
    request: { titlesOut: ["Ronin"], similarTo: [] },
  });
});

test.each(["horror for a friend who never watches it", "no more horror", "I never thought horror was fun"])(
  "%j does not",
  (text) => {
    expect(readWish(asked, text).kind).toBe("ask");
  },
);

test("of what somebody speaks of with a sigh they have had enough, and nothing is asked for", () => {
  const drama = {
    ...emptyRequest(),
    genresIn: ["Drama" as const],
    keywordsIn: ["prison"],
    refinement: "another" as const,
  };
  expect(readWish(drama, "oh great, another boring prison drama")).toEqual({
    kind: "ask",
    request: { ...emptyRequest(), keywordsOut: ["prison"] },
  });
  const romcom = { ...emptyRequest(), genresIn: ["Romance" as const] };
  expect(readWish(romcom, "wow, yet another dumb romance")).toMatchObject({
    request: { genresIn: [], genresOut: ["Romance"] },
  });
});

test.each([
  ["just moved house, a western", "none"],
  ["just something funny", "none"],
  ["just from the 90s", "adjust"],
  ["but funny", "adjust"],
])("%j goes on from what was asked for, or does not", (text, refinement) => {
  expect(readWish({ ...emptyRequest(), moodsIn: ["funny"] }, text)).toMatchObject({
    request: { refinement },
  });
});

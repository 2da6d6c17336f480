import { describe, expect, test } from "vitest";
import { wellKnown } from "../../catalog/testing/well-known.ts";
import { countsInAList, withTitlesListed } from "./listed.ts";

const titled = (title: string) => wellKnown.find((movie) => movie.title === title)!;
const listed = ["Rocky", "The Matrix", "Moon", "Pulp Fiction"].map(titled);

test.each([
  ["who directed the second one", "who directed The Matrix (1999)"],
  ["what's the last one about?", "what's Pulp Fiction (1994) about?"],
  ["more info on number 3", "more info on Moon (2009)"],
  ["info 3", "info Moon (2009)"],
  ["seen 1 and 4", "seen Rocky (1976) and Pulp Fiction (1994)"],
  ["the third sounds good, who's in it", "Moon (2009) sounds good, who's in it"],
  ["something like #2 but funnier", "something like The Matrix (1999) but funnier"],
  ["I loved the 1st one of these", "I loved Rocky (1976)"],
  ["hated all of them", "hated Rocky (1976), The Matrix (1999), Moon (2009), Pulp Fiction (1994)"],
])("%s", (text, meant) => expect(withTitlesListed(text, listed)).toBe(meant));

test.each([
  "the first film of Kubrick",
  "the last time I saw it",
  "a film about the second world war",
  "the seventh one",
  "seen 12 monkeys",
  "under 2 hours",
  "all of that",
])("none in %s", (text) => expect(withTitlesListed(text, listed)).toBe(text));

describe("a place in a list", () => {
  test.each(["who is in the second one", "tell me about number 2"])("%s", (text) =>
    expect(countsInAList(text)).toBe(true),
  );
  test.each([
    "first movie night with my 4 year old",
    "our second movie date",
    "the last one was good",
    "the first film of Kubrick",
    "a comedy from the 90s",
  ])("not %s", (text) => expect(countsInAList(text)).toBe(false));
});

import { describe, expect, test } from "vitest";
import { readCertificates } from "./certificates-said.ts";

const allowed = (text: string) => readCertificates(text.toLowerCase()).allowed;
const UP_TO_13 = ["G", "PG", "PG-13"];

describe("certificates are read where", () => {
  test.each([
    ["PG or PG-13 mystery under 100 min", ["PG", "PG-13"]],
    ["only G or PG please", ["G", "PG"]],
    ["something pg13", ["PG-13"]],
    ["a PG comedy from the 80s", ["PG"]],
    ["hard R action", ["R"]],
    ["an R-rated comedy", ["R"]],
    ["rated R horror", ["R"]],
    ["U or PG for the kids", ["G", "PG"]],
    ["PG/12A", ["PG", "PG-13"]],
    ["certificate 12", ["PG-13"]],
  ])("some are asked for: %s", (text, expected) => expect(allowed(text)).toEqual(expected));

  test.each([
    ["nothing rated R", UP_TO_13],
    ["a courtroom drama that isn't R rated", UP_TO_13],
    ["not rated r", UP_TO_13],
    ["no R's and no cartoons", UP_TO_13],
    ["no 15s or 18s", UP_TO_13],
    ["not an 18", UP_TO_13],
    ["romcom, pg-13 max", UP_TO_13],
    ["PG-13 or lower", UP_TO_13],
    ["nothing above PG", ["G", "PG"]],
    ["nothing over 12a", UP_TO_13],
    ["no higher than pg", ["G", "PG"]],
    ["keep it PG", ["G", "PG"]],
    ["no NC-17", ["G", "PG", "PG-13", "R"]],
  ])("there is a bound: %s", (text, expected) => expect(allowed(text)).toEqual(expected));

  test.each([
    "R is fine",
    "R rated is ok",
    "a film about 18 year olds",
    "not 12 films, one",
    "nothing over 15 minutes",
    "no kids",
    "u know, a comedy",
    "vitamin r",
    "G.I. Joe",
    "rated 8 or more",
  ])("there is none: %s", (text) => expect(allowed(text)).toEqual([]));
});

test("the words that say it are told, so that nobody reads them again", () => {
  const text = "a heist film, nothing rated r, please";
  const [span] = readCertificates(text).spans;
  expect(text.slice(span!.start, span!.end)).toBe("nothing rated r");
});

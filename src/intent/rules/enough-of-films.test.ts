/** Films of which somebody has had enough, in whatever words: they are ruled out, and nothing is to be like them. */
import { describe, expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Ronin", "Bohemian Rhapsody", "Gone Girl", "Love Actually"]);

describe("what stands behind such words is ruled out", () => {
  test.each([
    "a thriller, I've had my fill after Bohemian Rhapsody and Gone Girl",
    "a thriller, had our fill of bohemian rhapsody and gone girl",
    "thrillers, overdosed on Bohemian Rhapsody and Gone Girl",
    "a thriller. We're sick to death of bohemian rhapsody and gone girl",
    "a thriller, fed up of Bohemian Rhapsody and Gone Girl",
    "a thriller, burned out on Bohemian Rhapsody and Gone Girl",
    "a thriller, can't take another Bohemian Rhapsody or Gone Girl",
    "a thriller, don't need any more Bohemian Rhapsody or Gone Girl",
    "a thriller, I've seen enough of Bohemian Rhapsody and Gone Girl",
  ])("%s", (text) => {
    const { titlesOut, similarTo, about, ideally, genresIn } = parser.read(text);
    expect(titlesOut.map((title) => title.toLowerCase())).toEqual(["bohemian rhapsody", "gone girl"]);
    expect({ similarTo, about, ideally, genresIn }).toEqual({
      similarTo: [],
      about: [],
      ideally: [],
      genresIn: ["Thriller"],
    });
  });
});

test("and so is what stands before them", () => {
  expect(parser.read("a romance, love actually has been overplayed").titlesOut).toEqual(["Love Actually"]);
});

test("what is no film is ruled out by its words", () => {
  expect(parser.read("family films, overdosed on paw patrol")).toMatchObject({
    keywordsOut: ["paw patrol"],
    about: [],
  });
});

test("famous people are whom films are about: those that few know are not asked for without them", () => {
  expect(parser.read("documentaries, not biopics of famous people").standings).toEqual([]);
  expect(parser.read("documentaries about well known criminals").standings).toEqual([]);
  expect(parser.read("no famous films").standings).toEqual(["hidden gem"]);
});

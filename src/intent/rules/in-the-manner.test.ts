import { expect, test } from "vitest";
import { emptyRequest } from "../request.ts";
import { settleManner } from "./in-the-manner.ts";

const movies = [
  ["The Fly", 1986, 9],
  ["Stereo", 1969, 1],
  ["eXistenZ", 1999, 7],
  ["Crash", 1996, 8],
].map(([title, year, ratingCount], i) => ({
  id: `m${i}`,
  title: String(title),
  year: Number(year),
  genres: [],
  alternativeTitles: [],
  alternativeYears: [],
  ratingCount: Number(ratingCount),
  meanStars: 4,
  tmdbId: 0,
}));
const facts = {
  find: (name: string) =>
    /cronenberg/i.test(name) ? { name: "David Cronenberg", rows: new Set([0, 1, 2, 3]) } : undefined,
};

function settled(text: string, peopleOut: string[] = []) {
  const request = { ...emptyRequest(), peopleIn: ["Cronenberg"], peopleOut };
  const start = text.toLowerCase().indexOf("cronenberg");
  const persons = [{ name: "Cronenberg", start, end: start + "Cronenberg".length }];
  settleManner(request, persons, text.toLowerCase(), { facts, movies } as never);
  return request;
}

test.each([
  ["horror in the vein of cronenberg, not by him", []],
  ["something like cronenberg but by someone else", []],
  ["the same vibe as a cronenberg film but not by him", []],
  ["cronenberg style but not by him", []],
  ["in the style of cronenberg, but not cronenberg", ["David Cronenberg"]],
])("%s: like the best known films of theirs, and none of them", (text, out) => {
  const { similarTo, peopleIn, peopleOut } = settled(text, out);
  expect(similarTo).toEqual(["The Fly (1986)", "Crash (1996)", "eXistenZ (1999)"]);
  expect(peopleIn).toEqual([]);
  expect(peopleOut).toHaveLength(1);
});

test.each(["something like cronenberg", "a film by cronenberg, not too gory", "with cronenberg, not by him"])(
  "%s: theirs are meant",
  (text) => {
    expect(settled(text)).toMatchObject({ peopleIn: ["Cronenberg"], peopleOut: [], similarTo: [] });
  },
);

test("a manner that is refused asks for nothing of theirs", () => {
  const { similarTo } = settled("thrillers that aren't really cronenberg type thrillers", [
    "David Cronenberg",
  ]);
  expect(similarTo).toEqual([]);
});

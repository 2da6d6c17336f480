import { expect, test } from "vitest";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import type { Movie } from "../../catalog/movie.ts";
import { type FilmFeatures, filmFeatures } from "./film-features.ts";

const movie = (id: string, title: string, more: Partial<Movie> = {}): Movie => ({
  id,
  title,
  alternativeTitles: [],
  genres: [],
  ratingCount: 100,
  meanStars: 3.5,
  ...more,
});

/** What two films have in common, of one kind. */
function likeness({ matrix, kindOf }: FilmFeatures, kind: string, [a, b]: readonly [number, number]): number {
  const of = (row: number) =>
    new Map(
      Array.from(matrix.indices.subarray(matrix.starts[row], matrix.starts[row + 1]), (column, at) => [
        column,
        kindOf[column] === kind ? matrix.values[matrix.starts[row]! + at]! : 0,
      ]),
    );
  const others = of(b);
  return [...of(a)].reduce((sum, [column, value]) => sum + value * (others.get(column) ?? 0), 0);
}

test("films are alike by genres, as far as they share them", () => {
  const features = filmFeatures(
    [
      movie("1", "Heat", { genres: ["Crime", "Thriller"] }),
      movie("2", "Ronin", { genres: ["Crime", "Thriller"] }),
      movie("3", "Casino", { genres: ["Crime"] }),
      movie("4", "Up", { genres: ["Animation"] }),
    ],
    NOTHING_KNOWN,
  );
  expect(likeness(features, "genre", [0, 1])).toBeCloseTo(1);
  expect(likeness(features, "genre", [0, 2])).toBeCloseTo(Math.SQRT1_2);
  expect(likeness(features, "genre", [0, 3])).toBe(0);
});

test("films are alike by how their titles begin, article aside", () => {
  const features = filmFeatures(
    [movie("1", "The Hangover"), movie("2", "The Hangover Part II"), movie("3", "The Nest")],
    NOTHING_KNOWN,
  );
  expect(likeness(features, "series", [0, 1])).toBeGreaterThan(0.5);
  expect(likeness(features, "series", [0, 2])).toBe(0);
});

test("people and words of our own make films alike, the more the rarer they are", () => {
  const movies = ["1", "2", "3", "4", "5", "6"].map((id) => movie(id, id));
  const cast = new Map([
    ["1", ["Al Pacino", "Val Kilmer"]],
    ["2", ["Al Pacino"]],
    ["3", ["Al Pacino"]],
    ["4", ["Val Kilmer"]],
  ]);
  const features = filmFeatures(movies, {
    factsOf: (id) => ({ cast: { source: "Wikidata", value: cast.get(id) ?? [] } }),
    wordsOf: (id) =>
      id === "5" || id === "6"
        ? { line: `A heist ${id}.`, tags: ["heist"], phrases: ["the vault is empty"] }
        : undefined,
  });
  expect(likeness(features, "cast", [0, 3])).toBeGreaterThan(likeness(features, "cast", [0, 1]));
  expect(likeness(features, "tag", [4, 5])).toBeCloseTo(1);
  expect(likeness(features, "word", [4, 5])).toBeCloseTo(1);
  expect(likeness(features, "tag", [0, 4])).toBe(0);
});

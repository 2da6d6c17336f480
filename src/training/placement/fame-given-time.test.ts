import { expect, test } from "vitest";
import type { Movie } from "../../catalog/movie.ts";
import { fameGivenTime } from "./fame-given-time.ts";

const ofYear = (year: number, ratingCounts: readonly number[]): Movie[] =>
  ratingCounts.map((ratingCount, at) => ({
    id: `${year}-${at}`,
    title: `${year}`,
    alternativeTitles: [],
    year,
    genres: [],
    ratingCount,
    meanStars: 3.5,
  }));
const many = (best: number) => Array.from({ length: 60 }, (_, at) => best - at);

test("films of later years are as well known as those of the last year rated, film for film and up to five times over", () => {
  const movies = [
    ...ofYear(2010, many(5_000)),
    ...ofYear(2018, many(1_000)),
    ...ofYear(
      2020,
      many(1_000).map((count) => count / 4),
    ),
    ...ofYear(
      2023,
      many(1_000).map((count) => count / 100),
    ),
  ];
  const fame = fameGivenTime(movies, 2018);
  expect([...fame.subarray(0, 120)]).toEqual(movies.slice(0, 120).map(({ ratingCount }) => ratingCount));
  for (let at = 0; at < 60; at++) {
    expect(fame[120 + at]).toBeCloseTo(movies[60 + at]!.ratingCount, 6);
    expect(fame[180 + at]).toBeCloseTo(movies[60 + at]!.ratingCount / 20, 6);
  }
});

test("of a year with few films, and of films said to be known, nothing is made up", () => {
  const [film, said] = [...ofYear(2020, [10]), { ...ofYear(2021, [3])[0]!, fame: 12_000 }];
  const fame = fameGivenTime([...ofYear(2018, many(1_000)), film!, said!], 2018);
  expect([...fame.subarray(60)]).toEqual([10, 12_000]);
});

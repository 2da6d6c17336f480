import { expect, test } from "vitest";
import { movie } from "../../catalog/testing/movie.ts";
import { placesInSeries, readSeries } from "./series.ts";

const WRITTEN = "Alien: [Alien (1979), Aliens (1986), Prometheus (2012)]";

test("each film that is written of a series has its place in it, though its year is one off", () => {
  const movies = [movie("a", "Alien", 1979), movie("b", "Aliens", 1987), movie("c", "Alien", 1999)];
  const { places, unknown } = placesInSeries(movies, readSeries(WRITTEN, "series.yaml"));
  expect([...places]).toEqual([
    ["a", { name: "Alien", place: 1 }],
    ["b", { name: "Alien", place: 2 }],
  ]);
  expect(unknown).toEqual(["Prometheus (2012)"]);
});

test("of two films of one name and year the better known is meant", () => {
  const movies = [movie("a", "Alien", 1979, 3), movie("b", "The Alien", 1979, 500)];
  expect(placesInSeries(movies, readSeries(WRITTEN, "series.yaml")).places.has("b")).toBe(true);
});

test.each([
  ["a film without a year", "Alien: [Alien, Aliens (1986)]", /series\.yaml.*must be a title and a year/s],
  ["a series of one", "Alien: [Alien (1979)]", /series\.yaml/],
  [
    "a film in two places",
    "A: [Alien (1979), Aliens (1986)]\nB: [Alien (1979), Heat (1995)]",
    /series\.yaml: Alien \(1979\) stands in two places/,
  ],
  ["what is no list", "Alien: Alien (1979)", /series\.yaml/],
])("%s is refused, and the file named", (_, yaml, message) => {
  expect(() => readSeries(yaml, "series.yaml")).toThrow(message);
});

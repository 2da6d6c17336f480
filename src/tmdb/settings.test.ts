import { expect, test } from "vitest";
import { readTmdbSettings } from "./settings.ts";

test("without a key nothing is asked, whatever else is set", () => {
  expect(readTmdbSettings({ TMDB_API_KEY: " ", MATINEE_COUNTRY: "GB" })).toBeUndefined();
});

test("the country is the one set, else that of the machine, else the United States", () => {
  const country = (set: string | undefined, locale: string) =>
    readTmdbSettings({ TMDB_API_KEY: "k", MATINEE_COUNTRY: set }, locale)?.country;
  expect(country("de", "en-GB")).toBe("DE");
  expect(country("", "en-GB")).toBe("GB");
  expect(country(undefined, "en")).toBe("US");
  expect(country(undefined, "es-419")).toBe("US");
});

test("an address of one's own loses its slashes at the end", () => {
  const url = (set: string) => readTmdbSettings({ TMDB_API_KEY: "k", TMDB_API_URL: set })?.url;
  expect(url("http://127.0.0.1:9/3//")).toBe("http://127.0.0.1:9/3");
  expect(url("")).toBe("https://api.themoviedb.org/3");
});

test("what is wrong is said in a sentence each", () => {
  expect(() => readTmdbSettings({ TMDB_API_URL: "tmdb", MATINEE_COUNTRY: "Germany" })).toThrow(
    "TMDB_API_URL is not a web address.\nMATINEE_COUNTRY is not a country in two letters, such as GB.",
  );
});

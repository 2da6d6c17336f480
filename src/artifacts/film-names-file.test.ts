import { describe, expect, test } from "vitest";
import { hashOfKey } from "../catalog/key-hash.ts";
import { decodeFilmNames, encodeFilmNames, type FilmNamesContent } from "./film-names-file.ts";

const CONTENT: FilmNamesContent = {
  completeTo: "2023-07",
  films: [
    { title: "Parasite", alternativeTitles: ["Gisaengchung"], year: 2019, ratingCount: 12399 },
    { title: "The Creator", alternativeTitles: [], year: 2023, ratingCount: 0 },
    { title: "Creator", alternativeTitles: [], ratingCount: 3 },
    { title: "¿Qué tal?", alternativeTitles: [], year: 1950, ratingCount: 1 },
  ],
  nicknames: new Map([["L.O.T.R.", "The Lord of the Rings"]]),
  peoplesNicknames: new Map([["The Rock", "Dwayne Johnson"]]),
  smallWords: ["it"],
  wishWords: ["horror"],
  ordinaryWords: ["red heat"],
  announcements: ["Have you seen"],
};
const bytes = encodeFilmNames(CONTENT);
const names = decodeFilmNames(bytes);
const [parasite, theCreator, creator, spanish] = CONTENT.films;

describe("the file of films' names", () => {
  test.each([
    ["parasite", [parasite]],
    ["gisaengchung", [parasite]],
    ["creator", [theCreator, creator]],
    ["quetal", [spanish]],
    ["thecreator", []],
    ["parasit", []],
  ])("finds the films with the key %s", (key, films) => expect(names.namedBy(key)).toEqual(films));

  test("may have films by each of their keys, and by hardly any other", () => {
    for (const key of ["parasite", "gisaengchung", "creator", "quetal"])
      expect(names.mayBeNamed(hashOfKey(key)), key).toBe(true);
    const others = Array.from({ length: 1_000 }, (_, at) => names.mayBeNamed(hashOfKey(`nothing${at}`)));
    expect(others.filter(Boolean).length).toBeLessThan(10);
  });

  test("keeps nicknames, words and the date", () => {
    expect(names.nicknamed("lotr")).toBe("The Lord of the Rings");
    expect(names.nicknamed("lord")).toBeUndefined();
    expect(names.personNicknamed("the rock")).toBe("Dwayne Johnson");
    expect(["it", "red", "heat", "parasite"].map((word) => names.isOrdinary(word))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(["it", "horror", "red"].map((word) => names.isPlain(word))).toEqual([true, true, false]);
    expect(["it", "horror", "red"].map((word) => names.isWish(word))).toEqual([false, true, false]);
    expect(["have you seen", "seen"].map((phrase) => names.announces(phrase))).toEqual([true, false]);
    expect(names.completeTo).toBe("2023-07");
  });

  test("is refused when it was cut short or altered", () => {
    expect(() => decodeFilmNames(bytes.subarray(0, -9))).toThrow(/cut short or altered/);
    const altered = Buffer.from(bytes);
    altered[bytes.length - 9]! ^= 1;
    expect(() => decodeFilmNames(altered)).toThrow(/cut short or altered/);
  });
});

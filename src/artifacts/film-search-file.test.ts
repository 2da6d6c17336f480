import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildSearchIndex } from "../catalog/about/build-search-index.ts";
import { conceptsOf } from "../catalog/about/terms.ts";
import { decodeFilmSearch, encodeFilmSearch } from "./film-search-file.ts";
import { gapsOf, packNumbers, unpackNumbers, withoutGaps } from "./varints.ts";

const index = buildSearchIndex(
  [
    {
      id: "tt1",
      fields: [
        { text: "a house lifted by balloons", weight: 1, isSentence: true },
        { text: "a talking dog", weight: 1, isSentence: true },
        { text: "An old widower flies off in his house.", weight: 1 },
      ],
      tags: [{ tag: "grief", weight: 3 }],
    },
    { id: "tt2", fields: [{ text: "A house of cards.", weight: 2 }], tags: [] },
    { id: "tt3", fields: [{ text: "a dog alone in the house", weight: 1, isSentence: true }], tags: [] },
  ],
  conceptsOf([["grief", ["grief", "mourning"]]]),
  new Map([["sorrow", [["#grief", 0.7]]]]),
  [{ name: "flying home", told: ["flies | flew + home | house"], films: [0] }],
  { stems: ["dog", "hous"], values: Int8Array.of(1, -2, 127, -127), steps: Float32Array.of(0.5, 0.25) },
);

describe("the file that films are searched by", () => {
  test("gives back the index that was written", () => {
    const { films, phrases, neighbours, ...lists } = decodeFilmSearch(encodeFilmSearch(index))();
    expect(lists).toEqual({
      ids: index.ids,
      terms: index.terms,
      concepts: index.concepts,
      plots: index.plots,
      filmOfPhrase: index.filmOfPhrase,
      vectors: index.vectors,
      ways: index.ways,
      middles: index.middles,
    });
    expect(plain(films)).toEqual(plain(index.films));
    expect(plain(phrases)).toEqual(plain(index.phrases));
    expect(plain(neighbours)).toEqual(plain(index.neighbours));
  });

  test("the same films give the same bytes", () => {
    expect(encodeFilmSearch(index).equals(encodeFilmSearch(index))).toBe(true);
  });

  test("refuses at once what was altered", () => {
    const bytes = encodeFilmSearch(index);
    bytes[bytes.length - 9] = bytes[bytes.length - 9]! ^ 1;
    expect(() => decodeFilmSearch(bytes)).toThrow(/altered/);
  });
});

/** Of a Buffer's bytes and a Uint8Array's alike. */
const plain = (tables: object) =>
  Object.entries(tables).map(([name, value]) => [name, typeof value === "number" ? value : [...value]]);

describe("numbers in few bytes", () => {
  const numbers = fc.array(fc.nat(0xffff_ffff)).map((list) => Uint32Array.from(list));

  test("come back as they were", () => {
    fc.assert(
      fc.property(numbers, (given) => {
        expect(unpackNumbers(packNumbers(given))).toEqual(given);
      }),
    );
  });

  test("as differences too, list by list", () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const both = Uint32Array.of(...one.sort(), ...other.sort());
        const starts = Uint32Array.of(0, one.length, both.length);
        expect(withoutGaps(gapsOf(both, starts), starts)).toEqual(both);
      }),
    );
  });

  test("small ones take a byte each", () => {
    expect([...packNumbers(Uint32Array.of(0, 127, 128))]).toEqual([0, 127, 128, 1]);
  });
});

import { describe, expect, test } from "vitest";
import { createRowReader, dot, NO_WORD_VECTORS, vectorOf } from "./word-vectors.ts";

/** Two dimensions: fear and the sea. */
const vectors = {
  stems: ["ghost", "haunt", "ship", "movi"],
  values: Int8Array.of(100, 0, 90, 10, 0, 50, 0, 127),
  steps: Float32Array.of(0.01, 0.01, 0.02, 1),
};
const rowsOf = createRowReader(vectors, (stem) => (stem === "phantom" ? ["spectr", "ghost"] : []));
const encode = (text: string) => vectorOf(rowsOf(text), vectors);

describe("the vector of a text", () => {
  test("is the sum of its words', each in steps of its own, of length 1", () => {
    expect([...encode("Ghosts haunt it")!]).toEqual([
      expect.closeTo(1.9 / Math.hypot(1.9, 0.1)),
      expect.closeTo(0.1 / Math.hypot(1.9, 0.1)),
    ]);
    expect([...encode("a ship")!]).toEqual([0, 1]);
  });
  test("takes a word that it does not know for the nearest that it knows", () => {
    expect([...encode("the phantom")!]).toEqual([1, 0]);
  });
  test("does not go by words that ask for films, unless there are no others", () => {
    expect(dot(encode("movies with ghosts")!, encode("ghosts")!)).toBeCloseTo(1);
    expect([...encode("movies")!]).toEqual([0, 1]);
  });
  test("is none of words that nothing is known of, nor without any vectors", () => {
    expect(encode("zzz")).toBeUndefined();
    expect(vectorOf([], NO_WORD_VECTORS)).toBeUndefined();
  });
});

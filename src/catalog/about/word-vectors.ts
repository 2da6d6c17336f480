/**
 * Texts as directions: two that mean nearly the same have nearly the same, whatever words they are told in. A text's vector is the
 * sum of its words', which were learned so that it comes near what sentence models make of the text: scripts/word-vectors/. Pure.
 *
 * Source: Tulkens and van Dongen, "Model2Vec: Distill a Small Fast Model from any Sentence Transformer", 2024.
 */
import { stemsOf } from "./terms.ts";

export interface WordVectors {
  /** Stems, a row each. */
  readonly stems: readonly string[];
  /** [stems x dimensions] row-major, in steps of its row. */
  readonly values: Int8Array;
  /** [stems] what one step is worth. */
  readonly steps: Float32Array;
}

export const NO_WORD_VECTORS: WordVectors = {
  stems: [],
  values: new Int8Array(),
  steps: new Float32Array(),
};

/** Say how films are asked for, and nothing of what they are about: "movies that feel like ..." is about no movies. */
const ASKING = new Set(
  stemsOf(
    "movie film flick cinema watch watching recommend recommendation suggest suggestion something anything someone stuff please looking " +
      "need want find know like feel set story tonight",
  ),
);

/** Rows of the words of a text that tell what it is about. */
export type RowReader = (text: string) => number[];

/** @param likeOf of a stem that has no vector those that mean nearly the same */
export function createRowReader(
  { stems }: Pick<WordVectors, "stems">,
  likeOf: (stem: string) => readonly string[] = () => [],
): RowReader {
  const rows = new Map(stems.map((stem, row) => [stem, row]));
  const rowOf = (stem: string): number | undefined =>
    rows.get(stem) ??
    likeOf(stem)
      .map((like) => rows.get(like))
      .find((row) => row !== undefined);
  return (text) => {
    const spoken = stemsOf(text);
    const telling = spoken.filter((stem) => !ASKING.has(stem));
    return (telling.length > 0 ? telling : spoken).flatMap((stem) => rowOf(stem) ?? []);
  };
}

export const dimensionsOf = ({ stems, values }: WordVectors): number =>
  values.length / Math.max(1, stems.length);

/** [dimensions] the vector of a text by the rows of its words, of length 1; undefined where there are none. */
export const vectorOf = (rows: readonly number[], vectors: WordVectors): Float32Array | undefined =>
  unit(sumOf(rows, vectors));

/** [dimensions] the same of no certain length. @param into takes the place of what it held */
export function sumOf(
  rows: readonly number[],
  vectors: WordVectors,
  into = new Float32Array(dimensionsOf(vectors)),
): Float32Array {
  into.fill(0);
  for (const row of rows) {
    const step = vectors.steps[row]!;
    for (let k = 0, at = row * into.length; k < into.length; k++, at++)
      into[k]! += step * vectors.values[at]!;
  }
  return into;
}

/** In place; undefined for one of no length. */
export function unit(vector: Float32Array): Float32Array | undefined {
  const length = Math.sqrt(dot(vector, vector));
  if (length === 0) return undefined;
  for (let k = 0; k < vector.length; k++) vector[k]! /= length;
  return vector;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

import { describe, expect, test } from "vitest";
import { readWordVectors } from "./read-word-vectors.ts";

const line = (stem: string, step: number, ...values: number[]) =>
  `${stem}\t${step}\t${Buffer.from(Int8Array.from(values)).toString("base64")}\n`;

describe("the table of word vectors", () => {
  test("has a row for each stem, with signed numbers", () => {
    expect(readWordVectors(line("ghost", 0.5, 1, -127) + line("ship", 0.25, 0, 3))).toEqual({
      stems: ["ghost", "ship"],
      values: Int8Array.of(1, -127, 0, 3),
      steps: Float32Array.of(0.5, 0.25),
    });
  });
  test.each([
    ["line 2: has not 2 numbers", line("ghost", 0.5, 1, 2) + line("ship", 0.5, 1)],
    ["line 1: expected", "ghost\t0.5\n"],
    ["line 1: expected", line("ghost", Number.NaN, 1)],
    ["line 1: expected", line("", 1, 1)],
  ])("is refused where it is damaged: %s", (message, tsv) => {
    expect(() => readWordVectors(tsv)).toThrow(message);
  });
});

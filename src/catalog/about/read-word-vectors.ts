import type { WordVectors } from "./word-vectors.ts";

/** A line a stem: "heist<TAB>0.0021<TAB>" and signed bytes in base64, as many for each. @throws Error naming the line */
export function readWordVectors(tsv: string): WordVectors {
  const rows = tsv
    .split("\n")
    .filter((line) => line !== "")
    .map((line, at) => {
      const [stem = "", step = "", bytes = ""] = line.split("\t");
      const values = Int8Array.from(Buffer.from(bytes, "base64"));
      if (stem === "" || !(Number(step) > 0) || values.length === 0)
        throw new Error(`line ${at + 1}: expected a stem, what a step is worth, and its numbers in base64`);
      return { stem, step: Number(step), values };
    });
  const dimensions = rows[0]?.values.length ?? 0;
  const other = rows.findIndex(({ values }) => values.length !== dimensions);
  if (other >= 0) throw new Error(`line ${other + 1}: has not ${dimensions} numbers, as the first line has`);
  const values = new Int8Array(rows.length * dimensions);
  rows.forEach((row, at) => {
    values.set(row.values, at * dimensions);
  });
  return { stems: rows.map(({ stem }) => stem), values, steps: Float32Array.from(rows, ({ step }) => step) };
}

/** One measured run, in a process of its own: matrix folder, seed, file for V. Prints a Run as JSON. */
import { writeFile } from "node:fs/promises";
import { encodeNpy } from "../../src/artifacts/npy.ts";
import { truncatedSvd } from "../../src/numerics/truncated-svd.ts";
import { run } from "../command-line.ts";
import { readMatrix } from "../synthetic/matrix-files.ts";
import { DIMENSIONS } from "./dimensions.ts";

async function main([folder = "", seed = "0", vectorsFile = ""]: readonly string[]): Promise<void> {
  const matrix = await readMatrix(folder);
  const start = performance.now();
  const { right } = await truncatedSvd(matrix, { dimensions: DIMENSIONS, seed: Number(seed) });
  const seconds = (performance.now() - start) / 1000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  await writeFile(vectorsFile, encodeNpy({ rows: matrix.columns, columns: DIMENSIONS, values: right }));
  console.log(JSON.stringify({ seconds, peakMegabytes }));
}

await run(main);

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeFloat64, encodeNpy } from "../../src/artifacts/npy.ts";
import { makeFolder } from "../../src/files/make-folder.ts";
import { writeWhole } from "../../src/files/write-whole.ts";
import type { KeptIterations } from "../../src/numerics/truncated-svd.ts";

/**
 * The iterations of a factorisation in one file, which each takes over in one step: how many are done, the shift, the block.
 *
 * @param of what the factorisation is of: under anything else it begins anew
 */
export function keptIterations(folder: string, of: unknown): KeptIterations {
  const key = createHash("sha256").update(JSON.stringify(of)).digest("hex").slice(0, 16);
  const file = join(folder, `factorisation-${key}.npy`);
  return {
    async read() {
      if (!existsSync(file)) return undefined;
      const { values } = decodeFloat64(await readFile(file));
      return { done: values[0]!, shift: values[1]!, block: values.subarray(2) };
    },
    async write({ done, shift, block }) {
      makeFolder(folder);
      const values = new Float64Array(2 + block.length);
      values.set([done, shift]);
      values.set(block, 2);
      await writeWhole(file, encodeNpy({ rows: 1, columns: values.length, values }));
    },
  };
}

import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeFloat32, decodeInt32, encodeNpy, type NpyValues } from "../../src/artifacts/npy.ts";
import { type Csr, emptyCsr } from "../../src/numerics/csr.ts";

/**
 * Writes starts.npy, indices.npy, values.npy and shape.npy, one row each. In Python:
 * scipy.sparse.csr_matrix((values[0], indices[0], starts[0]), shape=shape[0])
 */
export async function writeMatrix(
  folder: string,
  { rows, columns, starts, indices, values }: Csr,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = (name: string, values: NpyValues) =>
    writeFile(join(folder, `${name}.npy`), encodeNpy({ rows: 1, columns: values.length, values }));
  await write("shape", Int32Array.of(rows, columns));
  await write("starts", starts);
  await write("indices", indices);
  await write("values", values);
}

/** @throws Error where the folder holds no such files */
export function mustBeMatrix(folder: string): void {
  if (!existsSync(join(folder, "shape.npy")))
    throw new Error(`${folder}: no matrix is there. Write one with: npx matinee synthetic --out ${folder}`);
}

/** @throws Error where the folder holds no such files */
export async function readMatrix(folder: string): Promise<Csr> {
  mustBeMatrix(folder);
  const read = (name: string) => readFile(join(folder, `${name}.npy`));
  const [rows = 0, columns = 0] = decodeInt32(await read("shape")).values;
  const values = decodeFloat32(await read("values")).values;
  const matrix = emptyCsr(rows, columns, values.length);
  matrix.values.set(values);
  matrix.indices.set(decodeInt32(await read("indices")).values);
  matrix.starts.set(decodeInt32(await read("starts")).values);
  return matrix;
}

import { open, rename } from "node:fs/promises";

/** There is all of the file or what was there before, whenever this is stopped, and were it by a power cut. */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const partial = `${file}.partial`;
  const handle = await open(partial, "w");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, file);
}

import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

/**
 * There is all of the file or what was there before, whenever this is stopped, and were it by a power cut. Where several write it at
 * once, as one that outlives the run that began it and the next, it is what one of them wrote, and none of them fails for the others.
 */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const partial = `${file}.${randomUUID()}.partial`;
  try {
    const handle = await open(partial, "w");
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

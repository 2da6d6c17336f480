/**
 * What steps wrote, by what it was made of: `<folder>/<step>/<key>/`, and beside it what is to be known of it.
 *
 * A step writes to a folder of its own; when it is done the files are flushed and the folder is given its name in one step.
 * Whatever is killed at whatever moment, a folder under its name is whole, and nothing else counts.
 */
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { flush } from "../../files/flush.ts";
import { makeFolder } from "../../files/make-folder.ts";
import { writeWhole } from "../../files/write-whole.ts";
import { contentHash, filesBelow } from "./hashes.ts";

const OWNER_ALONE = 0o700;
const BEGUN = ".begun-";

const sealSchema = z.object({
  madeMs: z.number(),
  /** contentHash of the folder. */
  content: z.string(),
  /** The step said no, which is an answer: what it wrote tells why. */
  refused: z.boolean(),
  /** Why it came out so, where it told. */
  why: z.string().nullable().default(null),
});
export type Seal = z.infer<typeof sealSchema>;

export interface Shelf {
  /** What lies there; undefined where it is not there, not whole, or altered since. */
  find(step: string, key: string): Promise<(Seal & { readonly folder: string }) | undefined>;
  /** An empty folder to write to, or one with a copy in it; those begun before and never finished are gone. */
  begin(step: string, copyOf?: string): Promise<string>;
  /** @param folder as `begin` gave it @returns where it is now */
  finish(
    step: string,
    key: string,
    folder: string,
    seal: Omit<Seal, "content">,
  ): Promise<Seal & { readonly folder: string }>;
  /** Leaves the latest so many of a step, and nothing that was begun. */
  prune(step: string, keep: number): Promise<void>;
}

/** @param folder made where it is missing; its owner's alone, for there may be in it what people said */
export function openShelf(folder: string): Shelf {
  makeFolder(folder, OWNER_ALONE);
  const placeOf = (step: string, key: string) => join(folder, step, key);
  const sealFile = (step: string, key: string) => `${placeOf(step, key)}.json`;
  const sealOf = async (step: string, key: string): Promise<Seal | undefined> => {
    const text = await readFile(sealFile(step, key), "utf8").catch(() => undefined);
    return text === undefined ? undefined : sealSchema.safeParse(JSON.parse(text)).data;
  };
  const remove = async (step: string, key: string) => {
    await rm(placeOf(step, key), { recursive: true, force: true });
    await rm(sealFile(step, key), { force: true });
  };
  const removeBegun = async (step: string) => {
    for (const name of await readdir(join(folder, step)).catch(() => []))
      if (name.startsWith(BEGUN)) await rm(join(folder, step, name), { recursive: true, force: true });
  };
  return {
    async find(step, key) {
      const place = placeOf(step, key);
      const seal = await sealOf(step, key);
      if (!seal || !existsSync(place) || (await contentHash(place)) !== seal.content) return undefined;
      return { ...seal, folder: place };
    },
    async begin(step, copyOf) {
      await mkdir(join(folder, step), { recursive: true });
      await removeBegun(step);
      // under a name of its own: what a killed run had begun may still be writing to the one before
      const begun = await mkdtemp(join(folder, step, BEGUN));
      if (copyOf !== undefined) await cp(copyOf, begun, { recursive: true });
      return begun;
    },
    async finish(step, key, begun, told) {
      for (const name of await filesBelow(begun)) await flush(join(begun, name));
      const seal = { ...told, content: await contentHash(begun) };
      await rm(placeOf(step, key), { recursive: true, force: true }); // altered since
      await writeWhole(sealFile(step, key), JSON.stringify(seal));
      await rename(begun, placeOf(step, key));
      await flush(join(folder, step));
      return { ...seal, folder: placeOf(step, key) };
    },
    async prune(step, keep) {
      const names = await readdir(join(folder, step)).catch(() => []);
      const made = await Promise.all(
        names
          .filter((name) => name.endsWith(".json"))
          .map(async (name) => {
            const key = name.slice(0, -".json".length);
            return { key, madeMs: (await sealOf(step, key))?.madeMs ?? 0 };
          }),
      );
      made.sort((a, b) => b.madeMs - a.madeMs);
      for (const { key } of made.slice(keep)) await remove(step, key);
      await removeBegun(step);
    },
  };
}

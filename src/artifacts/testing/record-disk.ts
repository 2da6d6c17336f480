import fs, { type FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

/** What was done to the disk, in order. */
export type DiskStep =
  | { readonly did: "wrote" | "flushed" | "removed"; readonly path: string }
  | { readonly did: "renamed"; readonly path: string; readonly to: string };

/** Does some work on the real disk, and tells what reached it when: a step is noted once it is done. */
export async function recordDisk(work: () => Promise<unknown>): Promise<DiskStep[]> {
  const steps: DiskStep[] = [];
  const { open, rename, rm, writeFile } = fs;
  const note = async <T>(doing: Promise<T>, step: DiskStep): Promise<T> => {
    const done = await doing;
    steps.push(step);
    return done;
  };
  const watched = async (path: string, ...more: []): Promise<FileHandle> => {
    const handle = await open(path, ...more);
    const sync = handle.sync.bind(handle);
    handle.sync = () => note(sync(), { did: "flushed", path });
    return handle;
  };
  const real = { open, rename, rm, writeFile };
  Object.assign(fs, {
    open: watched,
    rename: (path: string, to: string) => note(rename(path, to), { did: "renamed", path, to }),
    rm: (path: string, options: object) => note(rm(path, options), { did: "removed", path }),
    writeFile: (path: string, bytes: Buffer) => note(writeFile(path, bytes), { did: "wrote", path }),
  });
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
  return steps;
}

import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { makeFolder } from "./make-folder.ts";

test("makes what is missing, with the mode that is asked for, and leaves what is there", async () => {
  const there = await temporaryFolder();
  const { mode } = statSync(there);
  makeFolder(join(there, "a", "b"), 0o700);
  makeFolder(join(there, "a", "b"), 0o777);
  for (const folder of ["a", "a/b"]) expect(statSync(join(there, folder)).mode & 0o777).toBe(0o700);
  expect(statSync(there).mode).toBe(mode);
});

test("says at once where none can be made", async () => {
  const file = join(await temporaryFolder(), "file");
  writeFileSync(file, "");
  for (const folder of [file, join(file, "a"), "/proc/nowhere/a"]) expect(() => makeFolder(folder)).toThrow();
});

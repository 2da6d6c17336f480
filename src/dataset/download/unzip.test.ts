import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { UNPACKING_BOUNDS } from "../unpacking-bounds.ts";
import { unzip } from "./unzip.ts";

async function zipOf(entries: Zippable): Promise<string> {
  return written(zipSync(entries));
}

async function written(bytes: Uint8Array): Promise<string> {
  const zip = join(await temporaryFolder(), "set.zip");
  await writeFile(zip, bytes);
  return zip;
}

/** Where the central directory, after the files themselves, tells how long the only entry is. */
function sizeInDirectory(bytes: Uint8Array): number {
  return Buffer.from(bytes).lastIndexOf(Buffer.from("PK\x01\x02")) + 24;
}

describe("a zip is refused before anything of it is written", () => {
  test("where it unpacks to a thousand times its size", async () => {
    const folder = await temporaryFolder();
    const zip = await zipOf({ "ratings.csv": new Uint8Array(70_000_000) });
    await expect(unzip(zip, folder)).rejects.toThrow(
      /set\.zip: 0\.1 MB of it unpack to 70\.0 MB, more than 100 times as much\. Fetch it again/,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test("where many entries together do", async () => {
    const folder = await temporaryFolder();
    const part = new Uint8Array(10_000_000);
    const parts = Array.from({ length: 8 }, (_, n) => [`${n}.csv`, part] as const);
    await expect(unzip(await zipOf(Object.fromEntries(parts)), folder)).rejects.toThrow(/80\.0 MB/);
    expect(await readdir(folder)).toEqual([]);
  });

  test("where it says that it is larger than any data set", async () => {
    const folder = await temporaryFolder();
    const bytes = zipSync({ "ratings.csv": Buffer.from("1,2,3") });
    Buffer.from(bytes.buffer).writeUInt32LE(4_000_000_000, sizeInDirectory(bytes));
    const bounds = { ...UNPACKING_BOUNDS, bytes: 2 ** 31, ratio: Number.POSITIVE_INFINITY };
    await expect(unzip(await written(bytes), folder, { bounds })).rejects.toThrow(/unpacks to 4000\.0 MB/);
    expect(await readdir(folder)).toEqual([]);
  });

  test("where it has more entries than any", async () => {
    const folder = await temporaryFolder();
    const entries = Array.from({ length: 1_001 }, (_, n) => [`${n}`, new Uint8Array(0)] as const);
    await expect(unzip(await zipOf(Object.fromEntries(entries)), folder)).rejects.toThrow(/1001 entries/);
    expect(await readdir(folder)).toEqual([]);
  });
});

test("a zip that is longer than it says is refused as soon as that shows", async () => {
  const bytes = zipSync({ "ratings.csv": new Uint8Array(10_000_000) });
  Buffer.from(bytes.buffer).writeUInt32LE(100, sizeInDirectory(bytes));
  await expect(unzip(await written(bytes), await temporaryFolder())).rejects.toThrow(/not a sound zip/);
});

test("what is well packed, and small, is unpacked", async () => {
  const folder = await temporaryFolder();
  await unzip(await zipOf({ "a/ratings.csv": new Uint8Array(1_000_000) }), folder);
  expect(await readdir(folder)).toEqual(["ratings.csv"]);
});

test("a place that cannot be written to is not blamed on the zip", async () => {
  const zip = await zipOf({ "ratings.csv": Buffer.from("1,2,3") });
  await expect(unzip(zip, join(zip, "folder"))).rejects.toMatchObject({ code: "ENOTDIR" });
});

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTags } from "./read-tags.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

test("tags are read by movie, in lower case and once each", async () => {
  const folder = await temporaryFolder();
  const rows = [
    "userId,movieId,tag,timestamp",
    "1,7,Heist,1",
    '2,7,"heist",2',
    '2,9,"slow, sad",3',
    "2,8,far off,3",
  ];
  await writeFile(join(folder, "tags.csv"), `${rows.join("\n")}\n`);
  expect(await readTags(folder, ["9", "5", "7"])).toEqual([["slow, sad"], [], ["heist"]]);
});

test("a data set without tags has none for any movie", async () => {
  expect(await readTags(await temporaryFolder(), ["9", "5"])).toEqual([[], []]);
});

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hasPublishedFolds, publishedFolds } from "./published-folds.ts";
import { ratingTable } from "./testing/table.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const ratings = ratingTable([
  [0, 0, 5, 1],
  [0, 1, 3, 2],
  [1, 0, 1, 3],
]);
const [ada, bob] = ratings.userIds;
const [first, second] = ratings.movieIds;

async function folderWith(lines: Readonly<Record<number, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const fold of [1, 2, 3, 4, 5])
    await writeFile(join(folder, `u${fold}.test`), lines[fold] ?? "", "latin1");
  return folder;
}

test("the published folds hold out the ratings that their files name", async () => {
  const folder = await folderWith({
    1: `${ada}\t${second}\t3\t2\n`,
    3: `${bob}\t${first}\t1\t3\r\n${ada}\t${first}\t5\t1\r\n`,
  });
  expect(hasPublishedFolds(folder)).toBe(true);
  const folds = await publishedFolds(folder, ratings);
  expect(folds.map(({ test: held }) => [...held.stars])).toEqual([[3], [], [5, 1], [], []]);
  expect(folds.map(({ train }) => [...train.stars])).toEqual([[5, 1], [5, 3, 1], [3], [5, 3, 1], [5, 3, 1]]);
});

test("a folder without them has none, and a rating nobody gave is refused by file and line", async () => {
  expect(hasPublishedFolds(await temporaryFolder())).toBe(false);
  const folder = await folderWith({ 2: `${bob}\t${second}\t4\t9\n` });
  await expect(publishedFolds(folder, ratings)).rejects.toThrow(/u2\.test, line 1: no such rating/);
});

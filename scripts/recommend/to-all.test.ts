import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { writeSmallModel } from "../../src/artifacts/testing/small-model.ts";
import { temporaryFolder } from "../../src/dataset/testing/temporary-folder.ts";
import { openStore } from "../../src/store/open-store.ts";
import { missing, newDatabase } from "../../src/store/postgres/testing/shared-server.ts";
import { keptChange } from "../../src/store/testing/kept-change.ts";

const PROGRAM = fileURLToPath(new URL("../recommend.js", import.meta.url));
const script = (...args: string[]) => promisify(execFile)(process.execPath, [PROGRAM, ...args]);

const places: readonly (readonly [string, string | undefined, (folder: string) => Promise<string>])[] = [
  ["SQLite", undefined, async (folder) => join(folder, "people.db")],
  ["PostgreSQL", missing, () => newDatabase()],
];

describe.each(places)("in a %s", (name, why, where) => {
  test.skipIf(why !== undefined)("everybody is made a list, once, which a view shows", async () => {
    const folder = await temporaryFolder();
    const place = await where(folder);
    const artifacts = await writeSmallModel(join(folder, "artifacts"));
    const store = await openStore(place);
    await store.commit(keptChange);
    const all = ["--all", "--store", place, "--top", "4", "--artifacts", artifacts];
    const { stdout } = await script(...all);
    expect(stdout).toMatch(/^4 films on the lists of 1 people, by model \w+\./);
    expect(await store.topLists.of(keptChange.user)).toHaveLength(4);
    expect(JSON.parse((await script(...all, "--json")).stdout)).toEqual({ people: 0, films: 0, failed: 0 });
    await store.close();
    if (name === "SQLite") {
      const file = new Database(place);
      expect(file.prepare("SELECT platform_id, rank, outcome FROM recommendations").all()[3]).toEqual({
        platform_id: keptChange.user.id,
        rank: 4,
        outcome: null,
      });
      file.close();
    }
  });
});

test("without a place to keep them it is told which option is missing", async () => {
  const refused = await script("--all").catch((error) => error);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("--store")]);
});

/** What every command that reads something says where that is not there, or is not what it should be. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { generateWorld } from "../src/dataset/testing/world.ts";
import { writeDataset } from "../src/dataset/testing/write-dataset.ts";
import { typed } from "./testing/typed.ts";

const folder = mkdtempSync(join(tmpdir(), "matinee-missing-"));
const DATA = join(folder, "data");
/** Stands in a table for what is made above. */
const PLACES = {
  NONE: join(folder, "not-there"),
  FILE: join(folder, "file"),
  FOLDER: folder,
  DATA,
  OUT: join(folder, "out"),
  DB: join(folder, "people.db"),
};

beforeAll(async () => {
  const { dataset } = generateWorld({ users: 30, movies: 40, groups: 2, ratingsPerUser: 10, seed: 1 });
  await writeDataset(DATA, dataset, "ml-csv");
  writeFileSync(PLACES.FILE, "neither this nor that\n");
  for (const name of [
    "DISCORD_TOKEN",
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "WEB_PORT",
    "DATABASE_URL",
  ])
    vi.stubEnv(name, "");
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** What is to be done, in some words or others. */
const NEXT =
  /(?:^|[.:;,)] |: )(?:allow|add|check|choose|copy|fetch|give|install|make|mend|name|restore|run|set|start|take|train|type|write)\b|matinee \S+(?: list)? (?:lists|tells|says)|The (?:settings|steps) are/i;

test.each(["discord", "slack", "bots"])("matinee %s says which of its settings are missing", async (name) => {
  const matinee = fileURLToPath(new URL("./matinee.js", import.meta.url));
  const ended = promisify(execFile)(process.execPath, [matinee, name]); // it ends its own process, whatever else is in it
  await expect(ended).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(NEXT) });
});

test("matinee bench turns says what to do where there is no model", async () => {
  vi.stubEnv("MATINEE_ARTIFACTS", PLACES.NONE);
  const { code, output, errors } = await typed("bench turns", "--json");
  vi.stubEnv("MATINEE_ARTIFACTS", undefined);
  expect([code, output]).toEqual([1, ""]);
  expect(errors).toMatch(NEXT);
  expect(errors).not.toMatch(/\n {4}at /);
});

test.each([
  ["chat", "--artifacts NONE"],
  ["chat", "--policy NONE"],
  ["chat", "--db FOLDER"],
  ["register", ""],
  ["import", "NONE"],
  ["import", "FILE"],
  ["import", "FOLDER"],
  ["export", "--db NONE"],
  ["export", "--db NONE --artifacts NONE"],
  ["backup", "--db NONE"],
  ["backup", "--db FILE --to OUT"],
  ["restore", "--from NONE --db DB"],
  ["restore", "--from FILE --db DB"],
  ["migrate-store", "--from NONE --to DB"],
  ["schedule", "never backup"],
  ["schedule", "@daily no-such-command"],
  ["health", "--at http://127.0.0.1:9"],
  ["keys", "list --db NONE"],
  ["keys", "remove 0 --db NONE"],
  ["data fetch", "no-such-set --downloads OUT"],
  ["data fetch", "mine --from NONE --downloads OUT"],
  ["data fetch", "mine --from FILE --downloads OUT"],
  ["data describe", "--data NONE --out OUT"],
  ["data describe", "--data FILE --out OUT"],
  ["films gather", "--artifacts NONE"],
  ["films fetch", "--to FILE"],
  ["words films", "NONE"],
  ["words films", "--titles NONE"],
  ["tune taste", "--data NONE --out OUT"],
  ["tune models", "--data NONE --out OUT --record OUT.jsonl"],
  ["train", "--data NONE --out OUT"],
  ["train", "--data DATA --out OUT --films-of NONE"],
  ["synthetic", "--out FILE"],
  ["harvest", "--db NONE --out OUT"],
  ["harvest", "--db FILE --out OUT"],
  ["prepare", "--feedback NONE --out OUT"],
  ["prepare", "--feedback FILE --data DATA --out OUT"],
  ["gate", "--champion NONE --challenger NONE --data DATA --out OUT"],
  ["gate", "--champion NONE --challenger NONE --data NONE --out OUT"],
  ["models list", "--db FILE"],
  ["models promote", "--db DB --model NONE"],
  ["models promote", "--db DB --model NONE --verdict FOLDER"],
  ["models back", "--db DB"],
  ["models back", "--db DB --to no-such-model"],
  ["retrain", "--db NONE"],
  ["pipeline run", "--folder OUT no-such-step"],
  ["pipeline run", "--folder OUT --again no-such-step"],
  ["pipeline run", "--folder OUT --use no-such-step=FOLDER"],
  ["pipeline run", "--folder OUT --set no-such-setting=1"],
  ["pipeline run", "--folder OUT --file FOLDER"],
  ["pipeline show", "--folder NONE"],
  ["evaluate sessions", "--data NONE --out OUT"],
  ["evaluate sessions", "--data DATA --out OUT --policy NONE"],
  ["evaluate ratings", "--data NONE --out OUT"],
  ["evaluate known", "--data NONE --out OUT"],
  ["evaluate together", "--data NONE"],
  ["evaluate placement", "--data NONE --films NONE --out OUT"],
  ["evaluate traits", "--artifacts NONE"],
  ["evaluate intent", "--data NONE"],
  ["evaluate names", "NONE"],
  ["evaluate names", "FOLDER"],
  ["evaluate wishes", "--from NONE"],
  ["evaluate about", "--questions NONE"],
  ["evaluate likeness", "--judgements FOLDER"],
  ["evaluate requests", "--data NONE"],
  ["evaluate dialogues", "--from NONE"],
  ["evaluate verdicts", ""],
  ["evaluate verdicts", "--queries NONE"],
  ["report", "--comparison NONE --artifacts OUT"],
  ["bench training", "--synthetic NONE"],
  ["compare sklearn", "--matrix NONE"],
  ["compare spark", "--data NONE"],
  ["compare spark", "--data FILE"],
  ["recommend", "--ratings NONE"],
  ["recommend", "--ratings FILE --data DATA --out OUT --model OUT.npz"],
  ["recommend", "--all --store NONE"],
  ["posters", "--out FILE"],
  ["posters", "--out OUT --look no-such-look --count 1"],
  ["month", "--data NONE"],
  ["week", "--db FILE"],
  ["cards", "--out FILE"],
])("matinee %s %s is refused in a sentence that says what to do", async (name, written) => {
  const args = written
    .split(" ")
    .filter(Boolean)
    .map((word) =>
      word.replace(/^[A-Z]+(?=$|\.)|(?<==)[A-Z]+$/, (place) => PLACES[place as keyof typeof PLACES] ?? place),
    );
  const { code, errors } = await typed(name, ...args);
  expect(errors.trim()).not.toBe("");
  expect(errors).not.toMatch(/\n {4}at |\bE[A-Z]{4,}\b.*\bE[A-Z]{4,}\b/);
  expect(errors).toMatch(NEXT);
  expect(code).toBe(1);
  expect(existsSync(PLACES.NONE)).toBe(false);
});

import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../src/dataset/testing/temporary-folder.ts";
import { openApiKeys } from "../src/store/api-keys.ts";

const PROGRAM = fileURLToPath(new URL("./keys.js", import.meta.url));
const script = (...args: string[]) => promisify(execFile)(process.execPath, [PROGRAM, ...args]);

test("keys are made, listed without their secrets, and removed", async () => {
  const db = join(await temporaryFolder(), "keys.db");
  const { stdout: secret } = await script("add", "--name", "my page", "--scope", "read, answer", "--db", db);
  const keys = await openApiKeys(db);
  const key = await keys.find(secret.trim());
  expect(key).toMatchObject({ name: "my page", scopes: ["read", "answer"], perMinute: 600 });
  const { stdout: listed } = await script("list", "--db", db);
  expect(listed).toMatch(
    new RegExp(`^${key!.id}  read,answer  600 a minute  \\d{4}-\\d\\d-\\d\\d  my page\\n$`),
  );
  expect(JSON.parse((await script("list", "--json", "--db", db)).stdout)).toEqual([key]);
  await script("remove", key!.id, "--db", db);
  expect(await keys.find(secret.trim())).toBeUndefined();
  keys.close();
});

test.each([
  [
    ["add", "--name", "x", "--scope", "write"],
    /Expected some of read,answer,operate, with commas between them\.\nmatinee keys /,
  ],
  [
    ["add", "--name", " ", "--scope", "read"],
    /Expected a name of 100 characters at the most\.\nmatinee keys /,
  ],
  [
    ["add", "--name", "x", "--scope", "read", "--limit", "0"],
    /Expected a whole number from 1\.\nmatinee keys /,
  ],
  [["remove", "nothing"], /^There is no key nothing: npx matinee keys list says which there are\.\n$/],
])("%j is refused in a sentence", async (args, sentence) => {
  const db = join(await temporaryFolder(), "keys.db");
  (await openApiKeys(db)).close();
  const refused = await script(...args, "--db", db).catch((error) => error);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(sentence);
});

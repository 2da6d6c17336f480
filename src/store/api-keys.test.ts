import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openApiKeys } from "./api-keys.ts";

const KEY = { name: "a program", scopes: ["read", "answer"], perMinute: 60, madeMs: 5 } as const;

test("a key is known by its secret alone, of which nothing is kept by which it could be made", async () => {
  const file = join(await temporaryFolder(), "keys.db");
  const keys = await openApiKeys(file);
  const secret = await keys.add(KEY);
  expect(await keys.find(secret)).toMatchObject(KEY);
  expect(await keys.find(secret.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).toBeUndefined();
  expect(await keys.find("")).toBeUndefined();
  keys.close();
  const own = secret.split("_").slice(2).join("_");
  expect(readFileSync(file).includes(own)).toBe(false);
  const again = await openApiKeys(file);
  expect(await again.find(secret)).toMatchObject(KEY);
  again.close();
});

test("a key that is removed is of no use at once, in whichever process", async () => {
  const file = join(await temporaryFolder(), "keys.db");
  const [one, other] = [await openApiKeys(file), await openApiKeys(file)];
  const secret = await one.add(KEY);
  const id = (await other.list())[0]!.id;
  expect(await other.find(secret)).toBeDefined();
  expect([await one.remove(id), await one.remove(id)]).toEqual([true, false]);
  expect([await other.find(secret), await other.list()]).toEqual([undefined, []]);
  one.close();
  other.close();
});

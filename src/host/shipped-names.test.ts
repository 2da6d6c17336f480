import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { knownTo } from "../conversation/wording.ts";
import { readWrittenNames } from "../dataset/films/written-names.ts";
import { openWorld } from "./open-world.ts";

const { catalog } = await openWorld("artifacts", "data/policy.yaml");

test("every nickname of a film stands for one that is known", async () => {
  const { nicknames } = readWrittenNames(
    await readFile("data/films/names.yaml", "utf8"),
    "data/films/names.yaml",
  );
  const unknown = [...new Set(nicknames.values())].filter((film) => {
    const match = catalog.find(film);
    return match.kind === "none" || (match.kind === "one" && match.loosely);
  });
  expect(unknown).toEqual([]);
});

test("the shipped nicknames are those that are written down", async () => {
  const { nicknames } = readWrittenNames(
    await readFile("data/films/names.yaml", "utf8"),
    "data/films/names.yaml",
  );
  for (const [nickname, film] of nicknames)
    expect(catalog.find(nickname), `${nickname}: ${film}`).not.toMatchObject({ kind: "none" });
});

test("the README says to what date films are known", async () => {
  const sentence = knownTo(catalog.names.completeTo!).replace(/^I know (.*)\.$/, "$1");
  expect((await readFile("README.md", "utf8")).includes(sentence), sentence).toBe(true);
});

test("names are found by the hashes of what they are now read as", () => {
  for (const key of ["yearalongtheabandonedroad", "polskiegowno"])
    expect(catalog.names.namedBy(key).length, key).toBeGreaterThan(0);
});

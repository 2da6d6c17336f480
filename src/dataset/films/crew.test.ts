import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readArtifacts } from "../../artifacts/read-artifacts.ts";
import { movie } from "../../catalog/testing/movie.ts";
import { crewIn, crewOf, readCrew } from "./crew.ts";
import { readGroups } from "./groups.ts";

const MOVIES = [movie("a", "First", 1990), movie("b", "Second", 1999), movie("c", "Life of an Author", 2000)];

test("a film has everybody who did the same for it, and its author by the group it stands in", () => {
  const { facts, unknown } = crewOf(
    MOVIES,
    new Map([
      [
        "composer",
        crewIn("Ann: First (1990); Second (1999)\nBob: Second (1999); Gone (1950)", "composers.yaml"),
      ],
      ["author", crewIn("Cid: { group: cid, without: Life of an Author (2000) }", "authors.yaml")],
    ]),
    new Map([["cid", ["Second (1999)", "Life of an Author (2000)", "Lost (1960)"]]]),
  );
  expect(facts.get("a")).toEqual({ composers: { value: ["Ann"], source: "by hand" } });
  expect(facts.get("b")).toEqual({
    composers: { value: ["Ann", "Bob"], source: "by hand" },
    authors: { value: ["Cid"], source: "by hand" },
  });
  expect(facts.has("c")).toBe(false);
  expect(unknown).toEqual(["Gone (1950) of Bob"]);
});

test.each([
  ["a film without a year", "Ann: First"],
  ["nothing", "Ann: ''"],
  ["another field than the group's", "Ann: { group: cid, films: First (1990) }"],
])("%s is refused, and the file named", (_, yaml) => {
  expect(() => crewIn(yaml, "writers.yaml")).toThrow(/writers\.yaml/);
});

test("every film that is written down is one of the catalogue, and every group one of those written down", async () => {
  const crew = await readCrew("data/films/crew");
  const groups = readGroups(await readFile("data/films/groups.yaml", "utf8"), "groups.yaml");
  const { facts, unknown } = crewOf((await readArtifacts("artifacts")).movies, crew, groups);
  expect(unknown).toEqual([]);
  const named = [...crew.values()].flatMap((people) => Object.values(people));
  const groupsNamed = named.flatMap((films) => (Array.isArray(films) ? [] : [films.group]));
  expect(groupsNamed.filter((group) => !groups.has(group))).toEqual([]);
  expect(facts.size).toBeGreaterThan(3_000);
});

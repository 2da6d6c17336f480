import { expect, test } from "vitest";
import { createPeopleIndex } from "./people.ts";
import type { Role } from "./person.ts";

/** Films by row, and how often each was rated. */
const FILMS: readonly (readonly [names: readonly string[], ratings: number])[] = [
  [["Joel Coen", "Ethan Coen", "Frances McDormand"], 100],
  [["Joel Coen", "Ethan Coen", "Jeff Bridges"], 90],
  [["Brad Pitt", "Edward Norton"], 200],
  [["Brad Pitt", "Morgan Freeman"], 200],
  [["Samuel L. Jackson"], 200],
  [["Peter Jackson"], 190],
  [["Anthony Hopkins"], 150],
  [["Pedro Almodóvar", "Penélope Cruz"], 60],
  [["Miriam Hopkins"], 3],
  [["Josh Brolin", "James Brolin"], 40],
  [["Josh Brolin"], 40],
  [["Brad Pitts"], 1],
  [["Robert De Niro"], 120],
  [["Wes Anderson", "Bill Murray"], 110],
  [["Paul Thomas Anderson"], 100],
  [["Anthony Russo", "Joe Russo"], 30],
  [["Rene Russo"], 300],
  [["Anders Andersen"], 1],
];
const people = createPeopleIndex(
  FILMS.map(([names], row) => [row, names.map((name) => ({ name, role: "actor" as const, share: 1 }))]),
  (row) => FILMS[row]![1],
  (name) => (name === "the voice" ? "James Brolin" : undefined),
);
const found = (name: string) => {
  const person = people.find(name);
  return person && [person.name, [...person.rows]];
};

test.each([
  ["Brad Pitt", "Brad Pitt", [2, 3]],
  ["brad pitt's", "Brad Pitt", [2, 3]],
  ["ALMODOVAR", "Pedro Almodóvar", [7]],
  ["samuel l jackson", "Samuel L. Jackson", [4]],
  ["hopkins", "Anthony Hopkins", [6]],
  ["miriam hopkins", "Miriam Hopkins", [8]],
  ["mcdormand", "Frances McDormand", [0]],
  ["josh brolin", "Josh Brolin", [9, 10]],
])("%s is %s", (typed, name, rows) => {
  expect(found(typed)).toEqual([name, rows]);
});

test.each([
  ["frances mcdormnd", "Frances McDormand"],
  ["anthny hopkins", "Anthony Hopkins"],
  ["penelope cruzz", "Penélope Cruz"],
  ["deniro", "Robert De Niro"],
  ["robert deniro", "Robert De Niro"],
  ["wes andersen", "Wes Anderson"],
  ["brad pits", "Brad Pitt"],
  ["bill murrey", "Bill Murray"],
  ["samuel jaxon", "Samuel L. Jackson"],
  ["almodowar", "Pedro Almodóvar"],
  ["edw norton", "Edward Norton"],
  ["bill mur", "Bill Murray"],
  ["russo", "Rene Russo"],
  ["the voice", "James Brolin"],
])("%s, misspelt, is %s", (typed, name) => {
  expect(people.find(typed)?.name).toBe(name);
});

test.each(["the coens", "the Coen brothers", "coen"])("%s are both of them", (typed) => {
  expect(found(typed)).toEqual(["Coen", [0, 1]]);
});

test("the brothers of a name are meant where somebody better known has it, too", () => {
  expect(found("the Russo brothers")).toEqual(["Russo", [15]]);
  expect(found("the russos")).toEqual(["Russo", [15]]);
});

test("those of one name are told where nobody is meant in particular, best known first", () => {
  const told = (name: string) => people.namesakes(name).map((person) => person.name);
  expect(told("jackson")).toEqual(["Samuel L. Jackson", "Peter Jackson"]);
  expect(told("anderson")).toEqual(["Wes Anderson", "Paul Thomas Anderson"]);
  expect(told("mcdormand")).toEqual([]);
  expect(told("zzzz")).toEqual([]);
});

test.each([
  "jackson",
  "anderson",
  "the andersons",
  "zzzz qqqq",
  "",
  "the",
  "a b c d e f g h",
  "brad hopkins",
])("%s is nobody, or nobody in particular", (typed) => {
  expect(people.find(typed)).toBeUndefined();
});

test("how well somebody is known goes by whole and last names as they are spelt", () => {
  expect(people.fameOf(["brad", "pitt"])).toBe(400);
  expect(people.fameOf(["hopkins"])).toBe(150);
  for (const name of ["brad", "hopkin", "zzzz"]) expect(people.fameOf([name]), name).toBe(0);
});

test("the name that is given for somebody finds the same again", () => {
  for (const typed of ["almodovar", "the coens", "mcdormand"]) {
    const person = people.find(typed)!;
    expect(people.find(person.name)?.rows).toEqual(person.rows);
  }
});

test("two of one name are told apart by what they did, where that lies a generation apart", () => {
  const acted = [1960, 1963, 1968, 1974, 2015].map((year) => ({ year, role: "actor" as const }));
  const directed = [2008, 2011, 2013].map((year) => ({ year, role: "director" as const }));
  const both = [1990, 1992, 1995].flatMap((year) => [
    { year, role: "actor" as const },
    { year: year + 1, role: "director" as const },
  ]);
  const of = (name: string, parts: readonly { year: number; role: "actor" | "director" }[]) =>
    parts.map(({ year, role }) => ({ year, credits: [{ name, role, share: 1 }] }));
  const films = [...of("Steve McQueen", [...acted, ...directed]), ...of("Clint Eastwood", both)];
  const index = createPeopleIndex(
    films.map(({ year, credits }, row) => [row, credits, year]),
    () => 100,
  );
  expect(index.find("steve mcqueen")).toBeUndefined();
  expect(index.namesakes("steve mcqueen").map(({ name }) => name)).toEqual([
    "Steve McQueen (actor)",
    "Steve McQueen (director)",
  ]);
  expect([...index.find("steve mcqueen the director")!.rows]).toEqual([5, 6, 7]);
  expect([...index.find("Steve McQueen (actor)")!.rows]).toEqual([0, 1, 2, 3, 4]);
  expect(index.find("director clint eastwood")?.rows.size).toBe(6);
});

test("one of two of a name is meant who is better known by far", () => {
  const parts = [
    ...[1930, 1931, 1932].map((year) => ({ year, role: "actor" as const, fame: 1 })),
    ...[1990, 1991, 1992].map((year) => ({ year, role: "director" as const, fame: 100 })),
  ];
  const index = createPeopleIndex(
    parts.map(({ year, role }, row) => [row, [{ name: "Jack Hill", role, share: 1 }], year]),
    (row) => parts[row]!.fame,
  );
  expect(index.find("jack hill")?.name).toBe("Jack Hill (director)");
});

test("who does several things is meant as whom they are best known for, unless it is said what they did", () => {
  const credits: [name: string, role: Role, share: number][][] = [
    [
      ["Ada Score", "composer", 1],
      ["Max Penn", "director", 2],
      ["Max Penn", "writer", 1],
    ],
    [["Max Penn", "composer", 1]],
    [["Ada Score", "actor", 0.5]],
    [["Ned Max", "actor", 1]],
    [["Nell Score", "composer", 0.2]],
    [["Kay Quill", "director", 2]],
    [["Kay Quill", "writer", 1]],
    [["Kay Quill", "writer", 1]],
    [["Ann Wood", "actor", 1]],
    [["Bea Wood", "composer", 2]],
    [["Bea Wood", "composer", 2]],
    [["Bea Wood", "composer", 2]],
  ];
  const crew = createPeopleIndex(
    credits.map((film, row) => [row, film.map(([name, role, share]) => ({ name, role, share }))]),
    () => 100,
  );
  const filmsOf = (name: string) => {
    const person = crew.find(name);
    return person && [person.name, [...person.rows]];
  };
  expect(filmsOf("Ada Score")).toEqual(["Ada Score (composer)", [0]]);
  expect(filmsOf("ada scor")).toEqual(["Ada Score (composer)", [0]]);
  expect(filmsOf("Ada Score (actor)")).toEqual(["Ada Score", [2]]);
  expect(filmsOf("Ada Score (composer)")).toEqual(["Ada Score (composer)", [0]]);
  expect(filmsOf("Max Penn")).toEqual(["Max Penn", [0]]);
  expect(filmsOf("Max Penn (composer)")).toEqual(["Max Penn (composer)", [1]]);
  expect(filmsOf("composer max")).toEqual(["Max Penn (composer)", [1]]);
  expect(filmsOf("Ada Score (writer)")).toBeUndefined();
  expect(filmsOf("Ned Max (composer)")).toBeUndefined();
  expect(filmsOf("Kay Quill")).toEqual(["Kay Quill", [5, 6, 7]]);
  expect(filmsOf("Kay Quill (writer)")).toEqual(["Kay Quill (writer)", [6, 7]]);
  expect(filmsOf("wood")).toEqual(["Ann Wood", [8]]);
  expect(filmsOf("wood (composer)")).toEqual(["Bea Wood (composer)", [9, 10, 11]]);
});

import { expect, test } from "vitest";
import { createPeopleIndex } from "./people.ts";

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
  FILMS.map(([names], row) => [row, names.map((name) => ({ name, share: 1 }))]),
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

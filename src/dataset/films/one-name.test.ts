import { expect, test } from "vitest";
import { type Named, oneNameEach } from "./one-name.ts";

const cast = (...names: string[]): Named => ({ directors: [], cast: names });
const directed = (...names: string[]): Named => ({ directors: names, cast: [] });
/** Without sources that have one name for everybody. */
const among = (...films: Named[][]) => Object.fromEntries(oneNameEach(films, []));

test("who has a name more in one source than in another is one person, by the name on more films", () => {
  expect(
    among(
      [cast("Timothée Hal Chalamet", "Saoirse Ronan"), cast("Saoirse Ronan", "Timothée Chalamet")],
      [cast("Timothée Chalamet")],
      [directed("Francis Coppola"), directed("Francis Ford Coppola")],
      [cast("Francis Ford Coppola")],
    ),
  ).toEqual({
    "Timothée Hal Chalamet": "Timothée Chalamet",
    "Francis Coppola": "Francis Ford Coppola",
  });
});

test("accents, points, hyphens and nicknames make no other person", () => {
  const of = (one: string, other: string) => among([cast(one), cast(other)], [cast(other)]);
  for (const [one, other] of [
    ["Zoe Saldana", "Zoë Saldaña"],
    ["J.K. Simmons", "J. K. Simmons"],
    ["Aaron Johnson", "Aaron Taylor-Johnson"],
    ["Jada Pinkett-Smith", "Jada Pinkett Smith"],
    ['Dwayne "The Rock" Johnson', "Dwayne Johnson"],
    ["Robert Downey, Jr.", "Robert Downey Jr."],
  ] as const)
    expect(of(one, other)).toEqual({ [one]: other });
});

test.each([
  ["a father and a son", "Robert Downey", "Robert Downey Jr."],
  ["other first names", "Ethan Coen", "Joel Coen"],
  ["other middle names", "Mary Ann Smith", "Mary Beth Smith"],
  ["two people in one name", "Mary-Kate Olsen", "Mary-Kate and Ashley Olsen"],
  ["single names", "Cher", "Cher"],
])("%s are left as they are", (_, one, other) => {
  expect(among([cast(one), cast(other)], [cast(other)])).toEqual({});
});

test("names of different films, or of one list, are different people's", () => {
  expect(among([cast("Kevin Schmidt")], [cast("Kevin G. Schmidt")])).toEqual({});
  expect(
    among([cast("Kevin Schmidt"), cast("Kevin G. Schmidt")], [cast("Kevin G. Schmidt", "Kevin Schmidt")]),
  ).toEqual({});
});

test("a name that comes near two on the other list is nobody's in particular", () => {
  expect(among([cast("John Smith"), cast("John A. Smith", "John B. Smith")])).toEqual({});
});

test("a source with one name for everybody tells two people apart, and the newest such source's name holds", () => {
  const film = [cast("Brandon Mychal Smith"), cast("Brandon Smith")];
  const both = [cast("Brandon Mychal Smith"), cast("Brandon Smith")];
  expect(oneNameEach([film], [both, []]).size).toBe(0);
  const newest = [cast("Brandon Mychal Smith")];
  const often = [cast("Brandon Smith")];
  expect([...oneNameEach([film, often, often], [often, newest])]).toEqual([
    ["Brandon Smith", "Brandon Mychal Smith"],
  ]);
});

test("of three names of one person one holds", () => {
  const [short, middle, long] = ["Jan Rubes", "Jan L. Rubes", "Jan Ladislav L. Rubes"] as const;
  expect(
    among([cast(short), cast(middle)], [cast(middle), cast(long)], [cast(short)], [cast(short)]),
  ).toEqual({
    [middle]: short,
    [long]: short,
  });
});

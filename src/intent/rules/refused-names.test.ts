import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { wellKnown } from "../../catalog/testing/well-known.ts";
import { readWords } from "../words.ts";
import { createPhrases } from "./phrases.ts";
import { createRefusedNamesReader } from "./refused-names.ts";
import { readText } from "./tokens.ts";

const NAMES = ["Star Wars", "Star Trek", "James Bond", "The Chronicles of Narnia", "Alien", "Saw"];
const catalog = createCatalog(wellKnown, {
  ...NOTHING_KNOWN,
  factsOf: (id) => {
    const name = NAMES[wellKnown.findIndex((movie) => movie.id === id)];
    return name === undefined ? undefined : { series: { value: { name, place: 1 }, source: "by hand" } };
  },
});
const read = createRefusedNamesReader(
  await readWords("data/words"),
  catalog,
  createPhrases([["alien", "aliens"]]),
);
const refused = (text: string) => read(readText(text), []).map(({ said }) => said);

test.each([
  ["space movies but not star wars or star trek", ["star wars", "star trek"]],
  ["space movies, no Star Wars and no Star Trek", ["Star Wars", "Star Trek"]],
  ["spies, but no bond please", ["bond"]],
  ["nothing from narnia", ["narnia"]],
  ["toys, not toy story or amelie", ["toy story", "amelie"]],
  ["boxing without pulp fiction", ["pulp fiction"]],
  ["romance, except amelie and the godfather", ["amelie", "the godfather"]],
])("%s", (text, names) => expect(refused(text)).toEqual(names));

test.each([
  "space movies like star wars",

  "no bond between them",
  "no alien movies",
  "not what i saw",
])("none in %s", (text) => expect(refused(text)).toEqual([]));

test("a list goes on behind a film that is known to be named", () => {
  const text = "no heat or star trek";
  expect(read(readText(text), [{ start: 3, end: 7 }]).map(({ said }) => said)).toEqual(["star trek"]);
});

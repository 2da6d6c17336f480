import { expect, test } from "vitest";
import { buildSearchIndex } from "../../catalog/about/build-search-index.ts";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { answer, measure } from "./evaluate-about.ts";
import { readQuestions } from "./questions.ts";

const STORIES = [
  ["Up", 2009, "a house lifted by balloons"],
  ["The Abyss", 1989, "divers and a sunken submarine"],
  ["Das Boot", 1981, "sailors in a submarine at war"],
] as const;

const movies = STORIES.map(([title, year], row) => ({
  id: `tt${row}`,
  title,
  year,
  alternativeTitles: title === "Das Boot" ? ["The Boat"] : [],
  genres: [],
  ratingCount: 1,
  meanStars: 3,
}));
const index = buildSearchIndex(
  STORIES.map(([, , text], row) => ({ id: `tt${row}`, fields: [{ text, weight: 1 }], tags: [] })),
  new Map(),
);
const catalog = createCatalog(movies, {
  ...NOTHING_KNOWN,
  wordsOf: (id) => (id === "tt0" ? { line: "", tags: [], phrases: [] } : undefined),
  searchIndex: () => index,
});

test("measures each kind of question by itself, and finds films by any of their names", () => {
  const questions = readQuestions(`
{"text": "balloons under a house", "kind": "film", "movies": ["Up (2009)"]}
{"text": "sailors at war", "kind": "film", "movies": ["The Abyss (1989)"], "obscure": true}
{"text": "submarine movies", "kind": "theme", "movies": ["Abyss (1989)", "The Boat (1981)"]}
{"text": "what is the weather like", "kind": "none"}
{"text": "submarine", "kind": "none"}
`);
  expect(measure(answer(catalog, questions))).toEqual({
    questions: 5,
    first: 0.5,
    firstFive: 0.5,
    firstTen: 0.5,
    firstFiveObscure: 0,
    firstFiveWritten: 1,
    themes: 0.2,
    posts: Number.NaN,
    kept: 1,
    turnedAway: 0.5,
  });
});

test("names the line of a question that is not as it should be", () => {
  expect(() =>
    readQuestions('{"text": "a", "kind": "none"}\n{"text": "a", "kind": "film", "movies": ["Up"]}'),
  ).toThrow(/line 2: .*a title with its year/s);
});

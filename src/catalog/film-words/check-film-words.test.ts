import { describe, expect, test } from "vitest";
import { type CheckOptions, checkFilmWords } from "./check-film-words.ts";
import type { FilmWords, FilmWordsFile } from "./film-words.ts";
import { readTagVocabulary } from "./tag-vocabulary.ts";

const vocabulary = readTagVocabulary(
  "about:\n  grief: mourning\n  aviation: flying, pilots\n  growing old: old age\n  quest: journey\n  dogs: dog\n  jungle: rainforest\n  love: romance",
  "vocabulary",
);
const UP: FilmWords = {
  id: 68954,
  title: "Up (2009)",
  line: "An old widower ties balloons to his house and flies off, with a boy he had not invited.",
  tags: ["aviation", "grief", "growing old", "quest", "dogs", "jungle"],
  phrases: ["a house lifted by balloons", "a talking dog and a big bird"],
};
const HEAT: FilmWords = {
  ...UP,
  id: 6,
  title: "Heat (1995)",
  line: "A policeman and the thief he hunts in Los Angeles come to respect each other.",
};

const problemsOf = (change: Partial<FilmWords>, options: Partial<CheckOptions> = {}): string[] =>
  check([{ ...UP, ...change }], options);
const check = (films: FilmWords[], options: Partial<CheckOptions> = {}, skipped: number[] = []): string[] =>
  checkFilmWords(new Map<string, FilmWordsFile>([["001.yaml", { films, skipped }]]), {
    vocabulary,
    isWord: () => true,
    ...options,
  }).map(({ problem }) => problem);

describe("checking the words about films", () => {
  test("finds nothing wrong with good ones", () => {
    expect(check([UP, HEAT], {}, [7])).toEqual([]);
  });

  test("names the file and the film", () => {
    const files = new Map([["002.yaml", { films: [{ ...UP, phrases: [] }], skipped: [] }]]);
    expect(checkFilmWords(files, { vocabulary, isWord: () => true })).toEqual([
      { file: "002.yaml", film: "Up (2009)", problem: "0 phrases, not 2 to 4" },
    ]);
  });

  test.each<[Partial<FilmWords>, string]>([
    [{ line: "An old man flies." }, "the line has 4 words, not 8 to 30"],
    [{ line: `An old man flies ${"on ".repeat(27)}.` }, "the line has 31 words, not 8 to 30"],
    [{ line: UP.line.replace("An", "an") }, "the line does not begin with a capital"],
    [{ line: UP.line.slice(0, -1) }, "the line does not end in a full stop"],
    [{ line: UP.line.replace(" and", ".  He") }, "the line is more than one sentence"],
    [{ line: UP.line.replace(" and", "  and") }, "the line has a space too many"],
    [{ line: UP.line.replace("An old", "An unforgettable") }, 'the line praises: "unforgettable"'],
    [{ tags: UP.tags.slice(1) }, "5 tags, not 6 to 14"],
    [{ tags: [...UP.tags, "dogs"] }, 'the tag "dogs" stands twice'],
    [{ tags: [...UP.tags, "balloons"] }, 'no tag is called "balloons"'],
    [{ tags: [...UP.tags, "Romance"] }, 'no tag is called "Romance"; "love" is'],
    [{ phrases: UP.phrases.slice(1) }, "1 phrases, not 2 to 4"],
    [{ phrases: [...UP.phrases, UP.phrases[0]!] }, 'the phrase "a house lifted by balloons" stands twice'],
    [{ phrases: [...UP.phrases, "flying house"] }, '"flying house" has 2 words, not 3 to 12'],
  ])("tells what is wrong with %j", (change, problem) => {
    expect(problemsOf(change)).toContain(problem);
  });

  test("takes the dots of Mr. and of initials for no end of a sentence", () => {
    expect(
      problemsOf({
        line: "Old Mr. Fredricksen and J. Muntz fly to the same waterfall for different reasons.",
      }),
    ).toEqual([]);
  });

  test("refuses an id that was taken before, by a film or among the skipped", () => {
    expect(check([UP, { ...HEAT, id: UP.id }])).toEqual(["the id 68954 was taken before, in 001.yaml"]);
    expect(check([UP], {}, [UP.id])).toEqual(["the id 68954 was taken before, in 001.yaml"]);
  });

  test("finds lines that say nearly the same, whatever their order of words", () => {
    const again = "A boy he had not invited is with the old widower who ties balloons to a house and flies.";
    expect(check([UP, { ...HEAT, line: again }])).toEqual(["its line is nearly that of Up (2009)"]);
  });

  test("spells, but believes names, words of the title, figures and genitives", () => {
    const known = new Set(
      "an old widower ties balloons to his house and flies off with a boy he had not invited".split(" "),
    );
    const isWord = (word: string) => known.has(word);
    const phrases = ["a boy's balloons", "off to Paradise in 1939", "up up and an old house"];
    expect(problemsOf({ phrases }, { isWord })).toEqual(['"in" is not in the dictionary']);
  });
});

describe("checking against the titles of a data set", () => {
  const titles = new Map([
    [UP.id, { titles: ["Up"], year: 2009 }],
    [4973, { titles: ["Amelie", "Le Fabuleux destin d'Amélie Poulain"], year: 2001 }],
  ]);

  test("accepts the title, another name of the film, and other ways to write them", () => {
    expect(problemsOf({}, { titles })).toEqual([]);
    expect(problemsOf({ id: 4973, title: "Amélie (2001)" }, { titles })).toEqual([]);
    expect(problemsOf({ id: 4973, title: "Le fabuleux destin d’Amélie Poulain (2001)" }, { titles })).toEqual(
      [],
    );
  });

  test.each(["Down (2009)", "Up (2010)"])("refuses %s under the id of Up", (title) => {
    expect(problemsOf({ title }, { titles })).toEqual(["the id belongs to Up (2009)"]);
  });

  test("refuses an id that the data set lacks, of a film or of one skipped", () => {
    expect(problemsOf({ id: 5 }, { titles })).toEqual(["the id 5 is not among the titles"]);
    expect(check([UP], { titles }, [5])).toEqual(["the id 5 is not among the titles"]);
  });
});

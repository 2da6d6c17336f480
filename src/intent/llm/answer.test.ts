import { describe, expect, test } from "vitest";
import { emptyRequest, type MovieRequest } from "../request.ts";
import { asAnswer, readModelAnswer } from "./answer.ts";

const request = { ...emptyRequest(), genresIn: ["Comedy" as const], yearFrom: 1990, yearTo: 1999 };
const json = JSON.stringify(request);
/** What is read where no film is judged or meant. */
const asking = (asked: MovieRequest) => ({ ok: true, request: asked, judged: [], meant: [] });

test.each([
  ["as it stands", json],
  ["inside a fence", `Here it is:\n\`\`\`json\n${json}\n\`\`\`\nAnything else?`],
  ["after the model's thoughts", `<think>{"kind"?} Hm.</think>\n${json}`],
])("an answer of the right shape is read %s", (_, text) => {
  expect(readModelAnswer(text, false)).toEqual(asking(request));
});

test.each(["", "not json", "{}", "null", '{"kind":"request"}', `${json}\n${json}`, json.slice(0, 40)])(
  "an answer of %j is a bad one",
  (text) => {
    expect(readModelAnswer(text, false).ok).toBe(false);
  },
);

test("what was cut off is not taken, though it may read well by chance", () => {
  expect(readModelAnswer(json, true)).toEqual({ ok: false, problem: "it is too long and was cut off" });
});

test("the problem names the place, for the model to mend", () => {
  const wrong = JSON.stringify({ ...request, genresIn: [7], limit: 3 });
  const answer = readModelAnswer(wrong, false);
  expect(answer).toMatchObject({ problem: expect.stringMatching(/"limit"[\s\S]*genresIn\[0\]/) });
});

const read = (part: object) => readModelAnswer(JSON.stringify({ ...request, ...part }), false);

describe("a word in none of the vocabularies does not cost the rest:", () => {
  test.each<[string, object, Partial<MovieRequest>]>([
    [
      "a genre is looked for as a theme",
      { genresIn: ["Comedy", "Mumblecore"] },
      { keywordsIn: ["mumblecore"] },
    ],
    ["so is one that is ruled out", { genresOut: ["Body Horror"] }, { keywordsOut: ["body horror"] }],
    [
      "so is a mood",
      { moodsIn: ["bittersweet", "funny"] },
      { moodsIn: ["funny"], keywordsIn: ["bittersweet"] },
    ],
    [
      "what is spelt otherwise is known",
      { genresOut: ["SciFi", "film noir"] },
      { genresOut: ["Sci-Fi", "Film-Noir"] },
    ],
    ["what is no name is left out", { genresIn: ["Comedy", "'; DROP TABLE movies"] }, {}],
    ["so is a standing, a shift, a part", { standings: ["cult"], shifts: ["bigger"], drops: ["all"] }, {}],
    [
      "so is a code of nothing",
      { languages: ["fr", "english"], countries: ["../etc"] },
      { languages: ["fr"] },
    ],
    ["what is said twice is said once", { genresIn: ["Comedy", "comedy"] }, {}],
  ])("%s", (_, part, expected) => {
    expect(read(part)).toEqual(asking({ ...request, ...expected }));
  });

  test("but an answer that is nothing else is asked for again", () => {
    const nothing = { ...emptyRequest(), standings: ["cult"] };
    expect(readModelAnswer(JSON.stringify(nothing), false)).toEqual({
      ok: false,
      problem: '"cult" is none of the words listed',
    });
  });
});

describe("an answer that contradicts itself", () => {
  test.each<[string, object, Partial<MovieRequest>]>([
    ["years", { yearFrom: 1999, yearTo: 1970 }, { yearFrom: 1970, yearTo: 1999 }],
    ["running times", { runtimeFrom: 120, runtimeTo: 90 }, { runtimeFrom: 90, runtimeTo: 120 }],
    ["years ruled out", { yearsOut: [{ from: 1989, to: 1980 }] }, { yearsOut: [{ from: 1980, to: 1989 }] }],
  ])("in the order of %s is put right", (_, part, expected) => {
    expect(read(part)).toEqual(asking({ ...request, ...expected }));
  });

  test("is none where there is no upper bound", () => {
    expect(read({ yearFrom: 1999, yearTo: 0 })).toEqual(asking({ ...request, yearFrom: 1999, yearTo: 0 }));
  });

  test.each<[object, string]>([
    [{ genresOut: ["Comedy"] }, 'genresIn and genresOut both hold "Comedy"'],
    [{ moodsIn: ["sad"], moodsOut: ["sad"] }, 'moodsIn and moodsOut both hold "sad"'],
    [{ keywordsIn: ["Heist"], keywordsOut: ["heist"] }, 'keywordsIn and keywordsOut both hold "Heist"'],
    [{ peopleIn: ["Al Pacino"], peopleOut: ["Al Pacino"] }, 'peopleIn and peopleOut both hold "Al Pacino"'],
    [
      {
        yearsOut: [
          { from: 1995, to: 2004 },
          { from: 1990, to: 1994 },
        ],
      },
      "every year from yearFrom to yearTo is in yearsOut",
    ],
  ])("in what is asked for and ruled out is asked for again: %j", (part, problem) => {
    expect(read(part)).toEqual({ ok: false, problem });
  });

  test("is none where only some of the years are ruled out", () => {
    expect(read({ yearsOut: [{ from: 1990, to: 1998 }] }).ok).toBe(true);
  });
});

test("films that are judged and films that are meant come beside what is asked for, and are kept as they came", () => {
  const answer = read({ disliked: ["Casino"], seen: ["Heat"], meant: ["Alien"] });
  expect(answer).toEqual({
    ok: true,
    request,
    judged: [
      { verdict: "dislike", title: "Casino" },
      { verdict: "seen", title: "Heat" },
    ],
    meant: ["Alien"],
  });
  expect(answer.ok && readModelAnswer(JSON.stringify(asAnswer(answer)), false)).toEqual(answer);
});

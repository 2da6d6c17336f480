import { describe, expect, test } from "vitest";
import { createAboutSearch } from "./about.ts";
import { buildSearchIndex, type FilmTexts } from "./build-search-index.ts";
import { conceptsOf } from "./terms.ts";

interface Written {
  readonly tags?: readonly string[];
  readonly phrases?: readonly string[];
}

const film = (id: string, story: string, { tags = [], phrases = [] }: Written = {}): FilmTexts => ({
  id,
  fields: [
    ...phrases.map((text) => ({ text, weight: 1, isSentence: true }) as const),
    { text: story, weight: 1 },
  ],
  tags: tags.map((tag) => ({ tag, weight: 3 })),
});

const UP = film("up", "An old widower flies off with a boy he had not invited.", {
  tags: ["grief"],
  phrases: ["a house lifted by balloons", "a talking dog and a big bird"],
});
const DAY = film("day", "A weatherman wakes up in the same town on the same morning.", {
  tags: ["time loop"],
});
const BOAT = film("boat", "Sailors aboard a submarine are hunted in the deep.");
const WORK = film("work", "Bored typists in an office plan the murders of their employers.");
const FILMS = [UP, DAY, BOAT, WORK];

const concepts = conceptsOf([
  ["grief", ["grief", "mourning"]],
  ["time loop", ["time loop", "same day over and over"]],
  ["assassin", ["assassin", "hitman"]],
]);
const neighbours = new Map([
  ["killings", [["murders", 0.9] as const]],
  ["sorrow", [["#grief", 0.7] as const]],
  ["vessel", [["unheard", 0.9] as const]],
]);

const searchOf = (films: readonly FilmTexts[], fame: readonly number[] = []) =>
  createAboutSearch(
    buildSearchIndex(films, concepts, neighbours),
    (id) => films.findIndex((each) => each.id === id),
    (row) => fame[row] ?? 0,
  );
const about = searchOf(FILMS);
const idsOf = (text: string) => about(text).films.map(({ row }) => FILMS[row]!.id);

describe("finding films by what they are about", () => {
  test.each([
    ["a house lifted by balloons", "up"],
    ["houses lifting with a balloon", "up"],
    ["movies about mourning", "up"],
    ["a man lives the same day over and over", "day"],
    ["something on submarines", "boat"],
    ["office killings", "work"],
    ["sorrow", "up"],
  ])("finds by %j the film that is meant first", (text, id) => {
    expect(idsOf(text)[0]).toBe(id);
  });

  test("puts a misspelt word right where some films hold the one that was meant, and says so of none else", () => {
    const search = searchOf(["a", "b", "c"].map((id) => film(id, "A submarine and a lone whalefish.")));
    expect(search("submrine").films).toHaveLength(3);
    expect(searchOf([BOAT])("submrine")).toMatchObject({ films: [], unknown: ["submrine"] });
  });

  test("finds nothing for words of which nothing is known, and says which", () => {
    expect(about("the vessel of qwrtzplk")).toEqual({
      films: [],
      words: [],
      unknown: ["vessel", "qwrtzplk"],
      isQuestion: false,
      isSure: false,
      isOfOne: false,
    });
    expect(about("a submarine with a qwrtzplk and more")).toMatchObject({
      words: ["submarine"],
      unknown: ["qwrtzplk"],
      isSure: false,
    });
  });

  test("takes no unknown word for one that only resembles it", () => {
    const films = ["a", "b", "c"].map((id) => film(id, "A blore meets a divorcing whalefish."));
    const search = searchOf(films);
    expect(search("blorf")).toMatchObject({ films: [], unknown: ["blorf"] }); // a short word of few films
    expect(search("dizorzingt")).toMatchObject({ films: [], unknown: ["dizorzingt"] }); // three slips
    expect(search("divorsing").films).toHaveLength(3);
  });

  test("goes from a word that no film is told with only to near ones, and never by the letters it begins with", () => {
    const films = [
      film("a", "A hobo and mushrooms."),
      film("b", "Hobbits on a march."),
      film("c", "A nugget."),
    ];
    const near = new Map([
      ["shrooms", [["mushrooms", 0.62] as const]],
      ["numismatics", [["nugget", 0.56] as const]],
      ["hobo", [["hobbits", 0.52] as const]],
    ]);
    const search = createAboutSearch(
      buildSearchIndex(films, concepts, near),
      (id) => films.findIndex((each) => each.id === id),
      () => 0,
    );
    expect(search("shrooms").films.map(({ row }) => row)).toEqual([0]);
    expect(search("numismatics")).toMatchObject({ films: [], unknown: ["numismatics"] });
    expect(search("hobos").films.map(({ row }) => row)).toEqual([0]);
  });

  test("finds nothing for a text without a telling word", () => {
    for (const text of ["", "something with the", "?!"])
      expect(about(text)).toMatchObject({ films: [], words: [], unknown: [], isQuestion: false });
  });

  test("tells questions from talk, and a film that was meant from the closest there is", () => {
    expect(about("a house lifted by balloons")).toMatchObject({ isQuestion: true, isSure: true });
    expect(about("office murders on a balloon in a submarine")).toMatchObject({
      isQuestion: true,
      isSure: false,
    });
    expect(about("how do I get to my office")).toMatchObject({ isQuestion: false });
  });

  test("says why: the words, the tags they stand for, and the phrase", () => {
    const [first] = about("mourning in a house with balloons").films;
    expect(first).toMatchObject({
      row: 0,
      reason: {
        words: expect.arrayContaining(["mourning", "house", "balloons"]),
        tags: ["grief"],
        phrase: 0,
      },
    });
  });

  test("counts two words of one phrase for more than the same words apart", () => {
    const together = film("together", "", { phrases: ["a red bicycle is stolen", "a lonely clown"] });
    const apart = film("apart", "", { phrases: ["a red clown is lonely", "a bicycle is stolen"] });
    const found = searchOf([apart, together])("red bicycle").films;
    expect(found.map(({ row }) => row)).toEqual([1, 0]);
  });

  test("finds among the films that are allowed, and so many of them", () => {
    const allows = (row: number) => row !== 0;
    expect(
      about("a house with balloons in the deep office", { allows })
        .films.map(({ row }) => row)
        .sort(),
    ).toEqual([2, 3]);
    expect(about("balloons in the deep", { limit: 1 }).films).toHaveLength(1);
  });

  test("of films that fit alike the better known comes first, but not before one that fits better", () => {
    const films = [film("a", "a shark"), film("b", "a shark"), film("c", "a whale")];
    const search = searchOf(films, [0.1, 0.9, 1]);
    expect(search("shark").films.map(({ row }) => row)).toEqual([1, 0]);
  });

  test("leaves out films that the catalogue no longer has", () => {
    const search = createAboutSearch(
      buildSearchIndex(FILMS, concepts),
      (id) => (id === "boat" ? 7 : undefined),
      () => 0,
    );
    expect(search("balloons or a submarine").films.map(({ row }) => row)).toEqual([7]);
  });
});

test("films that tell a plot come before those that share as many words, the best known of them first, and are surely meant", () => {
  const plots = [{ name: "quarrelling typists", told: ["employers + murders"], films: [3, 0] }];
  const search = createAboutSearch(
    buildSearchIndex(FILMS, concepts, neighbours, plots),
    (id) => FILMS.findIndex((each) => each.id === id),
    () => 0,
  );
  const told = "murders of employers, the same boy, deep in a town";
  expect(
    search(told)
      .films.map(({ row }) => FILMS[row]!.id)
      .slice(0, 2),
  ).toEqual(["work", "up"]);
  expect(idsOf(told).slice(0, 2)).not.toEqual(["work", "up"]);
  expect(search(told).isSure).toBe(true);
});

describe("the story of one film", () => {
  const story =
    "a weatherman in a small town wakes up and it is the same morning, the same day over and over";

  test("is told by a text that one film fits far better than any other", () => {
    expect(about(story)).toMatchObject({ isOfOne: true, isSure: true, unknown: [] });
    expect(FILMS[about(story).films[0]!.row]).toBe(DAY);
  });

  test.each([
    [
      "many films tell it as well",
      "sailors in a submarine and typists in an office and a boy with a widower",
    ],
    ["it is told in few words", "a weatherman wakes up"],
  ])("is not told where %s", (_, text) => {
    expect(about(text).isOfOne).toBe(false);
  });

  test("is not told for sure where a film that is far better known comes nearly as near", () => {
    const meant = film("meant", "A weatherman in a small town wakes up.", {
      phrases: ["a weatherman wakes up in a small town, the same morning"],
      tags: ["time loop"],
    });
    const famous = film("famous", "A reporter in a small town.", {
      phrases: ["a reporter wakes up in a small town on the same morning"],
      tags: ["time loop"],
    });
    const among = (fame: number) => searchOf([meant, famous, BOAT, WORK], [0, fame])(story);
    expect([among(0).isOfOne, among(1).isOfOne]).toEqual([true, false]);
  });

  test("leads, whatever films tell such a plot", () => {
    const plots = [{ name: "waking", told: ["wakes + morning"], films: [2, 3] }];
    const search = createAboutSearch(
      buildSearchIndex(FILMS, concepts, neighbours, plots),
      (id) => FILMS.findIndex((each) => each.id === id),
      () => 0,
    );
    const firstOf = (text: string) => FILMS[search(text).films[0]!.row];
    expect(firstOf("somebody wakes one morning")).toBe(BOAT);
    expect(firstOf(story)).toBe(DAY);
  });
});

describe("a kind of stories in words that nobody wrote down", () => {
  const plots = [
    { name: "hatred at the office", told: ["hated bosses"], films: [3, 0] },
    { name: "grief", told: ["mourning a wife"], films: [] },
    { name: "caught in time", told: ["mornings again"], films: [1] },
    { name: "under the sea", told: ["sailors far below"], films: [2] },
  ];
  /** Work, loss, time, the sea: a dimension each. */
  const vectors = {
    stems: ["boss", "manag", "mourn", "wife", "morn", "sailor", "town"],
    values: Int8Array.of(
      9,
      0,
      0,
      0,
      9,
      1,
      0,
      0,
      0,
      9,
      0,
      0,
      0,
      9,
      0,
      0,
      0,
      0,
      9,
      0,
      0,
      0,
      0,
      9,
      58,
      55,
      50,
      32,
    ),
    steps: new Float32Array(7).fill(0.1),
  };
  const near = createAboutSearch(
    buildSearchIndex(FILMS, concepts, neighbours, plots, vectors),
    (id) => FILMS.findIndex((each) => each.id === id),
    () => 0,
  );

  test("is found by what they mean, those that tell it best first", () => {
    expect(near("my awful managers").films.map(({ row }) => FILMS[row])).toEqual([WORK, UP]);
    expect(about("my awful managers").films).toEqual([]);
  });

  test("which may be a tag: then those that have it are found", () => {
    expect(near("my wife").films.map(({ row }) => FILMS[row])[0]).toBe(UP);
  });

  test("but is not sure to be what is meant where the text is hardly near to it", () => {
    // of either each film has one word of two, of which the second alone is between all kinds
    expect(near("sailors in the morning").isSure).toBe(true);
    const hardly = near("a deep town");
    expect([hardly.films.length, hardly.isSure]).toEqual([4, false]);
  });

  test("but words that mean nothing of what is known find nothing", () => {
    expect(near("zzz").films).toEqual([]);
  });
});

test("that one film has more of many words than any other makes nobody sure of it", () => {
  const { films, isSure, isOfOne } = about("a house lifted by balloons, sailors, typists, murders, a town");
  expect([FILMS[films[0]!.row], isSure, isOfOne]).toEqual([UP, false, false]);
});

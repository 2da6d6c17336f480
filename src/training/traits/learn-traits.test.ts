import { describe, expect, test } from "vitest";
import { randomModel } from "../../recommender/testing/random-model.ts";
import { learnTraits, traitsOf } from "./learn-traits.ts";
import { toldOf } from "./told.ts";
import type { TraitExamples } from "./trait-examples.ts";

const YEAR = 1995;
const random = randomModel({ movies: 120, dimensions: 6, seed: 4 });
/** Every second movie is a drama, the others are comedies; nothing else tells them apart. */
const model = { ...random, movies: random.movies.map((movie) => ({ ...movie, year: YEAR })) };
const NO_TAGS = model.movies.map(() => []);

/** "Movie 4 (1995); Movie 6 (1995)" for rows 4 and 6 */
const named = (rows: readonly number[]) => rows.map((row) => `Movie ${row} (${YEAR})`);
const every = (step: number, from: number, below: number) =>
  Array.from({ length: Math.ceil((below - from) / step) }, (_, i) => from + i * step);

const trait = (given: Partial<TraitExamples>): TraitExamples => ({
  group: "moods",
  genres: {},
  tags: [],
  titles: [],
  opposites: [],
  rare: false,
  good: named(every(2, 0, 60)),
  bad: named(every(2, 1, 60)),
  ...given,
});

const learned = (given: Partial<TraitExamples>, tags: readonly (readonly string[])[] = NO_TAGS) =>
  learnTraits(model, new Map([["sad", trait(given)]]), tags).get("sad")!;

describe("a trait", () => {
  test("is told, of movies never given as examples, by the genre that the examples differ in", () => {
    const { fits, heldOut } = learned({});
    expect(every(1, 60, 120).every((row) => fits[row]! >= 0.5 === (row % 2 === 0))).toBe(true);
    expect(Math.min(...heldOut.good)).toBeGreaterThan(Math.max(...heldOut.bad));
  });

  test("is had by its good examples and not by its bad ones, even against all that the others say", () => {
    const { fits } = learned({ good: named([...every(2, 0, 60), 61]), bad: named([...every(2, 1, 60), 60]) });
    expect(fits[61]).toBeGreaterThanOrEqual(0.5);
    expect(fits[60]).toBeLessThan(0.5);
  });

  test("is told by a tag and by a word of the title that were named for it", () => {
    const tags = model.movies.map((_, row) => (row === 91 ? ["tear jerker"] : []));
    const { fits } = learned({});
    expect(learned({ tags: ["tear jerker"] }, tags).fits[91]).toBeGreaterThan(fits[91]! + 0.2);
    expect(learned({ titles: ["movie 93"] }).fits[93]).toBeGreaterThan(fits[93]! + 0.2);
  });

  test("is learned the less by its opposites' good examples, but for those it names itself", () => {
    const happy = trait({ good: named(every(4, 2, 120)), bad: named(every(4, 3, 120)) });
    const sad = { good: named(every(4, 0, 60)), bad: named(every(4, 1, 60)) };
    const fitsWith = (opposites: string[]) =>
      learnTraits(
        model,
        new Map([
          ["sad", trait({ ...sad, opposites })],
          ["happy", happy],
        ]),
        NO_TAGS,
      ).get("sad")!.fits;
    const mean = (fits: Float64Array) => every(4, 62, 120).reduce((sum, row) => sum + fits[row]!, 0);
    expect(mean(fitsWith(["happy"]))).toBeLessThan(mean(fitsWith([])));
  });

  test("that is rare is had by few movies like its good examples, and counts the others as held-out bad ones", () => {
    const good = named(every(4, 0, 60));
    const [rare, common] = [learned({ rare: true, good }), learned({ rare: false, good })];
    const having = (fits: Float64Array) => every(4, 62, 120).filter((row) => fits[row]! >= 0.5);
    expect(having(rare.fits).length).toBeLessThan(having(common.fits).length / 2);
    expect(common.heldOut.bad).toHaveLength(30);
    expect(rare.heldOut.bad).toHaveLength(120 - 15);
  });
});

describe("what is written of movies", () => {
  const themeOf = (group: string, written: readonly (readonly string[] | undefined)[]) => {
    const given = { group, rare: true, good: named(every(20, 0, 120)), bad: named(every(20, 1, 120)) };
    return learnTraits(model, new Map([["sad", trait(given)]]), NO_TAGS, written).get("sad")!;
  };
  /** Of every other movie, of either genre, tagged as its genre is. */
  const written = model.movies.map((_, row) =>
    row % 4 === 2 ? ["sad"] : row % 4 === 3 ? ["loud"] : undefined,
  );

  test("makes those tagged with a theme good examples of it, and shows what those without it are like", () => {
    const [without, having] = [themeOf("themes", []), themeOf("themes", written)];
    expect(having.heldOut.good.length).toBe(
      without.heldOut.good.length + written.filter((tags) => tags?.includes("sad")).length,
    );
    const told = ({ fits }: { fits: Float64Array }) =>
      every(4, 60, 120).reduce((sum, row) => sum + fits[row]! - fits[row + 1]!, 0);
    expect(told(having)).toBeGreaterThan(told(without));
  });

  test("says nothing of moods: a film has more of them than anybody writes down", () => {
    expect(themeOf("moods", written)).toEqual(themeOf("moods", []));
  });
});

test("the same examples make the same traits, whole numbers from 0 to 255", () => {
  const once = () => traitsOf(learnTraits(model, new Map([["sad", trait({})]]), NO_TAGS));
  expect(once()).toEqual(once());
  const fits = once().get("sad")!;
  expect(fits).toHaveLength(model.movies.length);
  expect(fits[0]).toBeGreaterThanOrEqual(128);
  expect(fits[1]).toBeLessThan(128);
});

test("a trait of which the movies hold too few examples is left out", () => {
  const few = trait({ good: named([0, 2]), bad: ["Heat (1995)"] });
  expect([
    ...learnTraits(
      model,
      new Map([
        ["few", few],
        ["sad", trait({})],
      ]),
      NO_TAGS,
    ).keys(),
  ]).toEqual(["sad"]);
});

test("a theme is told by what is told of movies elsewhere, a mood is not", () => {
  // rows of every third movie have a text about it, and nothing else sets them apart
  const about = (row: number) => row % 3 === 0;
  const stories = {
    of: (id: string) => (about(Number(id.slice("movie-".length))) ? "a shark and its sharks" : "a picnic"),
    kindsOf: () => [],
    concepts: new Map([["shark", "sharks"]]),
  };
  const told = toldOf(model.movies, NO_TAGS, stories);
  const examples = {
    good: named(every(3, 0, 60)),
    bad: named(every(1, 0, 60).filter((row) => !about(row))),
  };
  const fitsOf = (group: string) =>
    learnTraits(model, new Map([["sharks", trait({ ...examples, group })]]), NO_TAGS, [], told).get("sharks")!
      .fits;
  const unseen = every(1, 60, 120);
  const [theme, mood] = [fitsOf("themes"), fitsOf("moods")];
  const least = (fits: Float64Array) => Math.min(...unseen.filter(about).map((row) => fits[row]!));
  const most = (fits: Float64Array) =>
    Math.max(...unseen.filter((row) => !about(row)).map((row) => fits[row]!));
  expect(least(theme)).toBeGreaterThan(most(theme));
  expect(least(mood)).toBeLessThan(most(mood));
});

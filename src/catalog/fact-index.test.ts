import { expect, test } from "vitest";
import { createFactIndex } from "./fact-index.ts";
import { NOTHING_KNOWN } from "./knowledge.ts";

const movie = (id: string) => ({
  id,
  title: id,
  alternativeTitles: [],
  genres: [],
  ratingCount: 10,
  meanStars: 3,
});
const MOVIES = ["carrie", "overdrive", "heat"].map(movie);
const index = createFactIndex(MOVIES, {
  ...NOTHING_KNOWN,
  factsOf: (id) =>
    id === "overdrive"
      ? {
          directors: { value: ["Stephen King"], source: "by hand" },
          languages: { value: ["English"], source: "by hand" },
          runtimeMinutes: { value: 98, source: "by hand" },
        }
      : undefined,
  wordsOf: (id) => ({ line: "", tags: id === "heat" ? ["heist"] : ["stephen king"], phrases: [] }),
});

test("somebody's films are those they made and those made of their books", () => {
  expect(index.filmsBy("stephen king")).toEqual({ name: "Stephen King", rows: new Set([1, 0]) });
  expect(index.find("stephen king")?.rows).toEqual(new Set([1]));
  expect(index.filmsBy("nobody at all")).toBeUndefined();
});

test("what a series goes by is the series, and no name that is spelt nearly so", () => {
  const rows = [1, 2];
  const made = createFactIndex(
    MOVIES,
    {
      ...NOTHING_KNOWN,
      factsOf: () => ({ cast: { value: ["Angus Scrimm", "Rocky Marciano"], source: "by hand" } }),
    },
    { named: (name) => ({ name, rows }), whole: () => undefined },
  );
  expect(made.find("scrim")?.name).toBe("Angus Scrimm");
  expect(made.filmsBy("Scrim")).toEqual({ name: "Scrim", rows: new Set(rows) });
  expect(made.filmsBy("Rocky Marciano")?.rows).toEqual(new Set([0, 1, 2]));
});

test("of two people who are named with an or, the films of any, and of a director those they directed", () => {
  const made = createFactIndex(MOVIES, {
    ...NOTHING_KNOWN,
    factsOf: (id) => ({
      directors: { value: [id === "heat" ? "Ben Alleck" : "Mary Quill"], source: "by hand" },
      cast: { value: [id === "carrie" ? "Ben Alleck" : "Tom Wint"], source: "by hand" },
    }),
  });
  expect(made.filmsBy("ben alleck")?.rows).toEqual(new Set([0, 2]));
  expect(made.filmsBy("Ben Alleck (director)")).toEqual({
    name: "Ben Alleck (director)",
    rows: new Set([2]),
  });
  expect(made.filmsBy("Mary Quill (director)")?.name).toBe("Mary Quill");
  expect(made.filmsBy("Ben Alleck or Tom Wint")).toEqual({
    name: "Ben Alleck or Tom Wint",
    rows: new Set([0, 1, 2]),
  });
  expect(made.filmsBy("Nobody Known or Tom Wint")?.name).toBe("Tom Wint");
  expect(made.filmsBy("Nobody Known or Nobody Else")).toBeUndefined();
});

test("films are chosen by what is known of them, and not by what is not", () => {
  expect(index.isIn(1, "English")).toBe(true);
  expect(index.isIn(0, "English")).toBe(false);
  expect([index.knowsLanguages(1), index.knowsLanguages(0)]).toEqual([true, false]);
  expect([index.minutesOf(1), index.minutesOf(0)]).toEqual([98, undefined]);
  expect(index.isEmpty).toBe(false);
});

test("somebody's films are those they did what is said for; of a director of whom no script is known, those they directed", () => {
  const by = (...value: string[]) => ({ value, source: "by hand" as const });
  const made = createFactIndex(MOVIES, {
    ...NOTHING_KNOWN,
    factsOf: (id) =>
      id === "carrie"
        ? { directors: by("John Hatcher"), composers: by("John Hatcher"), authors: by("Stephen King") }
        : { directors: by("John Hatcher"), composers: by("Enid Moro"), writers: by("Enid Moro") },
    wordsOf: (id) => ({ line: "", tags: id === "heat" ? ["stephen king"] : [], phrases: [] }),
  });
  const films = (name: string) => {
    const person = made.filmsBy(name);
    return person && [person.name, [...person.rows].sort()];
  };
  expect(films("john hatcher")).toEqual(["John Hatcher", [0, 1, 2]]);
  expect(films("John Hatcher (composer)")).toEqual(["John Hatcher (composer)", [0]]);
  expect(films("John Hatcher (writer)")).toEqual(["John Hatcher", [0, 1, 2]]);
  expect(films("Enid Moro (writer)")).toEqual(["Enid Moro (writer)", [1, 2]]);
  expect(films("Enid Moro (cinematographer)")).toBeUndefined();
  expect(films("Stephen King (author)")).toEqual(["Stephen King (author)", [0, 2]]);
  expect(films("Stephen King (composer)")).toBeUndefined();
});

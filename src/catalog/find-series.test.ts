import { describe, expect, test } from "vitest";
import { createCatalog } from "./catalog.ts";
import { NOTHING_KNOWN } from "./knowledge.ts";
import type { Movie } from "./movie.ts";
import { titleWithYear } from "./title-with-year.ts";

/** In the order in which the films came out. */
const SERIES: Readonly<Record<string, readonly string[]>> = {
  "James Bond": ["Dr. No (1962)", "Goldfinger (1964)", "Skyfall (2012)"],
  "The Chronicles of Narnia": [
    "The Chronicles of Narnia: The Lion, the Witch and the Wardrobe (2005)",
    "The Chronicles of Narnia: Prince Caspian (2008)",
  ],
  "Mad Max": ["Mad Max (1979)", "The Road Warrior (1981)", "Mad Max: Fury Road (2015)"],
  "Star Wars": [
    "Star Wars: Episode IV - A New Hope (1977)",
    "Star Wars: Episode V - The Empire Strikes Back (1980)",
    "Star Wars: Episode I - The Phantom Menace (1999)",
  ],
  "Star Trek": ["Star Trek: The Motion Picture (1979)", "Star Trek II: The Wrath of Khan (1982)"],
  "Before trilogy": ["Before Sunrise (1995)", "Before Sunset (2004)"],
  "Spider-Man by Sam Raimi": ["Spider-Man (2002)", "Spider-Man 2 (2004)"],
  "Spider-Man with Tom Holland": ["Spider-Man: Homecoming (2017)", "Spider-Man: Far from Home (2019)"],
};
const OTHERS = ["The Last Samurai (2003)", "Samantha Bond (2001)", "The Third Man (1949)", "Sunrise (1927)"];

const places = new Map(
  Object.entries(SERIES).flatMap(([name, titles]) =>
    titles.map((title, at) => [title, { name, place: at + 1 }] as const),
  ),
);
const movies: Movie[] = [...places.keys(), ...OTHERS].map((titled, row) => ({
  id: titled,
  title: titled.slice(0, -7),
  alternativeTitles: [],
  year: Number(titled.slice(-5, -1)),
  genres: [],
  ratingCount: 1_000 - row,
  meanStars: 3.5,
}));
const catalog = createCatalog(movies, {
  ...NOTHING_KNOWN,
  factsOf: (id) => {
    const place = places.get(id);
    return place && { series: { value: place, source: "by hand" } };
  },
});
const found = (text: string): readonly string[] | string => {
  const match = catalog.find(text);
  if (match.kind === "one") return titleWithYear(match.movie);
  return match.kind === "several" ? match.movies.map(titleWithYear) : match.kind;
};

describe("a place in a series", () => {
  test.each([
    ["the latest Bond", "Skyfall (2012)"],
    ["the most recent james bond film", "Skyfall (2012)"],
    ["the very first bond movie", "Dr. No (1962)"],
    ["bond 2", "none"], // a number behind a part of a name says too little
    ["james bond 2", "Goldfinger (1964)"],
    ["the second Narnia", "The Chronicles of Narnia: Prince Caspian (2008)"],
    ["the second one of the mad max films", "The Road Warrior (1981)"],
    ["the last one in the mad max series", "Mad Max: Fury Road (2015)"],
    ["the third star wars", "Star Wars: Episode I - The Phantom Menace (1999)"],
    ["star wars 4", "Star Wars: Episode IV - A New Hope (1977)"],
    ["the second before film", "Before Sunset (2004)"],
    ["the first spider-man", "Spider-Man (2002)"],
    ["the latest spider-man", "Spider-Man: Far from Home (2019)"],
  ])("%s is %s", (text, title) => expect(found(text)).toBe(title));

  test("may be that of each series of the name", () => {
    expect(found("the second spider-man")).toEqual([
      "Spider-Man 2 (2004)",
      "Spider-Man: Far from Home (2019)",
    ]);
  });

  test("is not read out of a title, nor out of a word that may be of several series", () => {
    expect(found("the last samurai")).toBe("The Last Samurai (2003)");
    expect(found("the third man")).toBe("The Third Man (1949)");
    expect(found("samantha bond")).toBe("Samantha Bond (2001)");
    expect(catalog.find("the second star").kind).not.toBe("one");
  });
});

describe("a whole series", () => {
  test.each(["all the Bonds", "james bond films", "the bond movies", "all of the Bond films"])(
    "%s",
    (text) => {
      expect(found(text)).toEqual(SERIES["James Bond"]);
    },
  );

  test("is not meant by a part of its name alone", () => {
    expect(found("bond")).not.toEqual(SERIES["James Bond"]);
  });

  test.each([
    ["every Bond movie", "James Bond films", 3],
    ["the Narnia films", "The Chronicles of Narnia films", 2],
    ["all the Spider-Man movies", "Spider-Man films", 4],
    ["the before trilogy", "Before films", 2],
  ])("%s is known by its name again", (text, name, films) => {
    const whole = catalog.wholeSeries(text);
    expect(whole?.name).toBe(name);
    expect(whole?.rows.length).toBe(films);
    expect(catalog.wholeSeries(name)).toEqual(whole);
    expect(catalog.facts.filmsBy(name)).toEqual({ name, rows: new Set(whole?.rows) });
  });

  test.each(["bond", "james bond", "the last samurai movies", "all the sunrises", "war movies", ""])(
    "%j asks for none",
    (text) => expect(catalog.wholeSeries(text)).toBeUndefined(),
  );
});

/** What of a text is taken for a series as a whole. */
const wholeIn = (text: string): readonly string[] =>
  catalog
    .mentions(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((said) => catalog.wholeSeries(said));

describe("a series in a sentence", () => {
  test.each([
    ["I want all the Star Wars movies tonight", "all the Star Wars movies"],
    ["is there a good mad max film", "mad max film"],
    ["never show me the Bond movies again", "the Bond movies"],
  ])("%s", (text, said) => expect(wholeIn(text)).toEqual([said]));

  test.each(["a movie about a bond", "before we watch films", "narnia"])("none in %s", (text) =>
    expect(wholeIn(text)).toEqual([]),
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCatalog } from "./catalog.ts";
import { NOTHING_KNOWN } from "./knowledge.ts";
import { fewNames } from "./testing/few-names.ts";
import { wellKnown } from "./testing/well-known.ts";
import { titleWithYear } from "./title-with-year.ts";

const catalog = createCatalog(wellKnown);

/** "one: Heat (1995)", "several: Heat (1995), Heat (1986)" or "none". */
function found(text: string): string {
  const match = catalog.find(text);
  if (match.kind === "none" || match.kind === "named") return match.kind;
  const movies = match.kind === "one" ? [match.movie] : match.movies;
  return `${match.kind}: ${movies.map(titleWithYear).join(", ")}`;
}

describe("a title names one movie", () => {
  test.each([
    ["the matrix", "The Matrix (1999)"],
    ["MATRIX", "The Matrix (1999)"],
    ["amelie", "Amelie (2001)"],
    ["le fabuleux destin d’amelie poulain", "Amelie (2001)"],
    ["se7en", "Seven (1995)"],
    ["7 samurai", "Seven Samurai (1954)"],
    ["eternal sunshine of the spotless mind", "Eternal Sunshine of the Spotless Mind (2004)"],
    ["pride and prejudice", "Pride & Prejudice (2005)"],
    ["haine", "La Haine (1995)"],
    ["the heat", "The Heat (2013)"],
    ["fiction, pulp", "Pulp Fiction (1994)"],
    ["shawshank", "The Shawshank Redemption (1994)"],
  ])("%j", (text, title) => expect(found(text)).toBe(`one: ${title}`));

  test.each([
    ["spiderman", "Spider-Man (2002)"],
    ["x men", "X-Men (2000)"],
    ["lalaland", "La La Land (2016)"],
    ["et the extraterrestrial", "E.T. the Extra-Terrestrial (1982)"],
    ["fightclub", "Fight Club (1999)"],
  ])("wherever its spaces and dots are: %j", (text, title) => expect(found(text)).toBe(`one: ${title}`));

  test.each([
    ["teh matrx", "The Matrix (1999)"],
    ["eternl sunshine spotless mind", "Eternal Sunshine of the Spotless Mind (2004)"],
    ["godfahter", "The Godfather (1972)"],
    ["pulp ficton", "Pulp Fiction (1994)"],
    ["shawshenk redemtion", "The Shawshank Redemption (1994)"],
    ["lord of the rigns 2", "The Lord of the Rings: The Two Towers (2002)"],
  ])("misspelt: %j", (text, title) => expect(found(text)).toBe(`one: ${title}`));
});

describe("a year tells namesakes apart", () => {
  test.each([
    "heat 1995",
    "Heat (1995)",
    "heat '95",
    "heat, 1995",
    "1995 heat",
    "heat from 1995",
    "heatt 1995",
  ])("%j", (text) => expect(found(text)).toBe("one: Heat (1995)"));

  test("a year off by one is forgiven, and one further off is asked about", () => {
    expect(found("amelie 2002")).toBe("one: Amelie (2001)");
    expect(found("ghostbusters 1985")).toBe("one: Ghostbusters (1984)");
    expect(found("ghostbusters 2000")).toBe("several: Ghostbusters (1984), Ghostbusters (2016)");
  });

  test("a year that fits no such movie is asked about", () => {
    expect(found("the matrix 2010")).toBe("several: The Matrix (1999)");
  });

  test("a number that belongs to the title is not taken for a year", () => {
    expect(found("blade runner 2049")).toBe("one: Blade Runner 2049 (2017)");
    expect(found("blade runner")).toBe("one: Blade Runner (1982)");
  });
});

describe("sequels", () => {
  test.each([
    ["rocky 2", "Rocky II (1979)"],
    ["rocky two", "Rocky II (1979)"],
    ["rocky", "Rocky (1976)"],
    ["toy story 3", "Toy Story 3 (2010)"],
    ["the godfather part 2", "The Godfather: Part II (1974)"],
    ["terminator 2", "Terminator 2: Judgment Day (1991)"],
    ["kill bill 2", "Kill Bill: Vol. 2 (2004)"],
    ["star wars 5", "Star Wars: Episode V - The Empire Strikes Back (1980)"],
    ["alien 3", "Alien³ (1992)"],
  ])("by the number in the title: %j", (text, title) => expect(found(text)).toBe(`one: ${title}`));

  test.each([
    ["lord of the rings 2", "The Lord of the Rings: The Two Towers (2002)"],
    ["lotr 3", "The Lord of the Rings: The Return of the King (2003)"],
    ["alien 4", "Alien: Resurrection (1997)"],
    ["harry potter 2", "Harry Potter and the Prisoner of Azkaban (2004)"],
  ])("by their order where no title has the number: %j", (text, title) =>
    expect(found(text)).toBe(`one: ${title}`),
  );

  test("are asked about where another title speaks of the series, for the count may be wrong", () => {
    expect(found("x-men 2")).toBe(
      "several: X-Men: The Last Stand (2006), X-Men (2000), X2: X-Men United (2003)",
    );
  });

  test.each([
    ["the two towers", "The Lord of the Rings: The Two Towers (2002)"],
    ["empire strikes back", "Star Wars: Episode V - The Empire Strikes Back (1980)"],
  ])("by the subtitle: %j", (text, title) => expect(found(text)).toBe(`one: ${title}`));
});

describe("several movies are offered, never guessed between", () => {
  test("one title in several years, the most rated first", () => {
    expect(found("heat")).toBe("several: Heat (1995), Heat (1986), The Heat (2013)");
    expect(found("beauty & the beast")).toBe(
      "several: Beauty and the Beast (1991), Beauty and the Beast (2017)",
    );
    expect(found("ghostbustrs")).toBe("several: Ghostbusters (1984), Ghostbusters (2016)");
  });

  test("unless one of them is known better by far: then the others are told with it", () => {
    const heats = (ratings: number) =>
      createCatalog([
        { ...wellKnown[1]!, ratingCount: 20 },
        { ...wellKnown[0]!, ratingCount: ratings },
      ]);
    const [obscure, famous] = heats(300).movies;
    expect(heats(300).find("heat")).toEqual({ kind: "one", movie: famous, others: [obscure] });
    expect(heats(299).find("heat")).toMatchObject({ kind: "several", movies: { length: 2 } });
  });

  test.each(["star wars", "starwars", "lord of the rings", "LOTR", "harry potter", "kill bill"])(
    "a series: %j",
    (text) => expect(found(text)).toMatch(/^several: .+, /),
  );

  test("titles that hold the asked words equally well", () => {
    const [a, b] = [
      { ...wellKnown[0]!, id: "a", title: "Red House of Glass" },
      { ...wellKnown[1]!, id: "b", title: "Red House of Stone" },
    ];
    expect(createCatalog([b, a]).find("red house")).toEqual({ kind: "several", movies: [a, b] });
    expect(createCatalog([b]).find("red house")).toEqual({ kind: "one", loosely: true, movie: b });
  });

  test("at most five", () => {
    const remakes = createCatalog(
      Array.from({ length: 9 }, (_, i) => ({ ...wellKnown[0]!, id: `${i}`, year: 1950 + i })),
    );
    expect(remakes.find("heat")).toMatchObject({ kind: "several", movies: { length: 5 } });
  });
});

describe("a film that is known by name only", () => {
  const withNames = createCatalog(wellKnown, { ...NOTHING_KNOWN, names: fewNames });
  const named = (text: string) => {
    const match = withNames.find(text);
    return match.kind === "named" ? match.films.map(titleWithYear) : match.kind;
  };

  test("is never taken for another that is spelt like it", () => {
    expect(named("tenet")).toEqual(["Tenet (2020)"]);
    expect(named("parasite")).toEqual(["Parasite (2019)"]);
    expect(named("Parasite 2019")).toEqual(["Parasite (2019)"]);
  });

  test("is meant by its year where one of the catalogue has the same name", () => {
    expect(named("heat 1972")).toEqual(["Heat (1972)"]);
    expect(named("heat")).toBe("several");
    expect(named("heat 1995")).toBe("one");
  });

  test("gives way to what a much better known one is called", () => {
    expect(withNames.find("two towers")).toMatchObject({ kind: "one", movie: { year: 2002 } });
    expect(withNames.find("t2")).toMatchObject({ kind: "one", movie: { year: 1991 } });
    expect(withNames.find("hp3")).toMatchObject({ kind: "one", movie: { year: 2005 } });
  });

  test("a part that nobody knows is not one that somebody does", () => {
    expect(named("gladiator 2")).toBe("none");
    expect(named("arrival 2")).toBe("none");
  });
});

describe("no movie is found", () => {
  test.each([
    "asdkjh",
    "",
    "   ",
    "!!!",
    "😀😀",
    "heat, alien",
    "Alien, Aliens",
    "I loved Arrival and Moon",
    "x".repeat(10_000),
  ])("in %j", (text) => expect(found(text)).toBe("none"));

  test("but what comes near is suggested", () => {
    const match = catalog.find("heat, alien");
    expect(match.kind === "none" && match.suggestions.map(titleWithYear)).toContain("Heat (1995)");
  });

  test("and no text is ever too much", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(["one", "several", "none"]).toContain(catalog.find(text).kind);
      }),
    );
  });
});

test("every movie is found by its title with its year", () => {
  for (const movie of wellKnown) expect(catalog.find(titleWithYear(movie))).toEqual({ kind: "one", movie });
});

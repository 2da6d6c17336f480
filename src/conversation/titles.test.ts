import { describe, expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { fewNames } from "../catalog/testing/few-names.ts";
import { wellKnown } from "../catalog/testing/well-known.ts";
import { likenedIn, lovedIn, placedIn, titlesIn } from "../intent/reading/titles.ts";
import { step } from "./step.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { saying, shownFirst, transcript } from "./testing/transcript.ts";

const world = tinyWorld();
const SAFE_GUESS =
  "A safe first guess: people of all tastes like it. Your answers will make the next ones yours.";

/** A newcomer who is shown Alien. */
const shownAlien = () => shownFirst(world);

describe("words about a movie by title", () => {
  test("keep the suggestion on the table", () => {
    transcript(
      world,
      `
      you: seen ronin
      bot: 👁️ Ronin (1998): seen, so it stays away.
      bot: Still on the table: Alien (1979).
      you: favourite amelie
      bot: ⭐ Amelie (2001) is one of your favourites.
      bot: Still on the table: Alien (1979).
      `,
      shownAlien(),
    );
  });

  test("a bare title is asked about", () => {
    transcript(
      world,
      `
      you: ronin
      bot: Ronin (1998): what about it? Say more like, favourite, seen, save or never, and the title.
      `,
      shownAlien(),
    );
  });

  test("more like a movie ranks by nearness, until anything goes", () => {
    const state = transcript(
      world,
      `
      you: more like notting hill
      bot: near Notting Hill (1999)
      bot: [Amelie (2001)]
      bot: It comes near Notting Hill.
      you: next
      bot: near Notting Hill (1999)
      bot: [Love Actually (2003)]
      bot: It comes near Notting Hill.
      you: anything goes
      bot: [Aliens (1986)]
      bot: Anything goes.
      bot: ${SAFE_GUESS}
      `,
      shownAlien(),
    );
    expect(state.dialogue.wish).toBeUndefined();
  });

  test("more like this goes by the movie on the table", () => {
    transcript(
      world,
      `
      you: more like this
      bot: near Alien (1979)
      bot: [Aliens (1986)]
      bot: It comes near Alien.
      `,
      shownAlien(),
    );
  });

  test("a bare title that two movies have is asked about first", () => {
    transcript(
      world,
      `
      you: heat
      bot: Which "heat" do you mean?
      bot: 1. Heat (1995)
      bot: 2. Heat (1986)
      bot: Answer with a number or a year, or 0 for none of these.
      you: (presses Heat (1986))
      bot: Heat (1986): what about it? Say more like, favourite, seen, save or never, and the title.
      `,
      shownAlien(),
    );
  });

  test.each([
    "the second one",
    "number 2",
    "the last",
    "2nd",
    "the 1986 one",
    "the one from 1986",
    "the older one",
  ])("%j picks from a list", (text) => {
    transcript(
      world,
      `
        you: never heat
        bot: Which "heat" do you mean?
        bot: 1. Heat (1995)
        bot: 2. Heat (1986)
        bot: Answer with a number or a year, or 0 for none of these.
        you: ${text}
        bot: 🚫 Heat (1986) will never come up again.
        bot: Still on the table: Alien (1979).
        `,
      shownAlien(),
    );
  });

  test("restore asks only about movies that were answered", () => {
    transcript(
      world,
      `
      you: never heat
      bot: Which "heat" do you mean?
      bot: 1. Heat (1995)
      bot: 2. Heat (1986)
      bot: Answer with a number or a year, or 0 for none of these.
      you: 2
      bot: 🚫 Heat (1986) will never come up again.
      bot: Still on the table: Alien (1979).
      you: restore heat
      bot: Heat (1986) can be suggested again; what you said of it is taken back.
      `,
      shownAlien(),
    );
  });

  test("hidden shows what is kept away, and restore brings it back", () => {
    transcript(
      world,
      `
      you: never ronin
      bot: 🚫 Ronin (1998) will never come up again.
      bot: Still on the table: Alien (1979).
      you: hidden
      bot: Kept away from you, latest first
      bot: Ronin (1998): 🚫 never
      bot: Say restore to get one back, such as "restore Ronin".
      you: restore ronin
      bot: Ronin (1998) can be suggested again; what you said of it is taken back.
      you: hidden
      bot: Nothing is hidden from you.
      you: restore ronin
      bot: Ronin (1998) is not hidden from you.
      `,
      shownAlien(),
    );
  });
});

function worldWith(...titles: string[]): typeof world {
  const others = titles.map((title, at) => {
    const id = `tt9${at}`;
    return { id, title, alternativeTitles: [], year: 1990, genres: [], ratingCount: 9, meanStars: 3 };
  });
  return { ...world, catalog: createCatalog([...world.catalog.movies, ...others]) };
}

describe("several titles in a message", () => {
  const GOOD = "The Good, the Bad and the Ugly";
  const named = worldWith("Beauty and the Beast", GOOD);

  test.each([
    ["Beauty and the Beast and Heat", ["Beauty and the Beast", "Heat"]],
    ["alien, beauty and the beast, and heat", ["alien", "beauty and the beast", "heat"]],
    [`Heat; ${GOOD}, Alien`, ["Heat", GOOD, "Alien"]],
    ["the good, the bad, and the ugly\nheat", ["the good, the bad, and the ugly", "heat"]],
    ["Beauty and the Beast", ["Beauty and the Beast"]],
    ["heat and asdkjhqwe,", ["heat", "asdkjhqwe"]],
  ])("%j", (text, titles) => {
    expect(titlesIn(named.catalog, text)).toEqual(titles);
  });
});

describe("a pronoun", () => {
  const withIt = worldWith("It");

  test("is no title, though a movie is called so", () => {
    expect(lovedIn(withIt.catalog, "i loved it!")).toEqual([]);
    expect(lovedIn(withIt.catalog, "i loved It")).toEqual(["It"]);
    expect(likenedIn(withIt.catalog, "something like it")).toBeUndefined();
    expect(likenedIn(withIt.catalog, "something like It")).toBe("It");
  });
});

describe("what is noted at once of a movie that is named", () => {
  const known = { ...world, catalog: createCatalog([...world.catalog.movies, ...wellKnown]) };
  const after = (text: string) =>
    step(known, shownAlien(), { id: "e", atMs: 1e12, ...saying(known, shownAlien(), text) }).state;

  test.each(["seen lord of the rings 2", "seen teh matrx", "seen two towers"])("%j names it", (text) => {
    expect(after(text).person.log).toMatchObject([{ verdict: "seen" }]);
  });

  test.each([
    "seen eternal sunshine of the spotless mind again",
    "never the empire strikes back episode star wars",
  ])("%j only resembles its title, and is asked about", (text) => {
    expect(after(text).person.log).toEqual([]);
    expect(after(text).dialogue.choice).toBeDefined();
  });
});

describe("a film that cannot be suggested", () => {
  const named = {
    ...world,
    catalog: createCatalog([...world.catalog.movies, ...wellKnown], { ...NOTHING_KNOWN, names: fewNames }),
  };

  test("is said to be known by name only, with what there is of that name", () => {
    transcript(
      named,
      `
      you: more like parasite
      bot: I know Parasite (2019) by name only, so I cannot suggest it or go by it.
      bot: Name a movie that is like it, or say what you like about it.
      you: seen heat 1972
      bot: I know Heat (1972) by name only, so I cannot suggest it or go by it.
      bot: It never comes up, so there is nothing to keep away.
      `,
      shownAlien(),
    );
  });

  test("is said to be unknown where it is a later part of a known one, and to what date films are known", () => {
    transcript(
      named,
      `
      you: arrival 2
      bot: I know no movie called "arrival 2". I know films to July 2023, and chosen ones since. The nearest I have: Arrival (2016).
      `,
      shownAlien(),
    );
  });

  test("help says to what date films are known", () => {
    const card = step(named, shownAlien(), {
      id: "e",
      atMs: 1e12,
      ...saying(named, shownAlien(), "help"),
    }).effects;
    expect(JSON.stringify(card)).toContain("I know films to July 2023, and chosen ones since.");
  });
});

test("a film to be like that is unclear is asked about, and the clear one beside it is kept", () => {
  const { dialogue } = transcript(
    tinyWorld(),
    `
    you: something like Amelie or Heat
    bot: Which "Heat" do you mean?
    bot: 1. Heat (1995)
    bot: 2. Heat (1986)
    bot: Answer with a number or a year, or 0 for none of these.
    you: 2
    bot: near Amelie (2001) · near Heat (1986)
    bot: [Before Sunrise (1995)]
    bot: It comes near Amelie and Heat.
  `,
    shownFirst(tinyWorld()),
    tinyParser,
  );
  expect(dialogue.wish?.near).toHaveLength(2);
});

describe("a film by its place in a series", () => {
  const catalog = createCatalog(wellKnown, { ...NOTHING_KNOWN, names: fewNames });
  test.each([
    ["the first rocky", "the first rocky"],
    ["The third Rocky, please", "The third Rocky"],
  ])("%s is wanted itself", (text, title) => {
    expect(placedIn(catalog, text)).toBe(title);
  });

  test.each([
    "the first one",
    "something like the first rocky",
    "the first rocky was great",
    "the last horror",
  ])("%s is not", (text) => {
    expect(placedIn(catalog, text)).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { createCatalog } from "./catalog.ts";
import { NOTHING_KNOWN } from "./knowledge.ts";
import { fewNames } from "./testing/few-names.ts";
import { wellKnown } from "./testing/well-known.ts";
import { titleWithYear } from "./title-with-year.ts";

const catalog = createCatalog(wellKnown, { ...NOTHING_KNOWN, names: fewNames });

/** "[Parasite] name only Parasite (2019); [heat] likely Heat (1995), Heat (1986)" */
const mentioned = (text: string): string =>
  catalog
    .mentions(text)
    .map(({ start, end, sureness, movies, named }) => {
      const films = sureness === "sure" ? movies.slice(0, 1) : [...named, ...movies];
      return `[${text.slice(start, end)}] ${sureness} ${films.map(titleWithYear).join(", ")}`;
    })
    .join("; ");

test("an article that is run into the word behind it belongs to a title within it, and not before it", () => {
  const [some] = wellKnown;
  const named = (title: string, id: string) => ({ ...some!, id, title, alternativeTitles: [], year: 1960 });
  const french = createCatalog([
    ...wellKnown,
    named("Ascenseur pour l'échafaud", "lift"),
    named("L'auberge espagnole", "inn"),
  ]);
  const heard = (text: string) => french.mentions(text).map(({ movies }) => movies[0]?.id);
  expect(heard("I liked Ascenseur pour l’échafaud a lot")).toEqual(["lift"]);
  expect(heard("I liked L'auberge espagnole a lot")).toEqual(["inn"]);
});

test("what a stroke stands within is one film where it is written so, and two where it is not", () => {
  const [some] = wellKnown;
  const swapped = { ...some!, id: "swap", title: "Face/Off", alternativeTitles: [], year: 1997 };
  const heard = (text: string) =>
    createCatalog([...wellKnown, swapped])
      .mentions(text)
      .map(({ movies }) => movies[0]?.title);
  expect(heard("something like Face/Off or Heat")).toEqual(["Face/Off", "Heat"]);
  expect(heard("something like Alien/Moon please")).toEqual(["Alien", "Moon"]);
});

describe("films in a text", () => {
  test.each([
    ["parasite", "[parasite] name only Parasite (2019)"],
    [
      "I loved Pulp Fiction and Fight Club.",
      "[Pulp Fiction] sure Pulp Fiction (1994); [Fight Club] sure Fight Club (1999)",
    ],
    [
      "seen Pulp Fiction by now, Fight club too",
      "[Pulp Fiction] sure Pulp Fiction (1994); [Fight club] sure Fight Club (1999)",
    ],
    ["have you seen tenet?", "[tenet] name only Tenet (2020)"],
    ["something like heat (1995) or alien", "[heat (1995)] sure Heat (1995); [alien] sure Alien (1979)"],
    ["i loved Heat (the 1986 one)", "[Heat (the 1986 one)] sure Heat (1986)"],
    ["i loved heat", "[heat] likely Heat (1995), Heat (1986), The Heat (2013)"],
    ["watched teh matrx yesterday", "[teh matrx] sure The Matrix (1999)"],
    ["t2 is good", "[t2] sure Terminator 2: Judgment Day (1991)"],
    ["blade runner 2049 was good", "[blade runner 2049] sure Blade Runner 2049 (2017)"],
    [
      "I loved the third Harry Potter",
      "[the third Harry Potter] sure Harry Potter and the Goblet of Fire (2005)",
    ],
    ['a movie with "Moon" in it', "[Moon] sure Moon (2009)"],
    ["moon meets rocky", "[moon] sure Moon (2009); [rocky] sure Rocky (1976)"],
    ["Moon crossed with Rocky", "[Moon] sure Moon (2009); [Rocky] sure Rocky (1976)"],
    ["I want Moon but make it funny", "[Moon] sure Moon (2009)"],
    ["moon but animated", "[moon] sure Moon (2009)"],
    ["moon but with women", "[moon] sure Moon (2009)"],
    [
      "thanks to Moon, Alien and Rocky",
      "[Moon] sure Moon (2009); [Alien] sure Alien (1979); [Rocky] sure Rocky (1976)",
    ],
    ["Just finished Rocky and Moon back to back", "[Rocky] sure Rocky (1976); [Moon] sure Moon (2009)"],
    ["Loved: Rocky, Se7en, Samurai things", "[Rocky] sure Rocky (1976); [Se7en] sure Seven (1995)"],
  ])("%j", (text, expected) => expect(mentioned(text)).toBe(expected));

  test.each([
    "something random",
    "red meets green",
    "it but less scary",
    "horror but funnier",
    "is it good?",
    "a happy movie about an alien on the moon",
    "I hate the two of you",
    "what is up with the king of the world",
    "",
    "🙂",
  ])("none in %j", (text) => expect(mentioned(text)).toBe(""));
});

/** What is known of films, on cards and in answers to questions: whole conversations, read by the real rules. */
import { describe, expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { type Knowledge, NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { createRuleParser } from "../intent/rules/rule-parser.ts";
import { readWords } from "../intent/words.ts";
import { policyFrom } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import type { Card } from "./card.ts";
import { step } from "./step.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyModel } from "./testing/tiny-world.ts";
import { saying, shownFirst, transcript } from "./testing/transcript.ts";
import type { World } from "./world.ts";

/** Of Alien all is known; of Ronin only that it is French as well. */
const knowledge: Knowledge = {
  ...NOTHING_KNOWN,
  factsOf: (id) =>
    ({
      tt0000000: {
        directors: { value: ["Ridley Scott"], source: "Wikidata" },
        cast: {
          value: ["Sigourney Weaver", "Tom Skerritt", "Veronica Cartwright", "John Hurt"],
          source: "Wikipedia",
        },
        runtimeMinutes: { value: 117, source: "Freebase" },
        certificate: { value: "R", source: "by hand" },
        countries: { value: ["United Kingdom", "United States"], source: "Wikidata" },
        languages: { value: ["English"], source: "Wikidata" },
        released: { value: "1979-05-25", source: "Wikidata" },
        oscars: { value: { won: 1, nominated: 2 }, source: "Academy Awards" },
        wikipedia: "Alien (film)",
        series: { value: { name: "Alien", place: 1 }, source: "by hand" },
      } as const,
      tt0000001: {
        directors: { value: ["James Cameron"], source: "Wikidata" },
        cast: { value: ["Sigourney Weaver", "Michael Biehn"], source: "Wikidata" },
        series: { value: { name: "Alien", place: 2 }, source: "by hand" },
      } as const,
      tt0000004: {
        countries: { value: ["United States"], source: "Wikidata" },
        languages: { value: ["English", "French"], source: "Wikidata" },
        series: { value: { name: "John McClane", place: 1 }, source: "by hand" },
      } as const,
    })[id],
  wordsOf: (id) =>
    id === "tt0000000"
      ? {
          line: "A crew answers a signal and brings something aboard.",
          tags: ["space", "gore", "based on a book"],
          phrases: [],
        }
      : undefined,
};
const catalog = createCatalog(tinyModel().movies, knowledge);
const recommender = createRecommender(tinyModel(), policyFrom({ cold_start: { cards: 0 } }), catalog.facts);
const world: World = { recommender, catalog };

/** The rules with what is known of the films. */
const knowingParser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });

function cardsAfter(text: string, parser = tinyParser): Card[] {
  const { effects } = step(world, shownFirst(world), {
    id: "e",
    atMs: 1e12,
    ...saying(world, shownFirst(world), text, parser),
  });
  return effects.flatMap((effect) => (effect.kind === "say" ? [effect.card] : []));
}
const fields = ({ fields = [] }: Card) => Object.fromEntries(fields.map(({ name, value }) => [name, value]));

test("a card tells the line written of a film, who made it, who is in it, how long and from where", () => {
  const [card] = cardsAfter("y");
  const first = cardsAfter("more like Aliens").at(-1)!;
  expect(card).toBeDefined();
  expect(first.title?.text).toBe("Alien (1979)");
  expect(first.lines[0]).toBe("A crew answers a signal and brings something aboard.");
  expect(fields(first)).toMatchObject({
    Film: "about 1 h 57 · R · United Kingdom, United States",
    Director: "Ridley Scott",
    With: "Sigourney Weaver, Tom Skerritt, Veronica Cartwright",
  });
});

test("info tells all of it, and where each is from", () => {
  const [card] = cardsAfter("info");
  expect(fields(card!)).toMatchObject({
    Cast: "Sigourney Weaver, Tom Skerritt, Veronica Cartwright, John Hurt",
    Released: "1979-05-25",
    Oscars: "1 won, of 2 nominations",
    Wikipedia: "https://en.wikipedia.org/wiki/Alien_(film)",
    Sources:
      "director, countries, language: Wikidata; cast: Wikipedia; length: Freebase; Oscars: Academy Awards; certificate, series: by hand",
    "How sure I am": expect.not.stringMatching(/\d/),
  });
});

describe("questions", () => {
  const play = (script: string) => transcript(world, script, shownFirst(world), tinyParser);

  test("about the film on the table are answered from the facts", () => {
    play(`
      you: what's it about?
      bot: Alien (1979)
      bot: A crew answers a signal and brings something aboard.
      you: who directed it?
      bot: Alien (1979)
      bot: Directed by Ridley Scott.
      you: who's in it?
      bot: Alien (1979)
      bot: With Sigourney Weaver, Tom Skerritt, Veronica Cartwright and John Hurt.
      you: how long is it?
      bot: Alien (1979)
      bot: About 1 h 57.
      you: what's it rated, R or PG-13?
      bot: Alien (1979)
      bot: It is rated R in the United States.
      you: did it win any oscars?
      bot: Alien (1979)
      bot: Oscars: 1 won, of 2 nominations. Of other prizes I know nothing.
      you: which country is it from?
      bot: Alien (1979)
      bot: It is from the United Kingdom and the United States.
      you: is it in english?
      bot: Alien (1979)
      bot: It is in English.
    `);
  });

  test("about another film are answered of that one, and what is not known is said", () => {
    play(`
      you: who directed Ronin?
      bot: Ronin (1998)
      bot: I do not know who directed it. IMDb does.
      you: how long is Ronin?
      bot: Ronin (1998)
      bot: I do not know how long it is. IMDb does.
    `);
  });

  test("go on about a film that was named, until something else is said", () => {
    play(`
      you: who directed Aliens?
      bot: Aliens (1986)
      bot: Directed by James Cameron.
      you: and who's in it?
      bot: Aliens (1986)
      bot: With Sigourney Weaver and Michael Biehn.
      you: did Michael Biehn play in Alien?
      bot: Alien (1979)
      bot: Michael Biehn is not among those I know in it. With Sigourney Weaver, Tom Skerritt, Veronica Cartwright and John Hurt.
    `);
  });

  test("about other parts, other films of somebody, who is in it and what it is made from", () => {
    play(`
      you: is there a sequel?
      bot: Alien (1979)
      bot: Yes: Aliens (1986) comes after it.
      bot: Alien: Alien (1979) and Aliens (1986).
      you: is there a sequel to Aliens?
      bot: Aliens (1986)
      bot: None that I know: it is the latest of its series.
      bot: Alien: Alien (1979) and Aliens (1986).
      you: is there a prequel to Ronin?
      bot: Ronin (1998)
      bot: I know of no other part of it.
      you: what else has Sigourney Weaver been in?
      bot: Sigourney Weaver: Alien (1979) and Aliens (1986).
      you: who played Ripley in Alien?
      bot: Alien (1979)
      bot: Who plays whom I do not know, only who is in it: Sigourney Weaver, Tom Skerritt, Veronica Cartwright and John Hurt.
      you: what else has she been in?
      bot: Alien (1979)
      bot: If you mean Sigourney Weaver: Aliens (1986).
      you: is John Hurt in it?
      bot: Alien (1979)
      bot: Yes: John Hurt.
      you: is Aliens based on a book?
      bot: Aliens (1986)
      bot: I do not know what it is based on. IMDb does.
      you: is Alien based on a book?
      bot: Alien (1979)
      bot: It is based on a book.
      you: is it bloody?
      bot: Alien (1979)
      bot: Gore: yes.
      you: does the dog die?
      bot: Alien (1979)
      bot: An animal dies: not that I know.
      you: is it good
      bot: Alien (1979)
      bot: People gave it ★ 3.5 of 5, in 100 ratings.
    `);
  });
});

describe("requests", () => {
  const asked = (text: string) => cardsAfter(text).at(-1)!;

  test("for a person are held to, and read back", () => {
    const card = asked("something with sigourney weaver");
    expect(card.reading).toBe("with Sigourney Weaver");
    expect(card.title?.text).toBe("Alien (1979)");
  });

  test("for a language, a country and a length as well", () => {
    expect(asked("a french film")).toMatchObject({ reading: "in French", title: { text: "Ronin (1998)" } });
    expect(asked("a british thriller").reading).toBe("Thriller · from United Kingdom");
    expect(asked("a thriller under two hours")).toMatchObject({
      reading: "Thriller · up to 120 min",
      title: { text: "Alien (1979)" },
    });
  });

  test("without a series are without all of it, and without one of its films without that one", () => {
    expect(asked("a thriller, but no more Alien").reading).toBe("Thriller · not Alien");
    expect(asked("a thriller, but not Aliens (1986)").reading).toBe("Thriller · not Aliens (1986)");
  });

  test("for a whole series are held to it and called by it, and for all of it answered with a list", () => {
    expect(cardsAfter("any Alien films?", knowingParser).at(-1)!.reading).toBe("Alien films");
    const { reading, lines } = cardsAfter("all the Alien films", knowingParser).at(-1)!;
    expect(reading).toBe("Alien films");
    expect(lines.slice(0, 2).map((line) => line.slice(0, 16))).toEqual([
      "1. Alien (1979).",
      "2. Aliens (1986)",
    ]);
  });

  test("for a series by its hero's name are held to it, and can be refused for good", () => {
    expect(asked("a john mcclane movie")).toMatchObject({
      reading: "with John McClane",
      title: { text: "Ronin (1998)" },
    });
    const { lines, title } = asked("never show me john mcclane again");
    expect(lines.join(" ")).toContain("not John McClane");
    expect(title?.text).not.toBe("Ronin (1998)");
  });

  test("for somebody nobody knows say so", () => {
    expect(asked("something with Zyx Wvut").lines.join(" ")).not.toContain("with Zyx");
    const cards = cardsAfter("something starring Zoltan Wvutski");
    expect(cards.map(({ lines }) => lines.join(" ")).join(" ")).toContain(
      "I do not know people (Zoltan Wvutski)",
    );
  });

  test("for something shorter or longer go by the film on the table", () => {
    expect(asked("something shorter").reading).toBe("up to 107 min");
    expect(asked("something longer").reading).toBe("at least 127 min");
  });
});

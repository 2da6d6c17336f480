/** What is left of a wish when everything else is read, and searched for: whole conversations, read by the real rules. */
import { expect, test } from "vitest";
import { buildSearchIndex } from "../catalog/about/build-search-index.ts";
import { createCatalog } from "../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { createFilmSearch } from "../recommender/film-search.ts";
import { policyFrom } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import type { Card } from "./card.ts";
import { step } from "./step.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyModel } from "./testing/tiny-world.ts";
import { saying, shownFirst } from "./testing/transcript.ts";

const STORIES = [
  ["tt0000005", "Scientists dig a strange creature out of the ice, and it copies each of them."],
  ["tt0000006", "A shy waitress changes the lives of her neighbours with a stolen garden gnome."],
  ["tt0000007", "A bookseller spills orange juice over a famous actress."],
] as const;
const index = buildSearchIndex(
  STORIES.map(([id, text]) => ({ id, fields: [{ text, weight: 1, isSentence: true }], tags: [] })),
  new Map(),
);
const model = tinyModel();
const catalog = createCatalog(model.movies, { ...NOTHING_KNOWN, searchIndex: () => index });
const search = createFilmSearch(catalog.about, catalog.likeness);
const world = { recommender: createRecommender(model, policyFrom({}), catalog.facts, search), catalog };

/** What is said of the words, and of each time that another is asked for. */
function saidAfter(text: string, more: number): Card[] {
  let state = shownFirst(world);
  const cards: Card[] = [];
  for (const [nth, words] of [text, ...Array(more).fill("next")].entries()) {
    const heard = saying(world, state, words, tinyParser);
    const done = step(world, state, { id: `e${nth}`, atMs: 1e12 + nth, ...heard });
    state = done.state;
    cards.push(...done.effects.flatMap((effect) => (effect.kind === "say" ? [effect.card] : [])));
  }
  return cards;
}

function suggestionAfter(text: string): Card | undefined {
  const { effects } = step(world, shownFirst(world), {
    id: "e",
    atMs: 1e12,
    ...saying(world, shownFirst(world), text, tinyParser),
  });
  return effects.flatMap((effect) => (effect.kind === "say" ? [effect.card] : [])).at(-1);
}

test("the film that is meant is shown, and how the words were read", () => {
  const card = suggestionAfter("a movie where a bookseller spills juice over an actress");
  expect(card?.title?.text).toBe("Notting Hill (1999)");
  expect(card?.reading).toContain("bookseller spills juice over an actress");
  expect(card?.lines.join(" ")).not.toMatch(/closest|Nothing is known/);
});

test("what has only something of the words is called the closest there is", () => {
  const card = suggestionAfter("a movie about a waitress, a juice, a creature and a bookseller");
  expect(card?.lines).toContain("No movie that I know is all of that: this is the closest I found.");
});

test("a word that nothing is known of is said to be unknown", () => {
  const card = suggestionAfter("a movie about a garden gnome and a qwrtzplk");
  expect(card?.title?.text).toBe("Amelie (2001)");
  expect(card?.lines).toContain('Nothing is known to me of "qwrtzplk".');
});

test("behind the films that are about something come none that are not: it is said that there are no more", () => {
  const cards = saidAfter("a romance about a bookseller who spills orange juice over an actress", 1);
  expect(cards.map(({ title }) => title?.text)).toEqual(["Notting Hill (1999)", undefined]);
  expect(cards[1]!.lines.join(" ")).toContain("I know nothing more like that.");
});

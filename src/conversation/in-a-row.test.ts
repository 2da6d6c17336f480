/** What follows what: no two cards of one series in a row, unless they were asked for. */
import { expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { step } from "./step.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyModel, tinyWorld } from "./testing/tiny-world.ts";
import { saying, shownFirst } from "./testing/transcript.ts";
import type { State, World } from "./world.ts";

const TENSE = ["tt0000000", "tt0000001", "tt0000002", "tt0000004", "tt0000005"];
/** All that is tense but for Ronin is one long series here. */
const world: World = {
  ...tinyWorld(),
  catalog: createCatalog(tinyModel().movies, {
    ...NOTHING_KNOWN,
    factsOf: (id) =>
      TENSE.includes(id) && id !== "tt0000004"
        ? { series: { value: { name: "Tense", place: TENSE.indexOf(id) }, source: "by hand" } }
        : undefined,
  }),
};

/** The series of the cards that follow these words, each answered alike. */
function seriesShown(words: readonly string[], from: State): (string | undefined)[] {
  let state = from;
  return words.flatMap((text, at) => {
    const event = {
      id: `event-${at}`,
      atMs: Date.UTC(2026, 0, 1) + at,
      ...saying(world, state, text, tinyParser),
    };
    const { state: next, effects } = step(world, state, event);
    state = next;
    return effects.flatMap((effect) =>
      effect.kind === "suggest" ? [world.catalog.series.of(effect.suggestion.movie)?.name] : [],
    );
  });
}

test("two of a series are never shown in a row while there is another film", () => {
  const shown = [
    world.catalog.series.of(shownFirst(world).person.suggestions[0]!.movie)?.name,
    ...seriesShown(["y", "y", "y", "y", "y", "y"], shownFirst(world)),
  ];
  expect(shown).toHaveLength(7);
  expect(shown.filter((name) => name !== undefined).length).toBeGreaterThan(2);
  shown.forEach((name, at) => {
    if (at > 0 && name !== undefined) expect(name, `card ${at}`).not.toBe(shown[at - 1]);
  });
});

test("who asks for what only the series has gets it, one after the other", () => {
  expect(seriesShown(["something scary", "y"], shownFirst(world))).toEqual(["Tense", "Tense"]);
});

test("the first answer to a new wish may be of the series on the table", () => {
  expect(seriesShown(["something scary", "more like Aliens"], shownFirst(world))[1]).toBe("Tense");
});

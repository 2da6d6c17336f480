/** A clock that jumped ahead and was set right again: what was written meanwhile lies in the future. */
import { describe, expect, test } from "vitest";
import type { Event } from "./event.ts";
import { standingFeedback } from "./person.ts";
import { step } from "./step.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { newcomer, saying } from "./testing/transcript.ts";
import type { State } from "./world.ts";

const NOW = Date.UTC(2026, 0, 1);
const HOUR_MS = 3_600_000;

const world = tinyWorld();

/** Somebody who talks while the clock shows whatever it shows. */
function talking() {
  let state: State = newcomer(world);
  let turn = 0;
  const does = (atMs: number, event: Omit<Event, "id" | "atMs">) => {
    const done = step(world, state, { ...event, id: `event-${++turn}`, atMs } as Event);
    state = done.state;
    return done.effects.flatMap((effect) => (effect.kind === "say" ? [effect.card] : []));
  };
  return {
    does,
    says: (atMs: number, text: string) => does(atMs, saying(world, state, text) as Event),
    asks: (atMs: number, text: string) => does(atMs, saying(world, state, text, tinyParser) as Event),
    get state() {
      return state;
    },
  };
}

describe.each([
  ["an hour", HOUR_MS],
  ["ten years", 10 * 365 * 24 * HOUR_MS],
])("a clock that was %s ahead", (_, aheadMs) => {
  const ahead = NOW + aheadMs;

  test("keeps no movie away that was shown or skipped meanwhile", () => {
    const ada = talking();
    ada.says(ahead, "next");
    const movies = world.catalog.movies.length;
    for (let n = 0; n < movies; n++) ada.says(ahead + n, "s");
    expect(ada.says(ahead + movies, "next")[0]!.lines[0]).toContain("nothing left");
    expect(ada.says(NOW, "next")[0]!.suggestion).toBeDefined();
  });

  test("leaves no wish in force that was said meanwhile", () => {
    const ada = talking();
    expect(ada.asks(ahead, "a comedy")[0]!.reading).toBe("Comedy");
    expect(ada.says(ahead + 1, "next")[0]!.reading).toBe("Comedy");
    expect(ada.says(NOW, "next")[0]!.reading).toBeUndefined();
  });

  test("makes no later press a double click", () => {
    const ada = talking();
    ada.says(ahead, "next");
    const suggestion = ada.state.person.suggestions[0]!;
    ada.does(ahead, { kind: "pressed", gesture: "like", suggestion } as Event);
    expect(standingFeedback(ada.state.person.log)).toHaveLength(1);
    ada.does(NOW, { kind: "pressed", gesture: "like", suggestion } as Event);
    expect(standingFeedback(ada.state.person.log)).toHaveLength(0);
  });

  test("puts nothing first for ever among what was liked", () => {
    const ada = talking();
    ada.says(ahead, "next");
    ada.says(ahead, "y");
    ada.says(NOW, "y");
    const [first, second] = ada.state.person.log.flatMap((entry) =>
      entry.kind === "feedback" ? [world.catalog.byId(entry.movie)!.title] : [],
    );
    const { lines } = ada.says(NOW + 1, "likes")[0]!;
    expect(lines[0]).toContain(second);
    expect(lines[1]).toContain(first);
  });
});

test("clocks of two platforms that differ by seconds disagree about nothing", () => {
  const ada = talking();
  ada.says(NOW + 4_000, "next");
  const [first] = ada.state.person.suggestions;
  ada.says(NOW, "next");
  expect(ada.state.person.suggestions[1]!.movie).not.toBe(first!.movie);
});

import { describe, expect, test } from "vitest";
import type { Effect, Event, Gesture } from "./event.ts";
import { standing } from "./person.ts";
import { step } from "./step.ts";
import { upcoming } from "./table.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { newcomer, shownFirst, transcript } from "./testing/transcript.ts";
import { watchLater } from "./watch-later.ts";
import type { State } from "./world.ts";

const world = tinyWorld();
const SAFE = "A safe first guess: people of all tastes like it. Your answers will make the next ones yours.";

const listOf = (state: State): string[] =>
  watchLater({ world, state, event: { id: "", atMs: 0, kind: "opened" }, effects: [] }).map(
    ({ title, year }) => `${title} ${year}`,
  );

/** What happens on the suggestion of Alien that somebody new is shown. */
function after(...events: readonly (readonly [Event["kind"], Gesture?])[]): {
  readonly state: State;
  readonly effects: readonly Effect[];
} {
  let state = shownFirst(world);
  const suggestion = state.person.suggestions[0]!;
  let effects: readonly Effect[] = [];
  events.forEach(([kind, gesture], nth) => {
    const event = { id: `e${nth}`, atMs: 1e12 + nth * 10_000, kind, gesture, suggestion } as Event;
    ({ state, effects } = step(world, state, event));
  });
  return { state, effects };
}

describe("a suggestion is kept for later", () => {
  test("by a key or a word, which is no opinion, and the next one follows", () => {
    for (const said of ["l", "save it for later", "watch later", "put it on my list", "🔖"]) {
      const state = transcript(
        world,
        `
          you: ${said}
          bot: 🔖 Saved for later: Alien (1979).
          bot: [Aliens (1986)]
          bot: ${SAFE}
        `,
        shownFirst(world),
      );
      expect(listOf(state)).toEqual(["Alien 1979"]);
      expect(state.person.taste.embedding).toEqual(newcomer(world).person.taste.embedding);
    }
  });

  test("by a reaction, and not by the same again; to remove it takes it off", () => {
    expect(listOf(after(["gestured", "later"]).state)).toEqual(["Alien 1979"]);
    const twice = after(["gestured", "later"], ["gestured", "later"]).state;
    expect(standing(twice.person.log)).toHaveLength(1);
    expect(listOf(after(["gestured", "later"], ["gestureTakenBack", "later"]).state)).toEqual([]);
  });

  test("by a button, which takes it off when it is pressed again", () => {
    expect(listOf(after(["pressed", "later"]).state)).toEqual(["Alien 1979"]);
    expect(listOf(after(["pressed", "later"], ["pressed", "later"]).state)).toEqual([]);
  });

  test("beside a like, in whatever order: both are shown on the card", () => {
    for (const gestures of [
      ["like", "later"],
      ["later", "like"],
    ] as const) {
      const { state, effects } = after(...gestures.map((gesture) => ["gestured", gesture] as const));
      expect(listOf(state)).toEqual(["Alien 1979"]);
      const card = effects.find((effect) => effect.kind === "redraw")!.card;
      expect(card.lines).toEqual(expect.arrayContaining(["Noted: 👍 liked", "🔖 On your list for later."]));
      expect(card.lines.join()).not.toContain("you liked Alien"); // no reason for itself
    }
  });

  test("until it is not wanted after all", () => {
    for (const gesture of ["dislike"] as const)
      expect(listOf(after(["gestured", "later"], ["gestured", gesture]).state)).toEqual([]);
    expect(listOf(after(["gestured", "later"], ["gestured", "skip"]).state)).toEqual(["Alien 1979"]);
  });
});

test("films are kept by name, several at once, and one that is unclear is asked about", () => {
  const state = transcript(
    world,
    `
      you: save Ronin, Heat and Amelie for later
      bot: 🔖 Saved for later: Ronin (1998) and Amelie (2001).
      bot: Which "Heat" do you mean?
      bot: 1. Heat (1995)
      bot: 2. Heat (1986)
      bot: Answer with a number or a year, or 0 for none of these.
      you: the second one
      bot: 🔖 Saved for later: Heat (1986).
      bot: Still on the table: Alien (1979).
      you: add ronin to my watchlist
      bot: On your list already: Ronin (1998).
      bot: Still on the table: Alien (1979).
    `,
    shownFirst(world),
  );
  expect(listOf(state).sort()).toEqual(["Amelie 2001", "Heat 1986", "Ronin 1998"]);
});

test("the list is looked at, the best for tonight first, picked from and taken from by place", () => {
  const state = transcript(
    world,
    `
      you: save Amelie and Ronin for later
      bot: 🔖 Saved for later: Amelie (2001) and Ronin (1998).
      bot: Still on the table: Alien (1979).
      you: what's on my list?
      bot: Your list for later: 2 films, the best for you first
      bot: 1. Ronin (1998)
      bot: 2. Amelie (2001)
      bot: Say a number for more about one, or take one off: remove Ronin from my list.
      you: take the second one off
      bot: Off your list: Amelie (2001).
      bot: Still on the table: Alien (1979).
      you: undo
      bot: Undone: taken off your list, Amelie (2001).
      bot: Still on the table: Alien (1979).
      you: my list
      bot: Your list for later: 2 films, the best for you first
      bot: 1. Ronin (1998)
      bot: 2. Amelie (2001)
      bot: Say a number for more about one, or take one off: remove Ronin from my list.
      you: 2
      bot: [Amelie (2001)]
      bot: 🔖 On your list for later.
    `,
    shownFirst(world),
  );
  expect(listOf(state)).toHaveLength(2);
});

test("what is seen, by words, is off the list, and back on it where that is taken back", () => {
  transcript(
    world,
    `
      you: save Amelie for later
      bot: 🔖 Saved for later: Amelie (2001).
      bot: Still on the table: Alien (1979).
      you: seen Amelie
      bot: 👁️ Amelie (2001): seen, so it stays away. It is off your list.
      bot: Still on the table: Alien (1979).
      you: list
      bot: Your list is empty. Press 🔖 on a suggestion, or say save and a title, such as save Heat for later.
      you: undo
      bot: Undone: 👁️ seen, Amelie (2001).
      bot: Still on the table: Alien (1979).
      you: is amelie on my list
      bot: Amelie (2001) is on your list.
      bot: Still on the table: Alien (1979).
      you: remove amelie from my list
      bot: Off your list: Amelie (2001).
      bot: Still on the table: Alien (1979).
      you: remove amelie from my list
      bot: Amelie (2001) is not on your list.
      bot: Still on the table: Alien (1979).
    `,
    shownFirst(world),
  );
});

test("what is on the list is suggested from there alone, each of it once, seen as often as asked for", () => {
  const kept = transcript(
    world,
    `
      you: save Aliens and Amelie for later
      bot: 🔖 Saved for later: Aliens (1986) and Amelie (2001).
      bot: Still on the table: Alien (1979).
    `,
    shownFirst(world),
  );
  const coming = upcoming(world, kept, { atMs: Date.UTC(2026, 0, 2) }, 20).map(({ title }) => title);
  expect(coming).not.toContain("Aliens");
  expect(coming).not.toContain("Amelie");
  transcript(
    world,
    `
      you: what should I watch tonight from my list
      bot: from your list
      bot: [Aliens (1986)]
      bot: People of all tastes like it.
      bot: 🔖 On your list for later.
      you: next
      bot: from your list
      bot: [Amelie (2001)]
      bot: People of all tastes like it.
      bot: 🔖 On your list for later.
      you: next
      bot: from your list
      bot: That was all of your list. Say anything goes for something new, or my list to see it.
      you: from my list
      bot: from your list
      bot: [Aliens (1986)]
      bot: People of all tastes like it.
      bot: 🔖 On your list for later.
      you: anything goes
      bot: [Heat (1995)]
      bot: Anything goes.
      bot: ${SAFE}
    `,
    kept,
  );
});

test("history tells what is kept beside what was answered", () => {
  transcript(
    world,
    `
      you: l
      bot: 🔖 Saved for later: Alien (1979).
      bot: [Aliens (1986)]
      bot: ${SAFE}
      you: history
      bot: Suggested to you, latest first
      bot: Aliens (1986): not answered
      bot: Alien (1979): 🔖 on your list
    `,
    shownFirst(world),
  );
});

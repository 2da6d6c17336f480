import { describe, expect, test } from "vitest";
import { emptyRequest, type MovieRequest } from "../intent/request.ts";
import type { Effect } from "./event.ts";
import { standingFeedback } from "./person.ts";
import { step } from "./step.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { newcomer, transcript } from "./testing/transcript.ts";
import type { State } from "./world.ts";

const world = tinyWorld();
const standing = ({ person }: State) =>
  standingFeedback(person.log).map(({ movie, verdict }) => `${verdict} ${world.catalog.byId(movie)!.title}`);

const WELCOME = `
  bot: Matinee
  bot: One movie at a time, and the next one is better.
  bot: Name up to 4 movies you love, one per message or with commas between them, or say skip to start at once.`;
const SAFE_GUESS =
  "A safe first guess: people of all tastes like it. Your answers will make the next ones yours.";

/** A newcomer who has skipped the favourites and is shown Alien. */
const shownAlien = () =>
  transcript(
    world,
    `
    you: (opens)${WELCOME}
    you: skip
    bot: [Alien (1979)]
    bot: ${SAFE_GUESS}`,
  );

describe("a first meeting", () => {
  test("a fan of Alien is offered its neighbours, and never the same movie twice", () => {
    transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: alien
      bot: ⭐ Noted: Alien (1979). 3 more favourites? Or say skip, to start.
      you: done
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: y
      bot: 👍 Noted: Aliens (1986).
      bot: [Heat (1995)]
      bot: Because you liked Alien and Aliens.
      `,
    );
  });

  test("two movies of one name are offered with their years, never guessed", () => {
    const state = transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: heat
      bot: Which "heat" do you mean?
      bot: 1. Heat (1995)
      bot: 2. Heat (1986)
      bot: Answer with a number or a year, or 0 for none of these.
      you: 1995
      bot: ⭐ Noted: Heat (1995). 3 more favourites? Or say skip, to start.
      `,
    );
    expect(standing(state)).toEqual(["favourite Heat"]);
  });

  test("several titles in one message are noted, and the unclear one is asked about", () => {
    const state = transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: Alien, heat and Amelie
      bot: ⭐ Noted: Alien (1979) and Amelie (2001).
      bot: Which "heat" do you mean?
      bot: 1. Heat (1995)
      bot: 2. Heat (1986)
      bot: Answer with a number or a year, or 0 for none of these.
      you: 0
      bot: 2 more favourites? Or say skip, to start.
      `,
    );
    expect(standing(state)).toEqual(["favourite Alien", "favourite Amelie"]);
  });

  test("the fourth favourite starts the suggestions", () => {
    transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: alien, aliens, ronin
      bot: ⭐ Noted: Alien (1979), Aliens (1986) and Ronin (1998). 1 more favourite? Or say skip, to start.
      you: the thing
      bot: ⭐ Noted: The Thing (1982).
      bot: [Heat (1995)]
      bot: Because you liked Alien and Aliens.
      `,
    );
  });

  test("naming a favourite twice counts once", () => {
    const state = transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: alien
      bot: ⭐ Noted: Alien (1979). 3 more favourites? Or say skip, to start.
      you: alien
      bot: ⭐ Noted: Alien (1979). 3 more favourites? Or say skip, to start.
      `,
    );
    expect(standing(state)).toEqual(["favourite Alien"]);
  });

  test("a doubtful title is confirmed with one word", () => {
    transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: notting hill 2010
      bot: By "notting hill 2010", do you mean Notting Hill (1999)? Say yes or no.
      you: yes
      bot: ⭐ Noted: Notting Hill (1999). 3 more favourites? Or say skip, to start.
      `,
    );
  });

  test("nonsense is not taken for a title", () => {
    transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: asdkjhqwe
      bot: I know no movie called "asdkjhqwe". Check the spelling, or add the year.
      `,
    );
  });

  test("commands work during it", () => {
    transcript(
      world,
      `
      you: (opens)${WELCOME}
      you: likes
      bot: You have not liked anything yet.
      you: alien
      bot: ⭐ Noted: Alien (1979). 3 more favourites? Or say skip, to start.
      you: undo
      bot: Undone: ⭐ favourite, Alien (1979).
      bot: Matinee
      bot: One movie at a time, and the next one is better.
      bot: Name up to 4 movies you love, one per message or with commas between them, or say skip to start at once.
      `,
    );
  });
});

describe("answers", () => {
  test.each([
    ["y", "👍 Noted: Alien (1979).", "like"],
    ["n", "👎 Noted: not Alien (1979).", "dislike"],
    ["no", "👎 Noted: not Alien (1979).", "dislike"],
    ["s", "⏭️ Alien (1979): not now.", "skip"],
    ["seen it", "👁️ Alien (1979): seen, so it stays away.", "seen"],
    ["never", "🚫 Alien (1979) will never come up again.", "never"],
  ])("%j is noted as said, and another movie follows", (said, reply, verdict) => {
    const { state, effects } = step(world, shownAlien(), { id: "e", atMs: 1e12, kind: "said", text: said });
    expect(standing(state)).toEqual([`${verdict} Alien`]);
    const cards = effects.flatMap((effect) => {
      if (effect.kind === "redraw") return [effect.orSay!];
      return effect.kind === "say" ? [effect.card] : [];
    });
    expect(cards[0]!.lines).toEqual([reply]);
    expect(cards[1]!.suggestion).toBe(state.dialogue.current);
    expect(cards[1]!.title!.text).not.toBe("Alien (1979)");
  });

  test("info and why are no feedback, and the suggestion stays on the table", () => {
    const before = shownAlien();
    for (const text of ["i", "why"]) {
      const { state, effects } = step(world, before, { id: "e", atMs: 1e12, kind: "said", text });
      expect(effects.map(({ kind }) => kind)).toEqual(["say"]);
      expect(state.person).toEqual(before.person);
      expect(state.dialogue.current).toBe(before.dialogue.current);
    }
  });

  test("a skipped movie comes back after the policy's days, a disliked one never", () => {
    const everything = Array.from({ length: 9 }, () => "you: s").join("\n");
    let state = shownAlien();
    const say = (text: string, atMs: number) => {
      const result = step(world, state, { id: `${text}${atMs}`, atMs, kind: "said", text });
      state = result.state;
      return result.effects.flatMap((effect) => (effect.kind === "say" ? [effect.card] : []));
    };
    const day = 86_400_000;
    say("n", 1e12);
    for (const [turn] of everything.split("\n").entries()) say("s", 1e12 + turn);
    expect(say("next", 1e12 + 100)[0]!.lines[0]).toContain("nothing left");
    const back = say("next", 1e12 + 31 * day)[0]!;
    expect(back.title!.text).not.toBe("Alien (1979)");
    expect(back.suggestion).toBeDefined();
  });
});

describe("gestures on suggestions, however old", () => {
  const gesture = (
    state: State,
    kind: "gestured" | "pressed" | "gestureTakenBack",
    name: "like" | "dislike" | "info",
    id: string,
  ) => step(world, state, { id, atMs: 1e12, kind, gesture: name, suggestion: state.person.suggestions[0]! });

  test("on the one on the table move on; on an older one only note", () => {
    const first = gesture(shownAlien(), "gestured", "like", "g1");
    expect(first.effects.map(({ kind }) => kind)).toEqual(["log", "redraw", "suggest", "say"]);
    const changed = gesture(first.state, "gestured", "dislike", "g2");
    expect(changed.effects.map(({ kind }) => kind)).toEqual(["log", "log", "redraw"]);
    expect(standing(changed.state)).toEqual(["dislike Alien"]);
    expect(changed.state.dialogue.current).toBe(first.state.dialogue.current);
  });

  test("the same button again takes it back, and so does removing a reaction", () => {
    const liked = gesture(shownAlien(), "pressed", "like", "g1").state;
    expect(standing(gesture(liked, "pressed", "like", "g2").state)).toEqual([]);
    expect(standing(gesture(liked, "gestureTakenBack", "like", "g3").state)).toEqual([]);
  });

  test("are shown on the suggestion itself, as long as they stand", () => {
    const redrawn = ({ effects }: ReturnType<typeof gesture>) =>
      effects.flatMap((effect) => (effect.kind === "redraw" ? [effect.card.lines] : []));
    const liked = gesture(shownAlien(), "gestured", "like", "g1");
    expect(redrawn(liked)).toEqual([[SAFE_GUESS, "Noted: 👍 liked"]]);
    expect(redrawn(gesture(liked.state, "gestured", "dislike", "g2"))).toEqual([
      [SAFE_GUESS, "Noted: 👎 disliked"],
    ]);
    expect(redrawn(gesture(liked.state, "gestureTakenBack", "like", "g3"))).toEqual([[SAFE_GUESS]]);
  });

  test("on somebody else's suggestion teach the own taste, and leave the suggestion as it is", () => {
    const suggestion = shownAlien().person.suggestions[0]!;
    const event = { id: "g1", atMs: 1e12, kind: "gestured", gesture: "like", suggestion } as const;
    const { state, effects } = step(world, newcomer(world), event);
    expect(standing(state)).toEqual(["like Alien"]);
    expect(effects.map(({ kind }) => kind)).toEqual(["log", "say"]);
  });

  test("include showing it to others, who learn the movie and nothing of the person", () => {
    const before = shownAlien();
    const suggestion = before.person.suggestions[0]!;
    const { state, effects } = step(world, before, { id: "g1", atMs: 1e12, kind: "shared", suggestion });
    expect(state).toEqual(before);
    expect(effects).toMatchObject([
      { kind: "say", card: { title: { text: "Alien (1979)" }, lines: [], suggestion: suggestion.id } },
    ]);
  });

  test("a reaction that says what was said in words changes nothing", () => {
    const alien = shownAlien();
    const liked = step(world, alien, { id: "w", atMs: 1e12, kind: "said", text: "y" }).state;
    const { state, effects } = gesture(liked, "gestured", "like", "g1");
    expect(effects).toEqual([]);
    expect(state).toEqual(liked);
  });

  test("removing a reaction that another has replaced changes nothing", () => {
    const liked = gesture(shownAlien(), "gestured", "like", "g1").state;
    const { state, effects } = gesture(liked, "gestureTakenBack", "dislike", "g2");
    expect(effects).toEqual([]);
    expect(state).toEqual(liked);
  });
});

describe("undo", () => {
  test("takes back one answer after the other, and says which", () => {
    transcript(
      world,
      `
      you: y
      bot: 👍 Noted: Alien (1979).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: n
      bot: 👎 Noted: not Aliens (1986).
      bot: [Heat (1995)]
      bot: Because you liked Alien.
      you: undo
      bot: Undone: 👎 disliked, Aliens (1986).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: undo
      bot: Undone: 👍 liked, Alien (1979).
      bot: [Alien (1979)]
      bot: ${SAFE_GUESS}
      you: undo
      bot: There is nothing to undo.
      `,
      shownAlien(),
    );
  });

  test("leaves the taste exactly as it was", () => {
    const before = shownAlien();
    const said = (state: State, text: string, id: string) =>
      step(world, state, { id, atMs: 1e12, kind: "said", text }).state;
    const liked = said(before, "y", "1");
    expect(liked.person.taste.embedding).not.toEqual(before.person.taste.embedding);
    expect(said(liked, "undo", "2").person.taste.embedding).toEqual(before.person.taste.embedding);
  });
});

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
      bot: Ronin (1998): what about it? Say more like, favourite, seen or never, and the title.
      `,
      shownAlien(),
    );
  });

  test("more like a movie ranks by nearness until next", () => {
    const state = transcript(
      world,
      `
      you: more like notting hill
      bot: Near Notting Hill (1999); say next for suggestions from everything.
      bot: [Amelie (2001)]
      bot: ${SAFE_GUESS}
      `,
      shownAlien(),
    );
    expect(state.dialogue.near).toBe("tt0000007");
    expect(
      step(world, state, { id: "n", atMs: 1e12, kind: "said", text: "next" }).state.dialogue.near,
    ).toBeUndefined();
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
      bot: Say restore with a title to get one back, such as "restore Ronin".
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

describe("forgetting", () => {
  test("is asked about once; anything but yes keeps everything", () => {
    transcript(
      world,
      `
      you: forget me
      bot: This deletes everything I know about you, for good: answers, suggestions, taste. Say yes to delete it.
      you: y
      bot: Nothing was deleted.
      bot: 👍 Noted: Alien (1979).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: forget me
      bot: This deletes everything I know about you, for good: answers, suggestions, taste. Say yes to delete it.
      you: yes
      bot: (forget)
      `,
      shownAlien(),
    );
  });
});

describe("a request in the person's own words", () => {
  const asks = (state: State, given: Partial<MovieRequest>, id = "e") =>
    step(world, state, {
      id,
      atMs: 1e12,
      kind: "said",
      text: "...",
      request: { ...emptyRequest(), ...given },
    });
  const shown = ({ effects }: { effects: readonly Effect[] }) =>
    effects.flatMap((effect) => (effect.kind === "say" ? [effect.card] : []));

  test("is read back, with a way to take each part away, and the next suggestion fits", () => {
    const [reading, suggestion] = shown(
      asks(shownAlien(), { genresIn: ["Comedy"], yearFrom: 1990, yearTo: 1999 }),
    );
    expect(reading).toMatchObject({ lines: ["Comedy · 1990-1999"] });
    expect(reading!.actions!.map(({ says }) => says)).toEqual([
      "drop the years",
      "drop the genres",
      "anything goes",
    ]);
    expect(["Notting Hill (1999)", "Before Sunrise (1995)"]).toContain(suggestion!.title!.text);
  });

  test("holds for the suggestions that follow, until next", () => {
    const { state } = asks(shownAlien(), { genresIn: ["Comedy"] });
    const after = step(world, state, { id: "y", atMs: 1e12, kind: "said", text: "n" });
    expect(world.catalog.byId(after.state.person.suggestions.at(-1)!.movie)!.genres).toContain("Comedy");
    expect(
      step(world, after.state, { id: "n", atMs: 1e12, kind: "said", text: "next" }).state.dialogue.filters,
    ).toBeUndefined();
  });

  test("is added to, and parts of it dropped", () => {
    const first = asks(shownAlien(), { genresIn: ["Comedy"], yearFrom: 1990, yearTo: 1999 }).state;
    const without = asks(first, { refinement: "adjust", drops: ["years"], genresOut: ["War"] }, "2");
    expect(shown(without)[0]!.lines).toEqual(["Comedy · not War"]);
    expect(
      shown(asks(without.state, { refinement: "adjust", drops: ["everything"] }, "3"))[0]!.lines,
    ).toEqual(["Anything goes."]);
  });

  test("that nothing fits is relaxed, and says what is gone by", () => {
    const [reading, suggestion] = shown(
      asks(shownAlien(), { genresIn: ["Comedy", "Western"], yearFrom: 1930, yearTo: 1939 }),
    );
    expect(reading!.lines).toEqual([
      "Comedy, Western · 1930-1939",
      "Nothing is left that fits all of it, so I go by: Comedy.",
    ]);
    expect(suggestion!.suggestion).toBeDefined();
  });

  test("says honestly what it cannot go by, and what it has none of", () => {
    expect(shown(asks(shownAlien(), { moodsIn: ["sad"], peopleIn: ["Tom Hanks"] }))[0]!.lines).toEqual([
      "Of the movies I do not know this yet, so I leave it out: sad, Tom Hanks.",
    ]);
    expect(shown(asks(shownAlien(), { medium: "series" }))[0]!.lines[0]).toContain("films only");
  });

  test("takes a mood for the genre that stands for it, and asks which movie is meant where several fit", () => {
    const cards = shown(asks(shownAlien(), { moodsIn: ["funny"], similarTo: ["Heat"] }));
    expect(cards.map(({ lines }) => lines[0])).toEqual(["Comedy", 'Which "Heat" do you mean?']);
    const near = shown(asks(shownAlien(), { genresIn: ["Thriller"], similarTo: ["Ronin"] }));
    expect(near[0]!.lines).toEqual(["near Ronin (1998) · Thriller"]);
  });

  test("ordinary talk is none", () => {
    const { effects } = asks(shownAlien(), { kind: "smalltalk" });
    expect(effects).toMatchObject([{ kind: "say" }]);
    expect(effects).toHaveLength(1);
  });
});

describe("privacy by default", () => {
  const asks = (text: string, place?: { id: string; managed: boolean }) =>
    step(world, shownAlien(), { id: "e", atMs: 1e12, kind: "said", text, ...(place && { place }) }).effects;

  test("is anybody's to set for themselves, and a manager's for a place", () => {
    expect(asks("private on")[0]).toEqual({ kind: "setPrivate", private: true, whose: "mine" });
    expect(asks("private here off", { id: "s", managed: true })[0]).toEqual({
      kind: "setPrivate",
      private: false,
      whose: "place",
    });
  });

  test("is not set for a place by others, nor where there is none", () => {
    for (const effects of [asks("private here on", { id: "s", managed: false }), asks("private here on")]) {
      expect(effects.map(({ kind }) => kind)).toEqual(["say"]);
    }
  });
});

describe("a question that something else has come up after", () => {
  test("is not answered by a later yes", () => {
    const said = (state: State, text: string, id: string) =>
      step(world, state, { id, atMs: 1e12, kind: "said", text });
    const asked = said(shownAlien(), "forget me", "1").state;
    const meanwhile = step(world, asked, {
      id: "2",
      atMs: 1e12,
      kind: "commanded",
      command: { kind: "next" },
    }).state;
    expect(said(meanwhile, "yes", "3").effects.map(({ kind }) => kind)).not.toContain("forget");
  });
});

describe("anything else", () => {
  test("that is very long is read in part, and says so", () => {
    const { effects } = step(world, shownAlien(), {
      id: "e",
      atMs: 1e12,
      kind: "said",
      text: `more like ronin ${"!".repeat(5000)}`,
    });
    expect(effects[0]).toMatchObject({
      kind: "say",
      card: { lines: [expect.stringContaining("first 1,000")] },
    });
  });

  test("that is nonsense is answered, and nothing is lost", () => {
    const before = shownAlien();
    const { state, effects } = step(world, before, {
      id: "e",
      atMs: 1e12,
      kind: "said",
      text: "qwzx".repeat(200),
    });
    expect(effects).toMatchObject([{ kind: "say" }]);
    expect(state).toEqual(before);
  });

  test("history names what was shown and what was said of it", () => {
    transcript(
      world,
      `
      you: y
      bot: 👍 Noted: Alien (1979).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: history
      bot: Suggested to you, latest first
      bot: Aliens (1986): not answered
      bot: Alien (1979): 👍 liked
      you: likes
      bot: Movies you like, latest first
      bot: 👍 Alien (1979)
      you: quit
      bot: Goodbye. I remember everything for next time.
      bot: (leaves)
      `,
      shownAlien(),
    );
  });

  test("somebody who comes back is greeted with what was on the table", () => {
    transcript(
      world,
      `
      you: y
      bot: 👍 Noted: Alien (1979).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      (a month later)
      you: (opens)
      bot: Welcome back. I remember 1 answer of yours.
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      `,
      shownAlien(),
    );
  });

  test("an event changes no state it was given", () => {
    const state = newcomer(world);
    const copy = structuredClone({ log: state.person.log, dialogue: state.dialogue });
    step(world, state, { id: "e", atMs: 1, kind: "said", text: "alien" });
    expect({ log: state.person.log, dialogue: state.dialogue }).toEqual(copy);
  });
});

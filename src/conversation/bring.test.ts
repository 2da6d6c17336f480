import { describe, expect, test } from "vitest";
import type { Brought, BroughtFilm, BroughtWord } from "./brought.ts";
import { dialogueSchema } from "./dialogue.ts";
import type { Effect, Event } from "./event.ts";
import { allSaid, standing } from "./person.ts";
import { step } from "./step.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { newcomer, saying, shownFirst } from "./testing/transcript.ts";
import type { State } from "./world.ts";

const world = tinyWorld();
const NOW = Date.UTC(2026, 0, 2);
const DAY_MS = 86_400_000;
const rated = (stars: number, verdict: "like" | "seen" | "dislike", atMs?: number): BroughtWord => ({
  kind: "feedback",
  verdict,
  rating: { stars },
  ...(atMs !== undefined && { atMs }),
});
const SEEN: BroughtWord = { kind: "feedback", verdict: "seen" };
const WANTED: BroughtWord = { kind: "listing" };
const of = (row: number, ...words: BroughtWord[]): BroughtFilm => ({ movie: `tt000000${row}`, words });
const file = (...films: BroughtFilm[]): Brought => ({
  services: ["Letterboxd"],
  films,
  unclear: [],
  toAsk: 0,
  unknown: 0,
  notFilms: 0,
  unreadable: 0,
});

let events = 0;
function does(
  state: State,
  did: Brought | string,
  atMs = NOW,
): { state: State; said: string[]; effects: readonly Effect[] } {
  const when = { id: `e${++events}`, atMs };
  const event: Event =
    typeof did === "string"
      ? { ...when, ...saying(world, state, did, tinyParser) }
      : { ...when, kind: "brought", what: did };
  const { state: next, effects } = step(world, state, event);
  return {
    state: { ...next, dialogue: dialogueSchema.parse(JSON.parse(JSON.stringify(next.dialogue))) },
    said: effects.flatMap((effect) => (effect.kind === "say" ? effect.card.lines : [])),
    effects,
  };
}
const standingIn = (state: State) =>
  allSaid(state.person).map((entry) =>
    [
      entry.movie,
      entry.kind === "listing" ? "wanted" : `${entry.verdict} ${entry.rating?.stars ?? "-"}`,
    ].join(" "),
  );
const taken = (state: State, brought: Brought) => does(does(state, brought).state, "yes").state;

const HISTORY = file(of(0, rated(5, "like")), of(3, rated(1, "dislike")), of(6, SEEN), of(7, WANTED));

describe("what somebody brings along", () => {
  test.each(["ok", "yes please", "sure, go ahead", "Take it in!"])("%j takes it in", (said) => {
    expect(standingIn(does(does(newcomer(world), HISTORY).state, said).state)).toHaveLength(4);
  });

  test.each(["no thanks", "better not", "cancel"])("%j leaves it", (said) => {
    const after = does(does(newcomer(world), HISTORY).state, said);
    expect([standingIn(after.state), after.said[0]]).toEqual([[], "Nothing of it was noted."]);
  });

  test("is told first, and nothing is noted before they say so", () => {
    const { state, said, effects } = does(shownFirst(world), {
      ...HISTORY,
      toAsk: 2,
      unknown: 1,
      notFilms: 3,
      unreadable: 1,
    });
    expect(said).toEqual([
      "4 films: 2 with stars, 1 seen and 1 for your list.",
      "Left out: 2 rows may each be one of several films, 1 row is of films that I do not know, 1 row cannot be read and 3 rows are of series, games or the like.",
      "Shall I take it in? Say yes or no. One undo takes all of it back.",
    ]);
    expect(effects.filter(({ kind }) => kind === "log")).toEqual([]);
    expect(standingIn(does(state, "no").state)).toEqual([]);
    expect(standingIn(does(state, "why").state)).toEqual([]);
    expect(standingIn(does(does(state, "why").state, "yes").state)).not.toContain("tt0000003 dislike 1");
  });

  test("is taken in by one word, each thing as what it is, and the taste is that of the same said film by film", () => {
    const state = taken(shownFirst(world), HISTORY);
    expect(standingIn(state)).toEqual([
      "tt0000000 like 5",
      "tt0000003 dislike 1",
      "tt0000006 seen -",
      "tt0000007 wanted",
    ]);
    const told = ["like tt0000000", "dislike tt0000003"].reduce(
      (before, text) => does(before, text).state,
      shownFirst(world),
    );
    const opinions = (one: State) => one.person.taste.evidence.map(({ row, verdict }) => `${row} ${verdict}`);
    expect(opinions(state)).toEqual(["0 like", "3 dislike"]);
    expect(opinions(told)).toEqual(opinions(state));
    expect(state.person.taste.embedding).toEqual(told.person.taste.embedding);
    expect(state.person.away.answered[6]).toBe(1);
    expect([...state.person.away.listed.keys()]).toEqual([7]);
  });

  test("is taken back by one undo, whatever was there before; what was answered since is taken back first", () => {
    const before = does(shownFirst(world), "like tt0000004").state;
    const after = does(taken(before, HISTORY), "dislike tt0000009").state;
    const once = does(after, "undo").state;
    expect(standingIn(once)).toHaveLength(5);
    const twice = does(once, "undo");
    expect(twice.said[0]).toBe("Undone: what you brought along, 4 films.");
    expect(standingIn(twice.state)).toEqual(standingIn(before));
    expect(twice.state.person.taste.embedding).toEqual(before.person.taste.embedding);
    expect(twice.state.person.away.listed.size).toBe(0);
    expect(standingIn(does(twice.state, "undo").state)).toEqual([]);
  });

  test("is taken back behind what was said since of what holds for good, and not with what held before", () => {
    const before = does(shownFirst(world), "never show me romance again", NOW - 2).state;
    const after = does(taken(before, HISTORY), "never show me thrillers again", NOW + 1).state;
    expect(after.person.lasting.genresOut).toEqual(["Romance", "Thriller"]);
    const once = does(after, "undo", NOW + 2);
    expect(once.said[0]).toMatch(/Thriller/);
    expect(standingIn(once.state)).toHaveLength(4);
    const twice = does(once.state, "undo", NOW + 3);
    expect(twice.said[0]).toBe("Undone: what you brought along, 4 films.");
    expect(twice.state.person.lasting.genresOut).toEqual(["Romance"]);
  });

  test("changes nothing when it is brought again, nor when part of it is", () => {
    const state = taken(shownFirst(world), HISTORY);
    const again = does(state, HISTORY, NOW + DAY_MS);
    expect(again.said).toEqual(["There is nothing new in it: nothing changes."]);
    expect(again.state.dialogue.bringing).toBeUndefined();
    const more = does(state, file(...HISTORY.films, of(9, SEEN)), NOW + DAY_MS);
    expect(more.said[0]).toBe("1 film: 1 seen.");
    expect(more.said[1]).toBe("4 films more I know already, or you told me of later.");
  });

  test("gives way to what was answered here later, and counts where it is later itself", () => {
    const state = does(shownFirst(world), "dislike tt0000004", NOW - DAY_MS).state;
    const years = file(of(4, rated(5, "like", NOW - 900 * DAY_MS)));
    expect(does(state, years).said[0]).toBe("There is nothing new in it: nothing changes.");
    expect(does(state, file(of(4, rated(5, "like")))).said[0]).toBe(
      "There is nothing new in it: nothing changes.",
    );
    const yesterday = taken(state, file(of(4, rated(5, "like", NOW - 60_000))));
    expect(standingIn(yesterday)).toEqual(["tt0000004 dislike -", "tt0000004 like 5"]);
    expect(yesterday.person.taste.evidence).toEqual([{ row: 4, verdict: "like" }]);
  });

  test("does not bring what was taken off the list here back on it, nor what was seen", () => {
    const off = ["save Amelie for later", "remove Amelie from my list", "seen Notting Hill"].reduce(
      (before, text) => does(before, text).state,
      shownFirst(world),
    );
    expect(does(off, file(of(6, WANTED), of(7, WANTED))).said[0]).toMatch(/nothing new/);
  });

  test("is kept with its days, and none of them lies ahead", () => {
    const state = taken(
      newcomer(world),
      file(of(0, rated(4, "like", NOW - 5 * DAY_MS)), of(1, rated(4, "like", NOW + 5 * DAY_MS))),
    );
    expect(standing(state.person.log).map(({ atMs }) => (NOW - atMs) / DAY_MS)).toEqual([5, 0]);
  });

  test("that may be one of several films is asked about when the rest is in, one by one", () => {
    const heat = { said: "Heat", movies: ["tt0000002", "tt0000003"], words: [rated(4, "like" as const)] };
    const alien = { said: "Alien", movies: ["tt0000000", "tt0000001"], words: [SEEN] };
    const brought = { ...file(of(6, SEEN)), unclear: [heat, alien], toAsk: 2 };
    const shown = does(shownFirst(world), brought);
    expect(shown.said).toEqual([
      "1 film: 1 seen.",
      "2 films may be one of several: I ask which, one by one.",
      "Shall I take it in? Say yes or no. One undo takes all of it back.",
    ]);
    const first = does(shown.state, "yes");
    expect(first.said).toEqual([
      "Noted: 1 film. Undo takes all of it back.",
      'Which "Heat" do you mean?',
      "1. Heat (1995)",
      "2. Heat (1986)",
      "Answer with a number or a year, or 0 for none of these.",
    ]);
    const second = does(first.state, "1986");
    expect(second.said.slice(0, 2)).toEqual([
      "Noted: 1 film. Undo takes all of it back.",
      'Which "Alien" do you mean?',
    ]);
    const done = does(second.state, "0");
    expect(done.said[0]).toBe("That was all of it.");
    expect(standingIn(done.state)).toEqual(["tt0000006 seen -", "tt0000003 like 4"]);
    const other = does(second.state, "why");
    expect(other.state.dialogue.unclear).toBeUndefined();
    const again = does(done.state, brought, NOW + DAY_MS);
    expect(again.said[0]).toBe("1 film may be one of several: I ask which, one by one.");
  });

  test("that cannot be used is said to be so, and what was asked before stands", () => {
    const asked = does(shownFirst(world), "forget me").state;
    const { effects, state } = step(world, asked, {
      id: "x",
      atMs: NOW,
      kind: "brought",
      what: { unusable: "It is empty." },
    });
    expect(effects).toMatchObject([
      { kind: "say", card: { lines: ["I cannot use that file: It is empty.", "Nothing was noted."] } },
    ]);
    expect(state.dialogue.confirmingForget).toBe(true);
  });
});

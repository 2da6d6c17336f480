import { expect, test } from "vitest";
import type { SaidTogether } from "./event.ts";
import { togetherEvent } from "./ids.ts";
import { allFeedback } from "./person.ts";
import { step } from "./step.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { saying, shownFirst } from "./testing/transcript.ts";
import type { State } from "./world.ts";

const world = tinyWorld();
let events = 0;
const presses = (state: State, said: SaidTogether): State =>
  step(world, state, { id: togetherEvent(`e${++events}`), atMs: events, kind: "saidTogether", ...said })
    .state;
const saidIn = ({ person }: State) => allFeedback(person).map(({ verdict, movie }) => `${verdict} ${movie}`);
const veto = (movie: string, ...notOf: string[]): SaidTogether => ({ verdict: "skip", of: [movie], notOf });

test("a veto passes over the film, which moves the taste as that does anywhere, and goes with the veto", () => {
  const before = shownFirst(world);
  const vetoed = presses(before, veto("tt0000004"));
  const skipped = world.recommender.observe(before.person.taste, {
    movie: "tt0000004",
    verdict: "skip",
    atMs: 0,
  });
  expect(vetoed.person.taste.embedding).toEqual(skipped.embedding);
  expect(saidIn(presses(vetoed, veto("tt0000005", "tt0000004")))).toEqual(["skip tt0000005"]);
  const undone = presses(vetoed, { verdict: "skip", of: [], notOf: ["tt0000004"] });
  expect(undone.person.taste.embedding).toEqual(before.person.taste.embedding);
});

test("what was said of a film elsewhere stands", () => {
  const before = shownFirst(world);
  const event = { id: "liked", atMs: 0, ...saying(world, before, "like tt0000004") };
  const liked = step(world, before, event).state;
  const pressed = presses(presses(liked, veto("tt0000004")), {
    verdict: "seen",
    of: ["tt0000004"],
    notOf: [],
  });
  expect(saidIn(pressed)).toEqual(["like tt0000004"]);
  expect(saidIn(presses(pressed, { verdict: "skip", of: [], notOf: ["tt0000004"] }))).toEqual([
    "like tt0000004",
  ]);
});

test("a film that was passed over has been seen all the same", () => {
  const passed = presses(shownFirst(world), veto("tt0000004"));
  const seen = presses(passed, { verdict: "seen", of: ["tt0000004"], notOf: [] });
  expect(saidIn(seen)).toEqual(["skip tt0000004", "seen tt0000004"]);
});

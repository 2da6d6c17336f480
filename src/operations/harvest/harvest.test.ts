import { expect, test } from "vitest";
import { tinyWorld } from "../../conversation/testing/tiny-world.ts";
import { readAnswers } from "../../store/answers.ts";
import type { Consent } from "../../store/teaching.ts";
import { peopleTalking } from "../testing/talking.ts";
import { type FeedbackLine, feedbackLineSchema } from "./feedback-line.ts";
import { linesOf, ratingsOf } from "./harvest.ts";

async function talking() {
  const { file, ...people } = await peopleTalking();
  return {
    ...people,
    harvested: async (consent: Consent = "unless-refused") => {
      const lines: FeedbackLine[] = [];
      await readAnswers(file, consent, (answers) => lines.push(...linesOf(answers)));
      return lines;
    },
  };
}
const peopleIn = (lines: readonly FeedbackLine[]) => new Set(lines.map(({ person }) => person)).size;

test("what people say and are shown becomes lines, with the model that chose it", async () => {
  const { says, harvested } = await talking();
  await says("ada", "Alien", "next", "y", "next");
  const lines = await harvested();
  for (const line of lines) expect(feedbackLineSchema.parse(line)).toEqual(line);
  const [favourite, answered, open] = ["favourites", "suggestion", undefined].map((source) =>
    lines.find((line) => line.source === source),
  );
  const model = tinyWorld().recommender.model.version;
  expect(favourite).toMatchObject({ verdict: "favourite" });
  expect(favourite!.shown).toBeUndefined();
  expect(answered).toMatchObject({ verdict: "like", shown: { model, turn: 1 } });
  expect(open!.verdict).toBeUndefined();
  expect(open!.shown!.model).toBe(model);
});

test("who opts out is not in it, nor who is forgotten; who opts in again is", async () => {
  const { says, harvested } = await talking();
  for (const user of ["ada", "bob", "eve"]) await says(user, "Alien", "next", "y");
  expect(peopleIn(await harvested())).toBe(3);
  await says("ada", "opt out");
  expect(peopleIn(await harvested())).toBe(2);
  await says("bob", "forget me", "yes");
  expect(peopleIn(await harvested())).toBe(1);
  await says("ada", "opt in");
  expect(peopleIn(await harvested())).toBe(2);
});

test("where it has to be allowed, only those are in it who did", async () => {
  const { says, harvested } = await talking();
  for (const user of ["ada", "bob"]) await says(user, "Alien", "next", "y");
  await says("bob", "you may learn from me");
  expect(peopleIn(await harvested("where-allowed"))).toBe(1);
  expect(await harvested("nobody")).toEqual([]);
});

test("a person on two platforms is one, and a no on either of them holds", async () => {
  const { store, says, harvested } = await talking();
  for (const user of ["ada", "bob"]) await says(user, "Alien", "next", "y");
  const [ada, bob] = ["ada", "bob"].map((id) => ({ platform: "fake", id }));
  await store.offerLink(ada!, "BCDFGH", 0);
  await store.link(bob!, "BCDFGH", 1);
  expect(peopleIn(await harvested())).toBe(1);
  await says("bob", "opt out");
  expect(await harvested()).toEqual([]);
});

test("what was taken back is not in it, and the latest opinion stands", async () => {
  const { says, harvested } = await talking();
  await says("ada", "next", "y");
  const [{ movie } = { movie: "" }] = await harvested();
  await says("ada", "undo");
  expect((await harvested()).find((line) => line.movie === movie)?.verdict).toBeUndefined();
  await says("ada", "n");
  expect((await harvested()).find((line) => line.movie === movie)?.verdict).toBe("dislike");
});

test("of a moment, it is the same whatever is said and shown later; what is taken back later is gone", () => {
  const liked = (id: string, movie: string, atMs: number) =>
    ({ kind: "feedback", id, movie, verdict: "like", atMs, source: "title" }) as const;
  const shown = (movie: string, atMs: number) => ({ id: movie, movie, atMs, model: "m", turn: 1 });
  const log = [liked("1", "a", 1_000), liked("2", "b", 1_000)];
  const before = { person: 1, log, exposures: [shown("c", 1_000)] };
  const disliked = { ...liked("3", "a", 2_000), verdict: "dislike" } as const;
  const later = {
    ...before,
    log: [...log, disliked, liked("4", "c", 2_000)],
    exposures: [shown("c", 1_000), shown("d", 2_000)],
  };
  expect(linesOf(later, 1_000)).toEqual(linesOf(before));
  expect(linesOf(later)).not.toEqual(linesOf(before));
  const retraction = { kind: "retraction", id: "5", retracts: "2", atMs: 3_000 } as const;
  const movies = linesOf({ ...later, log: [...later.log, retraction] }, 1_000).map(({ movie }) => movie);
  expect(movies).toEqual(["a", "c"]);
});

const line = (person: string, movie: string, more: Partial<FeedbackLine>): FeedbackLine => ({
  person,
  movie,
  atMs: 2_500,
  ...more,
});

test("verdicts become stars where none were given, and what is no opinion becomes none", () => {
  const lines = [
    line("1", "a", { verdict: "favourite" }),
    line("1", "b", { verdict: "like" }),
    line("1", "c", { verdict: "dislike" }),
    line("1", "d", { verdict: "like", stars: 3.5 }),
    line("1", "e", { verdict: "skip" }),
    line("1", "f", { verdict: "seen" }),
    line("1", "g", { verdict: "never" }),
    line("1", "h", { shown: { atMs: 1, model: null, turn: null } }),
  ];
  expect(ratingsOf(lines).map(({ movie, stars }) => [movie, stars])).toEqual([
    ["a", 5],
    ["b", 4.5],
    ["c", 2],
    ["d", 3.5],
  ]);
  expect(ratingsOf(lines)[0]).toEqual({ user: "own-1", movie: "a", stars: 5, atSeconds: 2 });
});

test("people who rated too few films are left out", () => {
  const lines = [
    line("1", "a", { verdict: "like" }),
    line("2", "a", { verdict: "like" }),
    line("2", "b", { verdict: "dislike" }),
  ];
  expect(new Set(ratingsOf(lines, 2).map(({ user }) => user))).toEqual(new Set(["own-2"]));
});

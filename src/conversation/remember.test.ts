import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VERDICTS } from "../recommender/feedback.ts";
import { policyFrom } from "../recommender/policy.ts";
import { createRecommender, type Recommender } from "../recommender/recommender.ts";
import { randomModel } from "../recommender/testing/random-model.ts";
import { isAway } from "./away.ts";
import { entriesOn, type LogEntry, type Person, standing, standingFeedback } from "./person.ts";
import { caughtUp, newcomer, withRetraction, withSaid, withSuggestion } from "./remember.ts";
import { packed, unpacked } from "./snapshot.ts";

const DAY_MS = 86_400_000;
const MOVIES = 12;
const model = randomModel({ movies: MOVIES, dimensions: 4, seed: 1 });
const gaussian = createRecommender(model, policyFrom({}));
const ema = createRecommender(model, policyFrom({ user_model: "ema" }));

/** Something happens: a movie is spoken of, shown, put on the list or taken off, or one of the words that stand is taken back. The last movie is in no model. */
const happening = fc.record({
  kind: fc.constantFrom("said", "said", "shown", "listed", "taken back"),
  movie: fc.nat(MOVIES),
  verdict: fc.constantFrom(...VERDICTS),
  atMs: fc.nat(90 * DAY_MS),
  nth: fc.nat(),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;
const happenings = fc.array(happening, { maxLength: 40 });

function after(recommender: Recommender, person: Person, all: readonly Happening[]): Person {
  return all.reduce((now, { kind, movie: row, verdict, atMs, nth }) => {
    const id = `${now.log.length}-${now.suggestions.length}`;
    const movie = `movie-${row}`;
    if (kind === "shown") return withSuggestion(recommender, now, { id, movie, atMs });
    if (kind === "listed") {
      const isOn = nth % 3 > 0;
      return withSaid(recommender, now, { kind: "listing", id, movie, isOn, atMs, source: "title" });
    }
    const stands = standing(now.log);
    if (kind === "said" || stands.length === 0)
      return withSaid(recommender, now, { kind: "feedback", id, movie, verdict, atMs, source: "title" });
    const taken = stands[nth % stands.length]!;
    return withRetraction(recommender, now, { kind: "retraction", id, retracts: taken.id, atMs }, taken);
  }, person);
}

/** All that is known, to be compared bit for bit. */
const bitsOf = (recommender: Recommender, { taste, away }: Pick<Person, "taste" | "away">) => ({
  evidence: taste.evidence,
  embedding: taste.embedding,
  sums: recommender.sumsOf(taste),
  away,
});

describe.each([
  ["Gaussian taste", gaussian],
  ["EMA rule", ema],
])("with the %s, what is known of a person", (_name, recommender) => {
  test("is what folding the log gives, to the last bit, whatever was said and taken back", () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const person = after(recommender, newcomer(recommender), all);
        const folded = caughtUp(recommender, newcomer(recommender), person);
        expect(bitsOf(recommender, person)).toEqual(bitsOf(recommender, folded));
        const feedback = standingFeedback(person.log);
        expect(person.taste.embedding).toEqual(recommender.taste(feedback).embedding);
      }),
    );
  });

  test("keeps away what the feedback does, what was shown within a day, and what is kept for later", () => {
    fc.assert(
      fc.property(happenings, fc.nat(120 * DAY_MS), (all, now) => {
        const inOrder = all.toSorted((a, b) => a.atMs - b.atMs).filter(({ atMs }) => atMs <= now);
        const person = after(recommender, newcomer(recommender), inOrder);
        const said = recommender.excluded(standingFeedback(person.log), now);
        const shown = person.suggestions.filter(({ atMs }) => now - atMs < DAY_MS).map(({ movie }) => movie);
        const away = model.movies.filter((_, row) =>
          isAway(person.away, row, now, recommender.policy.repeats),
        );
        const wanted = model.movies.filter(
          ({ id }) => said.has(id) || shown.includes(id) || isKept(person, id),
        );
        expect(away).toEqual(wanted);
      }),
    );
  });
});

test("a snapshot and what came after it give what folding the whole log gives, to the last bit", () => {
  fc.assert(
    fc.property(happenings, happenings, (earlier, later) => {
      const then = after(gaussian, newcomer(gaussian), earlier);
      const now = after(gaussian, then, later);
      const resumed = unpacked(gaussian, packed(gaussian, then)!)!;
      expect(bitsOf(gaussian, resumed)).toEqual(bitsOf(gaussian, then));
      const since = {
        log: entriesOn(now.log, touchedSince(now.log, then.log.length)),
        suggestions: now.suggestions.slice(then.suggestions.length),
      };
      expect(bitsOf(gaussian, caughtUp(gaussian, resumed, since))).toEqual(bitsOf(gaussian, now));
    }),
  );
});

/** By the whole log, the last word on it first. */
function isKept({ log }: Person, movie: string): boolean {
  const decides = standing(log).findLast(
    (entry) => entry.movie === movie && (entry.kind === "listing" || entry.verdict !== "skip"),
  );
  return decides?.kind === "listing" && decides.isOn;
}

function touchedSince(log: readonly LogEntry[], at: number): Set<string> {
  const said = new Map(
    log.flatMap((entry) => (entry.kind === "retraction" ? [] : [[entry.id, entry.movie] as const])),
  );
  return new Set(
    log.slice(at).map((entry) => said.get(entry.kind === "retraction" ? entry.retracts : entry.id)!),
  );
}

describe("a snapshot", () => {
  const bytes = packed(
    gaussian,
    after(gaussian, newcomer(gaussian), [{ kind: "said", movie: 11, verdict: "like", atMs: 1, nth: 0 }]),
  )!;

  test("that is damaged, or of another model, is none", () => {
    expect(unpacked(gaussian, bytes)).toBeDefined();
    expect(unpacked(gaussian, bytes.subarray(0, bytes.length - 9))).toBeUndefined();
    expect(unpacked(gaussian, new Uint8Array(0))).toBeUndefined();
    const fewer = createRecommender(randomModel({ movies: 11, dimensions: 4, seed: 1 }), policyFrom({}));
    expect(unpacked(fewer, bytes)).toBeUndefined();
    const shorter = createRecommender(randomModel({ movies: 12, dimensions: 3, seed: 1 }), policyFrom({}));
    expect(unpacked(shorter, bytes)).toBeUndefined();
  });

  test("is not made where the order of opinions matters", () => {
    expect(packed(ema, newcomer(ema))).toBeUndefined();
  });
});

test("what a clock that had jumped ahead wrote keeps no movie away for years", () => {
  const years = 10 * 365 * DAY_MS;
  const skipped = withSaid(gaussian, newcomer(gaussian), {
    kind: "feedback",
    id: "e",
    movie: "movie-0",
    verdict: "skip",
    atMs: years,
    source: "title",
  });
  const { away } = withSuggestion(gaussian, skipped, { id: "s", movie: "movie-0", atMs: years });
  expect(isAway(away, 0, 0, gaussian.policy.repeats)).toBe(false);
  expect(isAway(away, 0, years - 60_000, gaussian.policy.repeats)).toBe(true);
});

/**
 * A month of people who come, answer and come back, under a model that learns from them and beside it under one that does not.
 *
 * People are held-out ratings: who names four favourites, and answers what is suggested by what they rated (LIKED and DISLIKED stars), or passes
 * over what they never rated. The model knows of them what they said, and nothing else.
 */
import type { Dataset } from "../../dataset/dataset.ts";
import { mixed, type NamedRating } from "../../dataset/mix.ts";
import { leftOut, type Part } from "../../dataset/prepare/left-out.ts";
import { holdOutUsers } from "../../dataset/prepare/split.ts";
import { type TestPerson, testPeople } from "../../evaluation/people.ts";
import { DISLIKED_STARS, LIKED_STARS } from "../../evaluation/sessions.ts";
import { createRandom, type Random } from "../../numerics/random.ts";
import type { Feedback, Verdict } from "../../recommender/feedback.ts";
import type { Policy } from "../../recommender/policy.ts";
import { createRecommender, type Recommender } from "../../recommender/recommender.ts";
import { trainModel } from "../../training/train-model.ts";
import { judgesIn } from "../gate/held-out.ts";
import { type Verdict as GateVerdict, judge } from "../gate/judge.ts";
import { type Measured, measure, together } from "../gate/measure.ts";
import { starsOfVerdict } from "../harvest/harvest.ts";

export interface MonthOptions {
  readonly policy: Policy;
  /** Who come; the others' ratings are public. */
  readonly people: number;
  readonly days: number;
  /** Learns every so many days. */
  readonly every: number;
  /** Suggestions in a session. */
  readonly turns: number;
  /** On how many days somebody comes, on the average. */
  readonly visits: number;
  readonly dimensions: number;
  /** Models that are judged, each trained without another part of the people, who judge it. */
  readonly parts: number;
  /** As how many public people one of ours counts. */
  readonly weight: number;
  readonly seed: number;
  readonly threads: number;
  readonly onDay?: (day: number) => void;
}

/** A session of somebody. */
export interface Session {
  readonly day: number;
  readonly isFirst: boolean;
  /** Suggestions that they like, under the model that learns, and under that of the first day. */
  readonly hits: { readonly learning: number; readonly still: number };
}

export interface Night {
  readonly day: number;
  readonly people: number;
  readonly answers: number;
  readonly verdict: GateVerdict;
}

export interface Month {
  readonly sessions: readonly Session[];
  readonly nights: readonly Night[];
  /** What the gate says of what 200 shills taught. */
  readonly poisoned: GateVerdict;
}

/** Trained on all, to be served; and without each part of the people, to be judged by it. */
interface Trained {
  readonly served: Recommender;
  readonly judged: readonly Recommender[];
}

/** Who judge of each group, at the most. */
const MOST_JUDGES = 400;

const SHILLS = 200;
const DAY_MS = 86_400_000;

export async function liveMonth(dataset: Dataset, options: MonthOptions): Promise<Month> {
  const { people, days, every, seed, visits } = options;
  const random = createRandom(seed);
  const users = Int32Array.from(dataset.ratings.userIds.keys());
  const comers = random.shuffle([...users]).slice(0, people);
  const { train, heldOut } = holdOutUsers(dataset.ratings, Int32Array.from(comers));
  const open: Dataset = { ...dataset, ratings: train };
  const persons = testPeople(heldOut, seed);
  const arms = { learning: new Map<number, Feedback[]>(), still: new Map<number, Feedback[]>() };
  const first = await trained(open, [], options);
  let champion = first;
  const sessions: Session[] = [];
  const nights: Night[] = [];
  const arrival = new Map(persons.map(({ number }) => [number, random.int(days)]));
  for (let day = 0; day < days; day++) {
    for (const person of persons) {
      const since = arrival.get(person.number)!;
      const comes =
        day === since || (day > since && random.uniform() < (visits - 1) / Math.max(1, days - since - 1));
      if (!comes) continue;
      const session = (arm: "learning" | "still", recommender: Recommender) =>
        play(recommender, person, arms[arm], day, options.turns);
      sessions.push({
        day,
        isFirst: day === since,
        hits: { learning: session("learning", champion.served), still: session("still", first.served) },
      });
    }
    options.onDay?.(day);
    if ((day + 1) % every !== 0 || day + 1 === days) continue;
    const own = ratingsIn(arms.learning);
    const challenger = await trained(open, own, options);
    const verdict = gate(champion, challenger, open, own, options);
    nights.push({ day, people: arms.learning.size, answers: own.length, verdict });
    if (verdict.passes) champion = challenger;
  }
  const own = [...ratingsIn(arms.learning), ...shills(champion.served, random)];
  const poisoned = gate(champion, await trained(open, own, options), open, own, options);
  return { sessions, nights, poisoned };
}

/** A session of somebody, whose answers join what they said before. @returns how many suggestions they like */
function play(
  recommender: Recommender,
  { number, favourites, hidden }: TestPerson,
  said: Map<number, Feedback[]>,
  day: number,
  turns: number,
): number {
  const atMs = (day + 1) * DAY_MS;
  const idOf = (row: number) => recommender.model.movies[row]!.id; // rows are the data set's: every model has them so
  const feedback =
    said.get(number) ?? favourites.map((row): Feedback => ({ movie: idOf(row), verdict: "favourite", atMs }));
  said.set(number, feedback);
  const liked = new Set([...hidden].filter(([, stars]) => stars >= LIKED_STARS).map(([row]) => row));
  let taste = recommender.taste(feedback);
  let hits = 0;
  for (let turn = 0; turn < turns; turn++) {
    const [best] = recommender.rank(taste, { feedback, atMs, seed: number + 7_919 * turn, person: number });
    if (!best) break;
    const given: Feedback = { movie: idOf(best.row), verdict: verdictOn(hidden.get(best.row)), atMs };
    if (liked.has(best.row)) hits++;
    feedback.push(given);
    taste = recommender.observe(taste, given);
  }
  return hits;
}

function verdictOn(stars: number | undefined): Verdict {
  if (stars === undefined) return "skip";
  return stars >= LIKED_STARS ? "like" : stars <= DISLIKED_STARS ? "dislike" : "seen";
}

const ratingsIn = (said: ReadonlyMap<number, readonly Feedback[]>): NamedRating[] =>
  [...said].flatMap(([person, feedback]) =>
    feedback.flatMap(({ movie, verdict, atMs }): NamedRating[] => {
      const stars = starsOfVerdict(verdict);
      return stars === undefined ? [] : [{ user: `own-${person}`, movie, stars, atSeconds: atMs / 1_000 }];
    }),
  );

/** Who like a film that hardly anybody knows, and so many of the best known beside it that it seems to be theirs. */
function shills({ model: { movies } }: Recommender, random: Random): NamedRating[] {
  const byFame = [...movies].sort((a, b) => b.ratingCount - a.ratingCount);
  const pushed = byFame[Math.floor(byFame.length / 2)]!;
  return Array.from({ length: SHILLS }, (_, nth) => nth).flatMap((nth) => {
    const beside = random.shuffle(byFame.slice(0, 50)).slice(0, 15);
    return [pushed, ...beside].map(({ id }) => ({
      user: `own-shill-${nth}`,
      movie: id,
      stars: 5,
      atSeconds: DAY_MS / 1_000,
    }));
  });
}

async function trained(
  open: Dataset,
  own: readonly NamedRating[],
  { policy, dimensions, parts, weight, threads }: MonthOptions,
): Promise<Trained> {
  const both = mixed(open, own, () => undefined);
  const weights = Float64Array.from(both.ratings.userIds, (id) => (id.startsWith("own-") ? weight : 1));
  const train = async (judges: number | Part) => {
    const { train: ratings } = holdOutUsers(both.ratings, leftOut(both.ratings.userIds, judges));
    return createRecommender(
      await trainModel({ ...both, ratings, weights }, { dimensions, threads }),
      policy,
    );
  };
  const served = await train(0);
  const judged: Recommender[] = [];
  for (let part = 0; part < parts; part++) judged.push(await train({ part, parts }));
  return { served, judged };
}

function gate(
  champion: Trained,
  challenger: Trained,
  open: Dataset,
  own: readonly NamedRating[],
  { parts, seed }: MonthOptions,
): GateVerdict {
  const data = mixed(open, own, () => undefined);
  const measured = champion.judged.map((before, part): Measured[] => {
    const both = [before, challenger.judged[part]!];
    const isKnown = (movie: string) => both.every(({ rowOf }) => rowOf(movie) !== undefined);
    const judges = judgesIn(data, isKnown, { part: { part, parts }, seed, limit: MOST_JUDGES / parts });
    return measure(both, judges, () => 0);
  });
  const machine = { bytes: 0, startMs: 0, insane: [] };
  const [before, after] = [0, 1].map((nth) => ({
    ...together(measured.map((both) => both[nth]!)),
    ...machine,
  }));
  return judge(before!, after!, seed);
}

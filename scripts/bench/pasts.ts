/** What a long past costs: turns of people who have said little and much, and the memory they take. */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { newDialogue } from "../../src/conversation/dialogue.ts";
import type { FeedbackEntry } from "../../src/conversation/person.ts";
import type { World } from "../../src/conversation/world.ts";
import { createRandom } from "../../src/numerics/random.ts";
import type { Store } from "../../src/store/store.ts";
import { median } from "./percentiles.ts";
import { conversationOf, NAME, type Platform, withPlatform } from "./platform.ts";

const DAY_MS = 86_400_000;
const ANSWERS = ["y", "n", "s"];
const VERDICTS = ["like", "dislike", "skip"] as const;

/** Medians, in milliseconds. */
export interface PastTimes {
  readonly answers: number;
  readonly turnMs: number;
  readonly undoMs: number;
  /** The first turn after a restart. */
  readonly coldMs: number;
}

/** Each round one turn of everybody, so that what else the machine does falls on all of them. */
export function timePasts(world: World, pasts: readonly number[], rounds: number): Promise<PastTimes[]> {
  return withPlatform({ world }, async (platform) => {
    const { says, restart } = platform;
    const people = pasts.map((answers) => ({
      user: `person-${answers}`,
      turns: [] as number[],
      undos: [] as number[],
      colds: [] as number[],
    }));
    for (const [at, answers] of pasts.entries()) await remember(platform, world, people[at]!.user, answers);
    const time = async (into: number[], user: string, text: string) => {
      const startedMs = performance.now();
      await says(user, text);
      into.push(performance.now() - startedMs);
    };
    for (let round = 0; round < rounds; round++) {
      for (const { user, turns, undos } of people) {
        await time(turns, user, ANSWERS[round % ANSWERS.length]!);
        await time(undos, user, "undo");
        await says(user, "next");
      }
      await restart();
      for (const { user, colds } of people) {
        await time(colds, user, ANSWERS[round % ANSWERS.length]!);
        await says(user, "undo");
        await says(user, "next");
      }
    }
    return people.map(({ turns, undos, colds }, at) => ({
      answers: pasts[at]!,
      turnMs: median(turns),
      undoMs: median(undos),
      coldMs: median(colds),
    }));
  });
}

/** Bytes that one person at hand takes who has said so much: the mean of many. */
export function memoryOfOne(world: World, answers: number, people: number): Promise<number> {
  return withPlatform({ world }, async (platform) => {
    const users = Array.from({ length: people }, (_, nth) => `person-${nth}`);
    for (const user of users) await remember(platform, world, user, answers);
    await platform.restart();
    const before = await bytesInUse();
    for (const user of users) await platform.says(user, "y");
    return ((await bytesInUse()) - before) / people;
  });
}

/** Gives somebody a past of so many verdicts on suggestions, over a year, and shows them a movie. */
async function remember(
  { store, says }: Pick<Platform, "store" | "says">,
  { recommender }: World,
  user: string,
  answers: number,
): Promise<void> {
  const random = createRandom(answers);
  const movies = random.shuffle([...recommender.model.movies]).slice(0, answers);
  const step = (365 * DAY_MS) / answers;
  const suggestions = movies.map(({ id: movie }, nth) => ({
    id: `${user}-${nth}`,
    movie,
    atMs: Math.round(Date.now() - step * (answers - nth)),
  }));
  const entries = suggestions.map(
    ({ id, movie, atMs }, nth): FeedbackEntry => ({
      kind: "feedback",
      id: `${id}#0`,
      movie,
      verdict: VERDICTS[nth % VERDICTS.length]!,
      atMs,
      source: "suggestion",
      suggestion: id,
    }),
  );
  await commit(store, user, { entries, suggestions });
  await says(user, "next"); // folds the log, once
}

function commit(
  store: Store,
  user: string,
  past: Pick<Parameters<Store["commit"]>[0], "entries" | "suggestions">,
): Promise<unknown> {
  return store.commit({
    user: { platform: NAME, id: user },
    conversation: conversationOf(user),
    event: "past",
    atMs: Date.now(),
    revision: null,
    embedding: { modelVersion: "none", values: new Float64Array(0) },
    dialogue: newDialogue,
    showings: [],
    ...past,
  });
}

/** Collected more than once: buffers are let go of behind the objects that held them. */
async function bytesInUse(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let time = 0; time < 4; time++) {
    collect();
    await sleep(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

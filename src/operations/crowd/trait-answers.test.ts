/** Bounds of traits that move with answers, through the real conversation. */
import { expect, onTestFinished, test } from "vitest";
import { answeredFor } from "../../conversation/answered-for.ts";
import { tinyReader } from "../../conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../../conversation/testing/tiny-world.ts";
import { createHost } from "../../host/host.ts";
import { fakePlatform } from "../../host/testing/fake-platform.ts";
import { policyFrom } from "../../recommender/policy.ts";
import { boundOf, HAS_TRAIT } from "../../recommender/trait-bounds.ts";
import { memoryStore } from "../../store/memory.ts";
import type { Store } from "../../store/store.ts";
import { createTally } from "../tally.ts";
import { openTraitAnswers } from "./trait-answers.ts";

const policy = policyFrom({ crowd: { trait_answers: 1 } });
const DAY_MS = 86_400_000;
const onTrouble = (error: unknown) => {
  throw error;
};

async function talking(store: Store = memoryStore(), daysLater = 0) {
  const world = tinyWorld();
  const clock = { nowMs: Date.UTC(2026, 10, 29) + daysLater * DAY_MS };
  const now = () => clock.nowMs;
  const tally = createTally({ store, now, onTrouble });
  onTestFinished(() => tally.close());
  const traits = await openTraitAnswers({ store, tally, policy, now });
  traits.move(world.recommender.model);
  const platform = fakePlatform(now);
  await createHost({
    world,
    store: memoryStore(),
    reader: tinyReader,
    adapter: platform.adapter,
    onError: onTrouble,
    now,
    onKept({ user, world: servedBy, before, entries }) {
      traits.answered(user, answeredFor(servedBy, before, entries), entries);
      traits.move(servedBy.recommender.model);
    },
  }).start();
  const latestTo = (user: string): string =>
    platform.shown.findLast(({ destination }) => destination.conversation === `fake:${user}`)?.card.title
      ?.text ?? "";
  const says = async (user: string, ...texts: string[]) => {
    for (const text of texts) await platform.does(user, { kind: "said", text });
  };
  return {
    clock,
    flush: tally.flush,
    bound: () => boundOf(world.recommender.model, "funny"),
    says,
    /** Has seen what comes up until it is one of these films, and answers that. */
    async answers(user: string, film: RegExp, answer: string) {
      for (let turn = 0; turn < 9; turn++) {
        if (film.test(latestTo(user))) return says(user, answer);
        await says(user, "seen it");
      }
      throw new Error(`${film} never came up`);
    },
  };
}

const MUCH = /Notting Hill|Love Actually/;
const BARELY = /Amelie|Aliens/;

test("the bound of a trait moves at once with what people make of films suggested for it, and back where it is taken back", async () => {
  const { answers, says, bound } = await talking();
  await says("ada", "something funny");
  await answers("ada", MUCH, "y");
  expect(bound()).toBe(HAS_TRAIT); // of one end alone nothing follows
  await says("bob", "something funny");
  await answers("bob", BARELY, "n");
  expect(bound()).toBe(HAS_TRAIT + policy.crowd.trait_reach);
  await says("bob", "undo");
  expect(bound()).toBe(HAS_TRAIT);
});

test("of one person one answer a day counts for a trait, however many they give", async () => {
  const { answers, says, bound, clock } = await talking();
  await says("ada", "something funny");
  await answers("ada", MUCH, "y");
  await answers("ada", BARELY, "n");
  expect(bound()).toBe(HAS_TRAIT);
  clock.nowMs += DAY_MS;
  await says("ada", "anything goes", "something funny");
  await answers("ada", BARELY, "n");
  expect(bound()).toBeGreaterThan(HAS_TRAIT);
});

test("answers to what was suggested for nothing in particular move no bound", async () => {
  const { says, bound } = await talking();
  await says("ada", "Amelie", "next", "y", "n", "n", "n");
  expect(bound()).toBe(HAS_TRAIT);
});

test("after a restart the bound stands where it stood, and after a season where it began", async () => {
  const store = memoryStore();
  const before = await talking(store);
  for (const user of ["ada", "eve"]) await before.says(user, "something funny");
  await before.answers("ada", MUCH, "y");
  await before.answers("eve", BARELY, "n");
  await before.flush();
  const risen = before.bound();
  expect(risen).toBeGreaterThan(HAS_TRAIT);
  expect((await talking(store)).bound()).toBe(risen);
  expect((await talking(store, 100)).bound()).toBe(HAS_TRAIT);
});

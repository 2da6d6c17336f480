/**
 * Where the bounds of traits stand by what people made of films that were suggested for them: sums in the figures, which say nothing
 * of anybody, and moved at once with each answer.
 */
import { LRUCache } from "lru-cache";
import type { Model } from "../../artifacts/model.ts";
import type { AnsweredFor } from "../../conversation/answered-for.ts";
import type { LogEntry } from "../../conversation/person.ts";
import type { Policy } from "../../recommender/policy.ts";
import { MUCH, type Much, moveBound } from "../../recommender/trait-bounds.ts";
import { dayOf } from "../../store/figures.ts";
import type { Store, UserKey } from "../../store/store.ts";
import type { Tally } from "../tally.ts";

export interface TraitAnswers {
  /**
   * Of one person one answer a day counts for each trait: nobody moves a bound by themselves.
   *
   * @param entries of the turn, for what is taken back counts no more
   */
  answered(user: UserKey, answers: readonly AnsweredFor[], entries: readonly LogEntry[]): void;
  /** The bounds of a model stand where the answers put them. */
  move(model: Pick<Model, "traits">): void;
}

interface Sums {
  liked: number;
  answered: number;
}

/** What people made of films longer ago says little of those that are suggested now. */
const DAYS = 90;
const DAY_MS = 86_400_000;
/** Answers of a day of which it is known whether they were counted. */
const AT_HAND = 50_000;

export async function openTraitAnswers({
  store,
  tally,
  policy,
  now,
}: {
  readonly store: Pick<Store, "figures">;
  readonly tally: Pick<Tally, "answeredFor">;
  readonly policy: Pick<Policy, "crowd">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}): Promise<TraitAnswers> {
  const sums = new Map<string, Record<Much, Sums>>();
  const ofToday = new LRUCache<string, true>({ max: AT_HAND });
  const counted = new LRUCache<string, readonly (AnsweredFor & { readonly platform: string })[]>({
    max: AT_HAND,
  });

  const sumsOf = (trait: string): Record<Much, Sums> => {
    const known = sums.get(trait) ?? { barely: { liked: 0, answered: 0 }, well: { liked: 0, answered: 0 } };
    sums.set(trait, known);
    return known;
  };
  const count = (platform: string, { trait, much, liked }: AnsweredFor, by: 1 | -1): void => {
    const own = sumsOf(trait)[much];
    own.answered += by;
    if (liked) own.liked += by;
    tally.answeredFor(platform, { trait, much, liked }, by);
  };

  for (const { what, count: by } of await store.figures(dayOf(now() - DAYS * DAY_MS), dayOf(now()))) {
    const [path, much, which, ...trait] = what.split("/");
    if (path !== "trait" || !MUCH.includes(much as Much) || !(which === "liked" || which === "answered"))
      continue;
    sumsOf(trait.join("/"))[much as Much][which] += by;
  }

  return {
    answered(user, answers, entries) {
      for (const entry of entries) {
        if (entry.kind !== "retraction") continue;
        for (const one of counted.get(entry.retracts) ?? []) count(one.platform, one, -1);
        counted.delete(entry.retracts);
      }
      const fresh = answers.filter(({ trait }) => {
        const key = JSON.stringify([dayOf(now()), user.platform, user.id, trait]);
        if (ofToday.has(key)) return false;
        ofToday.set(key, true);
        return true;
      });
      for (const one of fresh) {
        counted.set(one.id, [...(counted.get(one.id) ?? []), { ...one, platform: user.platform }]);
        count(user.platform, one, 1);
      }
    },
    move(model) {
      for (const [trait, answers] of sums) moveBound(model, trait, answers, policy);
    },
  };
}

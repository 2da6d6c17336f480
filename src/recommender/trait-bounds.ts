/**
 * From where on a film has a trait: half of the way at first, and then by what people make of films that barely have it.
 *
 * Who asks for something funny, and likes what is very funny more often than what is barely so, wants more of it than the bound asks
 * for: it rises. Where what barely has it is liked as often or more, it falls, and more films come up.
 */
import type { Model } from "../artifacts/model.ts";
import { perModel } from "./per-model.ts";
import type { Policy } from "./policy.ts";

/** From here on, of 255, a movie rather has a trait than not. */
export const HAS_TRAIT = 128;
/** From here on it has much of it; below, barely. */
const HAS_MUCH = 192;
/** What somebody who is all for one end and against the other moves the bound by, before `trait_reach`. */
const PER_GAP = 128;

/** How much of a trait a film has that was suggested for it. */
export const MUCH = ["barely", "well"] as const;
export type Much = (typeof MUCH)[number];
export const howMuch = (fit: number): Much => (fit < HAS_MUCH ? "barely" : "well");

/** Answers to films that were suggested for a trait. */
export type Answers = Readonly<Record<Much, { readonly liked: number; readonly answered: number }>>;

const bounds = perModel((_: Pick<Model, "traits">) => new Map<string, number>());

/** The least fit, of 255, that a film must have to have a trait. */
export const boundOf = (model: Pick<Model, "traits">, trait: string): number =>
  bounds(model).get(trait) ?? HAS_TRAIT;

/** The bound of a trait is where these answers put it from now on. */
export function moveBound(
  model: Pick<Model, "traits">,
  trait: string,
  answers: Answers,
  policy: Pick<Policy, "crowd">,
): void {
  bounds(model).set(trait, HAS_TRAIT + shiftBy(answers, policy));
}

/**
 * The difference of the shares liked, each drawn to the share of both as if `trait_answers` more had been answered so, times PER_GAP and
 * within `trait_reach`: few answers move little.
 */
export function shiftBy({ barely, well }: Answers, { crowd }: Pick<Policy, "crowd">): number {
  const answered = barely.answered + well.answered;
  if (answered === 0) return 0;
  const both = (barely.liked + well.liked) / answered;
  const share = ({ liked, answered: of }: Answers[Much]) =>
    (liked + crowd.trait_answers * both) / (of + crowd.trait_answers);
  const shift = Math.round(PER_GAP * (share(well) - share(barely)));
  return Math.max(-crowd.trait_reach, Math.min(crowd.trait_reach, shift));
}

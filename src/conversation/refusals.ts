/** What somebody never wants to be shown again, besides single movies: "never show me superhero movies again". */
import { type Filters, NO_FILTERS } from "../recommender/filters.ts";
import type { Dialogue, Refused } from "./dialogue.ts";
import { inDialogue, say, type Turn } from "./turn.ts";
import { NO_WISH } from "./wish.ts";
import { named, type Part, partsOf, without } from "./wish-parts.ts";
import * as wording from "./wording.ts";
import type { World } from "./world.ts";

/** What filters name, as ruled out. */
const refusedBy = (filters: Filters): Refused => ({
  genresOut: union(filters.genresOut, filters.traitsIn.length > 0 ? [] : filters.genresIn),
  traitsOut: union(filters.traitsOut, filters.traitsIn),
  peopleOut: union(filters.peopleOut, filters.peopleIn),
  languagesOut: [...filters.languagesOut, ...filters.languages],
  countriesOut: [...filters.countriesOut, ...filters.countries],
});

export function withRefused(turn: Turn, filters: Filters): Turn {
  const before = turn.state.dialogue.refused;
  const added = refusedBy(filters);
  return inDialogue(turn, { refused: before ? joined(before, added) : added });
}

export function refusals(world: World, { refused }: Dialogue): readonly Part[] {
  return refused ? partsOf(world, { ...NO_WISH, filters: { ...NO_FILTERS, ...refused } }) : [];
}

/** Lets what words name come up again; undefined where nothing that was refused goes by them. */
export function allowAgain(turn: Turn, said: string): Turn | undefined {
  const { world, state } = turn;
  const parts = named(refusals(world, state.dialogue), said);
  if (parts.length === 0) return undefined;
  const all = { ...NO_WISH, filters: { ...NO_FILTERS, ...state.dialogue.refused } };
  const left = inDialogue(turn, { refused: refusedBy(without(world, all, parts).filters) });
  return say(left, wording.allowedAgain(parts));
}

const joined = (before: Refused, added: Refused): Refused => ({
  genresOut: union(before.genresOut, added.genresOut),
  traitsOut: union(before.traitsOut, added.traitsOut),
  peopleOut: union(before.peopleOut, added.peopleOut),
  languagesOut: [...before.languagesOut, ...added.languagesOut],
  countriesOut: [...before.countriesOut, ...added.countriesOut],
});

const union = (some: readonly string[], more: readonly string[]): string[] => [
  ...new Set([...some, ...more]),
];

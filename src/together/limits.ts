/** What films must be on an evening, as somebody says it in their own words. */
import { merged } from "../conversation/refine.ts";
import type { RuledOut } from "../conversation/refusal-log.ts";
import { refusedBy } from "../conversation/refusals.ts";
import { understand } from "../conversation/understand.ts";
import { isNoWish, NO_WISH, type Wish } from "../conversation/wish.ts";
import { named, partsOf, without } from "../conversation/wish-parts.ts";
import type { World } from "../conversation/world.ts";
import type { Act, Reading } from "../intent/acts.ts";
import type { Context } from "../intent/reading/context.ts";
import { type Filters, NO_FILTERS } from "../recommender/filters.ts";

/** Nothing lies on the table: whatever is said is of the film that is looked for. */
export const LOOKING: Context = {
  phase: "suggesting",
  shown: () => [],
  listed: [],
  isWeighed: false,
  isElsewhere: false,
};

/** The limits after these words; undefined where they name none. */
export function limitsAfter(world: World, before: Wish, { acts }: Reading): Wish | undefined {
  const changed = acts.reduce((wish, act) => after(world, wish, act), before);
  return changed === before ? undefined : changed;
}

function after(world: World, before: Wish, act: Act): Wish {
  switch (act.kind) {
    case "anythingGoes":
      return NO_WISH;
    case "drop": {
      const dropped = named(partsOf(world, before), act.part);
      return dropped.length > 0 ? without(world, before, dropped) : before;
    }
    case "ask": {
      const { wish } = understand(world, act.request);
      const isNothing = isNoWish(wish) && act.request.drops.length === 0;
      return isNothing ? before : merged(world, before, wish, act.request.drops);
    }
    case "refuse": {
      const { filters } = understand(world, act.request).wish;
      const out = { ...NO_WISH, filters: { ...NO_FILTERS, ...refusedBy(filters) } };
      return isNoWish(out) ? before : merged(world, before, out, []);
    }
    default:
      return before;
  }
}

/** The limits, and what anybody who is in never wants. */
export const withRefusedByAll = (filters: Filters, refused: readonly RuledOut[]): Filters => ({
  ...filters,
  genresOut: [...filters.genresOut, ...refused.flatMap((one) => one.genresOut)],
  traitsOut: [...filters.traitsOut, ...refused.flatMap((one) => one.traitsOut)],
  peopleOut: [...filters.peopleOut, ...refused.flatMap((one) => one.peopleOut)],
  languagesOut: [...filters.languagesOut, ...refused.flatMap((one) => one.languagesOut)],
  countriesOut: [...filters.countriesOut, ...refused.flatMap((one) => one.countriesOut)],
  yearsOut: [...filters.yearsOut, ...refused.flatMap((one) => one.yearsOut)],
});

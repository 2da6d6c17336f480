/** What films must be on an evening, as somebody says it in their own words. */
import { languageNames } from "../catalog/place-names.ts";
import { ruledOutBy } from "../conversation/lasting-list.ts";
import type { Held } from "../conversation/lasting-log.ts";
import { merged } from "../conversation/refine.ts";
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
      const out = { ...NO_WISH, filters: { ...NO_FILTERS, ...ruledOutBy(filters) } };
      return isNoWish(out) ? before : merged(world, before, out, []);
    }
    default:
      return before;
  }
}

/** What somebody who is in wants for good, or never, as it holds on the evening. */
export interface HeldBy extends Held {
  /** Films that are spoken in English alone. */
  readonly isEnglishOnly: boolean;
}

/** The limits, and what anybody who is in never wants; an evening that names a language has said so for all. */
export function withRefusedByAll(filters: Filters, held: readonly HeldBy[]): Filters {
  const out = held.map((one) => one.out);
  const bounds = [filters.minutesTo, ...out.map(({ minutesTo }) => minutesTo)].filter(
    (minutes) => minutes > 0,
  );
  const isFromSomewhere = filters.languages.length + filters.countries.length > 0;
  return {
    ...filters,
    genresOut: [...filters.genresOut, ...out.flatMap((one) => one.genresOut)],
    traitsOut: [...filters.traitsOut, ...out.flatMap((one) => one.traitsOut)],
    peopleOut: [...filters.peopleOut, ...out.flatMap((one) => one.peopleOut)],
    languagesOut: [...filters.languagesOut, ...out.flatMap((one) => one.languagesOut)],
    countriesOut: [...filters.countriesOut, ...out.flatMap((one) => one.countriesOut)],
    yearsOut: [...filters.yearsOut, ...out.flatMap((one) => one.yearsOut)],
    minutesTo: bounds.length > 0 ? Math.min(...bounds) : 0,
    ...(!isFromSomewhere && held.some((one) => one.isEnglishOnly) && { languages: [languageNames("en")] }),
  };
}

/** And what each insists on: nothing may be left where they insist on different things. */
export const withInsistedByAll = (filters: Filters, held: readonly HeldBy[]): Filters => ({
  ...withRefusedByAll(filters, held),
  insisted: held.flatMap(({ insisted }) =>
    insisted.map((alternatives) => alternatives.map((one) => ({ ...NO_FILTERS, ...one }))),
  ),
});

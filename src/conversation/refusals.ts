/** What somebody never wants to be shown again, besides single movies: "never show me superhero movies again". */
import { type Filters, NO_FILTERS } from "../recommender/filters.ts";
import { entryId } from "./ids.ts";
import type { Person } from "./person.ts";
import { afterRefusal, type RefusalEntry, type Refused } from "./refusal-log.ts";
import { say, type Turn } from "./turn.ts";
import { NO_WISH } from "./wish.ts";
import { named, type Part, partsOf, without } from "./wish-parts.ts";
import * as wording from "./wording.ts";
import type { World } from "./world.ts";

/** What filters name, as ruled out. */
export const refusedBy = (filters: Filters): Refused => ({
  genresOut: [...filters.genresOut, ...(filters.traitsIn.length > 0 ? [] : filters.genresIn)],
  traitsOut: [...filters.traitsOut, ...filters.traitsIn],
  peopleOut: [...filters.peopleOut, ...filters.peopleIn],
  languagesOut: [...filters.languagesOut, ...filters.languages],
  countriesOut: [...filters.countriesOut, ...filters.countries],
});

export const withRefused = (turn: Turn, filters: Filters): Turn =>
  withEntry(turn, "refused", refusedBy(filters));

const wishRefused = (refused: Refused) => ({ ...NO_WISH, filters: { ...NO_FILTERS, ...refused } });

export const refusals = (world: World, { refused }: Person): readonly Part[] =>
  partsOf(world, wishRefused(refused));

/** Lets what words name come up again; undefined where nothing that was refused goes by them. */
export function allowAgain(turn: Turn, said: string): Turn | undefined {
  const { world, state } = turn;
  const { refused } = state.person;
  const all = refusals(world, state.person);
  const parts = named(all, said);
  if (parts.length === 0) return undefined;
  const rest = all.filter((part) => !parts.includes(part));
  const allowed = refusedBy(without(world, wishRefused(refused), rest).filters);
  return say(withEntry(turn, "allowed", allowed), wording.allowedAgain(parts));
}

function withEntry(turn: Turn, kind: RefusalEntry["kind"], what: Refused): Turn {
  const { person } = turn.state;
  const nth = turn.effects.filter((effect) => effect.kind === "refusal").length;
  const entry: RefusalEntry = { kind, id: entryId(turn.event.id, nth), atMs: turn.event.atMs, what };
  return {
    ...turn,
    state: { ...turn.state, person: { ...person, refused: afterRefusal(person.refused, entry) } },
    effects: [...turn.effects, { kind: "refusal", entry }],
  };
}

/** Who is in on an evening, as the short list goes by them. */

import { heldAt } from "../../conversation/lasting-log.ts";
import { newcomer } from "../../conversation/remember.ts";
import { timeAt } from "../../conversation/row-times.ts";
import type { World } from "../../conversation/world.ts";
import type { Filters } from "../../recommender/filters.ts";
import { isRecent } from "../../recommender/standing.ts";
import type { Taste } from "../../recommender/user-model.ts";
import { memberIdOf, userOf } from "../../store/evenings.ts";
import type { Store } from "../../store/store.ts";
import { aheadAfter } from "../../together/ahead.ts";
import { leaningsOf } from "../../together/compare.ts";
import type { Making } from "../../together/decide.ts";
import { type Evening, type EveningId, eveningAfter, type Member, notAgain } from "../../together/evening.ts";
import { type HeldBy, withInsistedByAll, withRefusedByAll } from "../../together/limits.ts";
import { shortList, type Taker } from "../../together/short-list.ts";
import type { Adapter } from "../adapter.ts";
import { recall, type StateAtHand } from "../at-hand.ts";
import { zoneOf } from "../time-zone.ts";

export interface TakersOptions {
  readonly world: World;
  readonly store: Store;
  readonly adapter: Pick<Adapter, "capabilities" | "zoneOf">;
}

/** Ten buttons, and some besides, are as many as a message holds on any platform. */
const FILMS_TO_MATCH = 10;
/** Whose turn it is follows from so many evenings. */
const EVENINGS_REMEMBERED = 20;

/** Films for two who compare their tastes. */
const FILMS_FOR_TWO = 3;

/** All that is made of the tastes of the people of an evening, looked up: it is then made without waiting. */
export async function makingOf(
  options: TakersOptions,
  { id, evening: { members } }: { readonly id: EveningId; readonly evening: Evening },
  atMs: number,
): Promise<Making> {
  const { world, store } = options;
  const nobody = newcomer(world.recommender).taste;
  const users = members.map(({ id }) => userOf(id));
  const shared = await store.evenings.shared(users, EVENINGS_REMEMBERED);
  const ahead = aheadAfter(
    shared.filter((other) => other.id !== id).map(({ happened }) => eveningAfter(happened)),
    users.map(memberIdOf),
  );
  const known: { readonly taker: Taker; readonly held: HeldBy }[] = [];
  for (const member of members) {
    const user = userOf(member.id);
    const { timeZone } = await zoneOf(options.adapter, user);
    const state = await recall(options, { user, conversation: NOWHERE });
    known.push({
      taker: takerOf(world, member, state, { atMs, ahead: ahead.get(member.id) ?? 0 }),
      held: {
        ...heldAt(state.lasting, atMs, timeZone),
        isEnglishOnly: state.lasting.subtitles === "never",
      },
    });
  }
  const held = known.map((one) => one.held);
  const listed = (evening: Evening, length?: number) => {
    const among = (filters: Filters) =>
      shortList(
        world.recommender,
        known.map(({ taker }) => taker),
        {
          filters,
          seenBy: evening.seenBy,
          ...(length !== undefined && { length }),
          without: rowsOf(world, [...evening.out, ...notAgain(evening)]),
        },
      );
    const asAllInsist = among(withInsistedByAll(evening.wish.filters, held));
    return asAllInsist.films.length > 0 ? asAllInsist : among(withRefusedByAll(evening.wish.filters, held));
  };
  return {
    list: (evening, isMatch) => listed(evening, isMatch ? FILMS_TO_MATCH : undefined),
    comparison(evening) {
      const [one, other] = evening.members.map(
        ({ id: member }) => known.find(({ taker }) => taker.id === member)?.taker.taste ?? nobody,
      ) as [Taste, Taste];
      const { films } = listed(evening, FILMS_FOR_TWO);
      return leaningsOf(world.recommender, [one, other], nobody).map((shown) => ({ ...shown, films }));
    },
  };
}

/** No conversation of anybody's is gone on with. */
const NOWHERE = "nowhere";

function takerOf(
  world: World,
  { id, named }: Member,
  { taste, away: { answered, skipped } }: StateAtHand,
  { atMs, ahead }: { readonly atMs: number; readonly ahead: number },
): Taker {
  const { recommender } = world;
  const { skip_days: skipDays } = recommender.policy.repeats;
  const away = new Set(rows(world, (row) => isRecent(timeAt(skipped, row), atMs, skipDays)));
  for (const { row, verdict } of taste.evidence)
    if (verdict === "dislike" || verdict === "never") away.add(row);
  return {
    id,
    taste: named.reduce(
      (before, movie) => recommender.observe(before, { movie, verdict: "favourite", atMs }),
      taste,
    ),
    seen: new Set([...rows(world, (row) => answered[row] === 1), ...rowsOf(world, named)]),
    away,
    ahead,
  };
}

const rows = ({ recommender }: World, is: (row: number) => boolean): number[] =>
  [...recommender.model.movies.keys()].filter(is);

const rowsOf = ({ recommender }: World, movies: readonly string[]): Set<number> =>
  new Set(movies.flatMap((movie) => recommender.rowOf(movie) ?? []));

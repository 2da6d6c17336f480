/** What somebody wants for good, or never, besides single movies: "never show me superhero movies again", "no horror after ten". */
import { mixedGenreOf } from "../catalog/genres.ts";
import type { Act, Times } from "../intent/acts.ts";
import type { ObviousnessShift } from "../intent/terms.ts";
import { type Filters, NO_FILTERS } from "../recommender/filters.ts";
import { moreObvious } from "../recommender/obviousness.ts";
import { entryId } from "./ids.ts";
import {
  afterLastingEntry,
  type Insisted,
  isNoLastingWish,
  type LastingEntry,
  type LastingWishes,
  NO_LASTING_WISHES,
  NOTHING_OUT,
  newIn,
  outOf,
  type RuledOut,
} from "./lasting-log.ts";
import { lastSaid, type Person } from "./person.ts";
import { timesLabel } from "./times.ts";
import { clearWish, inDialogue, reply, say, setWish, suggestNext, type Turn, wishInForce } from "./turn.ts";
import { isNoWish, NO_WISH } from "./wish.ts";
import { named, obviousnessLabel, onlyLabel, type Part, partsOf, without } from "./wish-parts.ts";
import * as wording from "./wording.ts";
import type { World } from "./world.ts";

/** What filters name, as ruled out. */
export function ruledOutBy(filters: Filters): RuledOut {
  const { yearFrom, yearTo, minutesFrom } = filters;
  return {
    genresOut: [...filters.genresOut, ...(filters.traitsIn.length > 0 ? [] : mixedOrEach(filters.genresIn))],
    traitsOut: [...filters.traitsOut, ...filters.traitsIn],
    peopleOut: [...filters.peopleOut, ...filters.peopleIn],
    languagesOut: [...filters.languagesOut, ...filters.languages],
    countriesOut: [...filters.countriesOut, ...filters.countries],
    yearsOut: [
      ...filters.yearsOut,
      ...(yearFrom + yearTo > 0 ? [{ from: yearFrom, to: yearTo || LAST_YEAR }] : []),
    ],
    minutesTo: minutesFrom,
  };
}

/** "Never show me romcoms again" hides neither all comedies nor all romances. */
const mixedOrEach = (genres: readonly string[]): readonly string[] => {
  const mixed = mixedGenreOf(genres);
  return mixed === undefined ? genres : [mixed];
};

const LAST_YEAR = 9999;

const wishOf = (out: RuledOut) => ({ ...NO_WISH, filters: { ...NO_FILTERS, ...outOf(out) } });
const insistedWish = (only: Insisted) => ({ ...NO_WISH, filters: { ...NO_FILTERS, ...only } });

/** What filters name, as what is insisted on; undefined where they name nothing that can be. */
export function insistedBy(filters: Filters): Insisted | undefined {
  const { genresIn, traitsIn, peopleIn, languages, countries, standings } = filters;
  const { yearFrom, yearTo, minutesFrom, minutesTo } = filters;
  const named = [genresIn, traitsIn, peopleIn, languages, countries, standings];
  const bounds = { yearFrom, yearTo, minutesFrom, minutesTo };
  const isNothing = [...named, ...Object.values(bounds)].every((one) => one === 0 || isEmpty(one));
  return isNothing ? undefined : { genresIn, traitsIn, peopleIn, languages, countries, standings, ...bounds };
}

const isEmpty = (one: number | readonly unknown[]): boolean => typeof one !== "number" && one.length === 0;

/** One thing that holds from now on. */
export interface LastingWish {
  /** As it is told: "not Horror from 22:00 to 06:00", "only Comedy on Sundays", "subtitles are fine". */
  readonly label: string;
  /** As parts that words may name: one of them is enough. */
  readonly parts: readonly Part[];
  /** When it holds; nothing where always. */
  readonly times: Times;
  /** All that takes it back. */
  readonly what: LastingWishes;
}

export function lastingWishes(world: World, { lasting }: Pick<Person, "lasting">): readonly LastingWish[] {
  const always = { times: {} };
  const setting = (label: string, name: string, what: Partial<LastingWishes>): LastingWish => ({
    label,
    parts: [{ label: name, of: "languages", without: NO_WISH }],
    ...always,
    what: { ...NO_LASTING_WISHES, ...what },
  });
  const { subtitles, obviousness, services, reminds } = lasting;
  return [
    ...ruledOut(world, lasting).map(({ part, piece }) => ({
      label: part.label,
      parts: [part],
      ...always,
      what: { ...NO_LASTING_WISHES, ...piece },
    })),
    ...lasting.atTimes.flatMap(({ out, only, ...times }): LastingWish[] => [
      ...ruledOut(world, out).map(({ part, piece }) => ({
        label: `${part.label}${timesLabel(times)}`,
        parts: [part],
        times,
        what: { ...NO_LASTING_WISHES, atTimes: [{ ...times, out: piece }] },
      })),
      ...(only
        ? [
            {
              label: `${onlyLabel(world, only)}${timesLabel(times)}`,
              parts: only.flatMap((one) => partsOf(world, insistedWish(one))),
              times,
              what: { ...NO_LASTING_WISHES, atTimes: [{ ...times, out: NOTHING_OUT, only }] },
            },
          ]
        : []),
    ]),
    ...(obviousness
      ? [
          {
            label: obviousnessLabel(obviousness),
            parts: [{ label: obviousnessLabel(obviousness), of: "standings", without: NO_WISH } as const],
            ...always,
            what: { ...NO_LASTING_WISHES, obviousness },
          },
        ]
      : []),
    ...(services ? [setting(`only on ${services.join(", ")}`, "services", { services })] : []),
    ...(reminds === true ? [setting("reminders are on", "reminders", { reminds })] : []),
    ...(subtitles ? [setting(SUBTITLES[subtitles], "subtitles", { subtitles })] : []),
  ];
}

/** Piece by piece. */
function ruledOut(world: World, out: RuledOut): { readonly part: Part; readonly piece: RuledOut }[] {
  const wish = wishOf(out);
  return partsOf(world, wish).map((part) => {
    const others = ruledOutBy(without(world, wish, [part]).filters);
    const left = { ...others, minutesTo: part.without.filters.minutesTo };
    return { part, piece: outOf(newIn({ ...NO_LASTING_WISHES, ...out }, { ...NO_LASTING_WISHES, ...left })) };
  });
}

const SUBTITLES = { fine: "subtitles are fine", never: "nothing with subtitles" } as const;

export const withLasting = (turn: Turn, what: Partial<LastingWishes>): Turn =>
  withEntry(turn, "refused", { ...NO_LASTING_WISHES, ...what });

/** Lets what words name come up again; undefined where nothing that was refused goes by them. */
export function allowAgain(turn: Turn, said: string): Turn | undefined {
  return allow(turn, namedAmong(lastingWishes(turn.world, turn.state.person), said));
}

/** Those that go by the words. */
export function namedAmong(all: readonly LastingWish[], said: string): LastingWish[] {
  const gone = named(
    all.flatMap(({ parts }) => parts),
    said,
  );
  return all.filter(({ parts }) => parts.some((part) => gone.includes(part)));
}

/** Lets all of it come up again; undefined where it is nothing. */
export function allow(turn: Turn, taken: readonly LastingWish[]): Turn | undefined {
  if (taken.length === 0) return undefined;
  const allowed = taken.reduce((next, { what }) => withEntry(next, "allowed", what), turn);
  return say(allowed, wording.allowedAgain(taken.map(({ label }) => label)));
}

/** What was said last of what holds from now on is as if it had not been said. */
export function unsettle(turn: Turn): Turn {
  const { settled = [] } = turn.state.dialogue;
  const last = settled.at(-1);
  if (!last) return turn;
  const now = turn.state.person.lasting;
  const [gone, back] = [newIn(now, last.before), newIn(last.before, now)];
  const less = isNoLastingWish(gone) ? turn : withEntry(turn, "allowed", gone);
  const as = isNoLastingWish(back) ? less : withEntry(less, "refused", back);
  return inDialogue(as, { settled: settled.slice(0, -1) });
}

/** What was said last of what holds from now on is taken back; undefined where something else was said since. */
export function undoSettled(turn: Turn, lastSaidMs: number | undefined): Turn | undefined {
  const settled = turn.state.dialogue.settled?.at(-1);
  if (!settled || (lastSaidMs !== undefined && lastSaidMs > settled.atMs)) return undefined;
  const undone = unsettle(turn);
  const labelsOf = (one: Turn) => lastingWishes(turn.world, one.state.person).map(({ label }) => label);
  const [before, after] = [labelsOf(turn), labelsOf(undone)];
  return reply(
    undone,
    wording.settledUndone(
      before.filter((label) => !after.includes(label)),
      after.filter((label) => !before.includes(label)),
    ),
  );
}

/** Subtitles, or where it is what time: holds from now on. */
export function settle(
  turn: Turn,
  { kind: _, unknownZone, ...what }: Extract<Act, { kind: "settle" }>,
): Turn {
  if (unknownZone !== undefined) return reply(turn, wording.noSuchZone(unknownZone));
  const { subtitles, timeZone, services, reminds, quiet } = what;
  const settled = withLasting(turn, what);
  if (reminds !== undefined) return reply(settled, wording.remindersSet(reminds));
  if (services) return reply(settled, wording.servicesSet(services, turn.event.knowsOffers === true));
  if (quiet) return reply(settled, wording.quietSet(quiet));
  if (timeZone !== undefined) return reply(settled, wording.timeZoneSet(timeZone, turn.event.atMs));
  return reply(settled, wording.neverAgain([SUBTITLES[subtitles!]]));
}

/** How obvious films are to be from now on, whatever is asked for. */
export function keepObviousness(turn: Turn, shift: ObviousnessShift): Turn {
  const before = turn.state.person.lasting.obviousness ?? 0;
  const steps = shift === "as obvious as ever" ? 0 : moreObvious(before, shift === "more obvious" ? 1 : -1);
  const kept =
    steps !== 0
      ? withLasting(turn, { obviousness: steps })
      : before !== 0
        ? withEntry(turn, "allowed", { ...NO_LASTING_WISHES, obviousness: before })
        : turn;
  const wish = wishInForce(kept);
  const isAsked = wish?.obviousness !== undefined;
  const asked = isAsked ? { ...wish, obviousness: 0 } : wish;
  const next = !isAsked || !asked ? kept : isNoWish(asked) ? clearWish(kept) : setWish(kept, asked);
  return suggestNext(next, [wording.obviousFromNowOn(steps)]);
}

/** So many are taken back one after the other. */
const MOST_TAKEN_BACK = 10;

function withEntry(turn: Turn, kind: LastingEntry["kind"], what: LastingWishes): Turn {
  const { person } = turn.state;
  const nth = turn.effects.filter((effect) => effect.kind === "refusal").length;
  const { atMs, id } = turn.event;
  const entry: LastingEntry = { kind, id: entryId(id, nth), atMs, what };
  const { settled = [] } = turn.state.dialogue;
  const isSameWord = nth > 0;
  const next = {
    ...turn,
    state: { ...turn.state, person: { ...person, lasting: afterLastingEntry(person.lasting, entry) } },
    effects: [...turn.effects, { kind: "refusal", entry } as const],
  };
  return isSameWord
    ? next
    : inDialogue(next, {
        settled: [...settled, { atMs, before: person.lasting, by: id, behind: lastSaid(person)?.id }].slice(
          -MOST_TAKEN_BACK,
        ),
      });
}

/** What somebody wants for good, or never, besides single movies: "never show me superhero movies again", "no horror after ten". */
import type { Act } from "../intent/acts.ts";
import type { ObviousnessShift } from "../intent/terms.ts";
import { type Filters, NO_FILTERS } from "../recommender/filters.ts";
import { moreObvious } from "../recommender/obviousness.ts";
import { clock } from "./hours.ts";
import { entryId } from "./ids.ts";
import type { Person } from "./person.ts";
import {
  afterRefusal,
  NOTHING_REFUSED,
  newIn,
  outOf,
  type RefusalEntry,
  type Refused,
  type RuledOut,
} from "./refusal-log.ts";
import { clearWish, inDialogue, reply, say, setWish, suggestNext, type Turn, wishInForce } from "./turn.ts";
import { isNoWish, NO_WISH } from "./wish.ts";
import { named, obviousnessLabel, type Part, partsOf, without } from "./wish-parts.ts";
import * as wording from "./wording.ts";
import type { World } from "./world.ts";

/** What filters name, as ruled out. */
export function refusedBy(filters: Filters): RuledOut {
  const { yearFrom, yearTo, minutesFrom } = filters;
  return {
    genresOut: [...filters.genresOut, ...(filters.traitsIn.length > 0 ? [] : filters.genresIn)],
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

const LAST_YEAR = 9999;

const wishOf = (out: RuledOut) => ({ ...NO_WISH, filters: { ...NO_FILTERS, ...outOf(out) } });

/** One thing that holds from now on. */
export interface Refusal {
  /** As it is told: "not Horror from 22:00 to 06:00", "subtitles are fine". */
  readonly label: string;
  /** As a part that words may name. */
  readonly part: Part;
  /** All that takes it back. */
  readonly what: Refused;
}

export function refusals(world: World, { refused }: Pick<Person, "refused">): readonly Refusal[] {
  const piecesOf = (out: RuledOut): { readonly part: Part; readonly piece: RuledOut }[] =>
    partsOf(world, wishOf(out)).map((part) => {
      const others = refusedBy(without(world, wishOf(out), [part]).filters);
      const left = { ...others, minutesTo: part.without.filters.minutesTo };
      return { part, piece: newIn({ ...NOTHING_REFUSED, ...out }, { ...NOTHING_REFUSED, ...left }) };
    });
  const { subtitles, obviousness } = refused;
  return [
    ...piecesOf(refused).map(({ part, piece }) => ({
      label: part.label,
      part,
      what: { ...NOTHING_REFUSED, ...outOf(piece) },
    })),
    ...refused.atHours.flatMap(({ hours, out }) =>
      piecesOf(out).map(({ part, piece }) => ({
        label: `${part.label} from ${clock(hours.from)} to ${clock(hours.to)}`,
        part,
        what: { ...NOTHING_REFUSED, atHours: [{ hours, out: outOf(piece) }] },
      })),
    ),
    ...(obviousness
      ? [
          {
            label: obviousnessLabel(obviousness),
            part: { label: obviousnessLabel(obviousness), of: "standings", without: NO_WISH } as const,
            what: { ...NOTHING_REFUSED, obviousness },
          },
        ]
      : []),
    ...(refused.services
      ? [
          {
            label: `only on ${refused.services.join(", ")}`,
            part: { label: "services", of: "languages", without: NO_WISH } as const,
            what: { ...NOTHING_REFUSED, services: refused.services },
          },
        ]
      : []),
    ...(refused.reminds === true
      ? [
          {
            label: "reminders are on",
            part: { label: "reminders", of: "languages", without: NO_WISH } as const,
            what: { ...NOTHING_REFUSED, reminds: true },
          },
        ]
      : []),
    ...(subtitles
      ? [
          {
            label: SUBTITLES[subtitles],
            part: { label: "subtitles", of: "languages", without: NO_WISH } as const,
            what: { ...NOTHING_REFUSED, subtitles },
          },
        ]
      : []),
  ];
}

const SUBTITLES = { fine: "subtitles are fine", never: "nothing with subtitles" } as const;

export const withRefused = (turn: Turn, what: Partial<Refused>): Turn =>
  withEntry(turn, "refused", { ...NOTHING_REFUSED, ...what });

/** Lets what words name come up again; undefined where nothing that was refused goes by them. */
export function allowAgain(turn: Turn, said: string): Turn | undefined {
  const all = refusals(turn.world, turn.state.person);
  const parts = all.map(({ part }) => part);
  const exact = named(parts, said);
  const gone = exact.length > 0 ? exact : named(parts, said.replace(/s$/i, ""));
  const taken = all.filter(({ part }) => gone.includes(part));
  if (taken.length === 0) return undefined;
  const allowed = taken.reduce((next, { what }) => withEntry(next, "allowed", what), turn);
  return say(
    inDialogue(allowed, { settled: undefined }),
    wording.allowedAgain(taken.map(({ label }) => label)),
  );
}

/** What was said last to hold from now on holds no longer. */
export function allowSettled(turn: Turn): Turn {
  const { settled } = turn.state.dialogue;
  return settled ? withEntry(inDialogue(turn, { settled: undefined }), "allowed", settled.what) : turn;
}

/** What was said last that holds from now on is taken back; undefined where something else was said since. */
export function undoSettled(turn: Turn, lastSaidMs: number | undefined): Turn | undefined {
  const { settled } = turn.state.dialogue;
  if (!settled || (lastSaidMs !== undefined && lastSaidMs > settled.atMs)) return undefined;
  const undone = allowSettled(turn);
  const before = new Set(refusals(turn.world, undone.state.person).map(({ label }) => label));
  const gone = refusals(turn.world, turn.state.person).filter(({ label }) => !before.has(label));
  return reply(undone, wording.settledUndone(gone.map(({ label }) => label)));
}

/** Subtitles, or where it is what time: holds from now on. */
export function settle(
  turn: Turn,
  { kind: _, unknownZone, ...what }: Extract<Act, { kind: "settle" }>,
): Turn {
  if (unknownZone !== undefined) return reply(turn, wording.noSuchZone(unknownZone));
  const { subtitles, timeZone, services, reminds, quiet } = what;
  const settled = withRefused(turn, what);
  if (reminds !== undefined) return reply(settled, wording.remindersSet(reminds));
  if (services) return reply(settled, wording.servicesSet(services, turn.event.knowsOffers === true));
  if (quiet) return reply(settled, wording.quietSet(quiet));
  if (timeZone !== undefined) return reply(settled, wording.timeZoneSet(timeZone, turn.event.atMs));
  return reply(settled, wording.neverAgain([SUBTITLES[subtitles!]]));
}

/** How obvious films are to be from now on, whatever is asked for. */
export function keepObviousness(turn: Turn, shift: ObviousnessShift): Turn {
  const before = turn.state.person.refused.obviousness ?? 0;
  const steps = shift === "as obvious as ever" ? 0 : moreObvious(before, shift === "more obvious" ? 1 : -1);
  const kept =
    steps !== 0
      ? withRefused(turn, { obviousness: steps })
      : before !== 0
        ? withEntry(turn, "allowed", { ...NOTHING_REFUSED, obviousness: before })
        : turn;
  const wish = wishInForce(kept);
  const isAsked = wish?.obviousness !== undefined;
  const asked = isAsked ? { ...wish, obviousness: 0 } : wish;
  const next = !isAsked || !asked ? kept : isNoWish(asked) ? clearWish(kept) : setWish(kept, asked);
  return suggestNext(next, [wording.obviousFromNowOn(steps)]);
}

function withEntry(turn: Turn, kind: RefusalEntry["kind"], what: Refused): Turn {
  const { person } = turn.state;
  const nth = turn.effects.filter((effect) => effect.kind === "refusal").length;
  const { atMs, id } = turn.event;
  const entry: RefusalEntry = { kind, id: entryId(id, nth), atMs, what };
  const fresh = newIn(what, person.refused);
  const next = {
    ...turn,
    state: { ...turn.state, person: { ...person, refused: afterRefusal(person.refused, entry) } },
    effects: [...turn.effects, { kind: "refusal", entry } as const],
  };
  return kind === "refused" ? inDialogue(next, { settled: { atMs, what: fresh } }) : next;
}

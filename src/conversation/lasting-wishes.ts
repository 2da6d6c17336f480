/** What somebody wants from now on, or never, or at some times alone: "no horror on weekdays", "on Sundays only comedies". */
import type { Act, Times } from "../intent/acts.ts";
import type { MovieRequest } from "../intent/request.ts";
import {
  allow,
  insistedBy,
  type LastingWish,
  lastingWishes,
  namedAmong,
  ruledOutBy,
  withLasting,
} from "./lasting-list.ts";
import { isSameTime, type LastingWishes, NO_LASTING_WISHES, NOTHING_OUT } from "./lasting-log.ts";
import { drop, request } from "./requests.ts";
import { clock, minuteOfDay, weekday } from "./times.ts";
import { record, reply, suggestNext, type Turn, zoneOf } from "./turn.ts";
import { understand } from "./understand.ts";
import { type Part, partsOf } from "./wish-parts.ts";
import * as wording from "./wording.ts";

/** What is named is kept away from now on. @param times at these alone */
export function refuse(turn: Turn, asked: MovieRequest, times?: Times): Turn {
  const { filters } = understand(turn.world, asked).wish;
  const out = ruledOutBy(filters);
  const what = times ? { atTimes: [{ ...times, out }] } : out;
  const refused = withLasting(turn, what);
  const labels = lastingWishes(turn.world, refused.state.person).map(({ label }) => label);
  const movies = filters.moviesOut.flatMap((id) => turn.world.catalog.byId(id) ?? []);
  if (labels.length + movies.length === 0) return request(turn, asked);
  const noted = movies.reduce(
    (next, { id }) => record(next, { movie: id, verdict: "never", source: "title" }),
    labels.length > 0 ? refused : turn,
  );
  return suggestNext(noted, [
    ...movies.map((movie) => wording.noted("never", movie)),
    ...(labels.length > 0 ? told(turn, refused, what) : []),
    ...(times ? [hereAndNow(turn, times)] : []),
  ]);
}

/** Nothing but one of these comes up from now on. @param times at these alone */
export function insist(turn: Turn, requests: readonly MovieRequest[], times: Times = {}): Turn {
  const only = requests.flatMap((one) => insistedBy(understand(turn.world, one).wish.filters) ?? []);
  const [first] = requests;
  if (only.length === 0) return first ? request(turn, first) : turn;
  const what = { atTimes: [{ ...times, out: NOTHING_OUT, only }] };
  const held = withLasting(turn, what);
  const isTimed = times.hours !== undefined || times.days !== undefined;
  return suggestNext(held, [...told(turn, held, what), ...(isTimed ? [hereAndNow(turn, times)] : [])]);
}

/** What is new of what holds; what was said where all of it held before. */
function told(before: Turn, after: Turn, what: Partial<LastingWishes>): string[] {
  const known = new Set(lastingWishes(before.world, before.state.person).map(({ label }) => label));
  const labels = lastingWishes(after.world, after.state.person).map(({ label }) => label);
  const fresh = labels.filter((label) => !known.has(label));
  const said = lastingWishes(after.world, { lasting: { ...NO_LASTING_WISHES, ...what } });
  return [wording.neverAgain(fresh.length > 0 ? fresh : said.map(({ label }) => label))];
}

/** Hours and days are meant where the person is. */
function hereAndNow({ state, event }: Turn, { days }: Times): string {
  const { timeZone } = state.person.lasting;
  const zone = timeZone ?? zoneOf(event);
  const time = clock(minuteOfDay(event.atMs, zone));
  const now = days ? `${weekday(event.atMs, zone)}, ${time}` : time;
  return wording.whatTimeItIs(now, zone, timeZone !== undefined || event.isOwnZone === true);
}

/** What they name or ask for may come up again; where times are told at these alone. Without either it is all that holds at these. */
export function allowAsked(
  turn: Turn,
  { said, request: asked, times }: Extract<Act, { kind: "allow" }>,
): Turn {
  const then = lastingWishes(turn.world, turn.state.person).filter(
    (one) => !times || isSameTime(one.times, times),
  );
  const parts = asked ? partsOf(turn.world, understand(turn.world, asked).wish) : [];
  const isAsked = (refusal: LastingWish): boolean =>
    !asked || refusal.parts.some((part) => parts.some((other) => isSame(part, other)));
  const meant = then.filter(isAsked);
  return (
    allow(turn, meant.length > 0 ? meant : namedAmong(then, said)) ??
    drop(turn, said) ??
    reply(turn, wording.notRefused(said))
  );
}

/** Of a length there is one bound. */
const isSame = (one: Part, other: Part): boolean =>
  (one.of === "runtime" && other.of === "runtime") || bare(one) === bare(other);

const bare = ({ label }: Part): string => label.replace(/^not /, "");

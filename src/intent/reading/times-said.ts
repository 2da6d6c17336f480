/** When something is to hold, as people say it: "after ten", "on weekdays", "Friday nights", "except on weekends". */
import type { Hours, Times } from "../acts.ts";
import { HOUR, minuteSaid } from "./hour-said.ts";

/** When a night is over. */
const MORNING = 6 * 60;
const NOON = 12 * 60;
const EVENING = 18 * 60;
const BED = 21 * 60;
const AT_NIGHT = 22 * 60;

const HALF = "(pm|am|p\\.m\\.|a\\.m\\.|o'clock|h|uhr)?";
const NIGHT = "(?: at night| in the evening| on| onwards)?";
const DAY = "(?:sun|mon|tues|wednes|thurs|fri|satur)days?|(?:mon|tues?|wed|thurs?|fri|sat|sun)";
const DAYS = `(?:${DAY})(?:(?:, ?(?:and |or )?| and | or | ?& ?| ?- ?| to | through | till | until )(?:${DAY})){0,6}`;
const GROUP =
  "weekdays?|week days|work(?:ing)? ?days?|weeknights?|school nights?|work nights?|week ?ends?|(?:the )?(?:work(?:ing)? )?week";
const PART = "(?: (nights?|evenings?|mornings?|afternoons?))?";

/** With groups: of an hour the word, the hour and the half of the day; of two hours each with its half; a part of the day; bed; by day. */
const HOURS_SAID = `(?:once it's |if it's |when it's )?(?:(after|past|before|until) ${HOUR} ?${HALF}${NIGHT}|(?:from|between) ${HOUR} ?${HALF} ?(?:to|and|until|till|-) ?${HOUR} ?${HALF}|(from) ${HOUR} ?${HALF}${NIGHT}|(?:late )?(?:at|in the) (night|nights|evenings?|mornings?)|(?:before|at) (bed|bedtime|sleep)|(?:during|in) the (day|daytime|afternoons?))`;
/** With groups: how they are led up to, the days, or what goes for some; and a part of the day. */
const DAYS_SAID = `((?:on |every |each |at |during |in |over |if it's |when it's )?(?:a |the |my )?)(?:(${DAYS})|(${GROUP}))${PART}`;
const EXCEPT =
  "(?:,? ?(except|but not|unless|other than|apart from)(?: for)?(?: if| when)?(?: it's| it is)?)?";

const AT_END = {
  hours: new RegExp(`${EXCEPT}(?:^|,? )${HOURS_SAID}$`, "i"),
  days: new RegExp(`${EXCEPT}(?:^|,? )${DAYS_SAID}$`, "i"),
};
const AT_START = {
  hours: new RegExp(`^${EXCEPT} ?${HOURS_SAID}(?:,|:)? `, "i"),
  days: new RegExp(`^${EXCEPT} ?${DAYS_SAID}(?:,|:)? `, "i"),
};
/** One of them alone is meant. */
const THIS_ONE = /(?:^|\s)(?:this|next|last|that|coming|whole)$/i;

export interface TimesSaid {
  readonly times: Times;
  /** What is said besides. */
  readonly rest: string;
  /** They stand behind it, and not before. */
  readonly isBehind: boolean;
}

/** Undefined where no time is named, at one end. */
export function timesSaid(text: string): TimesSaid | undefined {
  for (const [patterns, isBehind] of [
    [AT_END, true],
    [AT_START, false],
  ] as const) {
    const found = taken(text, patterns);
    if (found) return { ...found, isBehind };
  }
  return undefined;
}

/** Hours and days may stand side by side, in either order. */
function taken(
  text: string,
  { hours, days }: typeof AT_END,
): { readonly times: Times; readonly rest: string } | undefined {
  let [rest, times] = [text, {} as Times];
  for (let nth = 0; nth < 2; nth++) {
    const [byHours, byDays] = [times.hours ? null : hours.exec(rest), times.days ? null : days.exec(rest)];
    const told = byHours ? hoursTold(byHours) : byDays ? daysTold(byDays) : undefined;
    const match = byHours ?? byDays;
    if (!match || !told || THIS_ONE.test(rest.slice(0, match.index))) break;
    rest = `${rest.slice(0, match.index)}${rest.slice(match.index + match[0].length)}`.trim();
    times = { ...told, ...times, ...(match[1] !== undefined && { isOutside: true }) };
  }
  return times.hours || times.days ? { times, rest } : undefined;
}

function hoursTold(match: RegExpExecArray): Times | undefined {
  const [
    word,
    hour,
    half,
    first,
    firstHalf,
    second,
    secondHalf,
    since,
    sinceHour,
    sinceHalf,
    part,
    bed,
    day,
  ] = match.slice(2);
  if (bed !== undefined) return { hours: { from: BED, to: MORNING } };
  if (day !== undefined)
    return { hours: day.startsWith("after") ? { from: NOON, to: EVENING } : { from: MORNING, to: EVENING } };
  if (part !== undefined) return { hours: partOf(part, AT_NIGHT) };
  if (first !== undefined) {
    const [from, to] = [minute(first, firstHalf ?? secondHalf, false), minute(second!, secondHalf, false)];
    return from === undefined || to === undefined || from === to ? undefined : { hours: { from, to } };
  }
  const isBefore = /before|until/i.test(word ?? "");
  const at = minute((hour ?? sinceHour)!, half ?? sinceHalf, isBefore);
  if (at === undefined || (word === undefined && since === undefined)) return undefined;
  if (isBefore) return { hours: { from: MORNING, to: at } };
  return { hours: { from: at, to: at < MORNING || at >= NOON ? MORNING : NOON } };
}

const minute = (hour: string, half: string | undefined, isBefore: boolean): number | undefined =>
  minuteSaid(hour.toLowerCase(), half?.toLowerCase().replaceAll(".", ""), isBefore);

/** @param night from when on it is night: that of a certain day begins with its evening */
function partOf(part: string, night: number): Hours {
  const said = part.toLowerCase();
  if (said.startsWith("night")) return { from: night, to: MORNING };
  if (said.startsWith("evening")) return { from: EVENING, to: MORNING };
  return said.startsWith("morning") ? { from: MORNING, to: NOON } : { from: NOON, to: EVENING };
}

const NAMES = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const WEEKDAYS = [1, 2, 3, 4, 5];

/** "Friday" and "weekend" are hardly of every one of them, unless it is "on Friday", "the weekend" or "Friday night". */
function daysTold([, , before, days, group, part]: RegExpExecArray): Times | undefined {
  const isOne = !/s$|[ ,&-]/i.test((days ?? group)!);
  if (isOne && before === "" && part === undefined && !/night$/i.test(group ?? "")) return undefined;
  if (group !== undefined) {
    const said = group.toLowerCase().replaceAll(" ", "");
    const night = { hours: { from: EVENING, to: MORNING } };
    if (/^(?:school|work)night/.test(said)) return { days: [0, 1, 2, 3, 4], ...night };
    if (said.startsWith("weeknight")) return { days: WEEKDAYS, ...night };
    const all = said.startsWith("weekend") ? [0, 6] : WEEKDAYS;
    return { days: all, ...(part !== undefined && { hours: partOf(part, EVENING) }) };
  }
  return { days: daysNamed(days!), ...(part !== undefined && { hours: partOf(part, EVENING) }) };
}

/** "Fridays and Saturdays", "Monday to Thursday" */
function daysNamed(said: string): readonly number[] {
  const words = said.toLowerCase().match(/[a-z]+|-/g) ?? [];
  const all = new Set<number>();
  let last: number | undefined;
  let isRange = false;
  for (const word of words) {
    const day = NAMES.indexOf(word.slice(0, 3));
    if (day < 0) {
      isRange = word !== "and" && word !== "or";
      continue;
    }
    if (isRange && last !== undefined) for (let one = last; one !== day; one = (one + 1) % 7) all.add(one);
    all.add(day);
    [last, isRange] = [day, false];
  }
  return [...all].sort((a, b) => a - b);
}

/** Hours of the day and days of the week, where somebody is. */
import { z } from "zod";
import type { Hours, Times } from "../intent/acts.ts";

const MINUTES_A_DAY = 24 * 60;
const minute = z
  .int()
  .min(0)
  .max(MINUTES_A_DAY - 1);

export const hoursSchema = z.object({ from: minute, to: minute }).readonly() satisfies z.ZodType<Hours>;

export const times = {
  hours: hoursSchema.exactOptional(),
  days: z.array(z.int().min(0).max(6)).min(1).readonly().exactOptional(),
  isOutside: z.literal(true).exactOptional(),
};

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** @throws RangeError for no time zone */
export function minuteOfDay(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(atMs);
  const numberOf = (type: "hour" | "minute") => Number(parts.find((part) => part.type === type)!.value);
  return 60 * numberOf("hour") + numberOf("minute");
}

/** "Monday" @throws RangeError for no time zone */
export const weekday = (atMs: number, timeZone: string): (typeof DAYS)[number] =>
  new Intl.DateTimeFormat("en", { timeZone, weekday: "long" }).format(atMs) as (typeof DAYS)[number];

export const isWithinHours = (hours: Hours, atMs: number, timeZone: string): boolean =>
  isWithin(hours, minuteOfDay(atMs, timeZone));

const isWithin = ({ from, to }: Hours, now: number): boolean =>
  from <= to ? now >= from && now < to : now >= from || now < to;

/** What is left of a night after midnight is of the evening before: Friday night ends on Saturday. */
export function isAt({ hours, days, isOutside }: Times, atMs: number, timeZone: string): boolean {
  const now = minuteOfDay(atMs, timeZone);
  const isPastMidnight = hours !== undefined && hours.from > hours.to && now < hours.to;
  const day = (DAYS.indexOf(weekday(atMs, timeZone)) + (isPastMidnight ? 6 : 0)) % 7;
  const isThen = (!hours || isWithin(hours, now)) && (!days || days.includes(day));
  return isThen !== (isOutside === true);
}

/** "22:00" */
export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** " on Fridays and Saturdays from 22:00 to 06:00", ", except on weekends", "" for always */
export function timesLabel({ hours, days, isOutside }: Times): string {
  const at = [
    ...(days ? [`on ${daysLabel(days)}`] : []),
    ...(hours ? [`from ${clock(hours.from)} to ${clock(hours.to)}`] : []),
  ].join(" ");
  if (at === "") return "";
  return isOutside ? `, except ${at}` : ` ${at}`;
}

/** "weekdays", "Fridays", "Sundays to Thursdays", "Mondays and Fridays" @param days ascending */
function daysLabel(days: readonly number[]): string {
  const told = days.join();
  if (told === "1,2,3,4,5") return "weekdays";
  if (told === "0,6") return "weekends";
  const names = (some: readonly number[]) => some.map((day) => `${DAYS[day % 7]!}s`);
  const first = days.find((day) => !days.includes((day + 6) % 7)) ?? 0;
  const inARow = days.map((_, nth) => (first + nth) % 7);
  if (days.length > 2 && inARow.every((day) => days.includes(day)))
    return names([inARow[0]!, inARow.at(-1)!]).join(" to ");
  const [last, ...others] = names(days).toReversed();
  return others.length === 0 ? last! : `${others.toReversed().join(", ")} and ${last!}`;
}

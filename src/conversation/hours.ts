/** Hours of the day, where somebody is. */
import { z } from "zod";
import type { Hours } from "../intent/acts.ts";

const MINUTES_A_DAY = 24 * 60;
const minute = z
  .int()
  .min(0)
  .max(MINUTES_A_DAY - 1);

export const hoursSchema = z.object({ from: minute, to: minute }).readonly() satisfies z.ZodType<Hours>;

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

export function isWithinHours({ from, to }: Hours, atMs: number, timeZone: string): boolean {
  const now = minuteOfDay(atMs, timeZone);
  return from <= to ? now >= from && now < to : now >= from || now < to;
}

/** "22:00" */
export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

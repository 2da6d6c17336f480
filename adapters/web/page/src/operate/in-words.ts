/** Numbers as people read them. */

const whole = new Intl.NumberFormat("en");
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const together = new Intl.ListFormat("en-GB", { type: "conjunction" });
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const shortDay = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

export const inWhole = (count: number): string => whole.format(count);
export const inPercent = (share: number): string => `${(100 * share).toFixed(share < 0.095 ? 1 : 0)} %`;
/** In one line: "Sun 29 Nov". */
export const inDay = (day: string): string =>
  shortDay.format(new Date(`${day}T00:00:00Z`)).replaceAll(" ", "\u00a0");
export const inDays = (from: string, to: string): string =>
  from === to ? inDay(from) : `${inDay(from)} to ${inDay(to)}`;
export const inMoment = (atMs: number): string => moment.format(atMs);
export const inClock = (atMs: number): string => clock.format(atMs);

export function inMs(ms: number): string {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(ms < 9_950 ? 1 : 0)} s`;
  return `${ms < 9.95 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

export function inSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3_600)} h`;
}

export function inBytes(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** How long ago, roughly. */
export function inAgo(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 2) return "just now";
  if (minutes < 120) return `${minutes} minutes ago`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours ago` : `${Math.round(hours / 24)} days ago`;
}

/** As people write platforms. */
const NAMES: Readonly<Record<string, string>> = {
  discord: "Discord",
  slack: "Slack",
  web: "Web",
  terminal: "Terminal",
  "": "Everywhere",
};
export const inPlatform = (platform: string): string => NAMES[platform] ?? platform;
export const inPlatforms = (platforms: readonly string[]): string =>
  together.format(platforms.map(inPlatform));

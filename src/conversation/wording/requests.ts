/** What is said about how people's words were read. */
import type { Action, Card } from "../card.ts";
import { clock, minuteOfDay } from "../times.ts";
import type { Unmet } from "../unmet.ts";
import { obviousnessLabel, type Part, type Relaxation, spoken } from "../wish-parts.ts";
import { capital, cut, list, notice } from "./format.ts";

/** Discord takes five rows of five buttons: four rows for these are plenty on any platform. */
const MOST_DROPS = 9;

/** "near Heat (1995) · Comedy, Romance · 1990-1999 · not sad" */
export function reading(parts: readonly Part[]): string {
  const isWantedGenre = ({ of, label }: Part) => of === "genres" && !label.startsWith("not ");
  return parts
    .map((part, at) => {
      const previous = parts[at - 1];
      const separator = !previous ? "" : isWantedGenre(part) && isWantedGenre(previous) ? ", " : " · ";
      return separator + part.label;
    })
    .join("");
}

/** A way to take each part away, and all of them. */
export function dropActions(parts: readonly Part[]): Action[] {
  const drops = parts
    .slice(0, MOST_DROPS)
    .map(({ label }) => ({ label: `✕ ${label}`, says: dropping(label) }));
  return drops.length === 0 ? [] : [...drops, { label: "Anything goes", says: "anything goes" }];
}

/** The words that take a part away. */
export const dropping = (label: string): string => `drop ${spoken(label)}`;

/** Two wishes that exclude each other: neither is gone by before somebody says which. */
export function whoseWish(what: string): Card {
  return {
    lines: [
      `One of you wants ${what} and another does not, so I ask before I choose: ${what} this time, or anything but?`,
    ],
    actions: [
      { label: capital(what), says: what },
      { label: `No ${what}`, says: `no ${what}` },
    ],
  };
}

/** What somebody has asked for so far. */
export const askedFor = (parts: readonly Part[]): Card =>
  parts.length === 0
    ? { lines: ["You have asked for nothing in particular so far."] }
    : {
        lines: [`You asked for: ${reading(parts)}.`, "Say drop and any part of it, or anything goes."],
        actions: dropActions(parts),
      };

export const anythingGoes = (): string => "Anything goes.";

/** What was given up so that a movie is left; nothing where nothing was. */
export function relaxed({ leftOut, widened, minutes, somewhat, unrated }: Relaxation): string[] {
  const given = [
    ...(leftOut.length > 0 ? [`without regard to ${list(leftOut)}`] : []),
    ...(widened ? [`${widened.to} in place of ${widened.from}`] : []),
    ...(minutes ? [`${minutes.to} in place of ${minutes.from}`] : []),
    ...(somewhat.length > 0 ? [`${list(somewhat)} only in part`] : []),
    ...(unrated ? [`not known to be ${unrated}, though nothing that I know of it speaks against that`] : []),
  ];
  return given.length > 0
    ? [`Nothing left fits all of it, so this is the nearest: ${given.join("; ")}.`]
    : [];
}

export const neverAgain = (labels: readonly string[]): string =>
  `From now on: ${list(labels)}. Say hidden to see it, and restore to take it back.`;

export function allowedAgain(labels: readonly string[]): Card {
  const refused = labels.filter((label) => label.startsWith("not "));
  const others = labels.filter((label) => !refused.includes(label));
  return notice(
    [
      ...(refused.length > 0
        ? [`No longer refused: ${list(refused.map((label) => label.replace(/^not (?:in |from )?/, "")))}.`]
        : []),
      ...(others.length > 0 ? [`It holds no longer: ${list(others)}.`] : []),
    ].join(" "),
  );
}

export const settledUndone = (gone: readonly string[], back: readonly string[]): string =>
  [
    "Undone.",
    ...(gone.length > 0 ? [`It holds no longer: ${list(gone)}.`] : []),
    ...(back.length > 0 ? [`It holds again: ${list(back)}.`] : []),
  ].join(" ");

export const notRefused = (said: string): string =>
  `Nothing of "${cut(said, 60)}" is kept away from you. Say hidden to see what is.`;

/** Where times are spoken of. @param now "22:10" or "Monday, 22:10" @param isTold whether the person has said where they are */
export const whatTimeItIs = (now: string, timeZone: string, isTold: boolean): string =>
  `It is ${now} with you (${timeZone}).${isTold ? "" : " If not, say where: my time zone is Berlin."}`;

export const timeZoneSet = (timeZone: string, atMs: number): string =>
  `Noted: you are in ${timeZone}, where it is ${clock(minuteOfDay(atMs, timeZone))} now.`;

export const noSuchZone = (said: string): string =>
  `I know no time zone called "${cut(said, 40)}". Name a large city in it, such as my time zone is New York.`;

export const obviousFromNowOn = (steps: number): string =>
  steps === 0
    ? "From now on: as obvious as ever."
    : `From now on: ${obviousnessLabel(steps)} than usual. Say as obvious as ever to take it back.`;

export const notAskedFor = (said: string): string => `"${cut(said, 60)}" is no part of what you ask for now.`;

/** One honest line about all that was understood and cannot be gone by. */
export function notKnownYet(unmet: readonly Unmet[]): string[] {
  const titles = unmet.flatMap((what) => (what.kind === "title" ? what.names : []));
  const rest = unmet.filter(isUnknown);
  return [
    ...(rest.length > 0 ? [`I do not know ${list(rest.map(unknown))} yet, so I left that out.`] : []),
    ...titles.map((title) => `I know no movie called "${cut(title, 60)}", so I left that out.`),
  ];
}

/** Where something was said, and nothing of it is what films are told apart by. */
export const nothingHeard = (): string =>
  "I did not catch what it should be like, so this is only a guess: say a genre, a mood, a time or what it is about.";

/** Where a search found films that have something of what was said, and none that has nearly all of it. */
export function closestFound(searched: readonly string[], strange: readonly string[]): string[] {
  return [
    ...(strange.length > 0 ? [`Nothing is known to me of ${quoted(strange)}.`] : []),
    ...(searched.length > 0 ? ["No movie that I know is all of that: this is the closest I found."] : []),
  ];
}

/** Where nothing of what was asked for can be gone by: said first, as the suggestion that follows is not it. */
export function noneOfItKnown(unmet: readonly Unmet[]): string {
  const titles = unmet.flatMap((what) => (what.kind === "title" ? what.names : []));
  const rest = unmet.filter(isUnknown);
  const reasons = [
    ...(rest.length > 0 ? [`I do not know ${list(rest.map(unknown))} yet`] : []),
    ...titles.map((title) => `I know no movie called "${cut(title, 60)}"`),
  ];
  const cannot = reasons.length > 0 ? [`That I cannot look for: ${reasons.join("; ")}.`] : [];
  return [...cannot, "So this is only what I would suggest anyway."].join(" ");
}

type Unknown = Exclude<Unmet, { readonly kind: "title" }>;

const isUnknown = (what: Unmet): what is Unknown => what.kind !== "title";

function unknown(what: Unknown): string {
  switch (what.kind) {
    case "runtime":
      return "running times";
    case "people":
      return `people (${named(what.names)})`;
    case "language":
      return "languages";
    case "country":
      return "countries";
    case "moods":
    case "themes":
      return `${what.kind} (${named(what.names)})`;
  }
}

const named = (names: readonly string[]): string => cut(names.join(", "), 80);

const quoted = (words: readonly string[]): string => cut(words.map((word) => `"${word}"`).join(", "), 80);

const MEDIA: Readonly<Record<string, string>> = {
  series: "series",
  music: "music",
  game: "games",
  book: "books",
};

export const onlyFilms = (medium: string): string =>
  `I know films only, no ${MEDIA[medium] ?? medium}. Say what film you are in the mood for.`;

/** What people are told about themselves and their data. */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Verdict } from "../../recommender/feedback.ts";
import type { Card } from "../card.ts";
import { type Given, list, more, notice, signOfVerdict, starred, VERDICT_SIGN } from "./format.ts";

export const noPlace = (): string =>
  "That is for a server or a channel; here it is only you. Say private on for yourself.";
export const notYoursToSet = (): string => "Only those who manage this server can set that for everybody.";

export function privacySet(isPrivate: boolean, whose: "mine" | "place"): string {
  const who = whose === "mine" ? "you" : "everybody here";
  return isPrivate
    ? `From now on, what ${whose === "mine" ? "you ask" : "people ask here"} is answered in private, for ${who} by default.`
    : `From now on, answers are for all to see, for ${who} by default.`;
}

export const teachingSet = (teaches: boolean): string =>
  teaches
    ? "Thank you: from the next training on, what you answer helps to suggest films to others, without your name. Say opt out to end that."
    : "From the next training on, nothing that you answer is learned from for others; your own suggestions go on getting better. Say opt in to allow it again.";

export interface VerdictLine extends Given {
  readonly movie: Movie;
}

export interface HistoryLine {
  readonly movie: Movie;
  readonly answer?: Given;
  /** Whether it is kept for later. */
  readonly isListed: boolean;
}

export function history(lines: readonly HistoryLine[], total: number): Card {
  if (lines.length === 0) return notice("Nothing has been suggested to you yet.");
  return {
    title: { text: "Suggested to you, latest first" },
    lines: lines.map(({ movie, answer, isListed }) => {
      const said = [...(answer ? [signOfVerdict(answer)] : []), ...(isListed ? ["🔖 on your list"] : [])];
      return `${titleWithYear(movie)}: ${said.join(", ") || "not answered"}`;
    }),
    ...more(total - lines.length),
    private: true,
  };
}

export function likes(lines: readonly VerdictLine[], total: number): Card {
  if (lines.length === 0) return notice("You have not liked anything yet.");
  return {
    title: { text: "Movies you like, latest first" },
    lines: lines.map(
      ({ movie, verdict, rating }) =>
        `${verdict === "favourite" ? "⭐" : "👍"} ${titleWithYear(movie)}${rating ? `, ${starred(rating)}` : ""}`,
    ),
    ...more(total - lines.length),
    private: true,
  };
}

/** What holds for good besides single movies: "not horror", "only Comedy on Sundays", "subtitles are fine". */
export interface HoldsLine {
  readonly label: string;
  /** By which it can be taken back. */
  readonly called: string;
  readonly isAlways: boolean;
}

export function hidden(lines: readonly VerdictLine[], total: number, holds: readonly HoldsLine[] = []): Card {
  const example = lines[0]?.movie.title ?? holds[0]?.called;
  if (example === undefined) return notice("Nothing is hidden from you.");
  return {
    title: { text: "Kept away from you, latest first" },
    lines: [
      ...lines.map(({ movie, ...given }) => `${titleWithYear(movie)}: ${signOfVerdict(given)}`),
      ...holding(holds),
      `Say restore to get one back, such as "restore ${example}".`,
    ],
    ...more(total - lines.length),
    private: true,
  };
}

function holding(holds: readonly HoldsLine[]): string[] {
  const never = holds.filter(({ label, isAlways }) => isAlways && label.startsWith("not "));
  const others = holds.filter((one) => !never.includes(one)).map(({ label }) => label);
  const names = never.map(({ label }) => label.replace(/^not /, ""));
  return [
    ...(names.length > 0 ? [`Never: ${names.join(", ")}.`] : []),
    ...(others.length > 0 ? [`Always: ${others.join("; ")}.`] : []),
  ];
}

export interface Profile {
  readonly counts: ReadonlyMap<Verdict, number>;
  /** In how many of the liked movies, most first. */
  readonly genres: readonly (readonly [genre: string, movies: number])[];
  readonly liked: number;
  /** How obvious films are to be for good, where it is not as usual: "less obvious". */
  readonly obviousness?: string;
  readonly holds: readonly HoldsLine[];
}

export function profile({ counts, genres, liked, obviousness, holds }: Profile): Card {
  const said = [...counts].map(([verdict, n]) => `${VERDICT_SIGN[verdict]}: ${n}`);
  return {
    title: { text: "How I understand you" },
    lines: said.length > 0 ? [] : ["You have told me nothing yet."],
    fields: [
      ...(said.length > 0 ? [{ name: "Your answers", value: said.join("\n") }] : []),
      ...(genres.length > 0 ? [{ name: "Genres you lean to", value: leanings(genres, liked) }] : []),
      ...(obviousness
        ? [
            {
              name: "How obvious",
              value: `${obviousness} than usual, as you asked; say as obvious as ever to take it back`,
            },
          ]
        : []),
      ...(holds.length > 0
        ? [
            {
              name: "What you want for good",
              value: [...holding(holds), "Restore takes it back."].join("\n"),
            },
          ]
        : []),
    ],
    private: true,
  };
}

/** One movie tells no leaning. */
function leanings(genres: Profile["genres"], liked: number): string {
  return liked === 1
    ? `Too early to tell: one movie so far, ${list(genres.map(([genre]) => genre))}`
    : genres.map(([genre, movies]) => `${genre}: ${movies} of ${liked} you like`).join("\n");
}

export function exported(file: NonNullable<Card["file"]>): Card {
  const isAll = file.mediaType === "application/json";
  return {
    lines: [isAll ? "Everything I keep about you." : "What you have watched and rated, for another service."],
    file,
    private: true,
  };
}

export function confirmForget(): Card {
  return {
    lines: [
      "This deletes everything I know about you, for good: answers, suggestions, taste. Say yes to delete it.",
    ],
    actions: [
      { label: "Delete everything", says: "yes" },
      { label: "Keep it", says: "no" },
    ],
    private: true,
  };
}

/** What is left elsewhere for a while. */
const TRACES = {
  gone: "",
  goingSoon: " The last traces on the disk go by themselves, as soon as another program lets go of the file.",
  goneHere:
    " Whoever runs me may keep replicas, archives of the database's log and backups: there it is until these are deleted. Ask them for how long.",
} as const;

/** @param wiped where traces are left */
export function forgotten(wiped: keyof typeof TRACES): Card {
  return {
    lines: [
      `Done. Everything about you is deleted.${TRACES[wiped]} If you write again, we meet for the first time.`,
    ],
    private: true,
  };
}

export const nothingDeleted = (): string => "Nothing was deleted.";

/** What is said of what people bring along from other services. */
import type { Brought, BroughtFilm } from "../brought.ts";
import type { Card } from "../card.ts";
import { capital, count, list, notice } from "./format.ts";

export const howToBring = (): Card =>
  notice(
    "Send me a file of what you watched and rated elsewhere: the ZIP of Letterboxd or one of its CSV files, IMDb's ratings or " +
      "watchlist, an export of Trakt, Simkl, TMDB, MovieLens or another Matinee, or a table of your own with title, year and rating.",
    "In Discord with /import, in Slack as a file under Messages, on the page under You, and in a terminal by its path: " +
      "import ratings.csv.",
  );

export const cannotBring = (why: string): Card => ({
  lines: [`I cannot use that file: ${why}`, "Nothing was noted."],
  private: true,
});

const TAKE_IN = [
  { label: "Take it in", says: "yes" },
  { label: "Leave it", says: "no" },
];

/** To somebody who comes back before they have said. */
export const stillBringing = (films: number): Card => ({
  lines: [
    `${count(films, "film")} that you brought along ${films === 1 ? "waits" : "wait"}. Shall I take it in?`,
  ],
  actions: TAKE_IN,
  private: true,
});

interface Besides {
  /** How many films are asked about after that. */
  readonly asked: number;
  /** Labels of what would be refused for good. */
  readonly refused: readonly string[];
}

/** @param fresh what would be noted */
export function brought(what: Brought, fresh: readonly BroughtFilm[], { asked, refused }: Besides): Card {
  const known = what.films.length - fresh.length;
  const notAsked = asked === 0 ? what.toAsk : (what.tooMany ?? 0);
  const left = [
    ...(notAsked > 0 ? [`${count(notAsked, "row")} may each be one of several films`] : []),
    ...(what.unknown > 0
      ? [`${count(what.unknown, "row")} ${are(what.unknown)} of films that I do not know`]
      : []),
    ...(what.unreadable > 0
      ? [
          `${count(what.unreadable, "row")} cannot be read${what.unreadableWhy ? ` (${what.unreadableWhy})` : ""}`,
        ]
      : []),
    ...(what.notFilms > 0
      ? [`${count(what.notFilms, "row")} ${are(what.notFilms)} of series, games or the like`]
      : []),
  ];
  const isNothing = what.films.length + what.toAsk === 0 && !what.forGood;
  const isAny = fresh.length > 0 || asked > 0 || refused.length > 0;
  return {
    title: { text: `From ${list(what.services)}` },
    lines: [
      ...(fresh.length > 0 ? [`${capital(inSum(fresh))}.`] : []),
      ...(asked > 0 ? [`${count(asked, "film")} may be one of several: I ask which, one by one.`] : []),
      ...(refused.length > 0 ? [`From now on: ${list(refused)}.`] : []),
      ...(isAny
        ? []
        : [
            isNothing
              ? "There is no film in it that I can note."
              : "There is nothing new in it: nothing changes.",
          ]),
      ...(isAny && known > 0
        ? [`${count(known, "film")} more I know already, or you told me of later.`]
        : []),
      ...(left.length > 0 ? [`Left out: ${list(left)}.`] : []),
      ...(what.leftOver
        ? ["The file names what was left out: put the ids right in it, and send it again."]
        : []),
      ...(isAny ? ["Shall I take it in? Say yes or no. One undo takes all of it back."] : []),
    ],
    ...(isAny && { actions: TAKE_IN }),
    ...(what.leftOver && { file: what.leftOver }),
    private: true,
  };
}

const are = (n: number): string => (n === 1 ? "is" : "are");

/** "250 films: 200 rated, 30 seen, 12 liked or disliked, 20 on your list" */
function inSum(films: readonly BroughtFilm[]): string {
  const words = films.map((film) => film.words.at(-1)!);
  const opinions = films.flatMap((film) => film.words.findLast((word) => word.kind === "feedback") ?? []);
  const rated = opinions.filter((word) => word.kind === "feedback" && word.rating).length;
  const seen = opinions.filter(
    (word) => word.kind === "feedback" && !word.rating && word.verdict === "seen",
  ).length;
  const listed = words.filter(({ kind }) => kind === "listing").length;
  const parts = [
    ...(rated > 0 ? [`${rated.toLocaleString("en")} with stars`] : []),
    ...(seen > 0 ? [`${seen.toLocaleString("en")} seen`] : []),
    ...(opinions.length - rated - seen > 0
      ? [`${(opinions.length - rated - seen).toLocaleString("en")} judged without stars`]
      : []),
    ...(listed > 0 ? [`${listed.toLocaleString("en")} for your list`] : []),
  ];
  return `${count(films.length, "film")}: ${list(parts)}`;
}

/** @param refused labels of what is refused for good by it */
export const takenIn = (films: number, refused: readonly string[]): string =>
  `Noted: ${list([...(films > 0 ? [count(films, "film")] : []), ...refused])}. Undo takes all of it back.`;
export const allAsked = (): string => "That was all of it.";
export const leftOut = (): string => "Nothing of it was noted.";
export const broughtUndone = (films: number): string =>
  `Undone: what you brought along, ${count(films, "film")}.`;

/** What is said about how people's words were read. */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Filters } from "../../recommender/filters.ts";
import type { Card } from "../card.ts";

export const onlyFilms = (medium: string): string =>
  `I know films only, no ${medium === "music" ? "music" : `${medium}${medium === "series" ? "" : "s"}`}. Say what film you are in the mood for.`;

export interface Reading {
  readonly filters: Filters;
  /** What is left of the filters once they are relaxed until a movie fits. */
  readonly fitting: Filters;
  /** What was understood and cannot be gone by. */
  readonly unmet: readonly string[];
  /** A movie that it should resemble. */
  readonly near?: Movie;
}

/** How a request was read, with a way to take each part of it away. */
export function readAs({ filters, fitting, unmet, near }: Reading): Card {
  const hasYears = fitting.yearFrom > 0 || fitting.yearTo > 0;
  const hasGenres = fitting.genresIn.length > 0 || fitting.genresOut.length > 0;
  const parts = [...(near ? [`near ${titleWithYear(near)}`] : []), ...partsOf(filters)];
  return {
    lines: [
      ...(parts.length > 0 ? [parts.join(" · ")] : unmet.length > 0 ? [] : ["Anything goes."]),
      ...(filters === fitting
        ? []
        : [
            `Nothing is left that fits all of it, so I go by: ${partsOf(fitting).join(" · ") || "anything"}.`,
          ]),
      ...(unmet.length > 0
        ? [`Of the movies I do not know this yet, so I leave it out: ${unmet.join(", ")}.`]
        : []),
    ],
    actions: [
      ...(hasYears ? [{ label: "Drop the years", says: "drop the years" }] : []),
      ...(hasGenres ? [{ label: "Drop the genres", says: "drop the genres" }] : []),
      ...(hasYears || hasGenres ? [{ label: "Anything goes", says: "anything goes" }] : []),
    ],
  };
}

function partsOf({ genresIn, genresOut, yearFrom, yearTo }: Filters): string[] {
  return [
    ...(genresIn.length > 0 ? [genresIn.join(", ")] : []),
    ...genresOut.map((genre) => `not ${genre}`),
    ...(yearFrom > 0 || yearTo > 0 ? [yearsOf(yearFrom, yearTo)] : []),
  ];
}

function yearsOf(from: number, to: number): string {
  if (from === to) return String(from);
  if (to === 0) return `since ${from}`;
  return from === 0 ? `up to ${to}` : `${from}-${to}`;
}

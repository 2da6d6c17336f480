/** What is said of the series a film stands in. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Card } from "../card.ts";
import { list } from "./format.ts";
import { linked } from "./suggestions.ts";

/** Films told by name: of a long series those around this one. */
const MOST_TOLD = 9;

/** Whether there is more of it. */
export function answerAboutSeries(catalog: Catalog, movie: Movie): Card {
  const series = catalog.series.of(movie.id);
  if (!series || series.rows.length < 2) return { title: linked(movie), lines: [alone(catalog, movie)] };
  const films = series.rows.map((row) => catalog.movies[row]!);
  const at = films.indexOf(movie);
  const next = films[at + 1];
  const from = Math.max(0, Math.min(at - Math.floor(MOST_TOLD / 2), films.length - MOST_TOLD));
  const told = films.slice(from, from + MOST_TOLD);
  return {
    title: linked(movie),
    lines: [
      next
        ? `Yes: ${titleWithYear(next)} comes after it.`
        : "None that I know: it is the latest of its series.",
      `${series.name}: ${list(told.map(titleWithYear))}.`,
    ],
    ...(next && { actions: [{ label: `➡️ ${titleWithYear(next)}`, says: titleWithYear(next) }] }),
  };
}

const alone = (catalog: Catalog, movie: Movie): string =>
  catalog.wordsOf(movie.id)?.tags.includes("sequel")
    ? "It continues another film; of which, and whether more came, I do not know."
    : "I know of no other part of it.";

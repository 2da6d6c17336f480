import { expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import type { Movie } from "../catalog/movie.ts";
import { countSteps } from "../catalog/testing/count-steps.ts";
import { broughtBy } from "./find-films.ts";
import { readHistory } from "./read-history.ts";
import { utf8 } from "./testing/films.ts";

const FILMS = 6_000;
const movies: readonly Movie[] = Array.from({ length: FILMS }, (_, nth) => ({
  id: `tt${String(nth + 1).padStart(7, "0")}`,
  title: `The ${["Long", "Short", "Last", "First"][nth % 4]} Night of Number ${nth}`,
  year: 1950 + (nth % 70),
  alternativeTitles: [],
  genres: [],
  ratingCount: 1,
  meanStars: 3,
}));
const catalog = createCatalog(movies);

/** Of twenty films one has a slip in its title, and one is not known here. */
const historyOf = (rows: number): Uint8Array =>
  utf8(
    `title,year,rating\n${movies
      .slice(0, rows)
      .map(({ title, year }, nth) => {
        const slipped = nth % 20 === 7 ? title.replace("Night", "Nigth") : title;
        return `${slipped}${nth % 20 === 17 ? " and Nothing" : ""},${year},${1 + (nth % 5)}`;
      })
      .join("\n")}\n`,
  );

const bring = (rows: number) => broughtBy(catalog, readHistory({ name: "mine.csv", bytes: historyOf(rows) }));

test("five thousand rows are found one by one, and each costs what it costs among few", () => {
  expect(bring(5_000)).toMatchObject({ toAsk: 250, unknown: 250, films: { length: 4_500 } });
  const few = countSteps(() => bring(500));
  const half = countSteps(() => bring(2_500));
  const all = countSteps(() => bring(5_000));
  expect((all - half) / (half - few)).toBeLessThan(1.5 * (2_500 / 2_000));
});

/** Series that a text names as a whole: "all the Rockys", "the Bourne movies". */
import type { Catalog } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
import type { WholeSeries } from "../../catalog/find-series.ts";
import type { Movie } from "../../catalog/movie.ts";
import { MOST_AT_ONCE, MOST_OF_A_LIST, type MovieRequest } from "../request.ts";
import { add } from "./fill.ts";
import type { SeriesMention, TitleMention } from "./title-mention.ts";

type Said = Pick<TitleMention, "role" | "verdict">;

/** "All the Rockys", "the whole Bourne series" */
const ALL_BEFORE = /(?:^|\W)(?:all|every|each|whole|entire|complete)(?: of)?(?: the)? $/i;
const ALL_FIRST = /^(?:all|every|each) /i;
const LONGEST_BEFORE = 24;

/** @param start where the series is named in what was said */
export function seriesMentioned({ name, rows }: WholeSeries, said: string, start: number): SeriesMention {
  const before = said.slice(Math.max(0, start - LONGEST_BEFORE), start);
  const isAll = ALL_BEFORE.test(before) || ALL_FIRST.test(said.slice(start));
  return { name, films: rows.length, isAll };
}

/** Who judges a series judges each of its films; who loves it, or wants what is like it, speaks of the best known. */
export function filmsMeant(catalog: Catalog, { rows }: WholeSeries, { role, verdict }: Said): Movie[] {
  const films = rows.map((row) => catalog.movies[row]!);
  if (verdict) return films;
  if (role !== "like" && role !== "loved") return [];
  return [films.reduce((best, film) => (fameOf(film) > fameOf(best) ? film : best))];
}

/**
 * A series is what is asked for, as somebody's films are; who wants what is like it, or is tired of it, wants others. What is
 * said of a short one is noted of each of its films.
 */
export function nameSeries(
  request: MovieRequest,
  { name, films, isAll }: SeriesMention,
  { role, verdict }: Said,
  isNegated: boolean,
): void {
  if (role === "loved" || (verdict && films <= MOST_OF_A_LIST)) return;
  if (role === "mentioned" && !isNegated) {
    add(request.peopleIn, name);
    request.howMany ||= isAll ? Math.min(films, MOST_AT_ONCE) : 0;
  } else add(role === "mentioned" ? request.peopleOut : request.titlesOut, name);
}

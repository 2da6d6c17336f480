/** Behind a film it is said that all of its series are known: "like Knives Out, seen both", "did the whole trilogy". Pure. */
import type { Catalog } from "../../catalog/catalog.ts";
import { moviesIn } from "../../catalog/title-match.ts";
import type { MovieRequest } from "../request.ts";
import { add } from "./fill.ts";

const SEEN_WHOLE =
  /\b(?:seen|watched|did|done|finished)\s+(?:the|that|this)\s+(?:whole|entire|full)\s+(?:series|franchise|trilogy|saga|lot|thing)\b/;
/** Of more films than one these are meant, and no more of any series. */
const SEEN_ALL =
  /\b(?:seen|watched|did|done|finished)\s+(?:both|(?:all|every one)(?:\s+(?:of\s+(?:them|those|these)|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}))?)(?=\s*(?:$|[,.;!?)]|\b(?:already|and|but|so|now)\b))/;

/** What is said to be known in whole is asked for by nobody. */
const OF_A_WHOLE = /^(?:part of a series|trilogy|series|franchise|whole (?:series|trilogy|franchise|saga))$/;

/** Rules out every other film of the series of those that are named. */
export function settleSeenWholeSeries(
  request: MovieRequest,
  plain: string,
  catalog: Pick<Catalog, "find" | "series">,
): void {
  const named = new Set([...request.similarTo, ...request.favourites, ...request.titlesOut]);
  if (!SEEN_WHOLE.test(plain) && !(named.size === 1 && SEEN_ALL.test(plain))) return;
  request.keywordsIn = request.keywordsIn.filter((theme) => !OF_A_WHOLE.test(theme));
  request.ideally = request.ideally.filter((words) => !OF_A_WHOLE.test(words));
  for (const title of named) {
    const movies = moviesIn(catalog.find(title));
    const series = movies.length === 1 ? catalog.series.of(movies[0]!.id) : catalog.series.named(title);
    if (series) add(request.titlesOut, series.name);
  }
}

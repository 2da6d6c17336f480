/** "Another from that time": when the films are from that are named. Pure. */
import type { Catalog } from "../../catalog/catalog.ts";
import { moviesIn } from "../../catalog/title-match.ts";
import type { MovieRequest } from "../request.ts";
import type { TitleMention } from "./title-mention.ts";

const OF_THEIR_TIME =
  /\b(?:(?:from|of|in) (?:that|those|the same|around the same|their|the) (?:times?|eras?|periods?|days|decades?|age|years|vintage)|(?:that|same|the same) (?:era|period|decade|time period|vintage))\b(?! ?(?:travel|loop|machine|piece|drama|film|movie|of (?:war|my|our|his|her|their)))/;
/** Films that are further apart are of no one time. */
const LONGEST_SPAN = 30;
/** Years before the first and behind the last that are of their time. */
const AROUND = 5;

/** Bounds the years by those of the films that are named, whatever is said of them. */
export function settleTheirTime(
  request: MovieRequest,
  titled: readonly TitleMention[],
  plain: string,
  catalog: Pick<Catalog, "find">,
): void {
  if (request.yearFrom + request.yearTo > 0 || !OF_THEIR_TIME.test(plain)) return;
  const years = titled
    .flatMap(({ titles }) => titles.flatMap((title) => moviesIn(catalog.find(title))[0]?.year ?? []))
    .sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || last - first > LONGEST_SPAN) return;
  request.yearFrom = first - AROUND;
  request.yearTo = last + AROUND;
}

/** What the films that a text names are in a request, and what is said of those that somebody knows. */
import type { MovieRequest } from "../request.ts";
import type { Judged } from "../understood.ts";
import { add } from "./fill.ts";
import { nameSeries } from "./named-series.ts";
import type { TitleMention } from "./title-mention.ts";

/** "I loved Heat, give me something similar." */
export const LIKE_THEM =
  /\b(?:similar|in that vein|in the same vein|along those lines|more like (?:it|that|those|them)|like (?:those|them)|what else is like (?:it|that|those|them)|of that kind|the same kind|(?:need|want|crave|craving|give me) more|more (?:please|pls)|now what|what now|what next|whats next|(?:any|some)thing (?:close|else) like (?:it|that)|(?:any|some)thing (?:equally|just as|as) (?!good as|long|soon|well|far)[a-z]+(?! as\\b))\b(?! to)/;

/** "Just saw Heat and want something that scratches the same itch." */
const AS_THEY_DO =
  /\b(?:scratch(?:es)? (?:that|the|this|my) (?:same )?itch|(?:the )?same (?:itch|vibes?|feel|feeling|energy|mood|spirit|magic|high|buzz)|(?:fills?|filling) (?:that|the|this) (?:void|hole|gap)|(?:has|have|with|gives?|get|got|hits?|more of|for|in|of) (?:that|this) (?:exact |kind of |sort of )?(?:[a-z-]+,? (?:and )?){0,4}(?:feel|feeling|vibes?|mood|energy|spirit|atmosphere|tone|dread|tension|suspense|intensity|magic|warmth|melancholy|aesthetic|quality|leads?|hero|style|look|kind of (?:lead|hero|story|ending|world|humou?r)))(?! as)\b/;

/** "Loved Heat, hated Casino, something like the first" */
const LIKE_ONE_OF_THEM =
  /\b(?:like|similar to|in the vein of) the (first|former|second|latter|last|third)(?: (?:one|movie|film|of (?:them|these|those)))?(?=\W|$)/;
const PLACES: ReadonlyMap<string, number> = new Map([
  ["first", 0],
  ["former", 0],
  ["second", 1],
  ["third", 2],
  ["latter", -1],
  ["last", -1],
]);

export interface NamedFilms {
  readonly judged: readonly Judged[];
  /** Titles of which nothing is said. */
  readonly mentioned: readonly string[];
}

/** @param isNegated whether words before a mention deny it: "that isn't like Heat" */
export function nameFilms(
  request: MovieRequest,
  titled: readonly TitleMention[],
  plain: string,
  isNegated: (mention: TitleMention) => boolean,
): NamedFilms {
  const listOf = (mention: TitleMention): string[] | undefined => {
    switch (mention.role) {
      case "refused":
        return request.titlesOut;
      case "loved":
        return request.favourites;
      case "like":
        return isNegated(mention) ? request.titlesOut : request.similarTo;
      default:
        return undefined;
    }
  };
  const judged: Judged[] = [];
  for (const mention of titled) {
    if (mention.series) nameSeries(request, mention.series, mention, isNegated(mention));
    for (const title of mention.titles) {
      const list = listOf(mention);
      if (list) add(list, title);
      if (mention.verdict) judged.push({ verdict: mention.verdict, title });
    }
  }
  const like = (titles: readonly string[]) => {
    for (const title of titles) add(request.similarTo, title);
  };
  if (LIKE_THEM.test(plain) || (request.similarTo.length === 0 && AS_THEY_DO.test(plain))) {
    const loved = titled.filter(({ role }) => role === "loved");
    for (const { titles, role, verdict } of loved.length > 0 ? loved : titled)
      if (verdict !== "dislike" && (role !== "refused" || verdict === "seen")) like(titles);
  }
  const [, nth] = LIKE_ONE_OF_THEM.exec(plain) ?? [];
  if (nth && titled.length > 1) like(titled.at(PLACES.get(nth)!)?.titles ?? []);
  const mentioned = titled.filter(({ role }) => role === "mentioned").flatMap(({ titles }) => titles);
  return { judged, mentioned };
}

/** "Little Women but modern day": like a film of another time, and set in this one. Pure. */
import type { MovieRequest } from "../request.ts";
import { add } from "./fill.ts";

const TODAY =
  /\b(?:but|only|except|just)\b[^.!?]{0,30}\b(?:modern[- ]?day|(?:in )?modern times|set (?:today|nowadays|now)|nowadays|(?:in )?(?:the )?present[- ]?day|in the present|contemporary|modern (?:setting|version|retelling|take|update))\b/;
/** What films of other times are tagged with. */
const OTHER_TIMES = ["18th century", "19th century", "turn of the century", "1930s", "1950s"];

/** Changes the request where films are named that others are to be like. */
export function settleToday(request: MovieRequest, plain: string): void {
  if (request.similarTo.length === 0 || !TODAY.test(plain)) return;
  for (const time of OTHER_TIMES) add(request.keywordsOut, time);
}

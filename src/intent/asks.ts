/** What a request comes to as a whole. */
import { isDeepStrictEqual } from "node:util";
import { emptyRequest, type MovieRequest } from "./request.ts";

/** "Recommend me something" */
export const asksNothing = (asked: MovieRequest): boolean => isDeepStrictEqual(asked, emptyRequest());

/** Asks for nothing but to be like some titles. */
export function onlyTitles(asked: MovieRequest): boolean {
  return asked.similarTo.length > 0 && asksNothing({ ...asked, similarTo: [] });
}

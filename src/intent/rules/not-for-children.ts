/** "A talking animal, but it isn't made for kids": what is for children is ruled out, whoever watches. Pure. */
import type { MovieRequest } from "../request.ts";
import { add } from "./fill.ts";

/** Between the denial and "for" stands nothing that is denied itself: "nothing too scary, for kids" is for them. */
const NOT_FOR_THEM =
  /\b(?:not|isn'?t|aren'?t|wasn'?t|never)(?: (?:really|made|meant|aimed|intended|targeted|suitable|suited|designed|primarily|mainly|exactly))*,? (?:for|at)(?: (?:the|small|little|young|my))? (?:kids|kiddies|children|toddlers|families|little ones)\b/;

/** Changes the request where it is said of a film that it is not for children. */
export function settleNotForChildren(request: MovieRequest, plain: string): void {
  if (!NOT_FOR_THEM.test(plain)) return;
  add(request.genresOut, "Children");
  request.genresIn = request.genresIn.filter((genre) => genre !== "Children");
  if (request.audience === "kids" || request.audience === "family") request.audience = "any";
}

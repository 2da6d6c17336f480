/**
 * What a message says of the movie on the table: a verdict, or none.
 *
 * A verdict has to be said in a form that is known as a whole, of "it" or of nobody, and before anything else is spoken of:
 * whatever is left over in its clause ("I liked that comedy with the dogs"), or was named before it ("We saw Heat. I
 * loved it"), may be what is meant. Questions, hearsay, plans and moods are none. In doubt there is no verdict: a
 * taste that was never told teaches more harm than one that is told again.
 */
import { type Piece, piecesOf } from "./pieces.ts";

export type Heard =
  | {
      readonly kind: "verdict";
      readonly verdict: "like" | "dislike" | "skip" | "seen" | "never";
      /** What follows it, from the first word about something else: "any others like that?" */
      readonly rest?: string;
    }
  /** They take it, and cannot know yet how they like it. */
  | { readonly kind: "willWatch" }
  /** They say that they have not seen it. */
  | { readonly kind: "unseen" }
  /** It may be about the movie, or be praise or not: to be asked about. */
  | { readonly kind: "doubt" }
  /** A verdict on something that was named before it: "I watched Heat and loved it". */
  | { readonly kind: "another" }
  | { readonly kind: "nothing" };

type Sort = Piece["sort"];

/** Whatever is named here may be what a later "it" means. */
const NAMES_SOMETHING: ReadonlySet<Sort> = new Set(["other", "ask", "plan"]);
const VERDICTS: ReadonlySet<Sort> = new Set(["like", "dislike", "seen", "remark"]);
/** What goes with a bare "no", and with a thumb. */
const NO_MORE_THAN_A_SOUND: ReadonlySet<Sort> = new Set(["no", "filler"]);
const BESIDE_A_SIGN: ReadonlySet<Sort> = new Set(["likeSign", "dislikeSign", "filler", "yes", "ask"]);
const BESIDE_TAKING_IT: ReadonlySet<Sort> = new Set([
  "willWatch",
  "plan",
  "yes",
  "filler",
  "sound",
  "courtesy",
]);

const HEADING = /[^:]:\s*$/;
/** "I saw Aladdin last night and loved it", "I liked that comedy with the dogs" */
const JUDGES_ANOTHER =
  /^(?:i|we|i'?ve|we'?ve) (?:[a-z']+ ){0,3}(?:saw|seen|watched|loved?|liked?|hated?|enjoyed) (?!it\b)/;
/** Titles are named with their years: another film than the one on the table, unless it comes on top. */
const A_YEAR = /\b(?:18|19|20)\d\d\b/;
const ALSO = /\b(?:too|also|as well)\b/i;
const TO_WATCH =
  /^(?:i|we|i'?ll|we'?ll|i'?d|gonna|will)\b(?: [a-z']+){0,5} (?:watch|see|check|try|look|give)\b(?!.*\b(?:something|anything|else)\b)/;
/** "It's very good, you should watch it": a film that they suggest themselves. */
const RECOMMENDS =
  /\b(?:i (?:highly )?recommend|you (?:should|must|would|will|have to|might)|you'?(?:ll|d))\b/;
/** "It was good, no?" */
const TAG = /^(?:right|no|huh|eh|yeah|correct|was ?n'?t it|is ?n'?t it|did ?n'?t you)$/;
/** "Love it", which may be said of a suggestion as well. */
const OF_NOW = /^(?:i )?(?:[a-z]+ly )?(?:do )?(?:love|like|luv|dig|adore|it'?s|that'?s)\b/;
/** "I love that", "I hate this", which may be said of what was just said. */
const OF_WHAT_WAS_SAID = /^(?:i )?(?:[a-z]+ly )?(?:love|like|hate|dig|can'?t stand) (?:this|that)$/;
/** "It was great", which may be said of the talk as well. */
const OF_ANYTHING = /^(?:it|that|this)\b/;
/** How somebody goes on about what was just said, and names nothing else. */
const GOES_ON =
  /^(?:i|i'?m|i'?ve|we|it|it'?s|that'?s|that|this|my|the|very|really|such|even|especially|not|one of)\b/;

export function verdictIn(message: string): Heard {
  const { said, pieces } = piecesOf(message);
  const sorts = new Set(pieces.map(({ sort }) => sort));
  const all = (allowed: ReadonlySet<Sort>) =>
    pieces.length > 0 && pieces.every(({ sort }) => allowed.has(sort));
  if (sorts.has("unseen")) return { kind: "unseen" };
  if (sorts.has("no") && all(NO_MORE_THAN_A_SOUND)) return { kind: "verdict", verdict: "dislike" };
  if (sorts.has("no") && isNext(pieces)) return { kind: "verdict", verdict: "skip" };

  const named = pieces.findIndex(({ sort }) => NAMES_SOMETHING.has(sort));
  const [head, tail] = named < 0 ? [pieces, []] : [pieces.slice(0, named), pieces.slice(named)];
  const of = (...wanted: readonly Sort[]) => head.filter(({ sort }) => wanted.includes(sort));
  const [next] = tail;
  /** "Already seen: Heat, Ronin" */
  const isHeading = next !== undefined && HEADING.test(said.slice(0, next.start));
  if (isHeading) return { kind: "another" };
  const settled = (verdict: "like" | "dislike" | "skip" | "seen" | "never"): Heard =>
    next ? { kind: "verdict", verdict, rest: said.slice(next.start).trim() } : { kind: "verdict", verdict };

  const seen = of("seen").length > 0;
  const signs = seen || all(BESIDE_A_SIGN) ? of("likeSign", "dislikeSign") : [];
  const judged = [...of("like", "dislike"), ...signs];
  const liked = judged.some(({ sort }) => sort === "like" || sort === "likeSign");
  const disliked = judged.some(({ sort }) => sort === "dislike" || sort === "dislikeSign");
  if (of("never").length > 0) return settled("never");
  if (liked && disliked) return { kind: "doubt" };
  const judges = seen || judged.length > 0;
  if (judges && tail.some(({ sort, words }) => sort === "other" && A_YEAR.test(words)) && !ALSO.test(said))
    return { kind: "doubt" };
  if (judges && tail.some(({ sort, words }) => sort !== "ask" && RECOMMENDS.test(words)))
    return { kind: "doubt" };
  if (next?.sort === "ask" && TAG.test(next.words)) return { kind: "doubt" };
  if (next?.sort === "other" && next.gap === "comma" && !GOES_ON.test(next.words) && judges)
    return { kind: "doubt" };
  if (liked || disliked) {
    const plans = pieces.some(
      ({ sort, words }) => (sort === "plan" || sort === "willWatch") && !/\bagain\b/.test(words),
    );
    if (!seen && liked && plans && judged.every(({ words }) => OF_NOW.test(words)))
      return { kind: "willWatch" };
    if (!seen && judged.every(({ words }) => OF_WHAT_WAS_SAID.test(words))) return { kind: "doubt" };
    if (!seen && sorts.has("courtesy") && judged.every(({ words }) => OF_ANYTHING.test(words)))
      return { kind: "doubt" };
    return settled(liked ? "like" : "dislike");
  }
  if (seen) return settled("seen");
  if (of("skip").length > 0) return of("willWatch").length > 0 ? { kind: "doubt" } : settled("skip");
  const takesIt = ({ sort, words }: Piece) =>
    sort === "willWatch" || (sort === "plan" && TO_WATCH.test(words));
  if (pieces.some(takesIt) && all(BESIDE_TAKING_IT)) return { kind: "willWatch" };
  const perhaps = of("remark", "have", "likeSign", "dislikeSign").length > 0;
  if (perhaps) return { kind: "doubt" };
  const ofAnother = tail.some(
    ({ sort, words }) => VERDICTS.has(sort) || (sort === "other" && JUDGES_ANOTHER.test(words)),
  );
  return { kind: ofAnother ? "another" : "nothing" };
}

/** Whether a message begins, small words aside, as questions and requests do: "is there", "a western". */
export function opensAsRequest(message: string): boolean {
  const first = piecesOf(message).pieces.find(({ sort }) => sort !== "filler" && sort !== "sound");
  return first?.sort === "ask" || (first?.sort === "other" && /^(?:an?|some|any) /.test(first.words));
}

/** "Nah, next" passes over it, and says no more. */
function isNext(pieces: readonly Piece[]): boolean {
  const asked = pieces.filter(({ sort }) => !NO_MORE_THAN_A_SOUND.has(sort));
  return asked.length === 1 && /^(?:next|another)(?: one)?(?: please)?$/.test(asked[0]!.words);
}

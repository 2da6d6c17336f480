/** What somebody has had enough of where more is said of it: "I'm tired of horror that is just gore" is said by who likes horror. Pure. */
import { emptyRequest } from "../request.ts";
import type { Polarity } from "./polarity.ts";
import type { Read } from "./things.ts";
import type { Token } from "./tokens.ts";

/** "Tired of", "fed up with", "hate" */
const ENOUGH = /^(?:tired|sick|bored|fed|weary|hate|hating|dislike|done|over|stand)$/;
/** Words from there to the sort of film: "tired of all the modern". */
const MOST_BETWEEN = 4;
const MORE_OF_IT = /^(?:that|thats|which|where|whose|when|full|relying|relies)$/;

/** A genre that is refused only where it is so is asked for, unless another one is; what it is to be without is refused. */
export function settleHadEnough(
  tokens: readonly Token[],
  things: readonly Read[],
  polarities: readonly Polarity[],
): Polarity[] {
  const settled = [...polarities];
  const asked = new Set(things.flatMap((thing, i) => (polarities[i] === "in" ? genresOf(thing) : [])));
  for (const [i, thing] of things.entries()) {
    const behind = thing.at + thing.length + (isFilms(tokens[thing.at + thing.length]) ? 1 : 0);
    const isQualified = tokens[behind]?.gap === "space" && MORE_OF_IT.test(tokens[behind]!.word);
    const genres = genresOf(thing);
    const isRefused = polarities[i] === "out" && genres.length > 0 && isEnough(tokens, thing.at);
    if (!isRefused || !isQualified) continue;
    settled[i] = [...asked].some((genre) => !genres.includes(genre)) ? "indifferent" : "in";
    const stop = tokens.findIndex(({ gap }, at) => at > behind && gap === "stop");
    for (const [k, { at, sort }] of things.entries())
      if (at > behind && (stop < 0 || at < stop) && sort !== "years" && sort !== "audience")
        settled[k] = "out";
  }
  return settled;
}

function genresOf({ sort, apply }: Read): readonly string[] {
  if (sort !== "noun") return [];
  const alone = emptyRequest();
  apply(alone, "in");
  return alone.genresIn;
}

const isFilms = (token: Token | undefined): boolean => /^(?:movies?|films?|flicks?)$/.test(token?.word ?? "");

function isEnough(tokens: readonly Token[], at: number): boolean {
  for (let before = at; before > 0 && at - before < MOST_BETWEEN; before--) {
    if (tokens[before]!.gap !== "space") return false;
    if (ENOUGH.test(tokens[before - 1]!.word)) return true;
  }
  return false;
}

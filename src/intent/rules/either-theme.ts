/** Things that films are about, any of which will do: "chess or painting", "on a boat or a train". Pure. */
import { emptyRequest, LONGEST_ABOUT, MOST_OF_A_LIST, type MovieRequest } from "../request.ts";
import type { Polarity } from "./polarity.ts";
import type { Read } from "./things.ts";
import type { Token } from "./tokens.ts";

const OR = /^(?:or|o|ou|oder)$/;
/** What may stand beside an "or" between two of them. */
const BETWEEN = /^(?:a|an|the|some|in|on|at|with|about|maybe|even|set|un|une|una|ein|eine)$/;

/** What a thing alone asks a film to be about; undefined where it asks for more than one, or for something else. */
function themeOf(thing: Read): string | undefined {
  const alone = emptyRequest();
  thing.apply(alone, "in");
  const { keywordsIn, about, ideally, ...rest } = alone;
  const asksElse = Object.values(rest).some((value) => Array.isArray(value) && value.length > 0);
  const said = [...keywordsIn, ...about, ...ideally];
  return asksElse || alone.audience !== "any" || said.length !== 1 ? undefined : said[0];
}

/** How something joins the next: by an "or", by a comma alone, or not at all. */
function joinOf(thing: Read, next: Read, tokens: readonly Token[]): "or" | "comma" | undefined {
  const end = thing.at + thing.length;
  const between = tokens.slice(end, next.at);
  if (tokens.slice(end, next.at + 1).some(({ gap }) => gap === "stop")) return undefined;
  const ors = between.filter(({ word }) => OR.test(word)).length;
  if (between.some(({ word }) => !OR.test(word) && !BETWEEN.test(word)) || ors > 1) return undefined;
  if (ors === 1) return "or";
  return tokens[end]?.gap === "comma" ? "comma" : undefined;
}

/** Of what is said side by side with an "or" any is asked for: as single themes each would have to be in the film. */
export function settleEitherTheme(
  request: MovieRequest,
  tokens: readonly Token[],
  things: readonly Read[],
  polarities: readonly Polarity[],
): void {
  const asked = things.filter((_, i) => polarities[i] === "in");
  for (let first = 0; first < asked.length; first++) {
    let last = first;
    let isEither = false;
    for (let join = joinAt(first); join && !isEither; join = joinAt(last)) {
      last++;
      isEither = join === "or";
    }
    if (isEither) unite(asked.slice(first, last + 1).flatMap((thing) => themeOf(thing) ?? []));
    if (isEither) first = last;
  }

  function joinAt(at: number): "or" | "comma" | undefined {
    const [thing, next] = [asked[at], asked[at + 1]];
    if (!thing || !next || themeOf(thing) === undefined || themeOf(next) === undefined) return undefined;
    return joinOf(thing, next, tokens);
  }

  function unite(themes: readonly string[]): void {
    const isFirm = themes.some(
      (theme) => request.keywordsIn.includes(theme) || request.about.includes(theme),
    );
    const either = [...new Set(themes)].join(" or ");
    if (!isFirm || either.length > LONGEST_ABOUT || new Set(themes).size < 2) return;
    for (const list of ["keywordsIn", "about", "ideally"] as const)
      request[list] = request[list].filter((theme) => !themes.includes(theme));
    request.about = [either, ...request.about].slice(0, MOST_OF_A_LIST);
  }
}

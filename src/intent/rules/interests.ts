/** What somebody is said to be fond of, of which any will do: "she is obsessed with sharks and whales". Pure. */
import { emptyRequest, MOST_OF_A_LIST, type MovieRequest } from "../request.ts";
import type { Polarity } from "./polarity.ts";
import type { Read } from "./things.ts";
import type { Token } from "./tokens.ts";

/** Said of others than whoever speaks, who names what the film is to have. */
const FOND = /^(?:loves|likes|adores)$/;
const FOND_OF = /^(?:obsessed|crazy|mad|nuts|into)$/;
const OF_OTHERS = /^(?:is|are|hes|shes|theyre|they|he|she)$/;
const THEY = /^(?:they|kids|children|girls|boys|both)$/;
/** "Bonus if it's in a city", "ideally with snow" */
const FAINTLY = /^(?:bonus|ideally|preferably)$/;
/** "With a bit of magic" */
const isALittle = (tokens: readonly Token[], at: number): boolean =>
  /^(?:bit|touch|dash|hint|sprinkle|pinch|sprinkling)$/.test(tokens[at]!.word) &&
  tokens[at + 1]?.word === "of" &&
  tokens.slice(Math.max(0, at - 2), at).some(({ word }) => /^(?:with|plus|and)$/.test(word));
const JOINS = /^(?:and|or|with|about|over|by|anything|everything|all|things|stuff|also|the|a|an)$/;

function themesOf(thing: Read): string[] {
  const alone = emptyRequest();
  thing.apply(alone, "in");
  return alone.keywordsIn;
}

/** Themes that are liked side by side order what is suggested, and so do those that would be welcome; none of them has to be in a film. */
export function settleInterests(
  request: MovieRequest,
  tokens: readonly Token[],
  things: readonly Read[],
  polarities: readonly Polarity[],
): void {
  const isFondAt = (at: number): boolean => {
    const { word } = tokens[at]!;
    const before = tokens.slice(Math.max(0, at - 3), at).map((token) => token.word);
    return (
      FOND.test(word) ||
      (FOND_OF.test(word) && before.some((one) => OF_OTHERS.test(one))) ||
      (/^(?:love|like|adore)$/.test(word) && THEY.test(before.at(-1) ?? ""))
    );
  };
  const soften = (themes: readonly string[]) => {
    request.keywordsIn = request.keywordsIn.filter((keyword) => !themes.includes(keyword));
    request.ideally = [...new Set([...themes, ...request.ideally])].slice(0, MOST_OF_A_LIST);
  };
  for (let at = 0; at < tokens.length; at++) {
    if (FAINTLY.test(tokens[at]!.word) || isALittle(tokens, at)) {
      const ends = tokens.findIndex(({ gap }, k) => k > at && gap !== "space");
      const end = ends === -1 ? tokens.length : ends;
      soften(
        things.flatMap((thing, k) =>
          thing.at > at && thing.at < end && thing.isTheme === true && polarities[k] === "in"
            ? themesOf(thing)
            : [],
        ),
      );
    }
    if (!isFondAt(at)) continue;
    const liked: string[][] = [];
    let next = at + 1;
    while (next < tokens.length && tokens[next]!.gap !== "stop") {
      const i = things.findIndex(
        (thing, k) => thing.at === next && thing.isTheme === true && polarities[k] === "in",
      );
      if (i >= 0) {
        liked.push(themesOf(things[i]!));
        next += Math.max(1, things[i]!.length);
      } else if (JOINS.test(tokens[next]!.word)) next++;
      else break;
    }
    const themes = liked.flat();
    if (liked.length > 1 && themes.length > 1) soften(themes);
  }
}

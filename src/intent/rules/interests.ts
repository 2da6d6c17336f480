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
const FAINTLY = /^(?:bonus|ideally|preferably|pref)$/;
/** "With a bit of magic" */
const isALittle = (tokens: readonly Token[], at: number): boolean =>
  /^(?:bit|touch|dash|hint|sprinkle|pinch|sprinkling)$/.test(tokens[at]!.word) &&
  tokens[at + 1]?.word === "of" &&
  tokens.slice(Math.max(0, at - 2), at).some(({ word }) => /^(?:with|plus|and)$/.test(word));
const JOINS = /^(?:and|or|with|about|over|by|anything|everything|all|things|stuff|also|the|a|an)$/;

/** "Want sun, food and vespas": so many things at least, of so many words each. */
const FEWEST_LISTED = 3;
const LONGEST_LISTED = 2;
const BEFORE_A_LIST = /^(?:want|wants|wanting|need|needs|craving|gimme)$/;

/** Where the things of a list begin and end that stands behind a word that asks; none where there is no such list. */
function listBehind(tokens: readonly Token[], at: number): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = at + 1;
  for (let next = at + 1; next <= tokens.length; next++) {
    const token = tokens[next];
    const isAnd = token?.word === "and";
    if (token && token.gap === "space" && !isAnd) continue;
    if (next > from) parts.push({ from, to: next });
    else if (!isAnd) break;
    from = isAnd ? next + 1 : next;
    if (!token || token.gap === "stop" || next - (parts.at(-1)?.from ?? next) > LONGEST_LISTED) break;
  }
  const last = parts.findIndex(({ from, to }) => to - from > LONGEST_LISTED);
  const listed = last < 0 ? parts : parts.slice(0, last);
  return listed.length < FEWEST_LISTED ? [] : listed;
}

function alone(thing: Read): MovieRequest {
  const request = emptyRequest();
  thing.apply(request, "in");
  return request;
}
const themesOf = (thing: Read): string[] => alone(thing).keywordsIn;

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
  /** Of whom else something is asked for, they are no condition. */
  const softenPeople = (people: readonly string[]) => {
    const others = request.genresIn.length + request.keywordsIn.length + request.about.length;
    if (others === 0 || people.length === 0) return;
    request.peopleIn = request.peopleIn.filter((name) => !people.includes(name));
    request.ideally = [...new Set([...people, ...request.ideally])].slice(0, MOST_OF_A_LIST);
  };
  const soften = (themes: readonly string[]) => {
    request.keywordsIn = request.keywordsIn.filter((keyword) => !themes.includes(keyword));
    request.moodsIn = request.moodsIn.filter((mood) => !themes.includes(mood));
    request.ideally = [...new Set([...themes, ...request.ideally])].slice(0, MOST_OF_A_LIST);
  };
  for (let at = 0; at < tokens.length; at++) {
    if (FAINTLY.test(tokens[at]!.word) || isALittle(tokens, at)) {
      const ends = tokens.findIndex(({ gap }, k) => k > at && gap !== "space");
      const end = ends === -1 ? tokens.length : ends;
      const welcome = things.filter((thing, k) => thing.at > at && thing.at < end && polarities[k] === "in");
      soften(welcome.flatMap((thing) => [...themesOf(thing), ...alone(thing).moodsIn]));
      softenPeople(welcome.flatMap((thing) => alone(thing).peopleIn));
    }
    if (BEFORE_A_LIST.test(tokens[at]!.word)) {
      // what nothing is known of beside them only orders, and so do they: no film is bound to have all that is dreamt of
      const listed = listBehind(tokens, at).map(({ from, to }) =>
        things.filter((thing) => thing.at < to && thing.at + thing.length > from),
      );
      const isOpen = listed.some(
        (inside) => inside.length === 0 || inside.every(({ isUnread }) => isUnread === true),
      );
      if (isOpen)
        soften(
          listed
            .flat()
            .flatMap((thing) =>
              thing.isTheme === true && polarities[things.indexOf(thing)] === "in" ? themesOf(thing) : [],
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

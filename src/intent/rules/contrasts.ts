/** What a film is to have that one it is likened to has not: "like The Fugitive, but a woman on the run". Pure. */
import { MOST_OF_A_LIST, type MovieRequest } from "../request.ts";
import type { TitleMention } from "./title-mention.ts";
import type { Token } from "./tokens.ts";

const TURNS = /^(?:but|except|only|meets|crossed|mixed|blended)$/;
const LEADS_ON =
  /^(?:with|in|on|about|set|a|an|the|make|it|its|more|has|have|some|also|this|time|featuring|where|if|there|was|were|is|as|at|under|during)$/;
/** Words between what turns and what is to be otherwise: "but make it about". */
const MOST_BETWEEN = 5;

/** @returns whether words that begin at a token say what is to be otherwise than in a film that was named before */
export function createContrasts(tokens: readonly Token[], titled: readonly TitleMention[]) {
  const likened = titled.filter(({ role }) => role === "like" || role === "loved");
  return (from: number): boolean => {
    const [first] = likened;
    if (!first || tokens[from]!.start < first.end) return false;
    for (let at = from - 1; at >= Math.max(0, from - MOST_BETWEEN); at--) {
      const { word, start } = tokens[at]!;
      if (start < first.end) return false;
      if (TURNS.test(word)) return true;
      if (!LEADS_ON.test(word) || tokens[at + 1]!.gap === "stop") return false;
    }
    return false;
  };
}

/** What is to be otherwise has to be: of all that is left over beside films that are named it decides, and does not only order. */
export function settleContrasts(request: MovieRequest, contrasts: readonly string[]): void {
  const asked = contrasts.filter((words) => request.ideally.includes(words));
  request.ideally = request.ideally.filter((words) => !asked.includes(words));
  request.about = [...new Set([...asked, ...request.about])].slice(0, MOST_OF_A_LIST);
}

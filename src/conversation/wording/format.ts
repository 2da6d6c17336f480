/** Small parts that sentences are made of. */
import type { Rating } from "../../intent/reading/command.ts";
import type { Verdict } from "../../recommender/feedback.ts";
import type { Card, Field } from "../card.ts";
import type { SaidEntry } from "../log.ts";

export const notice = (...lines: string[]): Card => ({ lines });

export const VERDICT_SIGN: Readonly<Record<Verdict, string>> = {
  favourite: "⭐ favourite",
  like: "👍 liked",
  dislike: "👎 disliked",
  skip: "⏭️ skipped",
  seen: "👁️ seen",
  never: "🚫 never",
};

/** "★ 4 of 5 (8/10)" */
export const starred = ({ stars, points }: Rating): string =>
  `★ ${stars} of 5${points === undefined ? "" : ` (${points})`}`;

/** A verdict, and the stars in which it was said. */
export interface Given {
  readonly verdict: Verdict;
  readonly rating?: Rating | undefined;
}

/** "👍 liked", "👍 liked, ★ 4 of 5" */
export const signOfVerdict = ({ verdict, rating }: Given): string =>
  [VERDICT_SIGN[verdict], ...(rating ? [starred(rating)] : [])].join(", ");

export const signOf = (said: SaidEntry): string =>
  said.kind === "feedback" ? signOfVerdict(said) : said.isOn ? "🔖 saved for later" : "taken off your list";

/** That a list goes on. */
export function more(left: number): { fields?: readonly Field[] } {
  return left > 0 ? { fields: [{ name: "…", value: `${left} more; export has them all` }] } : {};
}

/** "Heat", "Heat and Alien", "Heat, Alien and Amelie" */
export function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export const count = (n: number, noun: string): string =>
  `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
export const percent = (share: number): string => `${Math.round(share * 100)} %`;
export const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How much a movie has a trait, in words. */
export function degree(fit: number): string {
  if (fit >= 0.8) return "very much so";
  if (fit >= 0.5) return "rather yes";
  return fit >= 0.2 ? "rather not" : "no";
}

/** Parts of the request before that no longer hold where a text only says that there may be more: "not just comedies". Pure. */
import { emptyRequest, type MovieRequest } from "../request.ts";
import type { Droppable } from "../terms.ts";
import { notOnlyAt } from "./not-only.ts";
import type { Polarity } from "./polarity.ts";
import type { Read } from "./things.ts";
import type { Token } from "./tokens.ts";

const PARTS: readonly (readonly [keyof MovieRequest, Droppable])[] = [
  ["genresIn", "genres"],
  ["moodsIn", "moods"],
  ["keywordsIn", "keywords"],
  ["peopleIn", "people"],
  ["standings", "standings"],
  ["languages", "languages"],
  ["countries", "languages"],
];

/** @returns none where anything is asked for or ruled out besides */
export function openedBy(
  tokens: readonly Token[],
  things: readonly Read[],
  polarities: readonly Polarity[],
): Droppable[] {
  const from = tokens.findIndex(({ word }, at) => word !== "more" && notOnlyAt(tokens, at) > 0);
  if (from < 0 || tokens.slice(0, from).some(({ word }) => OF_A_FILM.test(word))) return [];
  if (polarities.some((polarity) => polarity !== "indifferent")) return [];
  const named = emptyRequest();
  for (const thing of things) if (thing.at > from) thing.apply(named, "in");
  return [...new Set(PARTS.flatMap(([field, part]) => (isSaid(named[field]) ? [part] : [])))];
}

/** "It's not just a comedy" is said of one that was shown. */
const OF_A_FILM = /^(?:its?|thats?|this|these|those|they|he|she)$/;
const isSaid = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

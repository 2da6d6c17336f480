/** Parts of the request before that no longer hold where a text only says that there may be more: "not just comedies", "subtitles are fine". Pure. */
import { emptyRequest, type MovieRequest } from "../request.ts";
import type { Droppable } from "../terms.ts";
import { notOnlyAt } from "./not-only.ts";
import type { Polarity } from "./polarity.ts";
import type { Run } from "./sentences.ts";
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
  letPass: readonly Run[],
): Droppable[] {
  if (isForeignLetPass(things, letPass)) return ["languages"];
  const from = tokens.findIndex(({ word }, at) => word !== "more" && notOnlyAt(tokens, at) > 0);
  if (from < 0 || tokens.slice(0, from).some(({ word }) => OF_A_FILM.test(word))) return [];
  if (polarities.some((polarity) => polarity !== "indifferent")) return [];
  const named = emptyRequest();
  for (const thing of things) if (thing.at > from) thing.apply(named, "in");
  return [...new Set(PARTS.flatMap(([field, part]) => (isSaid(named[field]) ? [part] : [])))];
}

/** That a film may be foreign is no wish, whether anything else is asked for or not. @param polarities of the things, changed in place */
export function settleForeignLetPass(
  things: readonly Read[],
  polarities: Polarity[],
  letPass: readonly Run[],
): void {
  if (isForeignLetPass(things, letPass)) polarities.fill("indifferent");
}

/** "Subtitles are fine", and no more. */
const isForeignLetPass = (things: readonly Read[], letPass: readonly Run[]): boolean =>
  things.length > 0 &&
  things.every(
    (thing) => isForeign(thing) && letPass.some(({ from, to }) => thing.at >= from && thing.at < to),
  );

/** Whether a thing asks for what is not in English. */
function isForeign(thing: Read): boolean {
  const named = emptyRequest();
  thing.apply(named, "in");
  return named.languagesOut.length > 0 || named.keywordsIn.includes("subtitles");
}

/** "It's not just a comedy" is said of one that was shown. */
const OF_A_FILM = /^(?:its?|thats?|this|these|those|they|he|she)$/;
const isSaid = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

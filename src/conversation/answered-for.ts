/** Which traits a film was suggested for that is answered, as far as that can be told. Pure. */
import { howMuch, type Much } from "../recommender/trait-bounds.ts";
import type { Dialogue } from "./dialogue.ts";
import { isFeedback, type LogEntry } from "./log.ts";
import type { World } from "./world.ts";

export interface AnsweredFor {
  /** Of the entry of the log. */
  readonly id: string;
  readonly trait: string;
  readonly much: Much;
  readonly liked: boolean;
}

const LIKED: ReadonlySet<string> = new Set(["favourite", "like"]);
/** What was seen before says nothing of the suggestion. */
const NOT_LIKED: ReadonlySet<string> = new Set(["dislike", "skip", "never"]);

/**
 * @param before where the conversation stood when the answer came: the suggestion on the table, and the wish it was made for
 * @param entries of the answer
 */
export function answeredFor(
  { catalog, recommender }: World,
  { current, wish }: Dialogue,
  entries: readonly LogEntry[],
): AnsweredFor[] {
  if (current === undefined || wish === undefined || wish.near.length > 0) return [];
  const entry = entries.filter(isFeedback).find(({ suggestion }) => suggestion === current);
  if (!entry || !(LIKED.has(entry.verdict) || NOT_LIKED.has(entry.verdict))) return [];
  const row = catalog.rowOf(entry.movie);
  return wish.filters.traitsIn.flatMap((trait) => {
    const fit = row === undefined ? undefined : recommender.model.traits.get(trait)?.[row];
    return fit === undefined
      ? []
      : [{ id: entry.id, trait, much: howMuch(fit), liked: LIKED.has(entry.verdict) }];
  });
}

/** Known conversations, played under a model: nothing of what is said may be broken, whoever is suggested. */
import { z } from "zod";
import type { MovieId } from "../../catalog/movie.ts";
import { contextOf } from "../../conversation/context.ts";
import { newDialogue } from "../../conversation/dialogue.ts";
import * as remember from "../../conversation/remember.ts";
import { step } from "../../conversation/step.ts";
import type { State, World } from "../../conversation/world.ts";
import { readYaml } from "../../files/yaml.ts";
import type { Reader } from "../../intent/reader.ts";

const knownSchema = z.array(z.array(z.string().min(1)).min(1)).min(1);

/** Each what one person says, message by message. @throws Error naming the file and what to mend */
export function readConversations(text: string, where: string): string[][] {
  const result = knownSchema.safeParse(readYaml(text, where));
  if (!result.success) throw new Error(`${where}: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** What became of a message. */
interface Told {
  /** All that was said, on one line each card. */
  readonly cards: readonly string[];
  readonly suggested: readonly string[];
  readonly isUnderstood: boolean;
}

const STARTED_MS = Date.UTC(2026, 0, 1);
const PAUSE_MS = 1_000;
const WITHIN_MS = 10_000;

/** Whom conversations are held with. */
export interface Partner {
  readonly world: World;
  readonly reader: Reader;
}

/** What became of each message, or what a conversation broke off with. */
export type Held = readonly Told[] | Error;

export async function holdAll(
  conversations: readonly (readonly string[])[],
  partner: Partner,
): Promise<Held[]> {
  const held: Held[] = [];
  for (const messages of conversations)
    held.push(await converse(partner, messages).catch((error: unknown) => error as Error));
  return held;
}

/** @throws whatever goes wrong in a turn */
async function converse({ world, reader }: Partner, messages: readonly string[]): Promise<Told[]> {
  let state: State = { person: remember.newcomer(world.recommender), dialogue: newDialogue };
  const told: Told[] = [];
  for (const [nth, text] of messages.entries()) {
    const listened = await reader.hear(text, AbortSignal.timeout(WITHIN_MS));
    const { state: after, effects } = step(world, state, {
      id: `known-${nth}`,
      atMs: STARTED_MS + nth * PAUSE_MS,
      kind: "said",
      ...listened(contextOf(world, state)),
    });
    state = after;
    told.push({
      cards: effects.flatMap((effect) => (effect.kind === "say" ? [JSON.stringify(effect.card)] : [])),
      suggested: effects.flatMap((effect) => (effect.kind === "suggest" ? [effect.suggestion.movie] : [])),
      isUnderstood: effects.every(({ kind }) => kind !== "notUnderstood"),
    });
  }
  return told;
}

const BROKEN = /\bundefined\b|\bNaN\b|\[object /;

/**
 * What is wrong with conversations as they were held under a model, a sentence each: by themselves, and beside what the champion
 * made of them.
 */
export const insaneAmong = (
  conversations: readonly (readonly string[])[],
  isFilm: (movie: MovieId) => boolean,
  held: readonly Held[],
  byChampion: readonly Held[],
): string[] =>
  conversations.flatMap((messages, nth) => {
    const why = whatIsWrong(messages, isFilm, held[nth]!, byChampion[nth]!);
    return why === undefined ? [] : [`"${messages.join(" | ")}": ${why}`];
  });

/** Whether a suggestion at this message was made before: what is taken back comes up again, and is to. */
const isRepeated = (told: readonly Told[], nth: number): boolean => {
  const earlier = new Set(told.slice(0, nth).flatMap(({ suggested }) => suggested));
  return told[nth]!.suggested.some((movie) => earlier.has(movie));
};

function whatIsWrong(
  messages: readonly string[],
  isFilm: (movie: MovieId) => boolean,
  told: Held,
  byChampion: Held,
): string | undefined {
  if (told instanceof Error) return `it breaks off with ${told.message}`;
  const before = byChampion instanceof Error ? undefined : byChampion;
  const seen = new Set<string>();
  for (const [nth, { cards, suggested, isUnderstood }] of told.entries()) {
    const was = before?.[nth];
    if (cards.length === 0) return `nothing is answered to "${messages[nth]}"`;
    if (cards.some((card) => BROKEN.test(card))) return `what is answered to "${messages[nth]}" is broken`;
    if (was?.isUnderstood !== false && !isUnderstood) return `"${messages[nth]}" is not understood`;
    if (was && was.suggested.length > 0 && suggested.length === 0)
      return `nothing is suggested for "${messages[nth]}"`;
    for (const movie of suggested) {
      if (!isFilm(movie)) return `${movie} is suggested, which is no film`;
      if (before && seen.has(movie) && !isRepeated(before, nth)) return `${movie} is suggested again`;
      seen.add(movie);
    }
  }
  return undefined;
}

/** Series, games and books that films are to be like: they are no films, but what they are about can be searched for. */
import type { Words } from "../words.ts";
import { createPhrases, phraseSet, wordsIn } from "./phrases.ts";
import { overlaps, type Span } from "./spans.ts";
import type { Text, Token } from "./tokens.ts";

export interface WorkMention extends Span {
  /** What it is about, as films are searched by. */
  readonly about: string;
  /** The name alone, without what announces it. */
  readonly name: Span;
}

/** Behind a film that stands between what announces a name and the name: "like Heat and House", but not "like Heat where you". */
const JOINED = /^\W{0,3}(?:(?:and|or|plus|meets|x|mixed with|crossed with)\W{1,2}(?:the )?)?$/;
/** Words between what announces a name and the name: "like the game of". */
const BETWEEN = 2;

/** @returns where a text names works that stand in no film's title: `films` are the spans of those that are known */
export function createWorkReader({
  works,
}: Pick<Words, "works">): (text: Text, films: readonly Span[]) => WorkMention[] {
  const named = createPhrases(Object.entries(works.named));
  const common = createPhrases(Object.entries(works.behind.named));
  const announcing = phraseSet(works.behind.words);
  const names = new Set([...Object.keys(works.named), ...Object.keys(works.behind.named)].flatMap(wordsIn));
  /** "Creepy houses" are not the series House. */
  const isExact = (word: string): boolean => names.has(word);

  /** Where the words begin that announce what stands at a place; undefined where none do. */
  const announcedFrom = (tokens: readonly Token[], at: number): number | undefined => {
    for (let from = Math.max(0, at - LONGEST_ANNOUNCEMENT); from < at; from++) {
      const found = announcing.at(tokens, from);
      if (found && from + found.length <= at && at - from - found.length <= BETWEEN) return from;
    }
    return undefined;
  };

  return ({ tokens, plain }, films) => {
    const mentions: WorkMention[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const from = announcedFrom(tokens, at);
      const found = named.at(tokens, at) ?? (from === undefined ? undefined : common.at(tokens, at));
      if (!found || (found.length === 1 && !isExact(tokens[at]!.word))) continue;
      const name = { start: tokens[at]!.start, end: tokens[at + found.length - 1]!.end };
      if (films.some((film) => overlaps(film, name))) continue;
      const before = films.findLast(({ end }) => end <= name.start);
      if (
        from !== undefined &&
        before &&
        before.end > tokens[from]!.start &&
        !JOINED.test(plain.slice(before.end, name.start))
      )
        continue;
      mentions.push({ start: tokens[from ?? at]!.start, end: name.end, name, about: found.values[0]! });
      at += found.length - 1;
    }
    return mentions;
  };
}

/** In words, with those between it and the name. */
const LONGEST_ANNOUNCEMENT = 5;

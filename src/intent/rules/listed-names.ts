/**
 * Films that stand in a list, which may go by plain words there: "done bullitt, ronin, baby driver", "The Host, Her, Up".
 * Pure.
 */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Mention } from "../../catalog/mentions.ts";
import type { Movie } from "../../catalog/movie.ts";
import { isTitle } from "../../catalog/naming.ts";
import { moviesIn } from "../../catalog/title-match.ts";
import type { Phrases } from "./phrases.ts";
import { overlaps } from "./spans.ts";
import type { Text, Token } from "./tokens.ts";

/** In words. */
const LONGEST_NAME = 8;
const JOINS = /^(?:and|or|then)$/;
/** What may stand behind the last of a list. */
const BEHIND =
  /^(?:already|before|too|tonight|again|etc|please|pls|thanks|so|but|are|were|was|is|this|last|yesterday|recently|all|both|type|types|vibes|kind)$/;
/** So many titles of a list that are hardly anything else make one of it; a single one does behind words that announce films. */
const FEWEST_SURE = 2;
/** More films with the same words in their titles are told apart by nobody. */
const MOST_ALIKE = 3;
/** Nobody names more in one list. */
const MOST_NAMED = 20;
/** Of a whole message in which nothing but titles stands, those that are words of their own are less than this part. */
const MOST_PLAIN = 0.5;

interface Named {
  readonly mention: Mention;
  /** The token behind it. */
  readonly to: number;
  /** It is hardly anything but a title. */
  readonly isSure: boolean;
  /** It is written as a title within a sentence. */
  readonly isWritten: boolean;
  /** It asks for something by itself, written as it is: "horror". */
  readonly isPlain: boolean;
}

/**
 * @param vocabulary words that ask for something by themselves
 * @param isSmall words that say nothing
 */
export function createListedNamesReader(
  catalog: Catalog,
  vocabulary: Phrases<unknown>,
  isSmall: (word: string) => boolean,
): (text: Text, found: readonly Mention[], isAnnounced: (at: number) => boolean) => Mention[] {
  const isOrdinary = ({ word }: Token): boolean => isSmall(word) || vocabulary.get([word]) !== undefined;

  /** "Red October" */
  const wellKnownWith = (name: string, most: number): Movie[] => {
    const known = catalog.titlesWith(name).filter(catalog.isWellKnown);
    return known.length <= most ? known : [];
  };

  const namedBetween = ({ tokens, said }: Text, from: number, to: number): Named | undefined => {
    const spoken = tokens.slice(from, to);
    const [start, end] = [spoken[0]!.start, spoken.at(-1)!.end];
    const name = said.slice(start, end);
    const words = spoken.map(({ word }) => word);
    const isCapital = spoken.every(({ capital, word }) => capital || isSmall(word)) && spoken[0]!.capital;
    const isPlain = vocabulary.get(words) !== undefined && !(isCapital && words.length > 1);
    const isOrdinaryName = !isCapital && spoken.every(isOrdinary);
    if (!isCapital && words.every(isSmall)) return undefined; // "anything else" is a film, too
    const titled = isTitle(catalog, name);
    const movies = titled
      ? moviesIn(catalog.find(name))
      : words.length > 1
        ? wellKnownWith(name, isOrdinaryName ? 1 : MOST_ALIKE)
        : [];
    if (movies.length === 0) return undefined;
    const isNobody = catalog.facts.find(name) === undefined;
    const isSure =
      !isPlain && !isOrdinaryName && (words.length > 1 || (isNobody && movies.some(catalog.isWellKnown)));
    const sureness = movies.length === 1 || movies.some(catalog.isWellKnown) ? "sure" : "likely";
    return {
      mention: { start, end, sureness, movies, named: [] },
      to,
      isSure,
      isWritten: isCapital && from > 0,
      isPlain,
    };
  };

  const endsAt = (tokens: readonly Token[], at: number): boolean => {
    const next = tokens[at];
    return next?.gap !== "space" || JOINS.test(next.word) || BEHIND.test(next.word);
  };

  const nameAt = (text: Text, at: number, found: readonly Mention[]): Named | undefined => {
    const { tokens } = text;
    const known = found.find((mention) => overlaps(mention, tokens[at]!));
    if (known) {
      const to = tokens.findLastIndex((token) => overlaps(token, known)) + 1;
      return { mention: known, to, isSure: known.sureness === "sure", isWritten: true, isPlain: false };
    }
    for (let length = Math.min(LONGEST_NAME, tokens.length - at); length > 0; length--) {
      const name = tokens.slice(at, at + length);
      if (!endsAt(tokens, at + length) || name.slice(1).some(({ gap }) => gap !== "space")) continue;
      if (found.some((mention) => name.some((token) => overlaps(mention, token)))) continue;
      const named = namedBetween(text, at, at + length);
      if (named) return named;
    }
    return undefined;
  };

  /** The names that follow one another from a token on. @param overStops in a list of sentences: "Goodfellas. Casino." */
  const runFrom = (text: Text, from: number, found: readonly Mention[], overStops: boolean): Named[] => {
    const { tokens } = text;
    const names: Named[] = [];
    for (let at = from; at < tokens.length && names.length < MOST_NAMED; ) {
      const joined = names.length > 0 && JOINS.test(tokens[at]!.word) ? at + 1 : at;
      const token = tokens[joined];
      const isBracket = names.length > 0 && text.said.slice(tokens[at - 1]!.end, token?.start).includes("(");
      const isNext =
        !isBracket && (joined > at || token?.gap === "comma" || (overStops && token?.gap === "stop"));
      if (!token || (names.length > 0 && (!isNext || (token.gap === "stop" && !overStops)))) break;
      const named = nameAt(text, joined, found);
      if (!named) break;
      names.push(named);
      at = named.to;
    }
    return names;
  };

  /** The whole text is a list of titles. */
  const wholeOf = (text: Text, found: readonly Mention[]): Named[] | undefined => {
    const names = runFrom(text, 0, found, true);
    const plain = names.filter(({ isPlain }) => isPlain).length;
    const isWhole = names.length > 1 && names.at(-1)!.to === text.tokens.length;
    return isWhole && names.some(({ isSure }) => isSure) && plain < MOST_PLAIN * names.length
      ? names
      : undefined;
  };

  const beginsName = (tokens: readonly Token[], at: number): boolean =>
    at === 0 || tokens[at]!.gap !== "space" || JOINS.test(tokens[at - 1]!.word);

  return (text, found, isAnnounced) => {
    const whole = wholeOf(text, found);
    const listed: Mention[] = [];
    if (whole) listed.push(...whole.map(({ mention }) => mention));
    for (let at = 0; !whole && at < text.tokens.length; ) {
      const announced = isAnnounced(at);
      const names = announced || beginsName(text.tokens, at) ? runFrom(text, at, found, false) : [];
      const sure = names.filter(({ isSure }) => isSure).length;
      const isTold = announced || names.every(({ isWritten }) => isWritten);
      const isList = names.length > 1 && (sure >= FEWEST_SURE || (isTold && sure > 0));
      if (isList) listed.push(...names.map(({ mention }) => mention));
      at = isList ? names.at(-1)!.to : at + 1;
    }
    return listed.filter((mention) => !found.includes(mention));
  };
}

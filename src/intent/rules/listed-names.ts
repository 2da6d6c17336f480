/**
 * Films that stand in a list, which may go by plain words there: "done bullitt, ronin, baby driver", "The Host, Her, Up".
 * Pure.
 */
import type { Catalog } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
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
/** Ratings of a film of one word that is told apart from the word by what is said of it alone. */
const LEAST_FAME = 200;
/** Of a whole message in which nothing but titles stands, those that are words of their own are less than this part. */
const MOST_PLAIN = 0.5;

/** What announces a list, or a single film, where it stands. */
export interface Announcing {
  /** Behind what is said of films, or "think". */
  readonly isAnnounced: (at: number) => boolean;
  /** Behind what is said of a film that was watched: "just saw". */
  readonly isWatched: (at: number) => boolean;
  /** Behind what says the same of one more film: "also", "same with". */
  readonly isOneMore: (at: number, named: readonly Mention[]) => boolean;
  /** Before what says how a film is: "was perfect", "gets it right". */
  readonly isJudged: (to: number) => boolean;
}

interface Named {
  readonly mention: Mention;
  /** The token behind it. */
  readonly to: number;
  /** It is hardly anything but a title. */
  readonly isSure: boolean;
  /** It is written as a title within a sentence. */
  readonly isWritten: boolean;
  /** It begins with a capital, as all its words do that say something. */
  readonly isCapital: boolean;
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
): (text: Text, found: readonly Mention[], announcing: Announcing) => Mention[] {
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
      isCapital,
      isPlain,
    };
  };

  const endsAt = (tokens: readonly Token[], at: number, { goesOn, isJudged }: Run): boolean => {
    const next = tokens[at];
    if (next?.gap !== "space" || JOINS.test(next.word) || BEHIND.test(next.word) || isJudged(at)) return true;
    return goesOn && tokens[at - 1]!.capital && !next.capital; // "just saw Drive for the first time"
  };

  const nameAt = (text: Text, at: number, found: readonly Mention[], run: Run): Named | undefined => {
    const { tokens } = text;
    const known = found.find((mention) => overlaps(mention, tokens[at]!));
    if (known) {
      const to = tokens.findLastIndex((token) => overlaps(token, known)) + 1;
      return {
        mention: known,
        to,
        isSure: known.sureness === "sure",
        isWritten: true,
        isCapital: true,
        isPlain: false,
      };
    }
    for (let length = Math.min(LONGEST_NAME, tokens.length - at); length > 0; length--) {
      const name = tokens.slice(at, at + length);
      if (!endsAt(tokens, at + length, run) || name.slice(1).some(({ gap }) => gap !== "space")) continue;
      if (found.some((mention) => name.some((token) => overlaps(mention, token)))) continue;
      const named = namedBetween(text, at, at + length);
      if (named) return named;
    }
    return undefined;
  };

  /** The names that follow one another from a token on. */
  const runFrom = (text: Text, from: number, found: readonly Mention[], run: Run): Named[] => {
    const { overStops } = run;
    const { tokens } = text;
    const names: Named[] = [];
    for (let at = from; at < tokens.length && names.length < MOST_NAMED; ) {
      const joined = names.length > 0 && JOINS.test(tokens[at]!.word) ? at + 1 : at;
      const token = tokens[joined];
      const isBracket = names.length > 0 && text.said.slice(tokens[at - 1]!.end, token?.start).includes("(");
      const isNext =
        !isBracket && (joined > at || token?.gap === "comma" || (overStops && token?.gap === "stop"));
      if (!token || (names.length > 0 && (!isNext || (token.gap === "stop" && !overStops)))) break;
      const named = nameAt(text, joined, found, run);
      if (!named) break;
      names.push(named);
      at = named.to;
    }
    return names;
  };

  /** The whole text is a list of titles. */
  const wholeOf = (text: Text, found: readonly Mention[]): Named[] | undefined => {
    const names = runFrom(text, 0, found, { overStops: true, goesOn: false, isJudged: () => false });
    const plain = names.filter(({ isPlain }) => isPlain).length;
    const isWhole = names.length > 1 && names.at(-1)!.to === text.tokens.length;
    return isWhole && names.some(({ isSure }) => isSure) && plain < MOST_PLAIN * names.length
      ? names
      : undefined;
  };

  const beginsName = (tokens: readonly Token[], at: number): boolean =>
    at === 0 || tokens[at]!.gap !== "space" || JOINS.test(tokens[at - 1]!.word);

  /** It is a film, though hardly written as one: it was watched, is one more, or is told how it was. */
  const isSpokenOf = ({ mention, isCapital, to }: Named, { tokens }: Text): boolean => {
    const name = tokens.slice(0, to).filter((token) => overlaps(token, mention));
    if (!isCapital || name.every(({ word }) => isSmall(word))) return false; // "It was amazing"
    return name.length > 1 || mention.movies.some((movie) => fameOf(movie) >= LEAST_FAME);
  };

  return (text, found, { isAnnounced, isWatched, isOneMore, isJudged }) => {
    const whole = wholeOf(text, found);
    const listed: Mention[] = [];
    if (whole) listed.push(...whole.map(({ mention }) => mention));
    for (let at = 0; !whole && at < text.tokens.length; ) {
      const announced = isAnnounced(at);
      const goesOn = isWatched(at);
      const isMore = isOneMore(at, [...found, ...listed]);
      const begins = announced || goesOn || isMore || beginsName(text.tokens, at);
      const names = begins ? runFrom(text, at, found, { overStops: false, goesOn, isJudged }) : [];
      const sure = names.filter(({ isSure }) => isSure).length;
      const isTold = announced || names.every(({ isWritten }) => isWritten);
      const isSaid = goesOn || isMore || (names.length > 0 && isJudged(names.at(-1)!.to));
      const isList =
        (names.length > 1 && (sure >= FEWEST_SURE || (isTold && sure > 0))) ||
        (isSaid &&
          names.length > 0 &&
          names.every((name) => (goesOn || !name.isPlain) && isSpokenOf(name, text)));
      if (isList) listed.push(...names.map(({ mention }) => mention));
      at = isList ? names.at(-1)!.to : at + 1;
    }
    return listed.filter((mention) => !found.includes(mention));
  };
}

/** How far a run of names goes. */
interface Run {
  /** In a list of sentences: "Goodfellas. Casino." */
  readonly overStops: boolean;
  /** A name in capitals ends where the sentence goes on without. */
  readonly goesOn: boolean;
  readonly isJudged: Announcing["isJudged"];
}

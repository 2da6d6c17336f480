/** Films and series that a text rules out one after the other: "not raging bull or rocky", "nothing with narnia". Pure. */
import type { Catalog } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
import { isTitle } from "../../catalog/naming.ts";
import { moviesIn } from "../../catalog/title-match.ts";
import type { Words } from "../words.ts";
import { countsAll } from "./counts-all.ts";
import { createKnownBehind } from "./known-behind.ts";
import { type Phrases, phraseSet, wordSet } from "./phrases.ts";
import { overlaps, type Span } from "./spans.ts";
import type { Text, Token } from "./tokens.ts";

export interface RefusedName extends Span {
  /** As it was typed; empty where only words behind a film that was read already say that it is known. */
  readonly said: string;
}

const JOINERS = /^(?:and|or|nor|&|any|of|the|no|not|more|all|everything|anything|from|with)$/;
/** What may stand behind the last of them. */
const BEHIND =
  /^(?:movies?|films?|stuff|things?|franchise|series|ones?|again|please|pls|thanks|though|either|but|i|im|ill|we|my|then|because)$/;
/** In words. */
const LONGEST_NAME = 8;
/** "Vampires that don't sparkle", "I can't sleep": what is not done is no film. */
const OF_A_VERB = /^(?:dont|doesnt|didnt|cant|cannot|couldnt|wont|wouldnt|never|not to)$/;
const ARTICLE = /^an?$/;
/** "No love story" rules out love stories, but "not Love Story", "except Love Story" the film. */
const RULES_OUT_KINDS = /^(?:no|without|nothing|never|avoid|hate|hates|less|any|anything|all)$/;
/** Behind these stand films more often than what they are about: "vampires, other than Twilight or Dracula". */
const BESIDES = [
  ...["besides", "other than", "apart from", "aside from", "not counting", "excluding", "obviously not"],
  ...["everyone says", "everybody says", "everyone recommends", "everybody recommends", "everyone suggests"],
  ...["people keep saying", "if you say", "if you suggest", "if you recommend", "don't say", "dont say"],
];

/** In ratings: of a word that is a lesser film's title as well the word is meant. */
const KNOWN_ENOUGH = 2_000;
/** Before a name of which more is said behind it: "we've done Mean Girls to death". */
const KNOWN = /^(?:done|did|seen|watched|had|know|think|but)$/;

interface Refusal {
  /** Films of several plain words may be meant: "not Love Story". */
  readonly mayBePlain: boolean;
  /** So may those of one. */
  readonly isBesides: boolean;
}

/** "Nothing in black and white" is of no series whose name goes on so. */
const PLACES = /^(?:in|on|at|of|from|with|under)$/;
/** A single word that is shorter is any word. */
const SHORTEST_SINGLE = 4;
/** "I saw Heat, it was ok" */
const PRONOUN = /^(?:it|this|that|these|those|they|he|she)$/;

/** @param vocabulary words that ask for something by themselves: "alien" is a theme before it is a series */
export function createRefusedNamesReader(
  { negation, titles, filler }: Words,
  catalog: Catalog,
  vocabulary: Phrases<unknown>,
): (text: Text, titled: readonly Span[]) => RefusedName[] {
  const refusing = phraseSet([...negation.negators, ...titles.refused, ...titles.seen]);
  const besides = phraseSet(BESIDES);
  const small = wordSet(filler.words);
  const knownBehind = createKnownBehind(titles);

  /** "No wars" is about war, and "no games" about games. */
  const isOrdinary = (word: string): boolean =>
    small.has(word) || [word, word.replace(/s$/, "")].some((form) => vocabulary.get([form]) !== undefined);

  const isPlain = (tokens: readonly Token[]): boolean =>
    tokens.every(({ word, capital }) => !capital && isOrdinary(word));

  const isSeries = (tokens: readonly Token[]): boolean => {
    const words = tokens.map(({ word }) => word);
    if (words.length === 1 && (words[0]!.length < SHORTEST_SINGLE || isPlain(tokens))) return false;
    return (
      catalog.series.called(words).length > 0 ||
      (!words.every(isOrdinary) && catalog.series.partlyCalled(words).length > 0)
    );
  };

  /** "Not REC", "no IT": in capitals, where not everything is. */
  const isInCapitals = (name: string, all: string): boolean =>
    /^\p{Lu}{2,}$/u.test(name) &&
    /\p{Ll}{3}/u.test(all) &&
    moviesIn(catalog.find(name)).some((movie) => fameOf(movie) >= KNOWN_ENOUGH);

  const isFilm = (name: string, tokens: readonly Token[], { mayBePlain, isBesides }: Refusal): boolean => {
    const words = tokens.map(({ word }) => word);
    if (!isTitle(catalog, name) || (vocabulary.get(words) !== undefined && !isBesides)) return false;
    const movies = moviesIn(catalog.find(name));
    if (isBesides && (movies.length > 1 || movies.some((movie) => catalog.isWellKnown(movie)))) return true;
    if (words.length === 2 && ARTICLE.test(words[0]!) && !tokens[1]!.capital) return false; // "is NOT a chef"
    if (!isPlain(tokens))
      return words.length > 1 || isBesides || movies.some((movie) => catalog.isWellKnown(movie));
    // "not a war movie" rules out war films, and not "A War"; "enough with the horror" those of the sort that was shown
    const [first, ...others] = words;
    const isOfAKind = ARTICLE.test(first!) || (first === "the" && vocabulary.get(others) !== undefined);
    return words.length > 1 && mayBePlain && !isOfAKind;
  };

  /** Tokens of the longest name that begins there; 0 where none does. */
  const lengthAt = ({ tokens, said }: Text, at: number, refusal: Refusal): number => {
    for (let length = Math.min(LONGEST_NAME, tokens.length - at); length > 0; length--) {
      const name = tokens.slice(at, at + length);
      if (!endsAt(tokens, at + length) || name.slice(1).some(({ gap }) => gap !== "space")) continue;
      if (isPlain(name) && name[0]!.word === "the" && tokens[at + length]?.word === "ones") continue;
      if (isPlain(name) && PLACES.test(name[0]!.word)) continue;
      const of = said.slice(name[0]!.start, name.at(-1)!.end);
      if (isSeries(name) || isFilm(of, name, refusal) || (refusal.mayBePlain && isInCapitals(of, said)))
        return length;
    }
    return 0;
  };

  /** "Besides The Omen, possession films": behind a comma these are asked for. */
  const isOfFilmsAsked = (tokens: readonly Token[], at: number): boolean => {
    if (tokens[at]!.gap !== "comma") return false;
    const end = tokens.findIndex((token, i) => i > at && token.gap !== "space");
    const last = end < 0 ? tokens.length : end;
    return (
      /^(?:movies?|films?|flicks?)$/.test(tokens[last - 1]!.word) &&
      last - at > 1 &&
      isPlain(tokens.slice(at, last - 1))
    );
  };

  const endsAt = (tokens: readonly Token[], at: number): boolean => {
    const next = tokens[at];
    return next?.gap !== "space" || JOINERS.test(next.word) || BEHIND.test(next.word);
  };

  /** Where the name begins that ends before a token; undefined where none does. */
  const nameBefore = ({ tokens, said }: Text, end: number): number | undefined => {
    for (let from = Math.max(0, end - LONGEST_NAME); from < end; from++) {
      const name = tokens.slice(from, end);
      const isOpen =
        from === 0 ||
        tokens[from]!.gap !== "space" ||
        JOINERS.test(tokens[from - 1]!.word) ||
        KNOWN.test(tokens[from - 1]!.word);
      if (!isOpen || name.slice(1).some(({ gap }) => gap !== "space")) continue;
      if (name.length === 1 && (JOINERS.test(name[0]!.word) || PRONOUN.test(name[0]!.word))) continue;
      const isTheme = isPlain(name) && vocabulary.get(name.map(({ word }) => word)) !== undefined;
      const of = said.slice(name[0]!.start, name.at(-1)!.end);
      const isFilmKnown = () => moviesIn(catalog.find(of)).some((movie) => fameOf(movie) >= KNOWN_ENOUGH);
      const isNamed = isTitle(catalog, of) && ((name.length > 1 && !isTheme) || isFilmKnown());
      if (isNamed || (!isTheme && isSeries(name))) return from;
    }
    return undefined;
  };

  /** "Heat and Casino don't count": the names before such words, and what is said with the last of them. */
  const namesKnown = (text: Text): RefusedName[] => {
    const { tokens, said } = text;
    const found: RefusedName[] = [];
    for (let at = 1; at < tokens.length; at++) {
      const behind = knownBehind(tokens, at);
      if (behind === undefined) continue;
      let [end, spanEnd] = [at, behind];
      for (let from = nameBefore(text, end); from !== undefined; from = nameBefore(text, end)) {
        const [start, last] = [tokens[from]!.start, tokens[end - 1]!.end];
        found.push({ start, end: tokens[spanEnd - 1]!.end, said: said.slice(start, last) });
        const isListed = from > 1 && /^(?:and|or|&)$/.test(tokens[from - 1]!.word);
        if (!isListed && tokens[from]!.gap !== "comma") break;
        end = isListed ? from - 1 : from;
        spanEnd = end;
      }
    }
    return found;
  };

  return (text, titled) => {
    const { tokens, said } = text;
    const found: RefusedName[] = namesKnown(text).map((name) => {
      const known = titled.find((span) => overlaps(span, name));
      return known ? { start: known.end, end: Math.max(known.end, name.end), said: "" } : name;
    });
    for (let at = 0; at < tokens.length; ) {
      const refusal = refusing.at(tokens, at);
      const isBesides = besides.at(tokens, at) !== undefined;
      let next = at + (refusal?.length ?? 1);
      let mayBePlain = !tokens.slice(at, next).some(({ word }) => RULES_OUT_KINDS.test(word));
      const isOfAVerb = OF_A_VERB.test(tokens[next - 1]?.word ?? "");
      while (refusal && !isOfAVerb && next < tokens.length && tokens[next]!.gap !== "stop") {
        const known = titled.find((span) => overlaps(span, tokens[next]!));
        if (known) {
          while (next < tokens.length && overlaps(known, tokens[next]!)) next++;
          const then = tokens[next];
          if (then?.gap === "space" && !JOINERS.test(then.word)) break; // "saw Heat last night"
          continue;
        }
        if (isOfFilmsAsked(tokens, next)) break;
        const length = lengthAt(text, next, { mayBePlain, isBesides });
        const [start, end] = [tokens[next]!.start, tokens[next + Math.max(1, length) - 1]!.end];
        if (length > 0 && !countsAll(tokens, { start, end })) {
          found.push({ start, end, said: said.slice(start, end) });
          next += length;
        } else if (JOINERS.test(tokens[next]!.word)) {
          mayBePlain &&= !RULES_OUT_KINDS.test(tokens[next]!.word);
          next++;
        } else break;
      }
      at = next;
    }
    return found.filter((one, nth) => found.findIndex((other) => overlaps(one, other)) === nth);
  };
}

/** A kind of stories that is meant where none of its words was read: "underrated gems about being in your thirties and lost". Pure. */
import type { NearPlots } from "../../catalog/about/near-plots.ts";
import type { Plot } from "../../catalog/about/search-index.ts";
import { STOP_WORDS } from "../../catalog/about/stop-words.ts";
import { stemsOf } from "../../catalog/about/terms.ts";
import { LONGEST_ABOUT } from "../request.ts";
import { notOnlyAt } from "./not-only.ts";
import { range } from "./range.ts";
import { type Run, sentencesOf } from "./sentences.ts";
import type { Token } from "./tokens.ts";
import { DENIES } from "./told-kinds.ts";

/** In words that tell something: of one alone many kinds are near, and who says more tells of more than one thing. */
const FEWEST = 2;
const MOST = 12;
/** How near they come to a kind that is meant: of what only resembles one nothing is made. */
const SURELY_NEAR = 0.74;
/** Who speaks of themselves may only talk: "the world is a mess and I am tired". */
const OF_ONESELF = /^(?:i|im|ive|ill|id|me|my|mine|myself|we|were|us|our|you|your|youre)$/;

export interface KindMeant {
  readonly words: string;
  readonly isOfOneself: boolean;
}

/** @param isRead whether something was read of the token at a place */
export function kindMeant(
  tokens: readonly Token[],
  isRead: (at: number) => boolean,
  storiesNear: NearPlots,
): KindMeant | undefined {
  if (tokens.some(({ word }) => DENIES.test(word))) return undefined;
  const telling = tokens.flatMap(({ word }, at) => (STOP_WORDS.has(word) || isRead(at) ? [] : [at]));
  if (telling.length < FEWEST || telling.length > MOST) return undefined;
  const words = tokens
    .slice(telling[0], telling.at(-1)! + 1)
    .map(({ word }) => word)
    .join(" ");
  const [nearest] = storiesNear(words);
  if (nearest === undefined || nearest.nearness < SURELY_NEAR) return undefined;
  return {
    words: words.slice(0, LONGEST_ABOUT),
    isOfOneself: tokens.some(({ word }) => OF_ONESELF.test(word)),
  };
}

/**
 * How near a sentence comes to a kind that it names in other words, whatever else is read of them: of 320 short requests that come as
 * near to one nine in ten mean it. One that tells of whoever asks is as often talk, part of a sentence tells less, and one word little.
 */
const NEAR = { sentence: 0.74, part: 0.84, ofTheAsker: 0.8, oneWord: 0.85 };
/** It is told in nearly these words: "horror set on a boat", of which the boat alone comes near to films about sailing. */
const IN_THESE_WORDS = 0.95;
/** What is left of it without genres, times and countries comes so near to the same kind still, or by itself so near to one. */
const IN_THE_REST = { still: 0.62, among: 3, byItself: 0.78 };
/** Sentences and parts of them that are compared: who writes more tells more than what is asked for. */
const MOST_SENTENCES = 8;
const MOST_PARTS = 4;
const MOST_KINDS = 2;
/** "Losing my job": told of whoever asks. */
const OF_THE_ASKER = /^(?:i|im|ive|id|ill|my|mine|me|we|weve|our|us)$/;
const ABOUT = /^(?:about|where|on)$/;
/** "Whats the one where" */
const SAYS_WHICH = /^ones?$/;
/** "But it doesn't quite work out" is of a story, "I don't want" of whoever asks. */
const OF_A_STORY = /^(?:it|he|she|they)$/;

interface Named {
  readonly kind: Plot;
  readonly words: string;
  readonly nearness: number;
}

/**
 * Kinds that are clearly meant beside what was read of the words one by one: of "small town with a dark secret underneath" a mood and
 * a small town.
 *
 * @param isApart whether the token at a place tells nothing of it: a title, a year, what is told of whoever asks
 * @param isRefused whether it is part of what is ruled out
 * @param isByItself whether it is part of a wish that stands for itself: of "korean thrillers" no kind is meant
 */
export function kindsNamed(
  tokens: readonly Token[],
  isApart: (at: number) => boolean,
  isRefused: (at: number) => boolean,
  isByItself: (at: number) => boolean,
  storiesNear: NearPlots,
): string[] {
  const tells = (at: number) =>
    !STOP_WORDS.has(tokens[at]!.word) && !SAYS_WHICH.test(tokens[at]!.word) && !isApart(at);
  const textOf = (places: readonly number[]) => places.map((at) => tokens[at]!.word).join(" ");
  const isOfTheAsker = (at: number) => OF_THE_ASKER.test(tokens[at]!.word);

  /**
   * From the first word that tells something to the last, where that comes near enough to a kind.
   *
   * @param isDenied something in it is, which only a kind means that is told by what it denies
   */
  const named = ({ from, to }: Run, least: number, isDenied = false): Named[] => {
    const telling = range(from, to).filter(tells);
    if (telling.length > MOST) return [];
    const said =
      telling.length > 0
        ? range(telling[0]!, telling.at(-1)! + 1).filter((at) => !isApart(at))
        : inCommonWords({ from, to });
    if (isDenied) {
      const words = said.map((at) => tokens[at]!.word);
      return nearestTo(said, least).filter(({ kind }) => deniesTheSame(kind, words));
    }
    const rest = said.filter((at) => !isByItself(at));
    const isWhole = rest.length === said.length;
    const whole = nearestTo(said, least);
    const isMeant = ({ kind, nearness }: Named) =>
      isWhole || (nearness >= IN_THESE_WORDS && rest.some(tells)) || isStill(kind, rest);
    if (whole.some(isMeant)) return whole;
    return isWhole || (telling.length > 0 && !rest.some(tells))
      ? []
      : nearestTo(rest, Math.max(least, IN_THE_REST.byItself));
  };

  /**
   * "A film about making a film" is all it says. Where something else was read, what leads to it says nothing: "movies about" tells of no
   * film-making, and of "a film about making a film from the nineties" that counts which stands behind its "about".
   */
  const inCommonWords = ({ from, to }: Run): number[] => {
    const apart = range(from, to).find(isApart);
    if (apart === undefined) return range(from, to);
    const about = range(Math.max(0, from - 1), apart).find((at) => ABOUT.test(tokens[at]!.word));
    const behind = about === undefined ? [] : range(about + 1, apart);
    return behind.length < FEWEST ? [] : behind;
  };

  /** The kind that words come nearest to, where that is near enough. */
  const nearestTo = (places: readonly number[], least: number) => {
    const words = textOf(places);
    const bounds = [
      least,
      places.some(isOfTheAsker) ? NEAR.ofTheAsker : 0,
      places.filter(tells).length < FEWEST ? NEAR.oneWord : 0,
    ];
    return storiesNear(words)
      .slice(0, 1)
      .filter(({ nearness }) => nearness >= Math.max(...bounds))
      .map(({ plot, nearness }) => ({ kind: plot, nearness, words: words.slice(0, LONGEST_ABOUT) }));
  };
  const isStill = (kind: Plot, rest: readonly number[]) =>
    storiesNear(textOf(rest))
      .slice(0, IN_THE_REST.among)
      .some(({ plot, nearness }) => plot === kind && nearness >= IN_THE_REST.still);

  return sentencesOf(tokens)
    .slice(0, MOST_SENTENCES)
    .flatMap((sentence) => {
      const { from, to } = sentence;
      const denied = range(from, to).find(
        (at) =>
          isRefused(at) || (DENIES.test(tokens[at]!.word) && !OF_A_STORY.test(tokens[at - 1]?.word ?? "")),
      );
      const asked = { from, to: denied ?? to };
      const about = range(from, asked.to).find((at) => ABOUT.test(tokens[at]!.word));
      const parts = partsOf(tokens, asked);
      return [
        ...named(asked, NEAR.sentence),
        ...(about === undefined ? [] : named({ from: about + 1, to: asked.to }, NEAR.sentence)),
        ...(denied === undefined || notOnlyAt(tokens, denied) > 0
          ? []
          : named(sentence, NEAR.sentence, true)),
        ...(parts.length > 1 ? parts.slice(0, MOST_PARTS).flatMap((part) => named(part, NEAR.part)) : []),
      ]
        .sort((a, b) => b.nearness - a.nearness)
        .filter(
          ({ kind, words }, nth, all) =>
            !all.slice(0, nth).some((nearer) => nearer.kind === kind || nearer.words.includes(words)),
        );
    })
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, MOST_KINDS)
    .map(({ words }) => words);
}

/** What stands between commas. */
function partsOf(tokens: readonly Token[], { from, to }: Run): Run[] {
  const commas = range(from + 1, to).filter((at) => tokens[at]!.gap !== "space");
  return [from, ...commas].map((begin, nth) => ({ from: begin, to: commas[nth] ?? to }));
}

/**
 * "A musical for people who hate musicals" is told by what it denies. One that denies something else is not meant, nor one that asks for
 * what somebody only denies: "I hate musicals".
 */
function deniesTheSame({ name, told }: Plot, said: readonly string[]): boolean {
  const denied = deniedIn(said);
  const asked = stemsOf(beforeDenial(said).join(" "));
  const isOnlyDenied = (stem: string) => denied.has(stem) && !asked.includes(stem);
  return (
    !stemsOf(beforeDenial(name.split(" ")).join(" ")).some(isOnlyDenied) &&
    [name, ...told.flatMap((ways) => ways.split(/[|+]/))].some((way) =>
      [...deniedIn(way.trim().split(/\s+/))].some((stem) => denied.has(stem)),
    )
  );
}

const beforeDenial = (words: readonly string[]): readonly string[] => {
  const at = words.findIndex((word) => DENIES.test(word));
  return at < 0 ? words : words.slice(0, at);
};

/** What stands behind a word that denies, as far as so many words. */
const DENIED_WITHIN = 3;
const deniedIn = (words: readonly string[]): ReadonlySet<string> =>
  new Set(
    words.flatMap((word, at) =>
      DENIES.test(word)
        ? stemsOf(
            words
              .slice(at + 1, at + 1 + DENIED_WITHIN)
              .filter((each) => !STOP_WORDS.has(each))
              .join(" "),
          )
        : [],
    ),
  );

import type { Words } from "../words.ts";
import { tellsOfALiking } from "./likings.ts";
import { isOnePhrase, type Phrases, phraseSet, wordSet } from "./phrases.ts";
import type { Thing } from "./polarity.ts";
import { range } from "./range.ts";
import type { Token } from "./tokens.ts";

/** A stretch of words that nothing else was read of, and that say something. */
export interface Unread {
  readonly at: number;
  readonly length: number;
  /** As they were said, without what was read of them. */
  readonly words: string;
  /** A plot, or the only thing that is said: films must be about it. Else those that are come first. */
  readonly firmly: boolean;
  /** Beside another clause, which is the one that asks: "hostel common room, something everybody gets". */
  readonly isAside: boolean;
}

export interface Found<T extends Thing> {
  readonly unread: readonly Unread[];
  /** Things less those that are part of a plot that is told: who looks for "a dad dressed as a nanny" does not watch with children. */
  readonly things: readonly T[];
  /** Whether anything was passed over that is told of oneself. */
  readonly isToldBesides: boolean;
  /** It is asked which film a plot is of. */
  readonly isPlotAsked: boolean;
}

/** Words that tell a plot rather than name what it is about. */
const LEAST_OF_A_PLOT = 3;
const LEAST_OF_A_SENTENCE = 6;
/** A sentence behind a plot goes on with it where it says something: "He is a baker in Lyon", but not "Animation is ok". */
const LEAST_BEHIND_A_PLOT = 2;
/** Of whom a plot tells, and who asks for it. */
const OTHERS = /^(?:his|her|hers|him|he|she|their|them|they|each|who|whose|himself|herself|themselves)$/;
const ASKER = /^(?:i|im|id|ive|ill|me|my|mine|we|our|us|you|your|u|it|its|please|something|anything)$/;
const OWN = /^(?:my|our|mine)$/;
/** Whoever asks, who is in no film: what is told of oneself is told besides. */
const ONESELF = /^(?:i|im|id|ive|ill|me|my|mine|myself|we|weve|wed|us|our|ours|ourselves)$/;
const REMEMBERS = /^(?:think|remember|recall|believe|saw|guess|remembering)$/;
/** "She is a robot who dreams" may tell a plot. */
const OF_OTHERS = /^(?:he|she|they|it|makes|made|feeling|felt)\b/;
const NOBODY = /^(?:nobody|no|none|nothing|noone|not|isnt|arent|doesnt|dont|wasnt|werent|never)$/;
const FILM = /^(?:movies?|films?)$/;
const WHERE = /^(?:where|which)$/;
const LONGEST_DENIED = 5;
const SHORTEST_WORD = 3;
/** What films are about is known in English. */
const LETTERS = /^\p{Script=Latin}+$/u;
/** The words of a plot are searched for, and no more than these. */
const LONGEST_PLOT = 40;

/** @param vocabulary words that ask for something by themselves: of these alone no plot is told */
export function createUnreadReader(words: Words, vocabulary: Phrases<unknown>) {
  const { subjects, asides, filler, talk, negation, permissions, titles } = words;
  const { refinement, years, runtimes, signs, reactions } = words;
  const plots = phraseSet(subjects.plots);
  const film = phraseSet(talk.film);
  const told = phraseSet([
    ...asides.told,
    ...asides.evening,
    ...negation.circumstances.filter((begin) => !OF_OTHERS.test(begin)),
  ]);
  const feared = phraseSet(negation.feared);
  const openings = phraseSet(talk.openings);
  const asked = phraseSet([...asides.asked, ...subjects.about, ...talk.film]);
  const empty = wordSet(
    ...[
      [filler.words, subjects.empty, subjects.about, subjects.ends],
      [talk.openings, talk.closings, talk.question, talk.onTheTable, talk.being, talk.conditions, talk.film],
      [talk.filmVerbs, talk.choosing, talk.wish, signs.politely, signs.faintWishes, reactions.around],
      [
        Object.values(negation).flat(),
        permissions.before,
        permissions.behind,
        refinement.another,
        refinement.adjust,
      ],
      [titles.like, titles.loved, titles.refused, titles.disliked, titles.seen, titles.after, titles.ends],
      [titles.likeAsVerb],
      [refinement.dropVerbs, years.before, years.after, years.since, years.until, years.between, years.to],
      [runtimes.atMost, runtimes.atLeast, runtimes.around],
    ].flat(),
  );
  const says = ({ word }: Token): boolean =>
    word.length >= SHORTEST_WORD && !empty.has(word) && LETTERS.test(word);

  /**
   * @param isTaken read as a title, a year, a person, a running time
   * @param isName read as somebody's name, which may be part of a plot as well
   * @param isTheme of things that say what a film is about, and may be part of a plot
   */
  const read = <T extends Thing>(
    tokens: readonly Token[],
    isTaken: (token: Token) => boolean,
    things: readonly T[],
    isTheme: (thing: T) => boolean,
    isName: (token: Token) => boolean,
  ): Found<T> => {
    const thingAt = new Map(
      things.flatMap((thing) =>
        Array.from({ length: thing.length }, (_, k) => [thing.at + k, thing] as const),
      ),
    );
    const plot = plotFrom(tokens);
    const found: Unread[] = [];
    const folded = new Set<T>();
    let isPlotAsked = false;
    let isToldBesides = false;
    /** A sentence about somebody else: "dad dresses as a nanny to see his kids". */
    const tells = (from: number, to: number) => {
      const spoken = tokens.slice(from, to).map(({ word }) => word);
      return (
        spoken.length >= LEAST_OF_A_SENTENCE &&
        spoken.some((word) => OTHERS.test(word)) &&
        !tellsOfALiking(tokens, from) &&
        !boundsIt(spoken) &&
        !spoken.some((word) => ASKER.test(word)) &&
        feared.first(tokens.slice(from, to)) === undefined &&
        film.first(tokens.slice(from, to)) === undefined
      );
    };
    /** Where words begin that ask for what follows. */
    const asking = range(0, tokens.length).filter((at) => asksAt(tokens, at) !== undefined);
    const asksElsewhere = (from: number, to: number) =>
      asking.length > 0 && (asking[0]! < from || asking.at(-1)! >= to);
    for (const { from, to } of stretches(tokens, plot)) {
      const isOpen = (at: number) => {
        const thing = thingAt.get(at);
        return !isTaken(tokens[at]!) && (!thing || isTheme(thing));
      };
      const open = range(from, to).filter(isOpen);
      const unread = open.filter((at) => !thingAt.has(at) && says(tokens[at]!));
      const isAsked =
        plot !== undefined &&
        from >= plot &&
        open.length >= LEAST_OF_A_PLOT &&
        (from === plot || (unread.length >= LEAST_BEHIND_A_PLOT && !isOfOneself(tokens, from, to)));
      const isPlot =
        isAsked ||
        (unread.length >= LEAST_OF_A_PLOT &&
          (behindOpening(tokens, from, unread[0]!) !== undefined || !asksElsewhere(from, to))) ||
        (open.length === to - from && tells(from, to));
      if (unread.length === 0 && !isPlot) continue;
      if (!isAsked && isCircumstance(tokens, from, unread[0] ?? from, unread.at(-1) ?? to - 1)) {
        isToldBesides = true;
        continue;
      }
      const folds = new Set(isPlot ? open.flatMap((at) => thingAt.get(at) ?? []) : []);
      const named = (at: number) => isPlot && isName(tokens[at]!);
      const kept = range(from, to).filter(
        (at) => named(at) || (isOpen(at) && (!thingAt.has(at) || folds.has(thingAt.get(at)!))),
      );
      const bears = (at: number) => isAsked || thingAt.has(at) || says(tokens[at]!);
      const beside = kept.at(-1)! + 1 < to; // what leads over to a title is no part of a plot: "a shark that isn't" Jaws
      const [first, last] = [
        kept.find(bears),
        kept.findLast(beside ? (at) => thingAt.has(at) || says(tokens[at]!) : bears),
      ];
      if (first === undefined || last === undefined) continue;
      isPlotAsked ||= isAsked;
      for (const thing of folds) folded.add(thing);
      found.push({
        at: first,
        length: last - first + 1,
        words: kept
          .filter((at) => at >= first && at <= last)
          .slice(0, LONGEST_PLOT)
          .map((at) => tokens[at]!.word)
          .join(" "),
        firmly: isPlot,
        isAside: !isPlot && behindOpening(tokens, from, first) === undefined && asksElsewhere(from, to),
      });
    }
    return {
      isPlotAsked,
      isToldBesides,
      unread: found,
      things: things.filter((thing) => !folded.has(thing)),
    };
  };

  return { read, plotFrom };

  /** A sentence behind a plot in which somebody speaks of themselves: "I'm a bit tired of high schools", but "I think he was a cop". */
  function isOfOneself(tokens: readonly Token[], from: number, to: number): boolean {
    const said = tokens.slice(from, to).map(({ word }) => word);
    return said.some((word) => ONESELF.test(word)) && !said.some((word) => REMEMBERS.test(word));
  }

  /**
   * "My dog just died", "it should make me cry like a baby": what is told of oneself and the day. It asks for something
   * only behind words that do, and no further than to where one speaks of oneself again: "I want a film about skydiving".
   */
  function isCircumstance(tokens: readonly Token[], from: number, first: number, last: number): boolean {
    if (feared.first(tokens.slice(from, first)) !== undefined) return false; // "my brother is petrified of snakes"
    if (OWN.test(tokens[from]!.word)) return true;
    const behind = behindOpening(tokens, from, first);
    const speaksOfOneself = (at: number) => ONESELF.test(tokens[at]!.word);
    const opening = openings.at(tokens, from)?.length ?? 0;
    return (
      range(behind ?? from, last + 1).some(speaksOfOneself) ||
      (behind === undefined &&
        (range(from, first).some(speaksOfOneself) || told.at(tokens, from + opening) !== undefined))
    );
  }

  /** The token behind the last words in a stretch that ask for what follows; undefined where none do. */
  function behindOpening(tokens: readonly Token[], from: number, to: number): number | undefined {
    let behind: number | undefined;
    for (let at = from; at < to; at++) {
      const next = asksAt(tokens, at);
      if (next !== undefined && next <= to) behind = next;
    }
    return behind;
  }

  /** The token behind words that begin at a place and ask for what follows: "something", and not "want to". */
  function asksAt(tokens: readonly Token[], at: number): number | undefined {
    const opening = asked.at(tokens, at);
    const next = opening && at + opening.length;
    return next !== undefined && tokens[next]?.word !== "to" ? next : undefined;
  }

  /** Where a plot begins to be told: the token behind "a movie where". */
  function plotFrom(tokens: readonly Token[]): number | undefined {
    const announced = plots.first(tokens);
    const from = announced && announced.at + announced.length;
    if (announced === undefined || from === undefined) return undefined;
    // "A horror film where nobody is stupid", "a crime film where the cops aren't the heroes" rule out more than they tell
    const end = tokens.findIndex(({ gap }, at) => at > from && gap !== "space");
    if (isOnePhrase(vocabulary, tokens, from, end < 0 ? tokens.length : end)) return undefined;
    const rulesOut = tokens.slice(from, from + LONGEST_DENIED).some(({ word }) => NOBODY.test(word));
    return rulesOut && FILM.test(tokens[announced.at]!.word) && WHERE.test(tokens[from - 1]!.word)
      ? undefined
      : from;
  }
}

/** "They get bored easily so nothing too slow": it says what a film may not be. */
const boundsIt = (words: readonly string[]): boolean =>
  words.some((word, at) => {
    const next = words[at + 1] ?? "";
    return word === "nothing"
      ? /^(?:too|with|that|over|longer)$/.test(next)
      : word === "so" && /^no(?:thing)?$/.test(next);
  });

/** Clauses; a plot that is told is one to the end of its sentence. */
function* stretches(
  tokens: readonly Token[],
  plot: number | undefined,
): Generator<{ from: number; to: number }> {
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    const { gap } = tokens[at] ?? { gap: "stop" };
    const within = plot !== undefined && from >= plot;
    if (gap === "space" && at !== plot) continue;
    if (gap === "comma" && within) continue;
    yield { from, to: at };
    from = at;
  }
}

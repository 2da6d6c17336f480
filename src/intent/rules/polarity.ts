import type { Words } from "../words.ts";
import { notOnlyAt } from "./not-only.ts";
import { phraseSet, wordSet } from "./phrases.ts";
import type { Refusals } from "./refusals.ts";
import type { Token } from "./tokens.ts";

/** A stretch of tokens that names something which can be asked for or ruled out. */
export interface Thing {
  readonly at: number;
  readonly length: number;
  /** Things of one sort are listed together: "no horror, gore or zombies". */
  readonly sort: "noun" | "light" | "heavy" | "years" | "audience";
  /** Says what a film is about. */
  readonly isTheme?: boolean;
  /** Where a story is set. */
  readonly isPlace?: boolean;
  /** A film, or somebody known. */
  readonly isName?: boolean;
}

export type Polarity = "in" | "out" | "indifferent";

/** Words that may stand between a negator, or a conjunction, and the thing. */
const BRIDGES = new Set(
  "a an the any too overly very really that super all so of to be as movie movies film films stuff any kind other another more overtly particularly especially extremely another quite de la le les el los una un o ein eine zu trop muy muito demasiado zu sehr etre ser sein di il i gli lo del della dei dell d l troppo molto cosi essere 너무 좀 더 그렇게 많이".split(
    " ",
  ),
);
const CONJUNCTIONS = new Set(
  "or and nor o ou oder ni u y et und e nem 나 이나 랑 이랑 와 과 하고 또는 그리고".split(" "),
);
/** And so does what the lists have as one phrase: "nothing sad". */
const DENIES_ITSELF = /^(?:no|not|nothing|without|never|isnt|arent)$/;
/** Denials of what something is like; other negators are followed by nouns. */
/** What a phrase of its own begins with: "no jump scares". */
const DENIES = /^(?:no|not|without|never|isnt|arent)$/;
const DENIALS = new Set("not isnt arent wasnt doesnt nicht pas non 안".split(" "));
const BEHIND = new Set(
  "movie movies film films stuff thing things flick flicks ones those they these it its just は が の も を 映画 really 은 는 이 가 을 를 도 만 건 거 것 걸 것은 거는 영화 영화는 영화가 영화를 영화도 장르".split(
    " ",
  ),
);

/** Whom a film is for: what they never watch is ruled out, but for what is asked for all the same. */
const SOMEBODY =
  /^(?:friend|friends|people|person|someone|somebody|anyone|guy|girl|woman|man|wife|husband|girlfriend|boyfriend|partner|dad|mom|mum|kid|kids|sister|brother|roommate|audience|those|viewers?|beginners?)$/;
const isOfSomebody = (tokens: readonly Token[], negator: number): boolean =>
  /^(?:who|that)$/.test(tokens[negator - 1]?.word ?? "") && SOMEBODY.test(tokens[negator - 2]?.word ?? "");

/** "A detective with no memory" is told of, and has none; a film may be about it. */
const HAS = /^(?:with|has|have|had)$/;
const TOLD_OF =
  /^(?:someone|somebody|man|woman|guy|girl|boy|kid|child|soldier|detective|cop|hero|heroine|people|person|couple|family|orphan|stranger|astronauts?|survivors?)$/;
const isOfTheirs = (tokens: readonly Token[], negator: number): boolean =>
  HAS.test(tokens[negator - 1]?.word ?? "") &&
  TOLD_OF.test(tokens[negator - 2]?.word ?? "") &&
  !/^(?:for|with|my|our)$/.test(tokens[negator - 3]?.word ?? "");

/** "Had never watched a Korean film until Parasite": what somebody did not know is what they have come to. */
const NEVER_DONE = /^(?:never|hadnt|havent|didnt|wasnt|couldnt)$/;
const UNTIL = /^(?:until|till|til)$/;
const LONGEST_UNTIL = 10;
const isUntilThen = (tokens: readonly Token[], negator: number): boolean => {
  if (!NEVER_DONE.test(tokens[negator]!.word)) return false;
  const end = tokens.findIndex(({ gap }, at) => at > negator && gap === "stop");
  return tokens
    .slice(negator + 1, Math.min(end < 0 ? tokens.length : end, negator + 1 + LONGEST_UNTIL))
    .some(({ word }) => UNTIL.test(word));
};

/** What tells how somebody is: "my girlfriend is", "the kids have been". */
const STATES = new Set(
  "is are was were feels feel felt been being got gets seems esta estan est sont ist sind sono".split(" "),
);
const POSSESSIVES = new Set(
  "my our his her their mi mis mon ma mes mein meine meu minha mio mia miei mie".split(" "),
);
/** What may be "mine" and still is what is asked for: "my kind of film is dark". */
const WISHES = new Set(
  "movie film mood taste kind type favorite favourite ideal preference vibe request".split(" "),
);
/** Words from a possessive to the verb: "my poor little sister has been". */
const LONGEST_SUBJECT = 5;

const DONE_TO_THEM =
  /^(?:dying|dead|missing|abused|abusive|ill|sick|killed|murdered|crying|lost|hurt|divorced|divorcing|suffering)$/;
const WITH = /^(?:with|of|like|about)$/;
const THOSE = /^(?:those|these)$/;
/** "I'm a zombie fan" */
const FANS =
  /^(?:fans?|lovers?|buffs?|nerds?|geeks?|freaks?|nuts?|addicts?|junkies?|suckers?|movies?|films?|mood)$/;

/** Words in which a text closes with what it asks for. */
const LONGEST_ASKED = 5;
const FILMS = /^(?:movies?|films?|flicks?)$/;

const ARTICLE = /^(?:an?|the|even|really)$/;
const IS_NOT =
  /^(?:(?:is|was|are|were) (?:so |clearly |just |really )?(?:not|no|never)|(?:isnt|wasnt|arent|werent|aint))$/;
/** What somebody says of a name begins there. */
const BEGINS = /^(?:because|cause|cuz|since|and|but|so|sorry|as)$/;

interface Scope {
  readonly polarity: Polarity;
  /** Whether it is what whoever it is for does not watch. */
  readonly isOfSomebody?: boolean;
  /** Whether it was opened for nouns: "no". */
  readonly noun: boolean;
  /** The token behind what opened it. */
  readonly from: number;
  /** What it has taken in so far. */
  last?: Thing;
  /** Behind an "or" a list has one thing more, and no comma goes on with it: "no gore or zombies, a comedy". */
  isEnding?: boolean;
  /** Each thing of the list has a "no" of its own, and what has none is asked for: "no remakes, no sequels, heists". */
  readonly isRepeated?: boolean;
}

/** "John Wayne type", "jump scare style" */
const OF_A_SORT = /^(?:types?|kinds?|sorts?|styles?|esque|like)$/;

/**
 * Which of the things a text rules out. A negator opens a scope ("no", "not too", "anything but"); a full
 * stop, "but" and their like close it, a comma closes it unless a list goes on, and some phrases only seem to
 * deny ("I wouldn't say no to").
 */
export function createPolarity(
  { negation, asides, permissions }: Words,
  refusals: Refusals,
): (tokens: readonly Token[], things: readonly Thing[]) => Polarity[] {
  const affirm = phraseSet(negation.affirm);
  const indifferent = phraseSet(negation.indifferent);
  const hardEnds = phraseSet(negation.hardEnds);
  const softEnds = phraseSet(negation.softEnds);
  const circumstances = phraseSet(negation.circumstances);
  const times = new Set(negation.times);
  const manners = wordSet(asides.manners);
  const feared = phraseSet(negation.feared);
  const letPass = phraseSet(permissions.before);

  return (tokens, things) => {
    const polarities = things.map((): Polarity => "in");
    const thingAt = new Map(things.map((thing, i) => [thing.at, i]));
    /** Things that whoever it is for does not watch. */
    const disliked: number[] = [];
    let scope: Scope | undefined;
    /** The one that a comma closed. */
    let before: Scope | undefined;
    /** Where what is told of a person or a day begins: "I'm so", "work was". */
    let told: number | undefined;
    /** Behind a phrase, but not past the beginning of a thing: "nada de terror" is "nada", then "de terror". */
    const behindPhrase = (at: number, length: number): number => {
      let next = at + 1;
      while (next < at + length && !thingAt.has(next)) next++;
      return next;
    };
    for (let at = 0; at < tokens.length; ) {
      const token = tokens[at]!;
      if (token.gap !== "space") told = undefined;
      if (token.gap === "stop") scope = undefined;
      else if (
        token.gap === "comma" &&
        scope &&
        (!goesOn(scope, tokens, at, thingAt, things) || asksAtLast(tokens, at))
      ) {
        before = scope;
        scope = undefined;
      }
      if (token.gap === "stop") before = undefined;

      const here = thingAt.get(at);
      if (here !== undefined) {
        const thing = things[here]!;
        if (thing.sort === "years" && scope?.last && !joined(tokens, at)) scope = undefined;
        // "nothing with cancer or dying parents" says nothing of who watches
        if (scope?.last && thing.sort === "audience" && DONE_TO_THEM.test(tokens[at - 1]?.word ?? ""))
          polarities[here] = "indifferent";
        else if (scope && thing.length > 1 && DENIES_ITSELF.test(token.word)) {
          // "nothing slow nothing sad": the phrase says what is not wanted
          scope.last = thing;
        } else if (scope && (thing.sort !== "audience" || isDirect(tokens, scope.from, at))) {
          polarities[here] = lacks(tokens, at + thing.length) ? "in" : scope.polarity;
          if (scope.isOfSomebody) disliked.push(here);
          scope.last = thing;
        }
        const isTold = told !== undefined && isDirect(tokens, told, at);
        const behindIt = tokens[at + thing.length]?.word ?? "";
        if (thing.sort === "heavy" && (isTold || times.has(behindIt))) polarities[here] = "indifferent";
        // "I'm feeling lonely" is no wish for loneliness, and "I'm a zombie fan" is one for zombies
        if (thing.isTheme && thing.sort === "noun" && isTold && !FANS.test(behindIt))
          polarities[here] = "indifferent";
        if (isTold && polarities[here] === "indifferent") told = at + thing.length;
        if (tokens[at - 1]?.word === "too" && token.gap === "space") polarities[here] = "out";
        at += Math.max(1, thing.length);
        const ruledOutTo = behind(tokens, at);
        if (ruledOutTo !== undefined) {
          markBack(here);
          // What the phrase itself names is not asked for: "give me nightmares".
          for (; at < ruledOutTo; at++) if (thingAt.has(at)) polarities[thingAt.get(at)!] = "indifferent";
        }
        continue;
      }
      const phrase = affirm.at(tokens, at);
      const careless = indifferent.at(tokens, at);
      const fears = feared.at(tokens, at);
      // "hates it when animals suffer, a drama": no list goes on
      const negator = fears || isUntilThen(tokens, at) ? undefined : refusals.before(tokens, at);
      const notOnly = notOnlyAt(tokens, at);
      if (notOnly > 0) {
        scope = { polarity: "indifferent", noun: true, from: at + notOnly };
        at = behindPhrase(at, notOnly);
      } else if (phrase && phrase.length >= (negator?.length ?? 0)) {
        scope = undefined;
        at = behindPhrase(at, phrase.length);
      } else if (careless) {
        at = behindPhrase(at, careless.length);
        scope = { polarity: "indifferent", noun: false, from: at };
      } else if (negator) {
        const next = tokens[at + negator.length];
        const interjection =
          at === 0 && /^(?:no|nah|nope)$/.test(token.word) && next !== undefined && next.gap !== "space";
        const end = at + negator.length;
        at = behindPhrase(at, negator.length);
        if (at < end && DENIES.test(tokens[at]!.word)) continue; // "old but not boring", which is one phrase
        const isManner = manners.has(tokens[at]?.word ?? ""); // "doesn't glorify crime" is about crime
        const named = nameDenied(tokens, end);
        if (named !== undefined) polarities[named] = "indifferent";
        const isTheirs = negator.length === 1 && token.word === "no" && isOfTheirs(tokens, end - 1);
        const polarity = isManner || isTheirs || named !== undefined ? "indifferent" : "out";
        const theirs = isOfSomebody(tokens, end - negator.length);
        const meant = things.findLastIndex((thing) => thing.at < at && thing.sort !== "audience");
        if (meant >= 0 && meansThose(tokens, at)) polarities[meant] = "out";
        else if (!interjection)
          scope = {
            polarity,
            isOfSomebody: theirs,
            noun: !DENIALS.has(token.word),
            from: at,
            isRepeated: token.gap === "comma" && before?.last !== undefined,
          };
      } else if (hardEnds.at(tokens, at)) {
        scope = undefined;
        at++;
      } else {
        const circumstance = circumstances.at(tokens, at);
        if (circumstance) told = behindPhrase(at, circumstance.length);
        else if (STATES.has(token.word) && isAboutSomebody(tokens, at)) told = at + 1;
        if (scope?.last && softEnds.at(tokens, at) && !isEither(tokens, at)) scope = undefined;
        if (scope?.last && CONJUNCTIONS.has(token.word)) {
          if (!listed(scope.last, tokens, at + 1, token.word)) scope = undefined;
          else if (/^n?or$/.test(token.word)) scope.isEnding = true;
        }
        at++;
      }
    }
    // "A western for a friend who never watches westerns", "westerns that aren't John Wayne type westerns"
    const ofASort = things.flatMap(({ at }, one) =>
      polarities[one] === "out" && OF_A_SORT.test(tokens[at - 1]?.word ?? "") ? [one] : [],
    );
    for (const one of [...disliked, ...ofASort])
      if (things.some((_, other) => polarities[other] === "in" && saysTheSame(one, other)))
        polarities[one] = "indifferent";
    return polarities;

    /**
     * "No cops, a heist movie", "can't do gore, comedy": where nothing was asked for yet, films of a sort that a text closes with are asked
     * for, and are no more of what it rules out.
     */
    function asksAtLast(all: readonly Token[], from: number): boolean {
      const segment = all.slice(from);
      if (segment.length > LONGEST_ASKED || segment.slice(1).some(({ gap }) => gap !== "space")) return false;
      if (segment.some(({ word }) => CONJUNCTIONS.has(word) || /^n?or$/.test(word))) return false;
      const first = all.findIndex((_, at) => thingAt.has(at));
      const isAsked = things.some(
        ({ at, sort }, i) =>
          at < from && sort !== "audience" && polarities[i] === "in" && !isLetPass(all, at),
      );
      if (first < 0 || isAsked) return false;
      const inside = things.filter(({ at }) => at >= from);
      const before = things.findLast(({ at }) => at < from);
      const closing = inside.at(-1);
      if (!closing || !before) return false;
      const isOfFilms = FILMS.test(segment.at(-1)!.word);
      const isSort =
        closing.isTheme !== true && closing.sort === "noun" && closing.at + closing.length === all.length;
      return isOfFilms ? segment.length > 1 : isSort && (inside.length > 1 || before.isTheme === true);
    }

    /** "I can do violence": nothing that a film has to have. */
    function isLetPass(all: readonly Token[], at: number): boolean {
      for (let from = Math.max(0, at - LONGEST_SUBJECT); from < at; from++)
        if (from + (letPass.at(all, from)?.length ?? LONGEST_SUBJECT + 1) <= at) return true;
      return false;
    }

    /** Of whom or what "Bradley Cooper is not a chef" says so: it rules out no chefs, and asks for nobody. */
    function nameDenied(all: readonly Token[], behind: number): number | undefined {
      const isNoun = ARTICLE.test(all[behind]?.word ?? "") || all[behind - 1]!.word === "no";
      if (!isNoun || all[behind]?.gap !== "space") return undefined;
      const named = things.findIndex(({ at, length, isName }) => {
        const said = all.slice(at + length, behind);
        return (
          isName === true &&
          said.every(({ gap }) => gap === "space") &&
          IS_NOT.test(said.map(({ word }) => word).join(" ")) &&
          (at === 0 || all[at]!.gap !== "space" || BEGINS.test(all[at - 1]!.word))
        );
      });
      return named < 0 ? undefined : named;
    }

    function saysTheSame(one: number, other: number): boolean {
      const [said, asked] = [one, other].map((i) => tokens[things[i]!.at]!.word.replace(/s$/, ""));
      return said === asked;
    }

    /** Whether what follows a conjunction belongs to the same list. "And" does not join what pulls both ways. */
    function listed(last: Thing, all: readonly Token[], from: number, conjunction: string): boolean {
      // "nothing violent or with sexual content"
      const isEither = /^n?or$/.test(conjunction) && softEnds.at(all, from) !== undefined;
      const next = nextThing(all, isEither ? from + 1 : from);
      if (!next) return isEither;
      if (
        conjunction === "or" ||
        conjunction === "nor" ||
        conjunction === "ni" ||
        conjunction === "oder" ||
        conjunction === "ou"
      )
        return true;
      if (next.sort === last.sort) return true;
      return next.sort !== "years" && last.sort !== "years" && (next.sort === "noun" || last.sort === "noun");
    }

    function nextThing(all: readonly Token[], from: number): Thing | undefined {
      let at = from;
      while (at < all.length && BRIDGES.has(all[at]!.word) && !thingAt.has(at)) at++;
      const here = thingAt.get(at);
      return here === undefined ? undefined : things[here];
    }

    /** The thing a phrase behind it rules out, with those joined to it by "and" or "or", and by a comma where more of them are. */
    function markBack(here: number): void {
      let isList = false;
      for (let i = here; i >= 0; i--) {
        polarities[i] = "out";
        const before = things[i - 1];
        if (!before || (before.sort === "audience") !== (things[here]!.sort === "audience")) return;
        const between = tokens.slice(before.at + before.length, things[i]!.at);
        if (!between.every(({ word }) => CONJUNCTIONS.has(word))) return;
        if (between.length === 0 && (tokens[things[i]!.at]!.gap !== "comma" || !isList)) return;
        isList ||= between.length > 0;
      }
    }

    /** The end of a phrase that rules out what is before it, if there is one. */
    function behind(all: readonly Token[], from: number): number | undefined {
      let at = from;
      const isBetween = (token: Token) => BEHIND.has(token.word) || refusals.isAdverb(token);
      while (at < all.length && isBetween(all[at]!) && all[at]!.gap === "space") at++;
      const found = at < all.length && all[at]!.gap !== "stop" ? refusals.behind(all, at) : undefined;
      return found ? at + found.length : deniedTo(all, at);
    }
  };

  /** Where "horror is not." ends, of which the clause says no more; undefined where it goes on. */
  function deniedTo(tokens: readonly Token[], at: number): number | undefined {
    const [verb, not] = [tokens[at], tokens[at + 1]];
    if (verb?.gap !== "space") return undefined;
    const length = /^(?:isnt|arent)$/.test(verb.word)
      ? 1
      : /^(?:is|are)$/.test(verb.word) && not?.word === "not" && not.gap === "space"
        ? 2
        : 0;
    return length > 0 && tokens[at + length]?.gap !== "space" ? at + length : undefined;
  }

  /** "Nothing violent or with heavy sexual content": the list goes on. */
  function isEither(tokens: readonly Token[], at: number): boolean {
    return /^n?or$/.test(tokens[at - 1]?.word ?? "") && tokens[at]!.gap === "space";
  }

  /** "My ex loved romcoms, so anything but those": nothing follows, and what was named before is meant. */
  function meansThose(tokens: readonly Token[], from: number): boolean {
    const at = WITH.test(tokens[from]?.word ?? "") ? from + 1 : from;
    const ends =
      tokens[at + 1]?.gap !== "space" ||
      /^(?:please|pls|thanks|tonight|though|again)$/.test(tokens[at + 1]!.word);
    return THOSE.test(tokens[at]?.word ?? "") && tokens[at]!.gap === "space" && ends;
  }

  /** "Not scary enough": more of it is asked for. */
  function lacks(tokens: readonly Token[], behind: number): boolean {
    return tokens[behind]?.word === "enough" && tokens[behind]!.gap === "space";
  }

  /** "My best friend is": somebody of the writer's, and nothing that could be asked for. */
  function isAboutSomebody(tokens: readonly Token[], verb: number): boolean {
    for (let at = verb - 1; at >= Math.max(0, verb - LONGEST_SUBJECT); at--) {
      const { word } = tokens[at]!;
      if (WISHES.has(word) || tokens[at + 1]!.gap !== "space") return false;
      if (POSSESSIVES.has(word)) return true;
    }
    return false;
  }

  /** Whether nothing but small words, or the "and" of a list, stands between. */
  function isDirect(tokens: readonly Token[], from: number, to: number): boolean {
    return tokens
      .slice(from, to)
      .every(
        ({ word, gap }, i) =>
          (gap === "space" || i === 0) &&
          (BRIDGES.has(word) ||
            /^(?:for|with|retired|former|professional|new|proud)$/.test(word) ||
            (word === "and" && i === 0)),
      );
  }

  /** "No 70s or the 80s", but not "no horror 80s". */
  function joined(tokens: readonly Token[], at: number): boolean {
    let before = at;
    while (before > 0 && tokens[before]!.gap === "space" && BRIDGES.has(tokens[before - 1]!.word)) before--;
    return tokens[before]!.gap === "comma" || CONJUNCTIONS.has(tokens[before - 1]?.word ?? "");
  }

  function goesOn(
    scope: Scope,
    tokens: readonly Token[],
    at: number,
    thingAt: ReadonlyMap<number, number>,
    things: readonly Thing[],
  ): boolean {
    if (!scope.last || scope.isEnding) return false;
    if (scope.isRepeated && !/^n?or$/.test(tokens[at]!.word)) return false;
    let next = at;
    while (
      next < tokens.length &&
      (CONJUNCTIONS.has(tokens[next]!.word) || BRIDGES.has(tokens[next]!.word)) &&
      !thingAt.has(next)
    )
      next++;
    const here = thingAt.get(next);
    if (here === undefined) return false;
    if (/^n?or$/.test(tokens[at]!.word)) return true;
    const thing = things[here]!;
    // "not sappy, gory or sad": a list, where an "or" closes it before anything else comes.
    for (let i = next + thing.length; i < tokens.length && tokens[i]!.gap !== "stop"; ) {
      const inside = thingAt.get(i);
      if (inside !== undefined) i += things[inside]!.length;
      else if (/^n?or$/.test(tokens[i]!.word)) return true;
      else break;
    }
    return scope.noun && thing.sort === "noun" && scope.last.sort === "noun" && next === at;
  }
}

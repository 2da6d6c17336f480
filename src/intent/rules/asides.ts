/** What is named in a text and not wished for: what upsets somebody, what is let pass, what somebody has to do besides. */

import { once } from "../../catalog/once.ts";
import type { Words } from "../words.ts";
import { busyWith } from "./busy-with.ts";
import { clauseEnd } from "./clauses.ts";
import type { Permissions } from "./permissions.ts";
import { type Found, phraseSet, wordSet } from "./phrases.ts";
import type { Polarity, Thing } from "./polarity.ts";
import type { Token } from "./tokens.ts";
import { DENIES } from "./told-kinds.ts";

export interface Asides {
  /** As they are given, but for what is said aside. */
  readonly polarities: Polarity[];
  /** Things that upset somebody: "Jaws scares her". */
  readonly upsetting: ReadonlySet<Thing>;
}

/** @param isTold whether a thing stands in a sentence that only tells of whoever asks */
type Apply = (
  tokens: readonly Token[],
  things: readonly Thing[],
  polarities: readonly Polarity[],
  isTold?: (thing: Thing) => boolean,
) => Asides;

/** Between what upsets somebody and what it does: "Alien always gives him nightmares". */
const ADVERB = /^(?:really|always|still|just|kinda|totally|usually|only|often|actually|also|even)$/;
/** Somebody else than whoever speaks, whom it is asked for. */
const OF_ANOTHER = /^(?:him|her|my|our|the)$/;
/** Who has something to do. */
const PEOPLE =
  /^(?:i|we|he|she|they|someone|somebody|everyone|kid|kids|son|daughter|wife|husband|mom|dad|mum|one|u|you)$/;

/** "I prefer mysteries over gore": what is behind it is less wanted. */
const MOST_PREFERRED = 5;
const isPreferredTo = (tokens: readonly Token[], at: number): boolean =>
  /^(?:over|to)$/.test(tokens[at]!.word) &&
  tokens.slice(Math.max(0, at - MOST_PREFERRED), at).some(({ word }) => /^prefer(?:red|ring|s)?$/.test(word));

/**
 * @param words phrases of several words in `negation.upsetting` have whom they upset in their midst: "gives him nightmares"
 */
export function createAsides({ negation, asides }: Words, permissions: Permissions): Apply {
  const upset = phraseSet(negation.upset);
  const verbs = new Set(negation.upsetting);
  const firsts = new Set(negation.upsetting.map((phrase) => phrase.split(" ", 1)[0]!));
  const feared = phraseSet(negation.feared);
  const obliged = phraseSet(negation.obliged);
  const finds = wordSet(asides.finding);
  const belittling = phraseSet(asides.belittling);
  const convinced = phraseSet(asides.convinced);
  const told = phraseSet(asides.told);
  const liking = wordSet(asides.liking);
  const watched = wordSet(negation.watched);

  /** The token behind "scares him", "gives my son nightmares"; undefined where nobody is upset there. */
  const upsetTo = (tokens: readonly Token[], at: number): number | undefined => {
    if (!firsts.has(tokens[at]?.word ?? "")) return undefined;
    const whom = upset.at(tokens, at + 1);
    if (!whom) return undefined;
    const end = at + 1 + whom.length;
    const verb = tokens[at]!.word;
    if (verbs.has(verb)) return end;
    for (let last = end; last < Math.min(tokens.length, end + 4); last++)
      for (let length = 1; length <= 2; length++) {
        const behind = tokens.slice(last, last + length).map(({ word }) => word);
        if (verbs.has([verb, ...behind].join(" "))) return last + length;
      }
    return undefined;
  };

  /** "Finds westerns dull", "says sci-fi is silly": the words that belittle; undefined where nothing is belittled there. */
  const belittledAt = (tokens: readonly Token[], at: number): Found<true> | undefined => {
    if (!finds.has(tokens[at]!.word) || LOOKS_FOR.test(tokens[at - 1]?.word ?? "")) return undefined;
    const end = clauseEnd(tokens, at);
    for (let next = at + 2; next < end; next++) {
      if (DENIED.test(tokens[next - 1]!.word)) continue;
      const found = belittling.at(tokens, next);
      if (found) return found;
    }
    return undefined;
  };

  /** Whether a clause begins that tells how somebody is, or what they do: "my best mate is moving to Australia", "just back from Paris". */
  const tellsOfSomebody = (
    tokens: readonly Token[],
    at: number,
    startsThing: (at: number) => boolean,
  ): boolean => {
    if (at > 0 && tokens[at]!.gap === "space" && !ENDING.test(tokens[at - 1]!.word)) return false;
    // "like Die Hard, but on a train" says where it is set
    if (tokens[at - 1]?.word === "but" && SET.test(tokens[at]!.word)) return false;
    const clause = tokens.slice(at, clauseEnd(tokens, at, ENDING)).map(({ word }) => word);
    if (clause.some((word) => liking.has(word) || finds.has(word))) return false;
    if (busyWith(clause.join(" ")).length > 0) return false;
    // "Not just funny but moving" says what a film is like
    const isQuality = tokens[at - 1]?.word === "but" && startsThing(at);
    if (told.at(tokens, at) && !isQuality) return true;
    const verb = clause.findIndex((word, i) => i > 0 && i <= LONGEST_SUBJECT && STATES.test(word));
    return verb > 0 && OWN.test(clause[0]!);
  };

  return (tokens, things, given, isTold = () => false) => {
    const polarities = [...given];
    const upsetting = new Set<Thing>();
    const forItsSake = new Set<number>();
    const aside = new Set(
      things.flatMap((thing, i) => (thing.sort !== "audience" && isTold(thing) ? [i] : [])),
    );
    const thingEnding = new Map(things.map((thing, i) => [thing.at + thing.length, i]));
    const within = (from: number, to: number): number[] =>
      things.flatMap(({ at }, i) => (at >= from && at < to ? [i] : []));

    /** "A sci-fi for my mom, she thinks sci-fi is silly" */
    const isNamedBeside = (i: number): boolean => {
      const stem = (at: number) => tokens[at]!.word.replace(/s$/, "");
      return things.some(({ at }, k) => k !== i && given[k] === "in" && stem(at) === stem(things[i]!.at));
    };

    const isConvinced = once(() => convinced.first(tokens) !== undefined);
    for (let at = 0; at < tokens.length; at++) {
      const end = upsetTo(tokens, at);
      if (end !== undefined) {
        const subject = ADVERB.test(tokens[at - 1]?.word ?? "") ? at - 1 : at;
        const named = thingEnding.get(subject);
        if (named !== undefined && tokens[subject]!.gap === "space") {
          upsetting.add(things[named]!);
          polarities[named] = "out";
          // what it does to somebody else is not wanted for them: "scares"
          const ofAnother = OF_ANOTHER.test(tokens[at + 1]!.word);
          for (const i of within(at, end)) polarities[i] = ofAnother ? "out" : "indifferent";
        }
      }
      const fears = feared.at(tokens, at);
      if (fears) {
        const isOwn = (i: number) => things[i]!.at < at + fears.length; // "scared"
        for (const i of within(at, clauseEnd(tokens, at)))
          if (things[i]!.sort !== "audience") polarities[i] = isOwn(i) ? "indifferent" : "out";
      }
      const belittled = belittledAt(tokens, at);
      if (belittled) {
        // "for somebody who thinks westerns are dull", "change his mind": one is asked for all the same
        const isAsked = isWhoever(tokens[at - 1]) || isConvinced();
        const verdict = isAsked && isConvinced() ? "in" : isAsked ? "indifferent" : "out";
        for (const i of within(at, belittled.at + belittled.length))
          if (things[i]!.sort !== "audience")
            polarities[i] =
              things[i]!.at >= belittled.at ? "indifferent" : isNamedBeside(i) ? "indifferent" : verdict;
      }
      // "He hates romance, I want to sneak one past him": that is what is asked for
      if (hatesOfOthers(tokens, at) && isConvinced())
        for (const i of within(at, clauseEnd(tokens, at)))
          if (polarities[i] === "out") polarities[i] = isNamedBeside(i) ? "indifferent" : "in";
      // "My dad only watches westerns, something newer for him"
      if (watchesOnly(tokens, at))
        for (const i of within(at, Math.min(clauseEnd(tokens, at), askingFrom(tokens, at)))) aside.add(i);
      if (
        !isConvinced() &&
        tellsOfSomebody(tokens, at, (place) => things.some((thing) => thing.at === place))
      )
        for (const i of within(at, Math.min(clauseEnd(tokens, at, ENDING), askingFrom(tokens, at)))) {
          if (things[i]!.sort === "audience" || things[i]!.isPlace) continue; // "homesick for Italy"
          aside.add(i);
          // "from before my time, I was born in 1985" is told for the year's sake
          if (things[i]!.sort === "years") forItsSake.add(i);
        }
      // "I don't find him funny" says nothing of how a film is to be
      if (finds.has(tokens[at]!.word) && DENIED.test(tokens[at - 1]?.word ?? ""))
        for (const i of within(at, clauseEnd(tokens, at)))
          if (things[i]!.sort === "light" || things[i]!.sort === "heavy") polarities[i] = "indifferent";
      if (listsWhoIsThere(tokens, at))
        for (const i of within(at, clauseEnd(tokens, at + 1)))
          if (things[i]!.sort !== "audience") aside.add(i);
      if (tokens[at]!.word === "than" && isCompared(tokens, at))
        for (const i of within(at, clauseEnd(tokens, at))) polarities[i] = "indifferent";
      if (isPreferredTo(tokens, at))
        for (const i of within(at, clauseEnd(tokens, at)))
          if (things[i]!.at === at + 1) polarities[i] = "out";
      const has = obliged.at(tokens, at);
      const next = has && tokens[at + has.length];
      if (has && next && !isConvinced() && PEOPLE.test(tokens[at - 1]?.word ?? "") && !watched.has(next.word))
        for (const i of within(at, clauseEnd(tokens, at)))
          if (things[i]!.sort === "noun") polarities[i] = "indifferent";
    }
    for (const { from, to } of permissions(tokens))
      for (const i of within(from, to)) {
        // "Does not matter whether" denies nothing; "no horror, thrillers ok" denies what is before it
        const isDenied = tokens.slice(from, things[i]!.at).some(({ word }) => DENIES.test(word));
        if (polarities[i] === "out") polarities[i] = isDenied ? "indifferent" : "in";
        aside.add(i);
      }
    const isAskedBesides = polarities.some((polarity, i) => polarity === "in" && !aside.has(i));
    if (isAskedBesides)
      for (const i of aside) if (polarities[i] === "in" && !forItsSake.has(i)) polarities[i] = "indifferent";
    return { polarities, upsetting };
  };
}

const hatesOfOthers = (tokens: readonly Token[], at: number): boolean =>
  /^(?:hates|dislikes|detests|loathes)$/.test(tokens[at]!.word) &&
  !/^(?:i|we|who)$/.test(tokens[at - 1]?.word ?? "");

const isWhoever = (token: Token | undefined): boolean => /^(?:who|that|which)$/.test(token?.word ?? "");

/** "My dad only watches westerns", but not "something for my dad, who only likes westerns". */
const watchesOnly = (tokens: readonly Token[], at: number): boolean =>
  /^(?:watches|sees|likes)$/.test(tokens[at]!.word) &&
  /^(?:only|mostly|usually|normally|mainly)$/.test(tokens[at - 1]?.word ?? "") &&
  !(tokens[at]!.word === "likes" && isWhoever(tokens[at - 2]));

const DENIED = /^(?:dont|doesnt|didnt|never|not|cant|isnt|arent|wasnt|werent)$/;
/** "I want to find films that aren't depressing" */
const LOOKS_FOR = /^(?:to|can|could|me|us|you|please|help)$/;

/** "Me, a blanket and a cat who hates me" */
const listsWhoIsThere = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.word === "me" &&
  (at === 0 || tokens[at]!.gap !== "space" || /^(?:just|only)$/.test(tokens[at - 1]!.word)) &&
  /^(?:an?|my|the|some|and|plus)$/.test(tokens[at + 1]?.word ?? "");

/** "More like a funeral than an adventure": what it is not. */
function isCompared(tokens: readonly Token[], than: number): boolean {
  for (let at = than; at > 0 && tokens[at]!.gap === "space"; at--)
    if (/^(?:more|rather)$/.test(tokens[at - 1]!.word)) return true;
  return false;
}

/** How somebody is told of: "my mother in law is". */
const OWN = /^(?:my|our)$/;
const STATES = /^(?:is|are|was|were|just|has|have|had|got|gets|lost|moved|broke|died|left)$/;
const LONGEST_SUBJECT = 5;
const SET = /^(?:on|in|at|with|under|during)$/;
/** "He is a nurse so no hospitals" */
const ENDING = /^(?:but|so)$/;

/** Where "just finished a long shift and need ..." goes on to ask; behind the last token where it does not. */
const askingFrom = (tokens: readonly Token[], from: number): number => {
  const at = tokens.findIndex(
    ({ word }, i) =>
      i > from + 1 && ASKS.test(word) && /^(?:and|so|now|but|am|im)$/.test(tokens[i - 1]!.word),
  );
  return at === -1 ? tokens.length : at;
};
const ASKS =
  /^(?:need|want|wanna|looking|craving|searching|fancy|after|id|i'd|putting|compiling|making|planning|preparing|curating)$/;

import type { Words } from "../words.ts";
import { phraseSet, saidOfOthers } from "./phrases.ts";
import type { Text, Token } from "./tokens.ts";

/** How sure a sign is: "perhaps" gives way to anything that is asked for. */
export type Sign = "surely" | "perhaps" | undefined;

/** What somebody does with a message, by general signs and not by its every word. */
export interface Signs {
  /** Asks for a suggestion: "something", "recommend"; what may be said of a film that was shown is "perhaps" one. */
  readonly wishes: Sign;
  /** Tells what a film that was shown, or is known, was like. */
  readonly judges: Sign;
  /** Tells, in a sentence, how somebody took a film: "my girlfriend picked it apart". */
  readonly tells: boolean;
  /** Asks for a fact and no suggestion: "how many horror movies do you have". */
  readonly asksFacts: boolean;
  /** Talks of the weather, the day, or the bot. */
  readonly chats: boolean;
}

/** "Too gory for me": said of what was shown. "Way too gory" as well. */
const TOO_MUCH =
  /\b(?:too|bit) (?:much )?[\p{L}' -]{0,24}?\bfor (?:me|us|my|our|the kids|him|her|them)\b|\b(?:way|far) too\b|^\W*not \p{L}+ at all\W*$/u;
/** "9/10", "two stars out of five", but not "at least 8/10", which is asked for. */
const SCORED =
  /(?<!\b(?:least|over|above|than|minimum|rated|rating)(?: of)? )\b(?:\d{1,2}(?:[.,]\d)? ?\/ ?(?:5|10)|\w+(?: stars?)? out of (?:5|five|10|ten))\b/;
/** What is looked for: "a movie where the villain wins". */
const ANY_FILM =
  /(?<!\b(?:such|what) )\b(?:an?|any|some|every) (?:[\p{L}-]+ ){0,3}(?:movie|film|flick|story)\b|\b(?:movies|films|flicks)\b/u;
/** "What is a fun action movie" asks for one. */
const WHAT_FILM =
  /^\W{0,5}what(?:'?s| is| are) (?:an?|some)\b[\p{L}\d '-]{0,40}\b(?:movies?|films?|flicks?)\b/u;
const QUESTION_MARK = /[?？]\s*$/;

export function createSignReader(words: Words): (text: Text) => Signs {
  const { signs, talk, reactions } = words;
  const wish = phraseSet(talk.wish.flatMap((phrase) => [...saidOfOthers(phrase)]));
  const faint = phraseSet(signs.faintWishes);
  const responses = phraseSet([...signs.responses, ...reactions.met]);
  const parts = phraseSet(signs.parts);
  const scores = phraseSet(signs.scores);
  const pointing = phraseSet([...talk.onTheTable, ...talk.judged]);
  const being = phraseSet(signs.appearing);
  const verdicts = phraseSet([...talk.verdicts, ...reactions.judging]);
  const film = phraseSet(talk.film);
  const life = phraseSet(signs.life);
  const addressed = phraseSet(signs.addressed);
  const facts = phraseSet(signs.facts);
  const factEnds = phraseSet(signs.factEnds);
  const openings = phraseSet(talk.openings);
  const exceeding = phraseSet(reactions.exceeding);

  const wishesOf = (tokens: readonly Token[]): Sign => {
    let sign: Sign;
    for (let at = 0; at < tokens.length; at++) {
      const found = wish.at(tokens, at);
      if (!found) continue;
      if ((faint.at(tokens, at)?.length ?? 0) < found.length) return "surely";
      sign = "perhaps";
    }
    return sign;
  };

  return ({ tokens, plain }) => {
    let start = 0;
    for (let opening = openings.at(tokens, start); opening; opening = openings.at(tokens, start))
      start += opening.length;
    const wishes = wishesOf(tokens);
    const appears = being.first(tokens) !== undefined && verdicts.first(tokens) !== undefined;
    const responds = responses.first(tokens) !== undefined || appears;
    const speaksOfPart = parts.first(tokens) !== undefined;
    const points = tokens.some((_, at) => pointing.at(tokens, at) && !isContained(tokens, at));
    const scored = scores.first(tokens) !== undefined || SCORED.test(plain) || TOO_MUCH.test(plain);
    const ofLife = life.first(tokens) !== undefined;
    const asks = QUESTION_MARK.test(plain);
    const declined =
      !asks &&
      wishes === undefined &&
      (DECLINES.test(tokens[0]?.word ?? "") || exceeding.at(tokens, start) !== undefined);
    const judges: Sign =
      scored || (responds && (points || speaksOfPart))
        ? "surely"
        : !asks && !ofLife && !ANY_FILM.test(plain) && (responds || speaksOfPart || points || declined)
          ? "perhaps"
          : undefined;

    const asksFacts =
      ((facts.at(tokens, start) ?? facts.at(tokens, 0)) !== undefined && !WHAT_FILM.test(plain)) ||
      definesAt(tokens, start) ||
      (points &&
        INVERTED.test(tokens[start]?.word ?? "") &&
        /^(?:i|we|my|kids|children|they|he|she|the)$/.test(tokens[start + 1]?.word ?? "")) ||
      (factEnds.first(tokens) !== undefined && wishes !== "surely");
    const chats =
      (ofLife && !responds) ||
      (tokens.some((_, at) => addressed.at(tokens, at) && !isWhatItIsAbout(tokens, at)) &&
        !ASKING.test(tokens[start]?.word ?? "") &&
        !responds &&
        !speaksOfPart &&
        !film.first(tokens));
    return {
      wishes,
      judges,
      tells: responds && (declares(tokens, start) || responses.at(tokens, start) !== undefined),
      asksFacts,
      chats,
    };
  };
}

/** "With robots" speaks to none. */
const isWhatItIsAbout = (tokens: readonly Token[], at: number): boolean =>
  /^(?:robot|bot|machine|computer)s?$/.test(tokens[at]!.word) &&
  (/s$/.test(tokens[at]!.word) || /^(?:with|about|of|a|an|and|or|against)$/.test(tokens[at - 1]?.word ?? ""));

/** "My girlfriend picked", "nothing happened", "I don't": a sentence about somebody, and no list of what is looked for. */
const SUBJECTS =
  /^(?:i|ive|we|weve|he|she|they|nothing|nobody|everyone|everybody|it|its|that|thats|this|der|die|das)$/;
const OWNERS = /^(?:my|our|the|her|his|mi|mon|ma|mein|meine|meu|minha|la|el|le)$/;
const FINITE =
  /^(?:was|were|is|are|isnt|arent|wasnt|werent|had|has|keeps|kept|didnt|doesnt|did|got|\w{2,}ed)$/;
/** Words of whoever a sentence is about: "the main actor". */
const LONGEST_SUBJECT = 4;
const declares = (tokens: readonly Token[], start: number): boolean => {
  const first = tokens[start]?.word ?? "";
  if (SUBJECTS.test(first)) return true;
  return (
    OWNERS.test(first) &&
    tokens.slice(start + 1, start + 1 + LONGEST_SUBJECT).some(({ word }) => FINITE.test(word))
  );
};

/** "What's film noir": asks what something is, where no quality is named that it should have. */
const QUALITIES =
  /^(?:an?|good|best|better|great|nice|fun|funny|some|your|new|newest|latest|popular|trending|hot|on|up|worth|most|next|like|out|similar|there|else|\w+est)$/;
const definesAt = (tokens: readonly Token[], start: number): boolean => {
  const [first, second] = [tokens[start]?.word, tokens[start + 1]?.word];
  const from =
    first === "whats"
      ? start + 1
      : first === "what" && /^(?:is|are)$/.test(second ?? "")
        ? start + 2
        : undefined;
  return (
    from !== undefined &&
    from < tokens.length &&
    !tokens.slice(from, from + 3).some(({ word }) => QUALITIES.test(word))
  );
};

/** How a refusal begins. */
const DECLINES = /^(?:no|not|nope|nah|never|nein|nicht|non|pas|nao)$/;
/** "Can I watch that with my son?" */
const INVERTED = /^(?:can|could|should|will|would|is|are|does|do|did|has|have|was|were)$/;
const ASKING = /^(?:whats?|which|do|can|could|would|have|got|show|give|que|was|hast|kannst)$/;

/** "The best thing with her in it" points at nothing. */
export const isContained = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.word === "it" && /^(?:in|to|about|like|with)$/.test(tokens[at - 1]?.word ?? "");

/** "The films I've liked", but not "films like the ones I liked". */
const tellsWhich = (owned: { readonly at: number }, rest: readonly Token[]): boolean =>
  /^(?:i|ive)$/.test(rest[owned.at]!.word) && !rest.some(({ word }) => /^(?:like|similar)$/.test(word));

/** Told by how it begins, whatever small words follow: "shut up for now", "could you undo my last rating". */
export function createOrderReader({
  signs,
  talk,
  reactions,
  filler,
}: Words): (clause: readonly Token[]) => boolean {
  const politely = phraseSet([...signs.politely, ...talk.openings]);
  const orders = phraseSet(signs.orders);
  const doing = phraseSet(reactions.doing);
  const own = phraseSet(reactions.own);
  const small = new Set(filler.words);
  const film = phraseSet(talk.film);
  /** Words of a command that say nothing by themselves, and are in no list. */
  const mostUnknown = 2;

  return (clause) => {
    let at = 0;
    for (let word = politely.at(clause, at); word; word = politely.at(clause, at)) {
      if (orders.at(clause, at) || doing.at(clause, at)) break;
      at += word.length;
    }
    const begins = orders.at(clause, at);
    const does = doing.at(clause, at);
    const rest = clause.slice(at + Math.max(begins?.length ?? 0, does?.length ?? 0));
    const owned = own.first(rest);
    const others = owned ? [...rest.slice(0, owned.at), ...rest.slice(owned.at + owned.length)] : rest;
    const unknown = others.filter(({ word }) => !small.has(word)).length;
    if (begins) return unknown <= mostUnknown;
    return (
      does !== undefined &&
      owned !== undefined &&
      unknown <= mostUnknown &&
      (tellsWhich(owned, rest) || !film.first(others))
    );
  };
}

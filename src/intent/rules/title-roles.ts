/** What is said of a film where it is named: that others are to be like it, that it is loved, known or not wanted. Pure. */
import type { Words } from "../words.ts";
import { endingAt, equalled } from "./ending-at.ts";
import { createHeadReader } from "./list-heads.ts";
import { phraseSet } from "./phrases.ts";
import { createSaidBehind } from "./said-behind.ts";
import { createStruckBy } from "./struck-by.ts";
import type { Told } from "./title-lists.ts";
import type { Text, Token } from "./tokens.ts";

/** What stands between a word like "like" and the title: "like the movie Heat". */
const BETWEEN =
  /^(?:the|a|movie|film|movies|films|say|maybe|either|both|stuff|things|of|new|old|original|was|is|are)$/;
const MOST_BETWEEN = 3;
/** "Liked: Heat, Drive. Didn't like: Thief": what heads the next list is not said of the last of this one. */
const NEXT_HEADING = /^\W{0,3}[\p{L}' ]{3,24}:.*$/su;
/** What ends a sentence between two words; a line may end behind what heads a list. */
const ENDS_SENTENCE = /[.!?]\s/;
/** "The Die Hard of baking films" */
const isOfAKind = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens[from - 1]?.word === "the" && tokens[to]?.word === "of" && tokens[to]!.gap === "space";
/** Characters behind a title in which it is told how it was. */
const TOLD_WITHIN = 60;
/** "Suspiria (the old one)": which of them is meant stands between a title and what is said of it. */
const WHICH_OF_THEM =
  /^\s?\((?:the |an? )?(?:(?:18|19|20)\d\d|originals?|old|older|new|newer|first|remake|\p{L}+ (?:one|version|cut|film|movie|remake|original))(?!\p{L})[^()]{0,30}\)/iu;
const pastAside = ({ tokens, said }: Text, to: number): number => {
  const { end } = tokens[to - 1]!;
  const aside = WHICH_OF_THEM.exec(said.slice(end, end + TOLD_WITHIN))?.[0].length ?? 0;
  const past = aside > 0 ? tokens.findIndex(({ start }) => start >= end + aside) : to;
  return past < 0 ? tokens.length : past;
};
const PRAISED =
  /^\W{0,5}(?:(?:and|which|it|that|this|movie|film|one|i|we|really|absolutely|just|so|was|is|were|are|very|pretty|such|a|an|the|all|of|my|one|probably|easily|definitely|maybe|perhaps|possibly|clearly|certainly|honestly|still|by|far|hands|down|always|an?|absolute|total|pure|true|real|modern|stone|cold) ){0,8}(?:loved|liked|enjoyed|adored|great|good|amazing|awesome|fantastic|brilliant|excellent|wonderful|perfect|incredible|fun|favou?rites?|fave|fav|classics?|masterpieces?|perfection|solid|gorgeous|stunning|sublime|superb|phenomenal|flawless|beautiful|lovely|genius|magnificent|outstanding|terrific|gem|delightful)\b/i;
const BLAMED =
  /^\W{0,5}(?:(?:and|which|but|it|that|this|movie|film|i|we|really|absolutely|just|so|was|is|were|are|very|pretty|such|a|an|the|too) ){0,6}(?:hated|disliked|did(?:n'?t| not)(?: really)? (?:like|enjoy)|bad|terrible|awful|boring|horrible|overrated|dull|stupid|lame|cringe|trash|garbage|rubbish|crap|mid|mediocre|wrong)\b/i;

/** "Is a classic, but I can't get into it" */
const BLAMED_AFTER_ALL =
  /\b(?:but|though|although|yet)\b[^.!?\n]{0,40}\b(?:(?:can'?t|couldn'?t|could not|cannot) (?:get into|get through|finish|stand|sit|connect|see why)|(?:didn'?t|doesn'?t|did not|does not) (?:do|work|click|land|grab)|not (?:for|what|my|in the mood)|bored|boring|dull|hated?|overrated|meh|disappoint\w*)\b/i;
/** "Into folk horror since Midsommar came out" */
const CAME_OUT = /^(?:came|dropped|hit|released)$/;

const IS = /^(?:is|are|was|were|has|s)$/;

export interface TitleRoles {
  /** @param isTitle whether a token is of any film's name */
  roleOf(text: Text, from: number, to: number, isTitle: (token: Token) => boolean): Told;
  /** "Paterson was perfect", "Big Night gets it right": how the film that ends before a token is, right behind it. */
  isJudged(text: Text, to: number): boolean;
}

export function createTitleRoles(titles: Words["titles"]): TitleRoles {
  const like = phraseSet(titles.like);
  const loved = phraseSet(titles.loved);
  const refused = phraseSet([...titles.refused, ...titles.disliked]);
  const [disliked, seen] = [phraseSet(titles.disliked), phraseSet(titles.seen)];
  const after = phraseSet(titles.after);
  const saidBehind = createSaidBehind(titles);
  const struckBy = createStruckBy(titles);
  const [praisedBehind, blamedBehind] = [phraseSet(titles.praisedBehind), phraseSet(titles.blamedBehind)];
  const likeAsVerb = new Set(titles.likeAsVerb);
  const headOf = createHeadReader({ like, loved, refused, seen });

  const roleOf = (text: Text, from: number, to: number, isTitle: (token: Token) => boolean): Told => {
    const { tokens, said } = text;
    const past = pastAside(text, to);
    const behind = said
      .slice(tokens[past - 1]!.end, tokens[past - 1]!.end + TOLD_WITHIN)
      .replace(/^\W{0,3}\d{4}\W/, "")
      .replace(NEXT_HEADING, "");
    const [sentence = ""] = /^[^.!?\n]*/.exec(said.slice(tokens[past - 1]!.end)) ?? [];
    let before = from;
    while (before > 0 && from - before < MOST_BETWEEN && BETWEEN.test(tokens[before - 1]!.word)) before--;
    for (let at = from; at >= before; at--) {
      // "They are favourites. Ronin ..." says nothing of the next
      if (at > 0 && ENDS_SENTENCE.test(said.slice(tokens[at - 1]!.end, tokens[at]!.start))) break;
      const likened = Math.max(endingAt(like, tokens, at), equalled(tokens, at));
      const praised = endingAt(loved, tokens, at);
      const refusal = endingAt(refused, tokens, at);
      const met = endingAt(seen, tokens, at);
      const longest = Math.max(likened, praised, refusal, met);
      if (longest === 0) continue;
      if (praised === longest) return { role: "loved" };
      const asVerb = tokens[at - 1]!.word === "like" && likeAsVerb.has(tokens[at - likened - 1]?.word ?? "");
      if (likened === longest && asVerb)
        return isDenied(tokens, at - likened) ? { role: "refused" } : { role: "loved" };
      if (likened === longest)
        return {
          role: isDenied(tokens, at - likened) || isOfNone(tokens, at - likened) ? "refused" : "like",
        };
      const isSeen = met === longest;
      const role = refusal === longest ? "refused" : "known";
      const struck = isSeen ? struckBy(tokens, past, isTitle) : undefined;
      if (
        isSeen &&
        struck?.isWell !== false &&
        (struck || (PRAISED.test(behind) && !BLAMED_AFTER_ALL.test(sentence)))
      )
        return { role: "loved", ...(struck && { isOfList: true, words: struck.words }) };
      const isDisliked =
        endingAt(disliked, tokens, at) === longest ||
        (isSeen && (struck?.isWell === false || BLAMED.test(behind)));
      const isSaid = tokens[at]!.gap !== "comma" && !tokens.slice(at - longest, at).some(isTitle);
      if (!(isSeen || isDisliked) || !isSaid || !isOfSpeaker(tokens, at - longest, isTitle))
        return { role: role === "known" ? "mentioned" : role };
      return { role, verdict: isDisliked ? "dislike" : "seen" };
    }
    if (isOfAKind(tokens, from, to)) return { role: "like" };
    const isBracketed = said.slice(tokens[to - 1]!.end, tokens[to]?.start).includes(")");
    if (tokens[to] && after.at(tokens, to) && !isBracketed) {
      const told = saidBehind(tokens, to, isTitle); // "Ronin types are not welcome"
      if (told.role === "refused") return told;
      // "Heat, Ronin, that sort of thing"
      return tokens[to].gap === "comma" ? { role: "like", isOfList: true } : { role: "like" };
    }
    const headed = headOf(text, from);
    if (headed) return headed;
    // "And hated Casino" is said of the next
    const ofSeveral = /^(?:are|were)$/.test(tokens[past]?.word ?? "") ? ({ isOfList: true } as const) : {};
    const endOf = (pattern: RegExp): number =>
      tokens[past - 1]!.end + (pattern.exec(behind)?.[0].length ?? 0);
    const isOfIt = (pattern: RegExp): boolean => {
      const end = endOf(pattern);
      return (
        pattern.test(behind) &&
        !tokens.some((token) => token.start - end <= 1 && token.start >= end && isTitle(token))
      );
    };
    if (isOfIt(PRAISED) && !BLAMED_AFTER_ALL.test(sentence))
      return { role: "loved", words: [{ start: tokens[to - 1]!.end, end: endOf(PRAISED) }], ...ofSeveral };
    if (isOfIt(BLAMED) || isOfIt(PRAISED)) return { role: "refused", ...ofSeveral };
    if (tokens[from - 1]?.word === "since" && CAME_OUT.test(tokens[to]?.word ?? "")) return { role: "like" };
    const told = saidBehind(tokens, past, isTitle);
    if (told.role !== "mentioned") return told;
    const struck = struckBy(tokens, past, isTitle);
    return struck?.isWell ? { role: "loved", isOfList: true, words: struck.words } : told;
  };

  const isJudged = (text: Text, to: number): boolean => {
    const { tokens, said } = text;
    const past = pastAside(text, to);
    const equals = /^\)?\s?=\s/.test(said.slice(tokens[past - 1]!.end));
    const verb = tokens[past];
    if (!equals && verb?.gap !== "space") return false;
    if (
      [praisedBehind, blamedBehind].some((phrases) => [past, past + 1].some((at) => phrases.at(tokens, at)))
    )
      return true;
    const behind = said.slice(tokens[past - 1]!.end, tokens[past - 1]!.end + TOLD_WITHIN);
    return (equals || IS.test(verb!.word)) && (PRAISED.test(behind) || BLAMED.test(behind));
  };

  return { roleOf, isJudged };
}

/** Before what somebody says of themselves: "and I really" hated. */
const SPEAKER =
  /^(?:i|ive|we|weve|have|already|really|absolutely|totally|just|also|both|and|but|plus|so|though|recently)$/;

/** Whether a phrase begins a clause of somebody who speaks of themselves: "my wife hated Titanic" does not. */
function isOfSpeaker(tokens: readonly Token[], at: number, isTitle: (token: Token) => boolean): boolean {
  let from = at;
  while (from > 0 && tokens[from]!.gap === "space" && SPEAKER.test(tokens[from - 1]!.word)) from--;
  return from === 0 || tokens[from]!.gap !== "space" || isTitle(tokens[from - 1]!);
}

/** "No torture horror like Saw" */
function isOfNone(tokens: readonly Token[], at: number): boolean {
  for (let before = at; before > 0 && at - before < 5; before--) {
    if (tokens[before]!.gap !== "space") return false;
    if (/^(?:no|without|avoid)$/.test(tokens[before - 1]!.word)) return true;
  }
  return false;
}

/** "Nothing like Heat", "I don't like Heat". */
const isDenied = (tokens: readonly Token[], at: number): boolean =>
  /^(?:nothing|not|unlike|isnt|dont|didnt|doesnt|never)$/.test(tokens[at - 1]?.word ?? "");

import type { Words } from "../words.ts";
import { anyOf, wholeWord } from "./numbers.ts";
import type { Span } from "./spans.ts";

const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Ages without a unit: "my kids are 5 and 8". */
const BARE =
  /\b(?:kids?|children|boys?|girls?|twins|triplets|sons?|daughters?|nieces?|neices?|nephews?|brothers?|sisters?|siblings?|cousins?|grand(?:sons?|daughters?|kids?|children)|step(?:sons?|daughters?)|little ones?)(?: who)?,? \(?(?:(?:they |she |he )?(?:(?:are |is )?turning|are|is|aged?|ages|turns?|just turned|turned|will be) )?(\d{1,2})\b(?: ?(?:and|,|&|to|-) ?\d{1,2}\b)*(?! ?(?:s\b|min|hour|h\b|\/|%))/gu;

/** Where a text names the age of a child: "my 6-year-old", "a 4 yo". Of older people it says nothing. */
export function createAgeReader({ audiences }: Words): (plain: string) => Span[] {
  const { units, childUpTo } = audiences.ages;
  const age = new RegExp(
    `(?<![\\p{L}\\d])(\\d{1,2}|${NUMBERS.join("|")})(?:[\\s-]?(?:${anyOf(units)})|(?:st|nd|rd|th) birthday)(?!\\p{L})`,
    "gu",
  );
  return (plain) =>
    [...plain.matchAll(age), ...plain.matchAll(BARE)]
      .filter((each) => !isInTheFilm(plain, each))
      .filter(([, number]) => (NUMBERS.indexOf(number!) + 1 || Number(number)) <= childUpTo)
      .map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}

/** "My daughter (16)", "for a bored teenager" */
const OF_TEENS =
  "\\b(?:my|our|the|his|her) (?:step)?(?:sons?|daughters?|kids?|nieces?|nephews?|boys?|girls?|brothers?|sisters?|cousins?|grand(?:sons?|daughters?|kids?))(?: (?:is|are|who is|who's|aged?))?,? ?\\(?1[3-6]\\b\\)?|(?<!\\b(?:of|in|from|since) )\\b(?:for|with|my|our|bored|two|three|some) (?:an? |my |our |two |some )?(?:bored |moody |grumpy |picky )?(?:teens|teenagers?)\\b|\\b(?:year|grade) (?:9|10|11)\\b(?! ?(?:years|old))|\\b(?:9|10)th grad(?:e|ers?)\\b|\\b(?:ages?d? |\\()1[3-6] ?(?:-|to|and) ?1[3-7]\\b";

/** "Something about teenage girls": they are in the film, and nobody who watches. */
const TOLD_OF =
  /\b(?:about|on|of|featuring|starring|follows|following) (?:(?:a|an|the|some|two|three|of) ){0,2}$/;
const LEADING_IT = /^ (?:as|in) (?:the )?(?:leads?|hero(?:es|ines?)?|main|protagonists?|centre|center)\b/;
const isInTheFilm = (plain: string, { 0: said, index }: RegExpExecArray): boolean =>
  TOLD_OF.test(plain.slice(Math.max(0, index - 40), index)) ||
  LEADING_IT.test(plain.slice(index + said.length));

export interface Young {
  readonly spans: readonly Span[];
  /** What films that they see are to be free of. */
  readonly spared: readonly string[];
}

/** Where a text tells that somebody watches who is no child any more and not grown up: "my 14 year old", "a family with teens", "PG-13". */
export function createTeenReader({ audiences, asides }: Words): (plain: string) => Young {
  const { from, upTo, words, spared } = asides.teens;
  const aged = new RegExp(
    `(?<![\\p{L}\\d])(\\d{1,2})(?:[\\s-]?(?:${anyOf(audiences.ages.units)})|th birthday)(?!\\p{L})`,
    "gu",
  );
  const named = new RegExp(`${wholeWord(words)}|${OF_TEENS}`, "gu");
  return (plain) => {
    const ages = [...plain.matchAll(aged)].filter(([, age]) => Number(age) >= from && Number(age) <= upTo);
    const found = [...ages, ...plain.matchAll(named)]
      .filter((each) => !isInTheFilm(plain, each))
      .map(({ 0: said, index }) => ({
        start: index,
        end: index + said.length,
      }));
    return { spans: found, spared: found.length > 0 ? spared : [] };
  };
}

/** "In their late sixties": how old somebody is, and no years of release. */
const IN_TENS =
  /(?<!\p{L})(?:in|into|entering|nearing|past|pushing) (?:his|her|their|my|your|our) (?:(?:early|mid|late)[ -])?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0'?s)(?!\p{L})/gu;

/** Where a text tells of somebody's age by its tens. */
export const readTens = (plain: string): Span[] =>
  [...plain.matchAll(IN_TENS)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));

/** From so many on they are a group; two may be a pair. */
const SMALLEST_GROUP = 3;
const HEADS =
  "people|persons|ppl|peeps|of us|friends|adults|grown ups|grownups|guys|girls|dudes|buddies|mates|folks|personas|adultos|amigos|amigas|personnes|adultes|amis|potes|leute|personen|freunde|erwachsene|pessoas|人|persone|amici|amiche|adulti|명이서|명이|명";

/** Where a text tells how many watch: "we're 4 people", "for 8 friends", "there's five of us". */
export function readGroup(plain: string): Span[] {
  const counted = new RegExp(
    `(?<!(?:about|where|when|follows|of) )(?<![\\p{L}\\d])(\\d{1,2}|${NUMBERS.join("|")})\\s?(?:${HEADS})(?!\\p{L})`,
    "gu",
  );
  return [...plain.matchAll(counted)]
    .filter(([, number]) => (NUMBERS.indexOf(number!) + 1 || Number(number)) >= SMALLEST_GROUP)
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}

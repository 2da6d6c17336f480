/** What a question about a film wants to know. */
import { GENRES } from "../../../catalog/genres.ts";

export const TOPICS = [
  "plot",
  "director",
  "cast",
  "role",
  "people",
  "oscars",
  "country",
  "runtime",
  "where",
  "language",
  "ending",
  "series",
  "basis",
  "year",
  "rating",
  "genres",
  "writer",
  "composer",
  "cinematographer",
  "author",
  "certificate",
  "life",
] as const;
export type Topic = (typeof TOPICS)[number];

/** The first that fits is meant. */
const SAID: readonly (readonly [Topic, RegExp])[] = [
  [
    "life",
    /\bhow (?:old|tall|rich) (?:is|was|are) (?:(?:the |that )(?:\p{L}+ )?(?:actor|actress|lead|director|star|guy|girl|man|woman|kid|boy)|s?he|they|him|her)\b|\b(?:born|married|dating|still alive|dead now)\b/iu,
  ],
  [
    "certificate",
    /\brated (?:r|pg|g|nc)\b|\bpg-?13\b|\b(?:age )?(?:certificate|certification)\b|\bfsk\b|\br[- ]rated\b/i,
  ],
  [
    "composer",
    /\bwh(?:o(?:'?s| is| was)?|ose|ich)\b.{0,30}\b(?:music|score[ds]?|soundtracks?|compos\w+)\b|\bcomposers?\b|\bscored by\b|\bcompositeur\b|\bkomponist|\bcompositore\b/i,
  ],
  [
    "cinematographer",
    /\bwho (?:shot|filmed|photographed|lensed)\b|\bcinematograph|\bdirector of photography\b|\bdop\b|\bcamera ?(?:man|woman|work)\b/i,
  ],
  [
    "author",
    /\bwho wrote (?:the|that) (?:book|novel|play|comic|original|story|short story)\b|\bwhose (?:book|novel|play|story)\b|\bauthor\b/i,
  ],
  ["writer", /\b(?:wrote|writer|written by|screenplay|screenwriter|script)\b/i],
  [
    "series",
    /\b(?:sequels?|prequels?|trilogy|franchise|series|follow-?ups?)\b|\b(?:part|number) (?:two|2|ii)\b/i,
  ],
  ["basis", /\bbased on\b|\badapt(?:ed|ation)\b|\btrue story\b|\bfrom a (?:book|novel|play|comic|game)\b/i],
  ["ending", /\bend(?:s|ing)?\b|what happens|come finisce|il finale|결말/i],
  [
    "runtime",
    /\blong\b|\blength\b|\bruntime\b|running time|\bminutes\b|how short|cuánto dura|wie lang|quanto tempo|何分|quanto dura|몇 ?분|몇 ?시간|러닝타임|상영 ?시간/i,
  ],
  [
    "where",
    /\bwhere\b.{0,80}\b(?:watch|stream|find|see|rent|buy)|netflix|prime|disney|hulu|\bstream|trailer|\bdove\b.{0,30}\bved|어디서/i,
  ],
  [
    "oscars",
    /\boscars?\b|academy awards?|\bawards?\b|\bprizes?\b|nominat|\b(?:win|won) (?:any|some|an?y?thing)/i,
  ],
  ["country", /\b(?:which|what) countr|\bwhere\b.{0,40}\b(?:from|made|shot)\b|\bfrom where\b/i],
  ["role", /\bwho(?:'?s| is| was)? (?:play(?:s|ed|ing)?|voice[sd]?|voicing) (?!in\b|it\b|here\b)/i],
  [
    "director",
    /direct|\bwho made\b|film-?maker|de quién es|\bregie|\bregisseur|réalis|監督|regista|\bdiretto|\bgirato|감독/i,
  ],
  [
    "cast",
    /\b(?:star|act)(?:s|ors?|ress|resses|ring|red|ing)?\b|\bcast\b|\bwho(?: else)?(?:'?s| is| are|'?re)?(?: else)? (?:in|play)|qui joue|wer spielt|quem atua|\bchi (?:ci )?recita|\battor[ei]\b|누가 나|배우|출연|주연/i,
  ],
  [
    "people",
    /\bwho(?:'?s| is| was| are)?\b|direct|\bstar(?:s|ring|red)?\b|\bactors?\b|\bactress|\bcast\b|wrote|qui joue/i,
  ],
  ["cast", /quién (?:actúa|sale)|誰/i],
  [
    "language",
    /language|subtitle|dubbed|\bin (?:english|french|spanish|german|italian|japanese|korean|chinese|mandarin|cantonese|hindi|russian|portuguese|swedish|danish|norwegian|polish|persian|arabic|turkish|hebrew)\b|che lingua|sottotitoli|자막/i,
  ],
  [
    "year",
    /\bhow old\b|what year|which year|\bwhen (?:was|did|is)\b|come out|released?|che anno|quando è uscito|언제|몇 ?년/i,
  ],
  ["rating", /\brat(?:e|ed|ing|ings)\b|\bany good\b|\b(?:good|bad)\b|reviews?|popular|worth/i],
  [
    "genres",
    new RegExp(
      `\\bgenres?\\b|what kind of (?:movie|film)|what sort of|che genere|장르|\\b(?:${GENRES.join("|")})\\b`,
      "i",
    ),
  ],
  [
    "plot",
    /\babout\b|^what(?:'?s| is| was) .{1,80} like$|\b(?:info(?:rmation)?|details)\b|plot|story|synopsis|summary|de qu[eé] trata|de quoi|worum|sobre o que|どんな|di (?:che )?cosa (?:parla|tratta)|di che parla|\btrama\b|내용|줄거리|무슨 이야기/i,
  ],
];

export const topicOf = (said: string): Topic | undefined =>
  SAID.find(([, pattern]) => pattern.test(said))?.[0];

/** What is asked of a film in other words than those that films are described by. */
const ASKED_AS: readonly (readonly [tag: string, RegExp])[] = [
  [
    "an animal dies",
    /\b(?:dogs?|cats?|horses?|animals?|pets?)\b.{0,30}\b(?:die|dies|hurt|harmed|killed|survives?|okay|ok)\b/i,
  ],
  ["gore", /\b(?:gory|bloody|blood)\b/i],
  ["violence", /\bviolent\b/i],
  ["nudity", /\bnud(?:e|ity)\b|\bnaked\b/i],
  ["rape", /\bsexual (?:violence|assault)\b/i],
  ["happy ending", /\b(?:ends? (?:well|happily)|happy end(?:ing)?)\b/i],
  ["sad ending", /\b(?:ends? (?:badly|sadly)|sad ending)\b/i],
  ["twist ending", /\btwists?\b/i],
  ["black and white", /\b(?:black and white|b&w|in colou?r)\b/i],
  ["sad", /\bcry\b/i],
];

/** The tags that a question asks for by other names, and the tags and moods it names. */
export function tagsAsked(said: string, names: Iterable<string>): readonly string[] {
  const text = ` ${said
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, " ")
    .trim()} `;
  const named = [...names].filter((name) => text.includes(` ${name} `));
  const described = ASKED_AS.flatMap(([tag, pattern]) => (pattern.test(said) ? [tag] : []));
  return [...new Set([...described, ...named])];
}

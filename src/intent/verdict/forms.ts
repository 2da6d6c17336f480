/** How people put a verdict on the movie on the table, and what they say around it: whole forms, nothing left over. */
import {
  ADVERB,
  any,
  BAD,
  EVER,
  FILM,
  GOOD,
  HATED,
  I,
  IT,
  IT_PLAINLY,
  JOINING,
  LIKED,
  MUCH,
  NOT,
  SAW,
  SO_SO,
  STARTING,
  TAIL,
  upTo,
} from "./lexicon.ts";

/** What a piece of a message does. */
export type Sort =
  /** A verdict on the movie, or that it was seen. */
  | "like"
  | "dislike"
  | "seen"
  | "skip"
  | "never"
  /** Says something of it that is neither: "it was ok". */
  | "remark"
  /** "I have." That it was seen, where more is said of it. */
  | "have"
  /** It was not seen, or not yet. */
  | "unseen"
  /** It will be watched, or the suggestion is praised: "sounds great", "good pick". */
  | "willWatch"
  /** A thumb or a face, which counts where no word says otherwise. */
  | "likeSign"
  | "dislikeSign"
  /** "No", which counts where nothing else is said. */
  | "no"
  | "yes"
  /** "Oh", "well", "lol", "and". */
  | "filler"
  /** "Great", "nice": hardly more than a sound. */
  | "sound"
  /** Thanks and farewells: what was great then may have been the talk. */
  | "courtesy"
  /** What they will do, or would, or want. */
  | "plan"
  /** A question or a request. */
  | "ask"
  /** About something else, or too much to be sure. */
  | "other";

const THINK = any(
  "i (?:think|thought|guess|suppose|found|feel|felt|believe)(?: that)?",
  "i (?:must|have to|got ?ta|gotta) say(?: that)?",
  "(?:to|for|in) (?:me|my opinion)",
);
const WAS_NOT = any("was ?n'?t", "is ?n'?t", "was not", "is not", "wasnt", "isnt", "ain'?t", "was never");
/** "It" and its verb: "it was", "it's", "that one's", and "was" alone. */
const IT_WAS = any(
  `${IT} was`,
  `${IT_PLAINLY} is`,
  "it'?s",
  "(?:that|this) one'?s",
  "(?:(?:the|this|that) )?(?:movie|film)(?:'?s| was)",
  "was",
);
const IT_WAS_NOT = any(`${IT} ${WAS_NOT}`, "it'?s (?:not|never)", WAS_NOT);
const ADVERBS = upTo(3, ADVERB);
const HAVE = any("have", "had", "do", "did", "'?ve", "'?d");
/** "I", "I have", "we've", or nobody at the beginning. */
const I_HAVE = `(?:${THINK} )?(?:(?:${I}|i'?ve|we'?ve) )?${upTo(3, any(HAVE, ADVERB))}`;
/** "A great movie", "one of the best films ever". */
const NOUN = any(FILM, "one", "time", "story", "work");
const good = (adjective: string) =>
  `(?:(?:an?|such an?|the|one of (?:the|my)) )?${ADVERBS}${adjective}(?: (?:an? )?(?:${NOUN}s?))?(?: ${EVER})?`;
/** What may be said of a film without saying that it is: "good movie" may be asked for. */
const VERY_GOOD = any(
  ...[
    "great",
    "amazing",
    "awesome",
    "brilliant",
    "fantastic",
    "excellent",
    "wonderful",
    "incredible",
    "superb",
  ],
  ...["terrific", "outstanding", "phenomenal", "beautiful", "lovely", "gre+a+t"],
);
/** Said without "I": "like that" would ask for another. */
const LIKED_ALONE = any("lo+ve?d", "love", "luv(?:ed|d)?", "liked", "enjoyed", "adored?", "dug");
const BEST = any("best", "greatest", "funniest", "finest", "coolest", "scariest");
const WORST = any("worst", "dumbest", "stupidest", "most boring", "lamest");
const FAVOURITE = any("favou?rite", "fave?", "fav");
const TOP = upTo(3, any("all", "time", "absolute", "personal", "very", "top"));
const MY_FAVOURITE = any(
  `one of my ${TOP}(?:favou?rites?|fave?s?|favs?)(?: ${FILM}s?)?(?: ${EVER})?`,
  `my ${TOP}(?:favou?rite|fave?|fav)(?: ${FILM}| one)?(?: ${EVER})?`,
);
const PRAISED = any(
  "masterpiece",
  "gem",
  "banger",
  "blast",
  "classic masterpiece",
  "triumph",
  "work of art",
  "must see",
);
const WASTED = any(
  "waste of (?:my |our )?(?:time|money)",
  "mess",
  "letdown",
  "let down",
  "disaster",
  "joke",
  "snoozefest",
  "snooze",
  "drag",
  "bore",
  "flop",
  "dud",
);
const WHAT_A =
  "(?:what an?|such an?|an? (?:total|complete|absolute|real|huge|utter|true)|total|complete|absolute|pure)";

/** Of each sort, the ways to say it. */
const CLOSED: readonly (readonly [Sort, readonly string[]])[] = [
  [
    "like",
    [
      `(?:${THINK} )?(?:${I}|i'?ve|we'?ve) ${upTo(3, any(HAVE, ADVERB))}(?:${LIKED} ){1,4}${ADVERBS}${IT}`,
      `${upTo(3, any(HAVE, ADVERB))}(?:${LIKED_ALONE} ){1,4}${ADVERBS}${IT}`,
      "like it",
      `(?:${THINK} )?${IT_WAS} ${good(GOOD)}`,
      `(?:${THINK} )?(?:${IT_WAS} |${WHAT_A} |an? )${upTo(2, ADVERB)}(?:an? )?(?:${PRAISED})`,
      `i (?:thought|found) ${IT} (?:to be )?${ADVERBS}${GOOD}`,
      `(?:${IT_WAS}|that'?s) (?:the |one of the )${BEST}(?: ${FILM}s?)? ${EVER}`,
      `${BEST} ${FILM} ever`,
      `(?:(?:${IT_WAS}|that'?s) )?${MY_FAVOURITE}`,
      `what an? (?:${ADVERBS}${GOOD} )?${FILM}`,
      `(?:such an? |what an? )?${ADVERBS}${VERY_GOOD} ${FILM}(?: ever)?`,
      `(?:that'?s|this is|that is) (?:an?|such an?|one of the) ${ADVERBS}${any(GOOD, "best")} ${FILM}s?(?: ${EVER})?`,
      `(?:${IT} )?(?:really |totally |just )?(?:rocked|rocks|ruled|slaps|slapped|blew (?:me|us) away|blew my mind|changed my life)`,
      `(?:${IT_WAS} )?not (?:half |too |so )?bad(?: (?:${FILM}|one))?`,
      "(?:(?:two|2|big|a big|giving it (?:a|two)) )?thumbs up(?: from me)?",
      "(?:i(?:'?d| would) (?:give|rate) it (?:an? )?|(?:an?|solid) )?(?:[89]|10|ten|nine|eight)(?: out of)? (?:10|ten)",
      "(?:i(?:'?d| would) (?:give|rate) it (?:an? )?|(?:an?|solid) )?(?:[45]|five|four)(?: out of)? (?:5|five)(?: stars)?",
      "(?:five|5) stars(?: from me)?",
      ...[
        "me (?:ha )?encant(?:o|a)",
        "me (?:ha )?gust(?:o|a)(?: mucho)?",
        "j'?ai (?:bien |beaucoup )?(?:adore|aime)",
      ],
      ...[
        "pas mal",
        "fand ich (?:sehr )?(?:gut|super|toll)",
        "hat mir gefallen",
        "(?:eu )?(?:adorei|amei|gostei)",
      ],
      ...["好き", "最高", "面白かった", "よかった", "良かった"],
    ],
  ],
  [
    "dislike",
    [
      `${I_HAVE}(?:${HATED} ){1,3}${ADVERBS}${IT}`,
      `(?:(?:${I}|i'?ve) )?${upTo(2, ADVERB)}${NOT} ${upTo(3, any(ADVERB, "all that", "that"))}(?:like|liked|love|loved|enjoy|enjoyed|dig|care(?: much)? for|think much of|get into) ${IT}`,
      `(?:(?:${I}) )?${upTo(2, ADVERB)}(?:can ?not|can'?t|could ?n'?t|could not|couldnt|cant) ${upTo(2, ADVERB)}(?:stand|finish|get into|get through|sit through|bear|take|watch) ${IT}`,
      `(?:${THINK} )?${IT_WAS} ${good(BAD)}`,
      `i (?:thought|found) ${IT} (?:to be )?${ADVERBS}${BAD}`,
      `(?:${THINK} )?${IT_WAS_NOT} ${upTo(3, any(ADVERB, "that", "all that", "as", "any"))}(?:an? )?(?:${any(GOOD, "special", "interesting", "worth it", "worth the time", "worth watching")})(?: ${NOUN})?`,
      `(?:${IT_WAS} )?${ADVERBS}(?:way |far |much |a (?:bit|little) |just )?too ${MUCH}(?: and (?:too )?${MUCH})?(?: for (?:me|us|my taste))?`,
      `(?:${IT_WAS} |what an? |such an? )${ADVERBS}${BAD} (?:${FILM}|one)(?: ${EVER})?`,
      `${upTo(2, ADVERB)}(?:terrible|awful|horrible|dreadful|atrocious) (?:${FILM}|one)(?: ${EVER})?`,
      `(?:${IT_WAS}|that'?s) (?:the |one of the )${WORST}(?: (?:${FILM}s?|thing))? ${EVER}`,
      `${WORST} (?:${FILM}|thing) ever`,
      `(?:(?:${IT_WAS}|that'?s) (?:${WHAT_A} |an? )?|${WHAT_A} )(?:${WASTED})`,
      "waste of (?:my |our )?time",
      `${ADVERBS}(?:boring|overrated|over ?hyped|underwhelming|disappointing|dull|unwatchable|forgettable)(?: as hell)?`,
      `(?:(?:${IT_WAS}|it'?s|that'?s|i'?m|i was|${IT_WAS_NOT}|was ?n'?t) )?(?:${ADVERBS}(?:not|wasn'?t|isn'?t) )${upTo(2, any(ADVERB, "exactly", "quite"))}(?:for (?:me|us)|my (?:thing|cup of tea|style|taste|jam|vibe|genre)|my (?:kind|type|sort) of (?:${FILM}|thing)|(?:a|the biggest) fan(?: of ${IT})?|interested(?: in ${IT})?|impressed(?: (?:by|with) ${IT})?|into ${IT})`,
      `(?:was ?n'?t|is ?n'?t) ${upTo(2, any(ADVERB, "exactly", "quite"))}(?:for (?:me|us)|my (?:thing|cup of tea|style|taste|jam|vibe|genre)|my (?:kind|type|sort) of (?:${FILM}|thing)|(?:a|the biggest) fan(?: of ${IT})?|impressed(?: (?:by|with) ${IT})?|into ${IT})`,
      `(?:${IT} )?${upTo(2, ADVERB)}(?:sucked|stank|bombed|flopped)`,
      `(?:it|that one|this one|(?:the|this|that) ${FILM}) ${upTo(2, ADVERB)}(?:sucks|stinks)`,
      `(?:${IT} )?${upTo(2, ADVERB)}(?:bored|annoyed) (?:me|us)`,
      `(?:(?:${I}) )?(?:was |got |were )?${upTo(2, ADVERB)}bored (?:by|with|through|of) ${IT}`,
      `(?:(?:${I}) )?(?:fell|almost fell|nearly fell) asleep ${any("half ?way(?: through(?: it)?)?", "during it", "watching it", "in the middle(?: of it)?", "to it", "on it", "through it", "after (?:ten|10|20|30|twenty|five|5) minutes")}`,
      `(?:(?:${I}) )?(?:turned|switched|shut) it off(?: half ?way(?: through)?)?`,
      `(?:(?:${I}) )?(?:walked out(?: (?:of|on) it)?|gave up on it|stopped watching(?: it)?|regret(?:ted)? (?:watching|seeing) it)`,
      `(?:${IT} )?(?:did ?n'?t|does ?n'?t|did not|does not) (?:really )?(?:do (?:it|anything|much) for (?:me|us)|work for (?:me|us)|grab (?:me|us)|appeal to (?:me|us)|interest me)`,
      "(?:it )?did nothing for (?:me|us)",
      `(?:${IT} )?${any("looks", "sounds", "seems", "looked", "sounded")} ${ADVERBS}${any(BAD, `too ${MUCH}`)}`,
      "(?:(?:two|2|big) )?thumbs down(?: from me)?",
      "(?:it'?s |thats |that'?s )?(?:an? )?(?:hard|big|strong) (?:pass|no)(?: from me| for me)?",
      "(?:it'?s |thats |that'?s )?a no (?:from|for) me",
      "(?:i(?:'?d| would) (?:give|rate) it (?:an? )?)?(?:[0123]|zero|one|two|three)(?: out of)? (?:10|ten)",
      "(?:zero|one|0|1) stars?(?: from me)?",
      "no good",
      ...[
        "no me gust(?:o|a)(?: nada)?",
        "(?:la |lo )?odie",
        "j'?ai deteste",
        "(?:je )?(?:n'?)?ai pas aime",
        "gefallt mir nicht",
      ],
      ...[
        "hat mir nicht gefallen",
        "fand ich (?:langweilig|schlecht)",
        "nao gostei",
        "(?:eu )?odiei",
        "つまらない",
        "つまらなかった",
      ],
    ],
  ],
  [
    "seen",
    [
      `${I_HAVE}${SAW} ${IT}`,
      `(?:${I} )?(?:did|already|have already|'?ve already) (?:see|saw|watch) ${IT}`,
      `${I_HAVE}(?:already|just) (?:seen|saw|watched)(?: ${IT})?`,
      "(?:seen|saw|watched) (?:already|before)",
      ...[
        "ya (?:la|lo) (?:vi|he visto)",
        "(?:la|lo) he visto",
        "deja vue?(?: celui la)?",
        "(?:je )?l'?ai (?:deja )?vue?",
      ],
      ...[
        "(?:hab(?:e)? ich |kenne? ich )?schon gesehen",
        "kenne? ich(?: schon)?",
        "ja (?:o |a )?(?:vi|assisti)(?: ess[ea]| est[ea]| isso)?",
      ],
      ...["もう見た", "もう観た", "見たことある", "観たことある", "見た", "観た", "見ました", "もう見ました"],
    ],
  ],
  [
    "skip",
    [
      `(?:i'?m |i am )?not (?:now|tonight|today|right now|again|this time|(?:in the mood|feeling)(?: (?:for )?(?:${IT}|this|that))?(?: (?:tonight|right now|now|today))?|${IT})`,
      "(?:maybe|perhaps) (?:later|another time|some other time|next time|tomorrow)|(?:another|some other) time",
      "(?:i'?ll |i will |gonna |i'?m gonna |going to |hard )?(?:pass|skip)(?: (?:on )?(?:it|this|that|this one|that one))?",
      `(?:i )?(?:don'?t|do not) (?:really )?(?:want|wanna|feel like)(?: to)?(?: (?:watch|watching|see|seeing))? ${IT}`,
      "me+h+|(?:i(?:'?d| would) )?rather not",
    ],
  ],
  [
    "never",
    [
      "never again|nunca mas|jamais|nie wieder",
      `(?:please )?(?:never|don'?t|dont|do not) (?:ever )?(?:show|suggest|recommend|give)(?: me)? ${IT}(?: to me)?(?: (?:again|anymore|any more|ever|ever again))?`,
    ],
  ],
  [
    "remark",
    [
      `(?:${THINK} )?${IT_WAS} ${good(SO_SO)}`,
      `(?:${THINK} )?${IT_WAS_NOT} ${ADVERBS}(?:(?:the|my|an?) )?(?:${any(BAD, SO_SO, "best", "worst", FAVOURITE)})(?: ${NOUN})?`,
      `(?:${IT} )?${upTo(2, ADVERB)}(?:made (?:me|us) (?:cry|laugh|think|smile|jump|sad)|scared (?:me|us)|freaked me out|grew on me)`,
      `(?:${I}) (?:cried|laughed|screamed)(?: ${any("so hard", "my eyes out", "a lot")})?`,
    ],
  ],
  [
    "have",
    [
      "(?:i|we) (?:have|did|sure have|sure did)",
      "(?:i|we) already have",
      "(?:i|we) have already",
      `(?:i|we) (?:already )?know ${IT}(?: already)?`,
    ],
  ],
  [
    "unseen",
    [
      "not yet",
      "(?:i|we) (?:have ?n'?t|have not|did ?n'?t|did not|havent|havnt)(?: yet)?",
      "have ?n'?t",
      "nor have i",
      "never",
    ],
  ],
  [
    "willWatch",
    [
      `(?:i'?ll|i will|we'?ll|we will|gonna|i'?m gonna|i'?m going to|going to|let'?s|will|might|i might) ${upTo(2, ADVERB)}(?:watch|try|take|go with|check out|check|give) (?:${IT}|it out|it a (?:try|go|shot|watch))(?: (?:now|tonight|later|today|tomorrow))?`,
      `(?:watching|trying) ${IT}(?: (?:now|tonight))?|i'?m in|count me in|(?:i'?m )?sold|yes please|(?:that|this|it)(?:'ll| will) do|works for me|that works`,
      `(?:${IT} )?(?:sounds|looks|seems|would be) ${ADVERBS}(?:${any(GOOD, SO_SO, "like fun", "promising", "right", "up my alley")})`,
      `(?:(?:that'?s|thats|that is|this is) )?(?:an? |such an? )?${ADVERBS}(?:${GOOD}|${any("nice", "cool", "solid", "interesting", "spot on")}) (?:pick|choice|suggestion|one|idea|call|shout|rec|recommendation)`,
      "(?:that'?s|thats) (?:perfect|it|the one)|perfect|spot on|excellent",
    ],
  ],
  ["likeSign", ["[👍❤♥😍🥰💯🤩💖]{1,9}(?: [👍❤♥😍🥰💯🤩💖])*"]],
  ["dislikeSign", ["[👎🤮💩😴🥱🤢]{1,9}(?: [👎🤮💩😴🥱🤢])*"]],
];

/** What stands beside a verdict and changes nothing. No boundary is needed behind it. */
const OPEN: readonly (readonly [Sort, readonly string[]])[] = [
  [
    "yes",
    ["y(?:e+s+|e+a+h?|e+p+|u+p+|as+|ea)", "absolutely", "definitely", "of course", "sure", "si", "oui", "ja"],
  ],
  [
    "no",
    [
      "no+",
      "no(?: no){1,3}",
      "(?:god|hell|heck) no+",
      "no (?:thanks?|thank you)",
      "nope+",
      "nah+",
      "naw",
      "ew+",
      "yuck",
      "nein(?: danke)?",
      "non(?: merci)?",
    ],
  ],
  [
    "sound",
    [
      ...[
        "great",
        "good",
        "nice",
        "cool",
        "sweet",
        "lovely",
        "awesome",
        "amazing",
        "fantastic",
        "brilliant",
        "wonderful",
      ],
      ...[
        "ok(?:ay)?",
        "k+",
        "alright",
        "right",
        "exactly",
        "true",
        "wow",
        "interesting",
        "fine",
        "fun",
        "got it",
        "i see",
      ],
      ...[
        "i agree",
        "same",
        "no way",
        "(?:that'?s|that is|this is) (?:so |really |very )?(?:great|good|cool|awesome|nice|fun|funny|amazing)",
      ],
    ],
  ],
  [
    "courtesy",
    [
      "(?:many |ok |great )?(?:thanks?|thank (?:you|u)|thx|ty|cheers)(?: (?:so much|a lot|again|anyway|though))?(?: for (?:your|the|all your) (?:help|time|suggestions?|recommendations?))?",
      "(?:good)? ?bye+|good ?night|see (?:you|ya)(?: later)?|(?:you )?(?:have|enjoy) (?:a|your) (?:great|good|nice|lovely)? ?(?:day|night|evening|one|weekend)(?: too)?",
      "i appreciate (?:it|that|your help|the (?:help|suggestions?))",
    ],
  ],
  [
    "filler",
    [
      ...[
        "o+h+",
        "a+h+",
        "o+h+ my(?: (?:god|gosh))?",
        "omg",
        "well",
        "lo+l+",
        "lmao",
        "(?:ha){2,5}h?",
        "um+",
        "uh+",
        "er+",
        "ugh+",
      ],
      ...[
        "man",
        "dude",
        "bro",
        "damn",
        "jeez",
        "god",
        "honestly",
        "actually",
        "tbh",
        "ngl",
        "sorry",
        "hey",
        "hi",
        "hello",
        "i mean",
      ],
      ...[
        "and",
        "but",
        "so",
        "also",
        "then",
        "because",
        "cause",
        "plus",
        "although",
        "though",
        "especially",
        "please",
        "aw+",
        "ooh+",
      ],
      ...["oops", "yay+", "yikes", "hm+", "[😂🤣😊🙂😅😭😢🎉🙏👏😁😉😄]"],
    ],
  ],
];

const BOUNDARY = `(?=$| ${JOINING}\\b|(?<!\\b(?:that|this)) ${STARTING}\\b| [👍👎❤😍😂🤣])`;
const TAILS = `(?: ${TAIL}){0,4}`;

export interface Form {
  readonly sort: Sort;
  readonly pattern: RegExp;
}

/** Only the beginning of a text is looked at; the longest form that fits is meant. */
export const FORMS: readonly Form[] = [
  ...CLOSED.flatMap(([sort, ways]) =>
    ways.map((way) => ({ sort, pattern: new RegExp(`^(?:${way})${TAILS}${BOUNDARY}`, "u") })),
  ),
  ...OPEN.flatMap(([sort, ways]) =>
    ways.map((way) => ({ sort, pattern: new RegExp(`^(?:${way})(?= |$)`, "u") })),
  ),
];

/** How a clause begins or what it holds that says the movie was not seen, whatever else is in it. */
const UNSEEN =
  /^(?:[\p{L}']+ ){0,6}?(?:not?|noo?t|never|have ?n'?t|havnt|haven t|has ?n'?t|did ?n'?t|do ?n'?t (?:think|believe|remember)|was ?n'?t able to) (?:[\p{L}']+ ){0,4}?(?:seen?|saw|watch(?:ed)?|heard)\b/u;
/** What somebody will, would, may or wants to do. */
const PLANNED =
  /^(?:(?:i|we|you|he|she|they) )?(?:[\p{L}]+ly )?(?:i'?ll|i'?d|we'?ll|will|would|wanna|want|gonna|going to|should|shall|might|may|could|need to|have to|must|can'?t wait|hope|plan|let'?s|let me|wish|i'?m (?:going|gonna|about)|i am going)\b/u;
/** How questions and requests begin. */
const ASKED =
  /^(?:what|which|who|whose|how|where|when|why|is|are|does|do (?:you|they|people|i)|did (?:you|they|people|it|he|she)|have you|has|can|could you|would you|any|anything|something|some|more|another|others?|show|give|recommend|suggest|find|tell|list|name|got|next|similar|looking|i'?m (?:looking|in the mood)|in the mood|need|please)\b/u;

/** What a clause that is no whole form is, by how it begins. */
export function sortOf(clause: string, asks: boolean): Sort {
  if (UNSEEN.test(clause)) return "unseen";
  if (asks || ASKED.test(clause)) return "ask";
  return PLANNED.test(clause) ? "plan" : "other";
}

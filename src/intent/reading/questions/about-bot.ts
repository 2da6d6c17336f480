/** Questions about whoever answers here, and about what is kept of the person who asks. */
import { bare } from "./person-asked.ts";

export type BotTopic =
  /** Who or what answers. */
  | "itself"
  /** Where what it says of films is from. */
  | "sources"
  /** What it likes itself, or has seen. */
  | "taste"
  | "languages"
  /** How it chooses. */
  | "choosing"
  /** What it can be asked. */
  | "use"
  /** Whether it is there. */
  | "presence"
  /** How many films it knows. */
  | "knowledge";

const TOPICS: readonly (readonly [BotTopic, RegExp])[] = [
  [
    "knowledge",
    /^how many (?:films|movies) (?:do you (?:know|have)|are there|have you got|are in (?:here|there|your (?:list|catalogue|catalog|database)))$/i,
  ],
  [
    "presence",
    /^(?:are you (?:still )?(?:there|here|awake|alive|online)|(?:anybody|anyone) (?:there|home|here)|still there)$/i,
  ],
  [
    "sources",
    /^(?:and |but |so )*(?:how (?:do|would|did|could|can) you (?:even )?know(?: (?:that|this|it|so|all (?:that|this)|about (?:that|this|it)))?|says who|according to (?:who|whom|what)|who says(?: (?:so|that))?|where (?:do|did|are) you (?:get|have|getting) (?:that|this|it|these|your) ?(?:from|info(?:rmation)?|data|facts?|ratings?)?(?: from)?|(?:what(?:'s| is| are) )?your sources?|source|is that (?:even )?(?:true|right|a fact)|are you (?:really )?sure(?: about (?:that|this|it))?|you sure|whose ratings(?: are (?:these|those))?|where are (?:these|those|the) ratings from)$/i,
  ],
  [
    "choosing",
    /^(?:and |but |so )*(?:how (?:do|did|does) (?:you|it|this) (?:pick|choose|decide|select|come up with|recommend|suggest)\b.*|what(?:'s| is) your (?:algorithm|method)|why (?:do|did) you (?:always |keep )?(?:pick|choose|suggest|show|recommend|give)(?:ing)? .{1,60})$/i,
  ],
  [
    "languages",
    /^(?:(?:can|do|could) (?:you|u|i) (?:also )?(?:speak|understand|read|talk|write|know|answer)(?: to you)?(?: (?:in )?(?:spanish|french|german|italian|portuguese|japanese|korean|chinese|hindi|russian|arabic|dutch|polish|turkish|swedish|other languages|my language|english))|(?:which|what) languages? (?:do|can) (?:you|i) (?:speak|know|understand|use)|(?:hablas|habla) (?:español|espanol)|parlez[- ]vous fran[cç]ais|tu parles fran[cç]ais|sprichst du deutsch|(?:você )?fala português|parli italiano)$/i,
  ],
  [
    "taste",
    /^(?:and |but |so |hey )*(?:what(?:'s| is| are| would be) (?:your|ur) (?:own |personal |all[- ]time )?(?:favou?rite|fave|fav|best|top)\b.{0,40}|do you (?:even |ever |actually |also )?(?:watch|like|enjoy|see) (?:any )?(?:movies|films|cinema|watching movies|watching films|them|horror|comedies|anime)|have you (?:actually |ever |even )?(?:seen|watched) (?:it|this|that|any|them|.{1,40})|(?:did|do|would) you (?:personally |actually |really |even )?(?:like|love|enjoy|hate|recommend) (?:it|this|that|(?:this|that) (?:one|film|movie)|.{1,40})|what (?:do|did|would) you (?:personally )?(?:think|reckon)(?: (?:of|about) (?:it|this|that|(?:this|that) one))?|what(?:'s| is) your (?:opinion|take)(?: on (?:it|this|that))?|which (?:one )?(?:do|would) you (?:like|prefer)(?: best| more| most)?)$/i,
  ],
  [
    "use",
    /^(?:so |and |ok |okay |hey )*(?:what (?:all )?can (?:you|u|i) (?:do|ask|say|type|help)\b.{0,30}|how (?:do|does|can) (?:i|this|it|that|one) (?:use|work|talk)\b.{0,30}|what do you do|what(?:'s| is) this|how can you help(?: me)?|what are you for)$/i,
  ],
  [
    "itself",
    /^(?:so |and |but |wait |hey |hold on )*(?:(?:are|r) (?:you|u) (?:really |actually |just |even )?(?:an? )?(?:bot|robot|ai|a\.i\.|human|person|real|real person|machine|computer|program|chat ?gpt|gpt|alexa|siri|claude|llm|language model|smart|intelligent|alive|man|woman|girl|boy|male|female)|who (?:are|r) (?:you|u)|what (?:are|r) (?:you|u)(?: called)?|who (?:made|built|created|owns|runs|programmed) (?:you|u)|what(?:'s| is) your name|do you have (?:a name|feelings|a brain|friends)|how old are you|where are you(?: from| based)?|is (?:this|that) (?:an? )?(?:bot|real person|human|ai|automated|robot)|am i (?:talking|speaking|chatting) (?:to|with) (?:a |an )?(?:bot|robot|human|person|machine|ai|real person)|tell me (?:something )?about yourself|do you (?:(?:even|ever|really|actually) )?(?:sleep|eat|dream|listen|care|think|feel|learn|read|work|get (?:tired|bored|paid|anything)|have a life)(?: (?:to|for|about|at) \p{L}{2,12}| at all)?)$/iu,
  ],
];

const OF_THEMSELVES: readonly (readonly ["profile" | "likes" | "history" | "hidden" | "askedFor", RegExp])[] =
  [
    [
      "profile",
      /^(?:so |and |ok )*(?:what (?:do|have) you (?:(?:already )?know|learn(?:ed|t)|remember|think)(?: so far)? (?:about|of) (?:me|my tastes?|what i like)|what(?:'s| is| does) (?:my taste|that say about me|that say about my taste)(?: (?:like|so far))?|do you (?:remember|know) me|what kind of (?:movies|films|taste) do (?:i|you think i) (?:like|have)|who am i)$/i,
    ],
    [
      "askedFor",
      /^(?:so |and |ok )*(?:what (?:are|were) my (?:rules|filters|wishes|criteria|conditions)|what (?:did|have|do) i (?:ask(?:ed)?(?: you)?(?: for)?|want(?:ed)?|say i wanted)(?: so far)?|what am i (?:looking|asking) for|what are you (?:looking|searching) for|(?:show )?my (?:filters|rules|criteria))$/i,
    ],
    [
      "likes",
      /^(?:so |and |ok )*(?:(?:what|which)(?: (?:movies|films|ones))? (?:have|did|do) i (?:just |already |ever )?(?:liked?|loved?|rated?|given?|scored?|judged?|told you(?: about)?)(?: so far| already| yet| just now)?|show (?:me )?(?:my|the) (?:ratings|rated (?:movies|films)|likes|stars)|my ratings)$/i,
    ],
    [
      "history",
      /^(?:so |and |ok )*(?:(?:what|which)(?: (?:movies|films|ones))? (?:have|did) you (?:already |just )?(?:shown?|suggest(?:ed)?|recommend(?:ed)?|given?|gave|picked?)(?: (?:to )?(?:me|us))?(?: so far| already| before| today| yesterday| last time)?|what (?:have|did) (?:i|we) (?:already )?(?:seen|watched|talk(?:ed)? about)(?: so far| already| before)?)$/i,
    ],
    [
      "hidden",
      /^(?:so |and |ok )*(?:what(?:'s| is| have you got| do you have| are you)(?: (?:all|being))? (?:hid(?:den|ing)|blocked|kept away)(?: (?:from|for) me)?|what (?:have|did) i (?:hidden|hide|block(?:ed)?|refuse[d]?|rule[d]? out)|show (?:me )?what(?:'s| is) hidden)$/i,
    ],
  ];

export type AboutBot =
  | { readonly kind: "profile" | "likes" | "history" | "hidden" | "askedFor" }
  | { readonly kind: "aboutBot"; readonly what: BotTopic };

/** A look into what is kept of the person, or a question about whoever answers. */
export function readBotQuestion(text: string): AboutBot | undefined {
  const said = bare(text)
    .replace(/\s+/g, " ")
    .replace(/^(?:(?:hm+|so|and|ok|okay|well|hey|but|then|lol|haha)[, ]{1,2}){1,3}/i, "")
    .replace(/^(?:(?:can|could) you )?(?:show|tell) me (?=what )/i, "")
    .replace(/,? (?:again|please|then|lol|mate|bro|dude)$/i, "");
  const kind = OF_THEMSELVES.find(([, pattern]) => pattern.test(said))?.[0];
  if (kind) return { kind };
  const what = TOPICS.find(([, pattern]) => pattern.test(said))?.[0];
  return what && { kind: "aboutBot", what };
}

/**
 * The words of verdicts, as alternatives of a pattern over words in small letters, without accents, a space between
 * each two. They are closed lists: a word that is in none of them makes a clause be about something else.
 */

/** One of these, whole. */
export const any = (...alternatives: readonly string[]): string => `(?:${alternatives.join("|")})`;
/** At most so many in a row, a space after each. */
export const upTo = (most: number, words: string): string => `(?:${words} ){0,${most}}`;

/** Apostrophes are often left out. */
export const NOT = any(
  ...["never", "did ?n'?t", "did not", "do ?n'?t", "do not", "have ?n'?t", "have never"],
);

/** Whoever speaks, alone or with company: what others think is no verdict of theirs. */
export const I = any(
  "i",
  "we",
  "we (?:all|both)",
  "(?:me|i) and my [a-z]{2,12}",
  "my [a-z]{2,12} and (?:i|me)",
  "(?:both|the two) of us",
);

/** The movie on the table, and nothing else: no plural, and no "other", "first", "new" or "old" one. */
export const IT = any(
  "it(?: all)?",
  "(?:every|each) (?:minute|second|bit|part)(?: of (?:it|that|this))?",
  "(?:all|most) of (?:it|that|this)",
  "(?:that|this|the) (?:movie|film|flick|picture)",
  "(?:that|this) one",
  "that",
  "this",
);
/** The same, but for what may be said of anything: "that is great" is hardly more than a nod. */
export const IT_PLAINLY = any("it", "(?:that|this|the) (?:movie|film|flick|picture)", "(?:that|this) one");

export const ADVERB = any(
  ...["really", "so", "very", "pretty", "quite", "just", "absolutely", "totally", "actually", "honestly"],
  ...["kinda", "kind of", "sorta", "sort of", "super", "definitely", "also", "already"],
  ...["finally", "recently", "literally", "truly", "sure", "always", "still", "even", "only", "rather"],
  ...["thoroughly", "completely", "genuinely", "personally", "such", "extremely", "incredibly", "freaking"],
  ...["fucking", "damn", "bloody", "a bit", "a little", "somewhat", "fairly", "mostly", "certainly", "well"],
  ...["too", "way", "far", "much", "simply", "obviously", "secretly", "soo+"],
);

/** What people were, or are, of a film. */
export const GOOD = any(
  ...["good", "great", "amazing", "awesome", "brilliant", "fantastic", "excellent", "perfect", "wonderful"],
  ...["incredible", "superb", "terrific", "outstanding", "phenomenal", "hilarious", "beautiful", "fun"],
  ...["funny", "lovely", "stunning", "magnificent", "marvell?ous", "gr8", "dope", "epic", "enjoyable"],
  ...["entertaining", "gripping", "delightful", "fab", "fabulous", "stellar", "gorgeous", "go+d", "gre+a+t"],
);
export const BAD = any(
  ...["boring", "bad", "terrible", "awful", "horrible", "dull", "stupid", "dumb", "lame", "crap", "crappy"],
  ...[
    "shit",
    "shite",
    "shitty",
    "garbage",
    "trash",
    "rubbish",
    "disappointing",
    "underwhelming",
    "overrated",
  ],
  ...["over ?hyped", "forgettable", "unwatchable", "painful", "pointless", "pretentious", "mediocre", "weak"],
  ...[
    "cringe",
    "cringe?y",
    "annoying",
    "atrocious",
    "dreadful",
    "bland",
    "tedious",
    "lousy",
    "poor",
    "trashy",
  ],
);
/** Says something of a film, and neither that it was liked nor that it was not. */
export const SO_SO = any(
  ...["ok", "okay", "alright", "all right", "fine", "decent", "meh", "so so", "average", "mid", "solid"],
  ...[
    "interesting",
    "different",
    "intense",
    "slow",
    "long",
    "short",
    "predictable",
    "cheesy",
    "corny",
    "weird",
  ],
  ...[
    "strange",
    "odd",
    "confusing",
    "sad",
    "scary",
    "creepy",
    "depressing",
    "violent",
    "gory",
    "silly",
    "dark",
  ],
  ...[
    "cute",
    "sweet",
    "nice",
    "cool",
    "crazy",
    "wild",
    "old",
    "classic",
    "a classic",
    "special",
    "emotional",
  ],
);
/** What there can be too much of. */
export const MUCH = any(
  SO_SO,
  ...[
    "much",
    "loud",
    "bloody",
    "gross",
    "grim",
    "sappy",
    "soppy",
    "complicated",
    "childish",
    "artsy",
    "slow paced",
  ],
  BAD,
);
export const FILM = any("movie", "film", "flick", "watch", "ride");
export const EVER = any(
  "ever(?: made)?",
  "of all time",
  "(?:that )?i(?:'?ve| have)?(?: ever)? (?:seen|watched|saw)",
  "in (?:years|ages|a long time|a while)",
);

export const LIKED = any("lo+ve?d?", "luv(?:ed|d)?", "like[ds]?", "enjoy(?:ed)?", "adored?", "dig", "dug");
export const HATED = any("hated?", "disliked?", "despised?", "detest(?:ed)?", "loathed?");
export const SAW = any("seen", "saw", "watched", "re-?watched", "finished watching");

/** What may follow a verdict and leave it one: when, where, with whom, how much. */
export const TAIL = any(
  ...["already", "before", "again", "once", "twice", "yesterday", "today", "recently", "lately", "together"],
  ...[
    "too",
    "as well",
    "also",
    "though",
    "tho",
    "tbh",
    "imo",
    "imho",
    "ngl",
    "actually",
    "honestly",
    "really",
  ],
  ...["lol", "lmao", "(?:ha){2,4}h?", "man", "dude", "bro", "overall", "for sure", "of course", "personally"],
  ...[
    "i (?:think|guess|suppose|must say|have to say)",
    "to be (?:honest|fair)",
    "a lot",
    "a ton",
    "lots",
    "tons",
  ],
  ...[
    "(?:so|very|too) much",
    "to (?:bits|pieces|death|tears)",
    "at all",
    "one bit",
    "either",
    "more than once",
  ],
  "(?:(?:so|too|very) )?(?:many|several|multiple|a (?:few|couple(?: of)?|bunch of|hundred|thousand|million)|[a-z]{3,5}|\\d{1,4}) times",
  "(?:last|this) (?:night|week|weekend|month|year|summer|winter|spring|autumn|fall|christmas)",
  "(?:just )?the other (?:day|night|week)",
  "(?:years|ages|long|(?:a|\\d{1,2}|two|three|many|some|a few) ?(?:long )?(?:while|time|weeks?|months?|years?|days?)) (?:ago|back)",
  "(?:in|at) (?:the )?(?:cinemas?|theaters?|theatres?|movies)",
  "on (?:tv|netflix|dvd|video|hbo|hulu|prime|a plane|the plane|a flight|cable)",
  "when it (?:first )?(?:came out|was released|was new)",
  "when i was (?:a (?:kid|child|boy|girl|teen|teenager)|little|young|younger|small|in (?:school|college)|\\d{1,2})",
  "(?:as|when) (?:a )?(?:kid|kids|child|children|teen|teenager)",
  "back (?:then|in the day)",
  "growing up",
  "with (?:my|the|some) [a-z]{2,12}(?: and (?:my )?[a-z]{2,12})?",
  "(?:half ?way|all the way)(?: through(?: it)?)?",
  "(?:for|to) (?:me|us)",
  "from (?:start|beginning) to (?:end|finish)",
);

/** Words after which, with or without a comma, something new is said. */
export const JOINING = any(
  ...["and", "but", "so", "because", "cause", "cuz", "bc", "although", "especially", "then", "plus"],
);
/** How a sentence begins that nobody parted from the one before. */
export const STARTING = any(
  ...[
    "i",
    "i'?m",
    "i'?ve",
    "i'?ll",
    "i'?d",
    "we",
    "it",
    "it'?s",
    "that'?s",
    "that was",
    "thanks?",
    "yes",
    "yeah",
  ],
  ...[
    "no",
    "ok",
    "okay",
    "lol",
    "haha",
    "what",
    "which",
    "who",
    "any",
    "do you",
    "have you",
    "did you",
    "can you",
  ],
  ...[
    "could you",
    "is there",
    "are there",
    "give",
    "show",
    "recommend",
    "suggest",
    "something",
    "anything",
    "next",
  ],
  ...[
    "great",
    "amazing",
    "awesome",
    "brilliant",
    "loved",
    "liked",
    "hated",
    "enjoyed",
    "seen",
    "very",
    "not",
  ],
);

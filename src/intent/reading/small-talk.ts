/** Ordinary talk that is about no movie at all. */

const SORTS = {
  thanks: [
    "thanks?|thank (?:you|u)|thx|ty|tysm|cheers|much appreciated|gracias|merci|danke|obrigad[oa]|ありがとう",
  ],
  greeting: [
    "hi|hiya|hello|aloha|hey|yo|howdy|greetings|good (?:morning|evening|afternoon)|what'?s up|sup|(?:i'?m|im) back",
    "welcome back|hola|buen[oa]s (?:días|noches)|bonjour|bonsoir|salut|hallo|guten (?:tag|abend)|olá|oi|bom dia",
    "こんにちは|こんばんは|おはよう|👋",
  ],
  farewell: [
    "bye|goodbye|good ?night|see (?:you|ya)|cya|later|gotta go|adiós|au revoir|tschüss|tchau|さようなら",
  ],
  howAreYou: [
    "how(?: are|'re) you(?: doing)?(?: today| tonight| this evening)?|how'?s (?:it going|your (?:day|weekend|evening|night))(?: going)?|how is your (?:day|weekend|evening|night)(?: going)?|how was your day|how do you do|(?:and|what about|how about) you|you",
    "(?:i'?m|i am|im|doing|feeling) (?:(?:doing|very|pretty|just|so|really|quite) ){0,2}(?:good|great|fine|well|ok|okay|alright|not bad|awesome|wonderful|fantastic)(?: (?:thanks|thank you|today|and you|how about you|what about you|and yourself)){0,3}",
    "(?:doing )?(?:good|great|fine|well|not bad|pretty good|all good)(?: (?:thanks|thank you|and you|how about you|what about you|and yourself)){1,3}",
  ],
  bored: ["(?:so |i'?m |i am )*bored"],
  scolding: [
    "(?:you(?:'re| are)? |this bot |this )?(?:suck|sucks|stupid|useless|dumb|an idiot|terrible|the worst|bad)(?: at this)?",
    "(?:fuck|screw|damn) (?:you|this|off)|shut up|go away|(?:you )?(?:idiot|moron|asshole)",
  ],
  low: [
    "(?:i'?m|i am|i feel|i'?m feeling|feeling) (?:(?:so|very|a bit|a little|really|quite|just) )*(?:sad|down|low|blue|lonely|depressed|unhappy)",
  ],
  unsure: [
    "idk|(?:i )?dunno|(?:i )?(?:really |honestly )?(?:don'?t|do not) know|(?:i'?ve |i have )?no (?:idea|clue)|beats me",
    "(?:i'?m |i am )?(?:not sure|unsure|undecided)|hard to say|(?:i )?can'?t (?:decide|think of (?:any|anything|one))",
    "no sé|ni idea|je ne sais pas|aucune idée|weiß nicht|keine ahnung|não sei|わからない|🤷(?:‍[♂♀]️?)?",
  ],
  never: ["never ?mind|nvm|no worries|forget it"],
  other: [
    "lo+l|lmf?ao|rofl|(?:ha){2,}h?|(?:he){2,}|ok(?:ay)?|kk?|cool|nice|sweet|awesome|great|wow|omg|h+m+|huh|oh|ah",
    "got it|alright|all right|sure|fine|i see|interesting|good to know|sounds good|whatever|who cares|sorry|my bad",
    "(?:good|nice|bad) bot|you(?:'re| are)? (?:rock|the best|awesome|welcome)|i love you|test(?:ing)?|ping|brb",
    "long day|what a day|i'?m (?:tired|hungry)|(?:happy|merry) .+|🙏|😂|🤣|😊|🙂|😅|🎉|🤗|😎|🙌|👏|😁|😉|💪|☺|😄|😃|😆",
  ],
} as const;
export type SmallTalk = keyof typeof SORTS;

const EMOJI = /\p{Extended_Pictographic}[\u200d♂♀]{0,3}/gu;

const PATTERNS = Object.entries(SORTS).map(
  ([sort, sayings]) => [sort as SmallTalk, new RegExp(`^(?:${sayings.join("|")})$`, "iu")] as const,
);

/** What sort of small talk a message is, where all its clauses are some; the first sort that is more than a sound. */
export function smallTalkIn(text: string): SmallTalk | undefined {
  const sorts = text
    .replaceAll("’", "'")
    .replaceAll("\ufe0f", "")
    .replace(/(\p{L})\1{2,}/gu, "$1")
    .replace(EMOJI, ",$&,")
    .split(/[.!?,;…\n]+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "")
    .map((clause) => sortOf(clause) ?? inARow(clause));
  if (sorts.length === 0 || sorts.includes(undefined)) return undefined;
  return sorts.find((sort) => sort !== "other") ?? "other";
}

export const isSmallTalk = (text: string): boolean => smallTalkIn(text) !== undefined;

/** "Hello I am fine thanks how are you": one saying after the other, the longest first. */
function inARow(clause: string): SmallTalk | undefined {
  const words = clause.split(/\s+/).slice(0, MOST_WORDS + 1);
  if (words.length > MOST_WORDS) return undefined;
  let sort: SmallTalk | undefined;
  for (let at = 0; at < words.length; ) {
    let to = Math.min(words.length, at + LONGEST_SAYING);
    let found: SmallTalk | undefined;
    for (; to > at; to--) {
      found = sortOf(words.slice(at, to).join(" "));
      if (found) break;
    }
    if (!found) return undefined;
    if (sort === undefined || sort === "other") sort = found;
    at = to;
  }
  return sort;
}

const MOST_WORDS = 20;
/** In words. */
const LONGEST_SAYING = 8;

/** Of one clause; what goes before and after it, as in "ok thanks a lot", does not matter. */
function sortOf(clause: string): SmallTalk | undefined {
  const bare = clause
    .replace(
      /^(?:(?:ok(?:ay)?|oh|ah|well|lol|haha|and|so|many|wow|hey|great|cool|perfect|no|yes) ){1,3}(?=\S)/i,
      "",
    )
    .replace(
      /(?<! ) +(?:there|again|everyone|bot|matinee|man|buddy|mate|a lot|a bunch|so much|very much|beaucoup|schön)$/i,
      "",
    );
  return [clause, bare].flatMap((said) => PATTERNS.find(([, pattern]) => pattern.test(said))?.[0] ?? [])[0];
}

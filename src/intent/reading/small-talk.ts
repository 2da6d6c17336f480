/** Ordinary talk that is about no movie at all. */
import type { Life } from "./life.ts";

const SORTS = {
  thanks: [
    "thanks?|thank (?:you|u)|thx|ty|tysm|cheers|ta|much appreciated|(?:muchas )?gracias|merci(?: bien| beaucoup)?|danke(?: dir| schön| sehr| euch)?|vielen dank|(?:muito )?obrigad[oa]|ありがとう(?:ございます)?",
    "grazie(?: mille| tante)?|(?:mille|tante) grazie|고마워요?|고맙습니다|감사(?:해요|합니다)?|땡큐",
  ],
  greeting: [
    "hi|hiya|hello|aloha|hey|yo|howdy|greetings|(?:good )?(?:morning|evening|afternoon)|oi oi|what'?s up|sup|(?:i'?m|im) back",
    "welcome back|hola|buen[oa]s (?:días|noches)|bonjour|bonsoir|salut|hallo|guten (?:tag|abend)|olá|oi|bom dia",
    "こんにちは|こんばんは|おはよう|👋",
    "ciao|salve|ehi|buon(?:giorno|asera| pomeriggio)|안녕(?:하세요|하십니까)?|반가워요?|반갑습니다|하이",
  ],
  farewell: [
    "bye|goodbye|good ?night|see (?:you|ya)|cya|later|gotta go|adiós|au revoir|tschüss|tchau|さようなら",
    "arrivederci|buonanotte|a presto|alla prossima|ci vediamo|잘 ?가요?|잘 ?자요?|안녕히 (?:계세요|가세요)|또 ?봐요?",
  ],
  howAreYou: [
    "how(?: are|'re) you(?: doing)?(?: today| tonight| this evening)?|how'?s (?:it going|your (?:day|weekend|evening|night))(?: going)?|how is your (?:day|weekend|evening|night)(?: going)?|how was your day|how do you do|(?:and|what about|how about) you|you",
    "(?:i'?m|i am|im|doing|feeling) (?:(?:doing|very|pretty|just|so|really|quite) ){0,2}(?:good|great|fine|well|ok|okay|alright|not bad|awesome|wonderful|fantastic)(?: (?:thanks|thank you|today|and you|how about you|what about you|and yourself)){0,3}",
    "(?:hola )?qu[eé] tal|c[oó]mo est[aá]s|(?:comment )?[çc]a va|wie geht'?s(?: dir)?|tudo bem|come (?:stai|va)|tutto bene|元気(?:ですか)?|잘 지내(?:요|세요)?|어떻게 지내(?:요|세요)?",
    "(?:doing )?(?:good|great|fine|well|not bad|pretty good|all good)(?: (?:thanks|thank you|and you|how about you|what about you|and yourself)){1,3}",
  ],
  bored: [
    "(?:so |i'?m |i am |just |really )*bored(?: (?:af|as hell|out of my mind|to death|stiff|today|tonight))?|mi annoio|심심(?:해요?|하다|한데요?)",
  ],
  scolding: [
    "(?:you(?:'re| are)? |this bot |this )?(?:suck|sucks|stupid|useless|dumb|an idiot|terrible|the worst|bad)(?: at this)?",
    "(?:fuck|screw|damn) (?:you|this|off)|shut up|go away|(?:you )?(?:idiot|moron|asshole)",
  ],
  low: [
    "(?:i'?m|i am|im|i feel|i'?m feeling|im feeling|i am feeling|feeling) (?:(?:so|very|a bit|a little|really|quite|just|kinda|pretty) )*(?:sad|down|low|blue|lonely|depressed|unhappy|miserable|heartbroken)(?: (?:today|tonight|right now|lately|these days))?",
    "i(?:'?ve| have)? (?:had|have) a (?:sad|rough|hard|bad|terrible|shitty|awful) (?:day|week)",
  ],
  unsure: [
    "idk|(?:i )?dunno|(?:i )?(?:really |honestly )?(?:don'?t|do not) know|(?:i'?ve |i have )?no (?:idea|clue)|beats me",
    "(?:i'?m |i am )?(?:not sure|unsure|undecided)|hard to say|(?:i )?can'?t (?:decide|think of (?:any|anything|one))",
    "no sé|ni idea|je ne sais pas|aucune idée|weiß nicht|keine ahnung|não sei|わからない|non (?:lo )?so|non saprei|nessuna idea|boh|(?:잘 )?모르겠(?:어요?|다|습니다|네요?)|글쎄요?|🤷(?:‍[♂♀]️?)?",
  ],
  praise: [
    "(?:you'?re|you are|ur|u r) (?:(?:so|really|very|pretty|quite|too|kinda|actually) ){0,2}(?:funny|hilarious|smart|clever|cute|sweet|kind|nice|good|awesome|amazing|the best|helpful|a genius|a star|a legend)(?: (?:at this|you know))?|(?:good|great|nice) (?:job|work|one)|well done|legend|i like you",
  ],
  never: ["never ?mind|nvm|no worries|forget it"],
  other: [
    "lo+l|lmf?ao|rofl|(?:ha)+h?|heh|(?:he ?){2,}|ok(?:ay)?|kk?|cool|nice|sweet|awesome|great|lovely|brilliant|fab|wow|omg|h+m+|huh|oh|ah",
    "got it|alright|all right|sure|fine|i see|interesting|good to know|sounds good|whatever|who cares|sorry|my bad",
    "(?:good|nice|bad) bot|you(?:'re| are)? (?:rock|the best|awesome|welcome)|i love you|test(?:ing)?|ping|brb",
    "va bene|capito|d'accordo|ㅋ{1,2}|ㅎ{1,2}|[ㅠㅜ]{1,2}|네|응|와|우와|헐|대박|그래요?|알겠(?:어요?|습니다)|알았어요?|오케이",
    "(?:(?:much|way|that'?s|even|so much) )?(?:better|nicer)|(?:that was )?(?:just )?(?:kidding|joking|me being nice)|(?:just )?(?:one|a|wait a|give me a) (?:sec(?:ond)?|moment|minute|min)|stop(?: it| that)?|wait|hold on|hang on|fair(?: enough)?|makes sense|touch[eé]|my pleasure|no problem|np|true|exactly|indeed",
    "long day|what a day|i'?m (?:tired|hungry)|(?:happy|merry) .+|🙏|😂|🤣|😊|🙂|😅|🎉|🤗|😎|🙌|👏|😁|😉|💪|☺|😄|😃|😆",
  ],
} as const;
export type SmallTalk = keyof typeof SORTS | Life;

const EMOJI = /\p{Extended_Pictographic}[\u200d♂♀]{0,3}/gu;

const PATTERNS = Object.entries(SORTS).map(
  ([sort, sayings]) => [sort as keyof typeof SORTS, new RegExp(`^(?:${sayings.join("|")})$`, "iu")] as const,
);

/** What sort of small talk a message is, where all its clauses are some; the first sort that is more than a sound. */
export function smallTalkIn(text: string): SmallTalk | undefined {
  const sorts = text
    .replaceAll("’", "'")
    .replaceAll("\ufe0f", "")
    .replace(/(\p{L})\1{2,}/gu, "$1")
    .replace(EMOJI, ",$&,")
    .split(/[.!?,;…\n。！？、]+/)
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

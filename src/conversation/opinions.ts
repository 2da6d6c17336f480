/** What people say of the movie on the table in words of their own: "lol no", "loved it", "seen it, it was boring". */
import type { MovieRequest } from "../intent/request.ts";
import type { Verdict } from "../recommender/feedback.ts";
import { answerCurrent } from "./answers.ts";
import { findTitle } from "./titles.ts";
import { currentSuggestion, reply, say, type Turn, tableMovie } from "./turn.ts";
import * as wording from "./wording.ts";

/** "willWatch": they take it, and cannot know yet how they like it. */
export type Opinion = Exclude<Verdict, "favourite"> | "willWatch";

/** The first that fits counts, so what turns a word round comes before the word. */
const SAYINGS: readonly (readonly [Opinion, RegExp])[] = [
  ["never", says("never again|never show|nunca más|jamais|nie wieder")],
  [
    "like",
    says(
      "not bad|(?:was|is) (?:so |really |very |pretty )?(?:good|great|amazing|awesome|brilliant|fun|fantastic|excellent|perfect)",
    ),
  ],
  [
    "dislike",
    says(
      "(?:did ?n[o']?t|didnt|did not|do ?n[o']?t|dont|do not|never) (?:really |much )?(?:like|love|enjoy|care)\\S*",
      "not (?:for me|my (?:thing|cup of tea|style|taste)|really my thing|great|good|that good|interested|a fan)",
      "(?:wasn'?t|isn'?t) (?:for me|my thing|great|good|that good)|hat(?:ed?|es?)|boring|bored|sucks?|sucked|terrible",
      "awful|horrible|worst|overrated|underwhelming|hard pass|no way|nope|nah|no,? thanks?|no thank you|eww*|yuck|ugh",
      "thumbs down|fell asleep|turned it off|couldn'?t finish|waste of|bad (?:pick|suggestion|choice|movie|film)",
      "lol no|god no|hell no|no no|wrong|don'?t want (?:that|to watch)|garbage|trash|crap",
      "no me gustó|odié|j'ai détesté|gefällt mir nicht|não gostei|odiei",
    ),
  ],
  ["dislike", /^(?:no+|👎|🤮|💩|😴|🥱|つまらない)$/iu],
  [
    "like",
    says("lov(?:ed?|es?)|lik(?:ed?|es?)|enjoyed|amazing|brilliant|fantastic|excellent|masterpiece|awesome"),
  ],
  [
    "like",
    says(
      "best (?:movie|film)|favou?rites?|five stars|thumbs up|what a (?:movie|film)|(?:was|is) fun|not bad",
    ),
  ],
  ["like", says("me encantó|j'ai adoré|pas mal|fand ich gut|adorei|❤️?|😍|👍|好き|最高")],
  [
    "seen",
    says(
      "seen|saw|watched|already know it|ya la vi|he visto|déjà vu|schon gesehen|já vi|もう見た|見たことある",
    ),
  ],
  [
    "willWatch",
    says(
      "i'?ll watch|gonna watch|will watch|watching it now|i'?m in|sounds (?:great|perfect|good)|looks good|yes please",
      "(?:great|good|nice|perfect|excellent) (?:pick|choice|suggestion|one|idea)|perfect|yep|yeah|yup|yes",
    ),
  ],
  [
    "skip",
    says(
      "meh|not (?:now|tonight|today|feeling it|in the mood|this one|that one|right now)|maybe later|another time|pass|skip",
      "not sure|don'?t feel like",
    ),
  ],
  ["like", says("great|good|nice|perfect")],
];

export function opinionIn(text: string): Opinion | undefined {
  if (wavesAway(text)) return "skip";
  const said = text.replaceAll("’", "'").trim();
  return SAYINGS.find(([, pattern]) => pattern.test(said))?.[0];
}

/** "Not that": about the movie on the table, though it may be spelt like a title. */
export const wavesAway = (text: string): boolean =>
  /^(?:no+[, ]+)?not (?:this|that|it)(?: one)?[.!]*$/i.test(text.trim());

/** "Watched it, was great": about a movie already seen, whatever else it may be read as. */
export const isAboutSeeing = (text: string): boolean =>
  /^(?:(?:i|we|i've|we've|have|just|already|finally) )*(?:seen|saw|watched) (?:it|that|this)\b/i.test(
    text.replaceAll("’", "'").trim(),
  );

export function hearOpinion(turn: Turn, text: string, { titlesOut }: MovieRequest): Turn {
  const [title] = titlesOut;
  if (title !== undefined) {
    const found = findTitle(turn.world, title);
    if (found.kind === "one") return say(turn, wording.titleWithoutVerb(found.movie));
  }
  if (!currentSuggestion(turn)) return say(turn, wording.nothingToAnswer());
  const opinion = opinionIn(text);
  if (opinion === undefined) return say(turn, wording.howWasIt(tableMovie(turn)!));
  return opinion === "willWatch" ? reply(turn, wording.enjoy()) : answerCurrent(turn, opinion);
}

/** Whole words only. */
function says(...phrases: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`, "iu");
}

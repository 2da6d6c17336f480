/** What people tell of their lives in passing, and ask for nothing by: "my boss is a nightmare", "I hate mondays". */
import type { MovieRequest } from "../request.ts";

export type Life = "complaint" | "news" | "life";

const LEAD =
  "(?:(?:ugh|oh|ah|man|god|gosh|omg|seriously|honestly|well|so|hey|sorry|yeah|anyway|lol|wow|and|but|dude)[,.!]* +)*";
/** It is about something to watch, however it begins. */
const OF_FILMS =
  /\b(?:movies?|films?|flicks?|cinema|watch(?:ing|ed)?|seen|saw|show|recommend|suggest|something|anything|looking|mood|feel like|genre|director|actors?|actress|title|need|want|it|this|that|one)\b/i;
const OWN = new RegExp(
  `^${LEAD}(?:(?:my|our) [\\p{L}' ]{2,40}? (?:is|are|was|were|has|have|had|just|keeps?|won't|wouldn't|doesn't|broke|died|left|quit|fired|dumped|got|hates?|loves?)\\b.*|(?:work|school|life|today|this (?:week|day|year)|the (?:week|weekend|day|weather|traffic|news)|everything) (?:is|was|has been|sucks?|sucked|went)\\b.*|(?:i|we) (?:hate|love|lost|failed|broke|missed|can't stand|got|just got|just came|came|finished|just finished|(?:had|have) (?:an?|to|my|the|no)|quit|passed|won|moved|work|worked|slept|overslept|ate|cooked|live)\\b.*|(?:i'?m|i am|we'?re) (?:(?:so|really|very|just|too|a bit|pretty|at|in|on|still) )*(?:tired|exhausted|stressed(?: out)?|sick|hung ?over|ill|angry|burn(?:t|ed) out|freezing|cold|starving|hungry|busy|late|home|work|bed|pregnant|engaged|married|single|divorced|broke|happy|excited|drunk|high|stuck|lost|fed up|done)\\b.*|(?:what a|such a|(?:a )?(?:very |really )?(?:long|rough|hard|bad|terrible|crap|shitty|awful|busy|horrible|stressful|tough|great|good|lovely)) (?:(?:long|rough|hard|bad|terrible|crap|shitty|awful|busy) )?(?:day|week|month|year|night|morning|shift|time)\\b.*)$`,
  "iu",
);
const BAD =
  /\b(?:nightmare|hate[sd]?|awful|terrible|horrible|tired|exhausted|stress\w*|sick|ill|died|dead|dumped|fired|lost|failed|broke|rough|hard|bad|shit\w*|crap\w*|angry|sad|cried|crying|lonely|divorc\w*|left me|burn\w* out|idiot|annoying|fed up|sucks?|sucked|tough|long (?:day|week|shift)|hung ?over|stuck|jerk|moron|worst|cancell?ed|hurts?|headache|insomnia)\b/i;
const GOOD =
  /\b(?:passed|won|promot\w*|engaged|married|pregnant|born|birthday|graduat\w*|happy|great|excited|love|lovely|finally|new (?:job|house|flat|baby|puppy|kitten|car)|holidays?|vacation|anniversary|best (?:day|week))\b/i;

/** @param asked what the rules read of it: who asks for something by it is given that */
export function lifeIn(text: string, asked: MovieRequest): Life | undefined {
  const said = text.trim().replaceAll("’", "'");
  if (said.length > LONGEST || OF_FILMS.test(said) || asksForSome(asked) || !OWN.test(said)) return undefined;
  if (BAD.test(said)) return "complaint";
  return GOOD.test(said) ? "news" : "life";
}

/** "I love dragons", "my kid is obsessed with trucks": what somebody likes at all, and no film that was seen. */
const TASTES =
  /(?<!\p{L})(?:(?:really |just |also |absolutely )?(?:loves?|likes?|adores?|enjoys?|hates?|dislikes?)|(?:can'?t|cannot|can not) (?:stand|bear|take)|(?:into|obsessed with|crazy about|mad about|nuts about|fans? of|scared of|afraid of|terrified of)) (?!(?:my|our|your|his|their|this|that|it|you|me|him|us|them|how|when|to|the|what)(?!\p{L}))/iu;

export const tellsTastes = (text: string): boolean => TASTES.test(text.replaceAll("’", "'"));

const LONGEST = 120;

/** What the rules know, and not only words that were left over. */
const asksForSome = (asked: MovieRequest): boolean =>
  [
    asked.genresIn,
    asked.genresOut,
    asked.moodsIn,
    asked.moodsOut,
    asked.peopleIn,
    asked.similarTo,
    asked.favourites,
    asked.titlesOut,
    asked.languages,
    asked.countries,
  ].some((list) => list.length > 0) ||
  asked.audience !== "any" ||
  asked.yearFrom + asked.yearTo + asked.runtimeFrom + asked.runtimeTo + asked.howMany > 0;

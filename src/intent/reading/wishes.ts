/** Requests, as they are meant beside what was said before. */
import type { Act } from "../acts.ts";
import type { MovieRequest } from "../request.ts";
import { type Droppable, OBVIOUSNESS_SHIFTS, type ObviousnessShift } from "../terms.ts";
import { addsToWish } from "./fragments.ts";

/** A message that goes on where the one before left off: "but scary", "only from the 90s", and not "just moved house". */
const GOES_ON =
  /^(?:but|and|also|only|just(?! (?:\p{L}+ed|got|had|came|back|saw|broke|lost|home|been|left|began|started|want|wanna|need|looking|me|us|tell|give|any|something|anything|a|an|some)(?!\p{L}))|plus|or|pero|mais|aber|mas|でも)(?!\p{L})/iu;

/** "Oh great, another boring prison drama": they have had enough of it. */
const SARCASM =
  /^(?:(?:oh|wow|ugh|sigh|yay)[,.!]{0,3} ?){0,2}(?:great|wonderful|fantastic|lovely|joy|brilliant|super)?[,.!]{0,3} ?(?:yet )?another (?:boring|stupid|dull|terrible|lame|generic|dumb|cheesy|bad|mediocre)\b/i;

/** Nothing else is said: what is named is what is refused, whatever else it might be asked for. */
const LASTING = [
  /^(?:please |pls )?(?:i )?(?:never|do(?:n'?t| not) ever)\b(?: (?:ever|again|show|suggest|recommend|give|want|wanna|me|us|to|see|watch)){1,5} [^,.;]{1,80}$/i,
  /^(?:please |pls )?(?:stop|quit) (?:showing|suggesting|recommending|giving)(?: (?:me|us))? [^,.;]{1,80}$/i,
  /^(?:please |pls )?no more [^,.;]{1,80} (?:ever|ever again|for good|please ever)$/i,
  /^(?:please |pls )?(?:hide|block|ban|mute) (?:all |every )?[^,.;]{1,80}$/i,
];

const SOME =
  "(?:one|some|half|somebody|someone|he|she|i|my \\p{L}+|two|another|the others?|others?|the rest)(?: (?:of (?:us|them)|person|people|friends?|guys?))?";
const WANT = "(?:loves?|likes?|wants?|adores?|is into|are into|prefers?)";
const HATE =
  "(?:hates?|dislikes?|(?:does(?:n't| not)|do(?:n't| not)|can(?:'t|not)) (?:like|want|stand|watch|do))";

/** "One loves horror, one hates it" */
const TORN = new RegExp(
  `(?<!\\p{L})${SOME} ${WANT} (?:an? |the )?(?<wanted>[\\p{L}-]{2,20}(?: (?!(?:but|and|while|whereas) )[\\p{L}-]{2,20})?),? (?:and |but |while |whereas ){0,2}${SOME} ${HATE} (?:an? |the )?(?<hated>it|that|them|those|[\\p{L}-]{2,20}(?: [\\p{L}-]{2,20})?)(?!\\p{L})`,
  "iu",
);

/** What some who watch together want and others do not; undefined where they agree. */
function tornOver(said: string): string | undefined {
  const { wanted, hated } = TORN.exec(said.replaceAll("’", "'"))?.groups ?? {};
  if (!wanted || !hated) return undefined;
  const [one, other] = [wanted.toLowerCase(), hated.toLowerCase()];
  const isSame = one.startsWith(other) || other.startsWith(one); // "a romcom", "romcoms"
  return isSame || /^(?:it|that|them|those)$/.test(other) ? wanted : undefined;
}

/** @param isAsked whether it may add to something that is asked for */
export function readWish(asked: MovieRequest, text: string, isAsked = false): Act {
  const said = text.trim();
  const what = tornOver(said);
  if (what !== undefined) return { kind: "torn", what };
  const meant = (isAsked && addsToWish(asked, said)) || asMeant(asked, said);
  const request = { ...meant, drops: [...new Set([...meant.drops, ...replacedBy(meant, said)])] };
  const lasting = obviousnessFromNowOn(request, said);
  if (lasting) return { kind: "keepObviousness", shift: lasting };
  return isLasting(said) ? { kind: "refuse", request: allRefused(request) } : { kind: "ask", request };
}

/** What "make it a comedy instead" takes the place of; who, when and how long it may be stays. */
const KINDS_OF_FILM: readonly Droppable[] = ["genres", "moods", "keywords"];

/** The parts of the request before that this one takes the place of. */
function replacedBy({ genresIn, moodsIn, keywordsIn }: MovieRequest, said: string): readonly Droppable[] {
  const isOther = /\binstead\b(?! of\b)/i.test(said);
  return isOther && genresIn.length + moodsIn.length + keywordsIn.length > 0 ? KINDS_OF_FILM : [];
}

/** Said of all films that are to come. */
const FROM_NOW_ON =
  /(?<!\p{L})(?:from now on|always|for good|in general|generally|by default|as a rule|every time|ab jetzt|immer|ab sofort|siempre|a partir de ahora|toujours|désormais|sempre|d'ora in poi|a partir de agora)(?!\p{L})|いつも|これから|항상|앞으로/iu;

/** Which way on the dial of obviousness, where it is to hold for all that is to come. */
function obviousnessFromNowOn(
  { shifts, standings }: MovieRequest,
  said: string,
): ObviousnessShift | undefined {
  const shift = OBVIOUSNESS_SHIFTS.find((one) => shifts.includes(one));
  if (shift === "as obvious as ever") return shift;
  if (!FROM_NOW_ON.test(said)) return undefined;
  if (shift) return shift;
  return standings.includes("hidden gem")
    ? "less obvious"
    : standings.includes("popular")
      ? "more obvious"
      : undefined;
}

const isLasting = (said: string): boolean => {
  const bare = said.replaceAll("’", "'").replace(/[.!]{1,3}$/, "");
  return LASTING.some((pattern) => pattern.test(bare));
};

/** A film that is named is refused, however it is named. */
const allRefused = (request: MovieRequest): MovieRequest => ({
  ...request,
  titlesOut: [...new Set([...request.titlesOut, ...request.similarTo, ...request.favourites])],
  similarTo: [],
  favourites: [],
});

/**
 * What a reader of the one message cannot tell: what "like that" is in "I loved Arrival, something like that but
 * funny", and that "but scary" goes on from something.
 */
function asMeant(asked: MovieRequest, said: string): MovieRequest {
  const { favourites, similarTo, refinement } = asked;
  if (SARCASM.test(said))
    return {
      ...asked,
      genresIn: [],
      moodsIn: [],
      // of a prison drama they have had enough of prisons, and not of every drama
      genresOut: asked.keywordsIn.length > 0 ? asked.genresOut : [...asked.genresOut, ...asked.genresIn],
      keywordsIn: [],
      keywordsOut: [...asked.keywordsOut, ...asked.keywordsIn],
      refinement: "none",
    };
  if (favourites.length > 0 && similarTo.length === 0)
    return { ...asked, similarTo: favourites, ...(refinement === "another" && { refinement: "none" }) };
  return refinement === "none" && GOES_ON.test(said) ? { ...asked, refinement: "adjust" } : asked;
}

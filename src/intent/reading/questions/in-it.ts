/** Questions about what is in a film: "is there a female lead?", "does it have a twist?", "any nudity in it?" */

const IN_IT = "(?: in (?:it|this|that|there|(?:this|that|the) (?:one|movie|film)))";
const SOME = "(?:an?|any|much|many|some|too much|a lot of|lots of|really|actually)";

/** Whatever is asked for, it is asked of the film. */
const ASKED = [
  new RegExp(`^(?:is|are|was) there (?:${SOME} ){0,2}(?<what>[\\p{L} '-]{2,40})${IN_IT}$`, "iu"),
  new RegExp(
    `^(?:does|do|did|has) (?:it|this|that|(?:this|that|the) (?:one|movie|film)) (?:have|contain|got|feature|show|end with) (?:${SOME} ){0,2}(?<what>[\\p{L} '-]{2,40})$`,
    "iu",
  ),
  new RegExp(`^(?:${SOME} ){1,2}(?<what>[\\p{L} '-]{2,40})${IN_IT}$`, "iu"),
];
/** Nobody looks for films by these, so that they are asked of the one on the table without a word for it. */
const OF_THE_TABLE =
  /^(?:is|are) there (?:(?:an?|any|much|too much|a lot of|lots of) ){0,2}(?<what>(?:female|male|strong female|black|gay) leads?|(?:plot )?twists?|(?:happy|sad|good) ending|(?:graphic |explicit )?violence|gore|blood|nudity|sex(?: scenes?)?|swearing|profanity|jump ?scares?|romance|love story|drugs?|narrator|post[- ]credits? scenes?)$/i;

/** What is asked for, in the words of the question: "a female lead". */
export function inItAsked(said: string): string | undefined {
  for (const pattern of [...ASKED, OF_THE_TABLE]) {
    const what = pattern.exec(said)?.groups?.what?.trim().toLowerCase();
    if (what !== undefined) return what;
  }
  return undefined;
}

export const asksWhatIsInIt = (said: string): boolean => inItAsked(said) !== undefined;

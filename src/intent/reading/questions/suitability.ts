/** Whether a film is for children: "is it ok for a 5 year old?", "can my son watch Jaws?", "how old should they be for it?" */

const CHILD =
  "(?:kids?|children|child|little ones?|toddlers?|bab(?:y|ies)|boys?|girls?(?! night)|sons?|daughters?|nieces?|nephews?|grand(?:kids|children|sons?|daughters?)|brothers?|sisters?|teens?|teenagers?|tweens?|students?|pre-?schoolers?)";
const AGED =
  "(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)";
const YEARS = "(?:[- ]?(?:years?|yrs?|yr)[- ]?olds?|[- ]?y\\/?o'?s?)";
const SMALL =
  "(?:(?:an?|my|our|the|your|her|his|their|small|little|young|younger|older|two|three|2|3) ){0,3}";
/** "A 5 year old", "my kids", "my 8 and 10 year olds" */
const SOMEBODY = `${SMALL}(?:${AGED}(?:(?: and | & |, ?|-)${AGED})?${YEARS}(?: ${CHILD})?|${CHILD}(?: of ${AGED})?(?: who (?:is|are) ${AGED})?)`;
const FIT =
  "(?:ok|okay|alright|all right|fine|safe|suitable|appropriate|good|right|too (?:scary|violent|much|intense|mature|adult|dark|heavy|sad)|made|meant)";

/** Each names the film, or "it", as its one group. */
const QUESTIONS = [
  new RegExp(
    `^(?:is|was|would|will) (.+?) (?:be )?(?:really |actually |still )?(?:${FIT} )?(?:to watch )?(?:for|with) ${SOMEBODY}\\b`,
    "i",
  ),
  new RegExp(
    `^(?:can|could|should|may|would) ${SOMEBODY} (?:watch|see|handle|take|cope with|enjoy|like) (.+?)(?: with (?:me|us))?$`,
    "i",
  ),
  new RegExp(`^(?:can|could|should) (?:i|we) (?:watch|show|see) (.+?) (?:with|to) ${SOMEBODY}$`, "i"),
  /^(?:how old|what age) (?:should|do|does|must|would|can) (?:you|they|he|she|one|it|kids|children|someone|a (?:kid|child))(?: have to| need to)? (?:be|see|watch)(?: (?:for|to (?:watch|see)))? (.+?)$/i,
  /^(?:what|which) (?:age|ages|age group|age rating)(?: is| does)? (.+?)(?: (?:for|ok for|suitable for|have|rated))?$/i,
  /^what(?:'s| is) the age (?:rating|limit) (?:of|for|on) (.+?)$/i,
  /^(?:is|was) (.+?) (?:rated (?:r|pg|pg-?13|g|18|15|12)|(?:kid|child|family)[- ]?(?:friendly|safe)|(?:for|suitable for|ok for) (?:all ages|everyone|families|the (?:whole )?family))$/i,
];

export interface SuitsAsked {
  /** The film's name in the question, or "it". */
  readonly named: string;
  /** The youngest age that is named. */
  readonly age?: number;
}

const NUMBERS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(
    " ",
  );
const AGE = new RegExp(`\\b(${AGED})(?:(?: and | & |, ?|-)${AGED})?${YEARS}`, "i");

/** @param asked without what a question ends in */
export function suitsAsked(asked: string): SuitsAsked | undefined {
  const said = asked.replace(/^(?:(?:so|and|but|ok|okay|hmm|hey|wait|well|also)[, ]+)+/i, "");
  const named = QUESTIONS.flatMap((pattern) => pattern.exec(said)?.[1] ?? [])[0];
  if (named === undefined) return undefined;
  const age = AGE.exec(said)?.[1]?.toLowerCase();
  if (age === undefined) return { named };
  return { named, age: NUMBERS.includes(age) ? NUMBERS.indexOf(age) : Number(age) };
}

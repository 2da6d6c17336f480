/** What films are measured by where they are set side by side: "longer", "the best rated", "more violent". */

export type Measure =
  /** `most`: whether the greatest is sought; "taste": which suits the person. */
  | { readonly of: "length" | "year" | "rating" | "renown"; readonly most: boolean }
  | { readonly of: "taste" }
  /** A word that films are described by. */
  | { readonly of: "trait"; readonly trait: string; readonly most: boolean }
  /** Which of them somebody made or is in. */
  | { readonly of: "person"; readonly name: string };

export interface MeasureFound {
  readonly by: Measure;
  /** Character offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const MORE = "(?:more|most|less|least)";

/** The first that fits is meant; "less" and "least" turn it round. */
const MEASURES: readonly (readonly [Measure, RegExp])[] = [
  [
    { of: "renown", most: true },
    /\b(?:(?:more|most|less|least) (?:popular|famous)|(?:better|best|less|least)[- ]known)\b/i,
  ],
  [
    { of: "rating", most: true },
    /\b(?:better|best|higher|highest|top|most highly)[- ](?:rated|ratings?|scor(?:ed?|es|ing)|reviewed|reviews?)\b|\b(?:more|most) acclaimed\b|\brated (?:better|best|higher|highest)\b/i,
  ],
  [
    { of: "rating", most: false },
    /\b(?:worse|worst|lower|lowest)(?:[- ](?:rated|ratings?|scor(?:ed?|es|ing)|reviewed))?\b/i,
  ],
  [{ of: "length", most: true }, /\b(?:longer|longest)\b|\bas long\b/i],
  [{ of: "length", most: false }, /\b(?:shorter|shortest|quicker|quickest)\b|\bas short\b/i],
  [{ of: "year", most: true }, /\b(?:newer|newest|latest|(?:more|most) (?:recent|modern))\b|\bas new\b/i],
  [{ of: "year", most: false }, /\b(?:older|oldest|earlier|earliest)\b|\bcame (?:out )?first\b|\bas old\b/i],
  ...traits(
    "kids",
    /\b(?:better|best|ok(?:ay)?|safer|safest|fine|good|right) for (?:the |my |our |small |young )?(?:kids|children|little ones)\b/i,
    `${MORE} (?:kid|child)[- ]friendly`,
  ),
  ...traits(
    "family night",
    /\b(?:better|best|good) for (?:the (?:whole )?|my )?family\b/i,
    `${MORE} family[- ]friendly`,
  ),
  ...traits("date night", /\b(?:better|best|good) for (?:a |my )?date(?:[- ]night)?\b/i),
  ...traits(
    "scary",
    /\b(?:scar|creep)(?:ier|iest)\b|\bas (?:scary|creepy)\b/i,
    `${MORE} (?:scary|frightening|terrifying|creepy)`,
  ),
  ...traits(
    "funny",
    /\bfunn(?:ier|iest)\b|\bas funny\b|\b(?:more|most) (?:fun|laughs)\b/i,
    `${MORE} (?:funny|hilarious)`,
  ),
  ...traits("sad", /\bsad(?:der|dest)\b|\bas sad\b/i, `${MORE} (?:sad|heartbreaking|depressing)`),
  ...traits(
    "dark",
    /\b(?:darker|darkest|grimmer|grimmest)\b|\bas dark\b/i,
    `${MORE} (?:dark|disturbing|grim|bleak)`,
  ),
  ...traits(
    "feel-good",
    /\b(?:happier|happiest|lighter|lightest|warmest|warmer)\b/i,
    `${MORE} (?:uplifting|heart-?warming|cheerful|feel-good)`,
  ),
  ...traits(
    "tense",
    /\b(?:tenser|tensest)\b|\bas (?:tense|intense|gripping)\b/i,
    `${MORE} (?:tense|intense|suspenseful|gripping|suspense)`,
  ),
  ...traits("exciting", /\bas exciting\b/i, `${MORE} (?:exciting|thrilling|action|action-packed)`),
  ...traits("romantic", /\bas romantic\b/i, `${MORE} (?:romantic|romance)`),
  ...traits(
    "violence",
    /\b(?:more|most|less|least) brutal\b|\bas (?:violent|brutal)\b/i,
    `${MORE} (?:violent|violence)`,
  ),
  ...traits(
    "gore",
    /\b(?:gor|blood)(?:ier|iest)\b|\bas (?:gory|bloody)\b/i,
    `${MORE} (?:gory|gore|bloody|blood)`,
  ),
  ...traits("silly", /\b(?:sill|goof)(?:ier|iest)\b|\b(?:dumber|dumbest)\b/i, `${MORE} silly`),
  ...traits(
    "relaxing",
    /\b(?:calmer|calmest|cos(?:ier|iest)|coz(?:ier|iest))\b/i,
    `${MORE} (?:relaxing|chill|calm)`,
  ),
  ...traits(
    "thought-provoking",
    /\b(?:smarter|smartest|deeper|deepest|cleverer|cleverest)\b/i,
    `${MORE} (?:thought-provoking|intelligent|clever|thoughtful)`,
  ),
  // "better" and "best" by themselves, where none of the above is said
  [{ of: "rating", most: true }, /\b(?:better|best|greatest|as good)\b/i],
];

function traits(trait: string, ...said: readonly (RegExp | string)[]): [Measure, RegExp][] {
  return said.map((pattern) => [
    { of: "trait", trait, most: true },
    typeof pattern === "string" ? new RegExp(`\\b${pattern}(?![\\p{L}])`, "iu") : pattern,
  ]);
}

/** "Which should I watch", "can't decide": it is asked what suits them. */
const ADVICE =
  /\b(?:(?:which|what)(?: (?:one|of (?:the two|these|those|them)))? (?:should|would|do) (?:i|we|you)(?: (?:watch|see|pick|choose|recommend|suggest|go (?:with|for)|prefer|start with))?(?: first)?|(?:i |we )?can(?:'t|not) (?:decide|choose|pick)|should (?:i|we) (?:watch|see|go (?:with|for)))\b/i;

/** The measure that a text names. */
export function measureIn(text: string): MeasureFound | undefined {
  for (const [by, pattern] of MEASURES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const turns = /^(?:less|least)\b/i.test(found[0]);
    const sought = "most" in by && turns ? { ...by, most: !by.most } : by;
    return { by: sought, start: found.index, end: found.index + found[0].length };
  }
  const asked = ADVICE.exec(text);
  return asked ? { by: { of: "taste" }, start: asked.index, end: asked.index + asked[0].length } : undefined;
}

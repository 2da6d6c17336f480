/** The American spelling of words that are spelt otherwise in Britain: whoever types a title types either. Pure. */

/** Each what stands in words of Britain, and what Americans write for it. Of word stems, for "four" and "tour" are spelt alike everywhere. */
const RULES: readonly (readonly [british: RegExp, american: string])[] = [
  [
    /(?<=^(?:dis|un|mis|water|techni|good|bad)?(?:col|hon|neighb|fav|flav|harb|lab|rum|hum|arm|od|vap|val|behavi|savi|sav|splend|parl|endeav|ard|cand|clam|ferv|ranc|rig|tum|vig|demean|succ|glam|enam))our(?=(?:s|ed|er|ers|ing|ings|able|ably|ite|ites|ful|fully|less|hood|hoods|ly|y|man|men|hearted)?$)/,
    "or",
  ],
  [
    /(?<=^(?:amphi|kilo|centi|milli|epi)?(?:theat|cent|lit|met|fib|lust|sab|calib|spect|scept|somb|sepulch|meag))re(?=s?$)/,
    "er",
  ],
  [/^grey(?=(?:s|er|est|ish|hound|hounds|beard)?$)/, "gray"],
  [/(?<=^(?:def|off|lic|pret))ence(?=s?$)/, "ense"],
  [/(?<=^(?:cata|ana|homo))logue(?=s?$)/, "log"],
  [/(?<=[a-z]{4}i)s(?=ations?$)/, "z"],
  [
    /(?<=^(?:un|dis|re)?(?:organ|real|recogn|apolog|civil|memor|terror|colon|coloni|modern|hypnot|fantas|agon|immortal|capital|criminal|brutal|demon|idol|ideal|romantic|visual|victim|emphas|sympath|harmon)i)s(?=(?:e|es|ed|er|ers|ing)$)/,
    "z",
  ],
  [/(?<=^(?:anal|paral|catal)y)s(?=(?:e|ed|er|ers|ing)$)/, "z"],
  [
    /(?<=^(?:travel|counsel|marvel|cancel|model|quarrel|label|fuel|duel|jewel|tunnel|level))l(?=(?:er|ers|ed|ing|ings|or|ors|ous|ously)$)/,
    "",
  ],
  [/^(judg|acknowledg)e(?=ments?$)/, "$1"],
  [/^pyjama(?=s?$)/, "pajama"],
  [/^jewellery$/, "jewelry"],
  [/^plough(?=(?:s|ed|ing|man|men)?$)/, "plow"],
  [/^mould(?=(?:s|y)?$)/, "mold"],
  [/^moustache(?=(?:s|d)?$)/, "mustache"],
  [/^programme(?=s?$)/, "program"],
  [/^sceptic(?=(?:s|al|ism)?$)/, "skeptic"],
  [/^aeon(?=s?$)/, "eon"],
  [/^axe$/, "ax"],
  [/^cos(?=(?:y|ier|iest)$)/, "coz"],
  [/^fulfil(?=(?:s|ment)?$)/, "fulfill"],
  [/^sulphur$/, "sulfur"],
  [/^gaol(?=s?$)/, "jail"],
  [/^manoeuvre(?=s?$)/, "maneuver"],
  [/^encyclopaedia(?=s?$)/, "encyclopedia"],
];

/** What all of these have somewhere; most words are seen by it to be none. */
const MAY_BE_BRITISH =
  /our|re|grey|ence|logue|is(?:e|i|a)|ys[ei]|ll|gement|pyja|plou|moul|moust|mme|scep|aeo|axe|cos|fulfil|ulph|gaol|oeu|aed/;

/** @param word in lower-case plain letters */
export function americanOf(word: string): string {
  if (word.length < SHORTEST || !MAY_BE_BRITISH.test(word)) return word;
  const rule = RULES.find(([british]) => british.test(word));
  return rule ? word.replace(rule[0], rule[1]) : word;
}
/** "Axe" */
const SHORTEST = 3;

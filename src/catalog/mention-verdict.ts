/** Whether words that make a title are meant as one where they stand. */

export interface Evidence {
  /** The words of the title, as they were said. */
  readonly spoken: readonly string[];
  /** Nothing else is said. */
  readonly alone: boolean;
  readonly quoted: boolean;
  /** With the year that the film is of. */
  readonly dated: boolean;
  /** The first letter is a capital. */
  readonly initial: boolean;
  /** Written with capitals, in a text where that tells something. */
  readonly capitals: boolean;
  /** At the beginning of a sentence, where a capital tells nothing. */
  readonly opens: boolean;
  /** Behind words that announce a film. */
  readonly announced: boolean;
  /** Behind another film and a comma or an "and". */
  readonly listed: boolean;
  /** Behind "a", "some", "about". */
  readonly article: boolean;
  /** The clause ends with it. */
  readonly closes: boolean;
  /** How many of the words people write without meaning a title. */
  readonly ordinary: number;
  /** All of the words are small ones, or say what one is in the mood for: "it", "horror". */
  readonly plain: boolean;
  /** All of them say what one is in the mood for. */
  readonly wish: boolean;
  /** They are the whole of a title, and not a part of one or the place in a series. */
  readonly whole: boolean;
  /** Somebody is called so. */
  readonly person: boolean;
  readonly nameOnly: boolean;
  /** The film is among the best known. */
  readonly famous: boolean;
  /** Many have heard of the film. */
  readonly known: boolean;
}

/** Stretches that are a title by chance. */
export const STARTS_NO_TITLE =
  /^(?:the )?(?:kind of|one|ones|other one|end|best|rest|same|movie|film|movies|films)$/;

type Verdict = "surely" | "perhaps" | "no";

export function isMeant(evidence: Evidence): Verdict {
  const { spoken, alone, quoted, dated, capitals, opens, plain, person } = evidence;
  if (quoted) return "surely";
  if (alone) return standsAlone(evidence);
  if (dated && (!plain || capitals)) return "surely";
  const introduced = evidence.announced || evidence.listed;
  if (person && !(introduced && capitals && evidence.famous && evidence.closes)) return "no";
  if (plain) return introduced && capitals && evidence.closes && !opens && evidence.known ? "surely" : "no";
  if (evidence.nameOnly) return isNameMeant(evidence, introduced);
  if (!evidence.whole && evidence.ordinary === spoken.length && !capitals) return "no";
  return spoken.length > 1 ? areWordsMeant(evidence, introduced) : isWordMeant(evidence, introduced);
}

/** Common words alone are an answer as often as a title: "nope", "thank you". */
function standsAlone(evidence: Evidence): Verdict {
  const { spoken, plain, wish, dated, initial, capitals, ordinary, known, nameOnly } = evidence;
  const count = spoken.length;
  if (dated || ordinary < count || (!plain && known)) return "surely";
  if (nameOnly) return count > 3 || (count > 1 && capitals && !plain) ? "surely" : "no";
  if (wish) return "no";
  if (count > 2 && known) return "surely";
  if (known) return initial || count > 1 ? "perhaps" : "no";
  return plain || count === 1 ? "no" : "perhaps";
}

/** Titles that hardly anybody knows are nearly always there by chance. */
function isNameMeant(
  { spoken, announced, closes, capitals, opens, ordinary }: Evidence,
  introduced: boolean,
): Verdict {
  const rare = spoken.length - ordinary;
  if (introduced && closes && (capitals || (announced && rare > 0))) return "surely";
  return capitals && spoken.length > 2 && rare > 0 && !opens ? "surely" : "no";
}

function areWordsMeant(evidence: Evidence, introduced: boolean): Verdict {
  const { spoken, capitals, opens, closes, ordinary, famous, known } = evidence;
  const rare = spoken.length - ordinary;
  if (capitals && (rare > 0 || introduced || (famous && !opens))) return "surely";
  if (rare > 1 || (rare > 0 && introduced)) return "surely";
  if (introduced && closes && (known || capitals)) return known ? "surely" : "perhaps";
  if (rare > 0 && known && (spoken.length > 2 || (opens && famous))) return "surely";
  return spoken.length > 3 && famous ? "surely" : "no";
}

function isWordMeant(evidence: Evidence, introduced: boolean): Verdict {
  const { capitals, opens, closes, ordinary, article, famous, known } = evidence;
  const rare = ordinary === 0;
  if (introduced && rare) return closes || known || capitals ? "surely" : "no";
  if (introduced && closes && known && !article) return "surely";
  if (rare && famous && capitals && !opens) return "surely";
  return rare && famous && closes && opens ? "surely" : "no";
}

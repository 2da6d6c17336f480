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
  /** Nothing is said before the words in the same breath. */
  readonly apart: boolean;
  /** Behind words that announce a film. */
  readonly announced: boolean;
  /** Does something to somebody: "Jaws scares her". */
  readonly acts: boolean;
  /** Before what blends it with another film: "Alien meets Clueless". */
  readonly blended: boolean;
  /** At the beginning, before what is to be otherwise: "Parasite but funnier". */
  readonly compared: boolean;
  /** Behind another film and a comma or an "and". */
  readonly listed: boolean;
  /** Before a comma or an "and" and another film that many have heard of. */
  readonly leads: boolean;
  /** Behind "a", "some", "about". */
  readonly article: boolean;
  /** Behind "in", "from": where places are named. */
  readonly placed: boolean;
  /** Another word that is none of the language follows: "Carrie" in "Carrie Underwood". */
  readonly tangled: boolean;
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
  /** They ask for the whole of a series that is known: "the Bourne movies". */
  readonly series:
    | {
        /** "The ...", "all the ...". */
        readonly isPointedAt: boolean;
        /** A word of the name is none that people write without meaning a title. */
        readonly isRare: boolean;
        /** The name has several words, or the series many films. */
        readonly isTelling: boolean;
        /** The name is also a word for what one is in the mood for: "scary movies". */
        readonly isWish: boolean;
      }
    | undefined;
  /** Somebody is called so. */
  readonly person: boolean;
  readonly nameOnly: boolean;
  /** The film is among the best known. */
  readonly famous: boolean;
  /** Many have heard of the film. */
  readonly known: boolean;
}

/** Stretches that are a title by chance. */
const STARTS_NO_TITLE =
  /^(?:the )?(?:kind of|one|ones|other one|end|best|rest|same|movie|film|movies|films)$/;

export const startsNoTitle = (spoken: readonly string[]): boolean =>
  spoken.length <= MOST_TO_START && STARTS_NO_TITLE.test(spoken.join(" "));

/** Words of the longest of these. */
const MOST_TO_START = 3;

type Verdict = "surely" | "perhaps" | "no";

export function isMeant(evidence: Evidence): Verdict {
  const { spoken, alone, quoted, dated, capitals, plain, person } = evidence;
  if (quoted) return "surely";
  if (evidence.series) return isSeriesMeant(evidence.series, evidence);
  if (alone) return standsAlone(evidence);
  if (dated && (!plain || capitals)) return "surely";
  if (evidence.acts && evidence.whole && evidence.known && !plain) return "surely";
  if (evidence.blended && evidence.whole && evidence.known) return "surely";
  if (evidence.compared && isTitleCompared(evidence)) return "surely";
  if (evidence.leads && capitals && evidence.whole && evidence.known && !plain && !person) return "surely";
  const introduced = evidence.announced || evidence.listed || evidence.blended;
  if (person && !(introduced && capitals && evidence.famous && evidence.closes)) return "no";
  const isPart = !evidence.whole && evidence.ordinary === spoken.length && !capitals;
  if (isPart && !(evidence.famous && spoken.length > 3)) return "no";
  if (plain) return isPlainMeant(evidence, introduced);
  if (evidence.nameOnly) return isNameMeant(evidence, introduced);
  return spoken.length > 1 ? areWordsMeant(evidence, introduced) : isWordMeant(evidence, introduced);
}

/** "Scary movies", "airplane films" say what they are about; "the Rocky movies" and "star wars films" which they are. */
function isSeriesMeant(
  { isPointedAt, isRare, isTelling, isWish }: NonNullable<Evidence["series"]>,
  { capitals, opens, famous }: Evidence,
): Verdict {
  if ((capitals && !opens) || isRare) return "surely";
  if (isWish) return "no";
  return famous && (isPointedAt || isTelling) ? "surely" : "no";
}

/** "Her but funnier" is the film, "it but funnier" the one that was shown, and "dark but funny" a mood. */
const PRONOUN = /^(?:it|this|that|these|those|them)$/;

const isTitleCompared = ({ spoken, whole, known, wish, initial, famous }: Evidence): boolean =>
  whole &&
  known &&
  (!wish || (initial && famous)) &&
  !PRONOUN.test(spoken.join(" ")) &&
  (initial || !SMALL.test(spoken.join(" ")));
const SMALL =
  /^(?:he|she|her|him|us|you|me|we|they|old|new|big|small|long|short|good|bad|one|two|all|now|up)$/;

/** Small words are a title in capitals, and where that tells something: "I loved It", "The Way We Were". */
function isPlainMeant(evidence: Evidence, introduced: boolean): Verdict {
  const { spoken, capitals, opens, apart, closes, whole, famous, known } = evidence;
  if (capitals && apart && closes && whole && famous && spoken.length > 1) return "surely"; // "Office Space obvs"
  if (capitals && !opens && known && (spoken.length > 2 || (introduced && closes))) return "surely";
  return spoken.length > 2 && evidence.announced && closes && known ? "perhaps" : "no";
}

/** Common words alone are an answer as often as a title: "nope", "thank you". */
function standsAlone(evidence: Evidence): Verdict {
  const { spoken, plain, wish, dated, initial, capitals, ordinary, known, nameOnly } = evidence;
  const count = spoken.length;
  if (dated || ordinary < count || (!plain && known && !wish)) return "surely";
  if (nameOnly) return !plain && (count > 3 || (count > 1 && capitals)) ? "surely" : "no";
  if (wish) return known && capitals ? "perhaps" : "no";
  if (count > 2 && known) return "surely";
  if (known) return initial || count > 1 ? "perhaps" : "no";
  return plain || (count === 1 && !initial) ? "no" : "perhaps";
}

/** Titles that hardly anybody knows are nearly always there by chance. */
function isNameMeant(
  { spoken, announced, closes, capitals, opens, ordinary }: Evidence,
  introduced: boolean,
): Verdict {
  const rare = spoken.length - ordinary;
  const told = rare > 1 || (rare > 0 && spoken.length === 1);
  if (introduced && closes && (capitals || (announced && told))) return "surely";
  return capitals && spoken.length > 2 && rare > 0 && !opens ? "surely" : "no";
}

function areWordsMeant(evidence: Evidence, introduced: boolean): Verdict {
  const { spoken, capitals, initial, opens, apart, closes, ordinary, whole, famous, known } = evidence;
  const rare = spoken.length - ordinary;
  if (apart && closes && whole && known && (capitals || (initial && famous && !evidence.wish)))
    return "surely"; // "American psycho too"
  if (capitals && whole && known && !evidence.wish && !evidence.article) return "surely"; // at the beginning of a sentence the second capital tells
  if (capitals && (rare > 0 || introduced || famous)) return "surely";
  if (rare > 1 || (rare > 0 && introduced)) return "surely";
  if (introduced && closes && (known || capitals)) return known ? "surely" : "perhaps";
  if (evidence.announced && closes && evidence.whole && spoken.length > 2) return "perhaps";
  if (introduced && famous && spoken.length > 2) return "surely";
  if (rare > 0 && known && (spoken.length > 2 || (opens && famous))) return "surely";
  return spoken.length > 3 && famous ? "surely" : "no";
}

function isWordMeant(evidence: Evidence, introduced: boolean): Verdict {
  const { capitals, opens, closes, ordinary, article, placed, tangled, famous, known } = evidence;
  const rare = ordinary === 0;
  if (tangled) return "no";
  if (introduced && rare) return closes || known || capitals ? "surely" : "no";
  if (introduced && closes && known && !article) return "surely";
  if (evidence.listed && capitals && !opens && known && !placed && !article) return "surely"; // "Sicario and Prisoners back to back"
  if (capitals && !opens && ((rare && famous) || (closes && known && !placed && !article))) return "surely";
  return rare && famous && closes && opens ? "surely" : "no";
}

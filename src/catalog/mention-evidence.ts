/** Whether words that make a title are meant as one where they stand. */

export interface Evidence {
  /** The words of the title, as they were said. */
  readonly spoken: readonly string[];
  /** Nothing else is said. */
  readonly alone: boolean;
  readonly quoted: boolean;
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
  /** Somebody is called so. */
  readonly person: boolean;
  readonly nameOnly: boolean;
  /** The film is among the best known. */
  readonly famous: boolean;
}

/** Stretches that are a title by chance. */
export const STARTS_NO_TITLE =
  /^(?:the )?(?:kind of|one|ones|other one|end|best|rest|same|movie|film|movies|films)$/;

export function isMeant(evidence: Evidence): "surely" | "perhaps" | "no" {
  const {
    spoken,
    alone,
    quoted,
    capitals,
    opens,
    announced,
    listed,
    closes,
    plain,
    person,
    nameOnly,
    famous,
  } = evidence;
  if (quoted) return "surely";
  const count = spoken.length;
  const rare = count - evidence.ordinary;
  if (alone) return plain && !capitals ? (count > 1 && famous ? "perhaps" : "no") : "surely";
  const introduced = announced || listed;
  if (person && !(introduced && capitals && famous && closes)) return "no";
  if (plain) return introduced && capitals && closes && !opens && famous ? "surely" : "no";
  if (nameOnly) return introduced && closes && (capitals || rare > 0) && count + rare > 2 ? "surely" : "no";
  if (count > 1 && capitals && (rare > 0 || introduced)) return "surely";
  if (count > 1 && rare > 1) return "surely";
  if (count > 1 && introduced && (rare > 0 || closes)) return famous || rare > 0 ? "surely" : "perhaps";
  if (count > 2 && rare > 0 && famous) return "surely";
  if (count > 3 && famous) return "surely";
  if (count > 1) return capitals && famous ? "surely" : rare > 0 && famous && opens ? "surely" : "no";
  if (introduced && rare > 0) return closes || famous || capitals ? "surely" : "no";
  if (introduced && closes && famous && !evidence.article) return "surely";
  if (capitals && !opens && rare > 0 && famous) return "surely";
  return opens && rare > 0 && famous && closes ? "surely" : "no";
}

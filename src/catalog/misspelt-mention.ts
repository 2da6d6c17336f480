/** Titles with a slip in them, where one is announced or stands alone: elsewhere any word may be one. */
import { findNearly } from "./find.ts";
import { filmsOf, type Mention, type MentionSource, mentionOf } from "./mention.ts";
import { ENDS_A_TITLE, evidenceOf } from "./mention-evidence.ts";
import { joins, type MentionText, type MentionWord, wordsBetween } from "./mention-text.ts";
import { keyOf, withoutArticle, wordsOf } from "./normalise.ts";
import { slipsBetween } from "./slips.ts";
import type { TitleMatch } from "./title-match.ts";

/** In words. */
const LONGEST_MISSPELT = 6;
const LONGEST_ALONE = 8;
/** Of words that people write, a text of more is no title with a slip in it. */
const MOST_COMMON_WORDS = 4;
/** Letters of a misspelt word that stands alone. */
const SHORTEST_MISSPELT = 5;
/** One word from this length on may be two slips away from a title. */
const TWO_SLIPS_FROM = 8;
const NOTHING: TitleMatch = { kind: "none", suggestions: [] };

/** What a search found; none where it found nothing. Undefined where there was nothing to search for. */
export function misspeltAt(
  source: MentionSource,
  read: MentionText,
  from: number,
  before: Mention | undefined,
): { readonly mention?: Mention; readonly to: number } | undefined {
  const { words } = read;
  const whole = from === 0 && words.length <= LONGEST_ALONE && !words.some(({ gap }) => gap.includes(","));
  const to = whole ? words.length : endOfTitle(words, from);
  const spoken = wordsBetween(words, from, to);
  const stretch = { from, to, next: to, before, match: NOTHING, dated: false, inList: false };
  const { announced } = evidenceOf(source, read, stretch);
  const alone = from === 0 && to === words.length;
  const isKind = spoken.length === 1 && /^(?:movies?|films?|ones?)$/.test(words[to]?.joined ?? "");
  if (isKind) return undefined; // "stoner movies"
  const isNoTalk =
    spoken.length > 1 &&
    spoken.length <= MOST_COMMON_WORDS &&
    spoken.some((word) => !source.names.isPlain(word));
  if (!mayBeMisspelt(source, spoken) && !(alone && isNoTalk)) return undefined;
  if (!alone && !(announced && !opensPlainly(source, spoken))) return undefined;
  const match = findNearly(source, [{ words: spoken }]);
  if (!match || source.fameOfPerson(spoken) > 0 || (spoken.length === 1 && !isSlipOf(spoken[0]!, match)))
    return { to };
  return { mention: mentionOf(match, words[from]!.start, words[to - 1]!.end, true), to };
}

/** Where the clause ends, or what can hardly be part of a title begins. */
function endOfTitle(words: readonly MentionWord[], from: number): number {
  let to = from + 1;
  while (
    to < words.length &&
    to - from < LONGEST_MISSPELT &&
    joins(words, to) &&
    !words[to]!.gap.includes(",") &&
    !ENDS_A_TITLE.has(words[to]!.joined)
  )
    to++;
  return to;
}

/** Whether a word is none that people write, or none of any title; short ones alone are slips for other words. */
function mayBeMisspelt({ names, overlap }: MentionSource, spoken: readonly string[]): boolean {
  const shortest = spoken.length > 1 ? SHORTEST_MISSPELT - 1 : SHORTEST_MISSPELT;
  return spoken.some(
    (word) => word.length >= shortest && !/\d/.test(word) && !(names.isOrdinary(word) && overlap.knows(word)),
  );
}

const opensPlainly = ({ names }: MentionSource, spoken: readonly string[]): boolean =>
  names.isPlain(spoken[0]!) && !/^(?:the|a|an)$/.test(spoken[0]!);

/** Whether one word is a title but for a slip or two: "goodfelas", but not "josette" for "Rosetta". */
function isSlipOf(word: string, match: TitleMatch): boolean {
  const slips = word.length < TWO_SLIPS_FROM ? 1 : 2;
  return filmsOf(match).some(({ title, alternativeTitles }) =>
    [title, ...alternativeTitles].some(
      (name) => slipsBetween(word, keyOf(withoutArticle(wordsOf(name))), slips) <= slips,
    ),
  );
}

/**
 * The films that a text speaks of, over all titles known, with the stretches they take: what is read of the rest of the
 * text is not to read these words again.
 *
 * A title in a sentence is told from plain words by how it stands there: in quotation marks, with its year, alone, in
 * capitals, behind words that announce a film ("have you seen"), in a list of titles, or by words that people hardly
 * write otherwise. The longest title at a place is taken.
 */
import { fameOf } from "./fame.ts";
import { findExactly } from "./find.ts";
import { saysAPlace } from "./find-series.ts";
import { filmsOf, type Mention, type MentionSource, mentionOf } from "./mention.ts";
import { evidenceOf, JOINS_A_LIST, lists, type Stretch } from "./mention-evidence.ts";
import { joins, type MentionText, type MentionWord, readMentionText, wordsBetween } from "./mention-text.ts";
import { isMeant, startsNoTitle } from "./mention-verdict.ts";
import { misspeltAt } from "./misspelt-mention.ts";
import { keyOf, splitNumber, withoutArticle, wordsOf } from "./normalise.ts";
import { yearOf } from "./readings.ts";
import { SERIES_KINDS } from "./series-names.ts";
import type { TitleMatch } from "./title-match.ts";

export type { Mention } from "./mention.ts";

/** Misspelt titles are looked for at so many places: nobody names more that are. */
const MOST_SEARCHES = 3;
/** In words. */
const LONGEST_TITLE = 12;
/** Longer texts are read as far as this. */
const LONGEST_TEXT = 2000;
/** " (the original 1995 version)", in characters. */
const LONGEST_YEAR = 40;
/** Behind a list of titles a sentence may go on. */
const FOLLOWS_A_LIST = /^(?:are|is|were|was|all|both)$/;
const YEAR_BEHIND =
  /^\s*(?:[([]\s*(?:the\s)?(?:original\s)?((?:18|19|20)\d\d)(?:\s(?:one|film|movie|version|original))?\s*[)\]]|,?\s(?:from\s)?((?:18|19|20)\d\d|['’]\d\d)(?![\p{L}\p{N}]))/u;

export function mentionsIn(source: MentionSource, whole: string): Mention[] {
  const read = readMentionText(whole.slice(0, LONGEST_TEXT));
  const listed = listOf(source, read);
  const found: Mention[] = [...listed.mentions];
  let searches = MOST_SEARCHES;
  for (let at = listed.to; at < read.words.length; ) {
    const hit = longestAt(source, read, { from: at, before: found.at(-1), inList: false });
    const searched = hit || searches === 0 ? undefined : misspeltAt(source, read, at, found.at(-1));
    if (searched) searches--;
    const { mention, to } = hit ?? searched ?? { mention: undefined, to: at };
    if (mention) found.push(mention);
    at = mention ? to : at + 1;
  }
  return found;
}

/** "Alien, Arrival, Moon", "Heat and Ronin are great": what a text begins with, where that is a list of titles. */
function listOf(
  source: MentionSource,
  read: MentionText,
): { readonly mentions: readonly Mention[]; readonly to: number } {
  const { words, text } = read;
  const mentions: Mention[] = [];
  let to = 0;
  for (let at = 0; at < words.length; ) {
    const joined = mentions.length > 0 && JOINS_A_LIST.has(words[at]!.joined) ? at + 1 : at;
    const place = { from: joined, before: mentions.at(-1), inList: true };
    const hit = joined < words.length ? longestAt(source, read, place) : undefined;
    if (!hit || (mentions.length > 0 && !lists(text.slice(mentions.at(-1)!.end, hit.mention.start)))) break;
    mentions.push(hit.mention);
    at = to = hit.to;
  }
  const goesOn = to < words.length && !FOLLOWS_A_LIST.test(words[to]!.joined);
  return mentions.length > 1 && !goesOn ? { mentions, to } : { mentions: [], to: 0 };
}

interface Place {
  readonly from: number;
  readonly before: Mention | undefined;
  readonly inList: boolean;
}

interface Hit {
  readonly mention: Mention;
  /** The word behind it. */
  readonly to: number;
}

/** The longest title at a word that is meant as one. */
function longestAt(source: MentionSource, read: MentionText, place: Place): Hit | undefined {
  const { words } = read;
  const { from } = place;
  if (isHyphened(words, from)) return undefined;
  if (from === 0 && words.length <= LONGEST_TITLE) {
    const hit = titleBetween(source, read, place, words.length);
    if (hit) return hit;
  }
  let last = from + 1;
  while (last < words.length && last - from < LONGEST_TITLE && joins(words, last)) last++;
  for (let to = last; to > from; to--) {
    const hit =
      goesOnWithI(words, to) || isHyphened(words, to) ? undefined : titleBetween(source, read, place, to);
    if (hit) return hit;
  }
  return undefined;
}

function titleBetween(source: MentionSource, read: MentionText, place: Place, to: number): Hit | undefined {
  const { words, text } = read;
  const { from, before } = place;
  const spoken = wordsBetween(words, from, to);
  const alone = from === 0 && to === words.length && words[0]!.capital;
  if ((!alone && startsNoTitle(spoken)) || !mayName(source, spoken)) return undefined;
  const tail = yearBehind(text, words[to - 1]!.end);
  const dated = tail && findExactly(source, [{ words: spoken, year: tail.year }]);
  const ofYear = tail !== undefined && dated !== undefined && isOfYear(dated, tail.year);
  if (tail?.bracketed && dated && !ofYear && isNew(source, tail.year)) return undefined;
  const year = dated && (ofYear || tail.bracketed) ? tail : undefined;
  const isListed = before && lists(text.slice(before.end, words[from]!.start));
  const further = isListed ? nextPart(text, before, spoken) : undefined;
  const match = year ? dated : findExactly(source, [{ words: further ?? spoken }]);
  if (!match || match.kind === "none" || areTwo(source, words, { from, to, match })) return undefined;
  const end = year ? year.end : words[to - 1]!.end;
  const next = words.filter(({ start }) => start < end).length;
  if (isArticleTooMany(source, spoken, match) || (!year && goesOnAsTitle(read, next))) return undefined;
  const stretch = { ...place, to, next, match, dated: year !== undefined };
  const verdict = year?.bracketed || further ? "surely" : isMeant(evidenceOf(source, read, stretch));
  if (verdict === "no") return undefined;
  return { mention: mentionOf(match, words[from]!.start, end, verdict === "surely"), to: next };
}

/**
 * "Se7en, Prisoners" are two films, and no "7 Prisoners": what stands before the comma is well known by itself. "Alien/Moon" are two where
 * no film is written so.
 */
function areTwo(
  source: MentionSource,
  words: readonly MentionWord[],
  stretch: Pick<Stretch, "from" | "to" | "match">,
) {
  const { from, to, match } = stretch;
  const isWrittenWith = (mark: string) => filmsOf(match).some(({ title }) => title.includes(mark));
  const isCut = words.some(
    ({ gap }, at) => at > from && at < to && gap === "/" && !/\d/.test(words[at - 1]!.joined),
  );
  if (isCut && !isWrittenWith("/")) return true;
  const comma = words.findIndex(({ gap }, at) => at > from && at < to && /^,\s/.test(gap));
  if (comma < 0 || isWrittenWith(",")) return false;
  const first = findExactly(source, [{ words: wordsBetween(words, from, comma) }]);
  return first !== undefined && filmsOf(first).some((film) => fameOf(film) >= source.famous);
}

/** Of a year from which not all films are known, so that a title with it is not taken for an older one. */
const isNew = ({ names }: MentionSource, year: number): boolean =>
  names.completeTo !== undefined && year >= Number(names.completeTo.slice(0, 4));

/** "Joker: Folie a Deux" is not Joker. */
const goesOnAsTitle = ({ text, words }: MentionText, next: number): boolean =>
  /\p{Ll}/u.test(text) &&
  next < words.length &&
  words[next]!.capital &&
  /^\s?[:–—-]\s$/.test(text.slice(words[next - 1]!.end, words[next]!.start));

/** Within "spider-man" no title ends, and in "PG-13" none begins. */
const isHyphened = (words: readonly MentionWord[], at: number): boolean => words[at]?.gap === "-";

/** "I" is no numeral where a sentence begins with it: "Super Troopers I love". */
const goesOnWithI = (words: readonly MentionWord[], to: number): boolean =>
  to < words.length && words[to - 1]!.joined === "i" && words[to]!.gap.trim() === "";

/** "Wall Street 1 and 2": the words of the second, where its number stands alone. */
function nextPart(text: string, before: Mention, spoken: readonly string[]): readonly string[] | undefined {
  const [number, ...others] = spoken;
  const split =
    others.length === 0 && /^\d$/.test(number!)
      ? splitNumber(wordsOf(text.slice(before.start, before.end)))
      : undefined;
  return split && [...split.stem, number!];
}

const isOfYear = (match: TitleMatch, year: number): boolean =>
  filmsOf(match).some((film) => film.year !== undefined && Math.abs(film.year - year) <= 1);

/** "A ghost" is hardly Ghost, nor "the best of the best" Best of the Best. */
function isArticleTooMany(source: MentionSource, spoken: readonly string[], match: TitleMatch): boolean {
  const films = filmsOf(match);
  const [article] = spoken;
  const isCommon = spoken.every((word) => source.names.isOrdinary(word));
  const famous = films.some((film) => fameOf(film) >= source.famous);
  if (!/^(?:a|an)$/.test(article!) && !(article === "the" && isCommon && !famous)) return false;
  return !films.some(({ title, alternativeTitles }) =>
    [title, ...alternativeTitles].some((name) => wordsOf(name)[0] === article),
  );
}

/** Whether a film goes by these words, or they name a place in a series: cheap, for most stretches do not. */
function mayName({ titles, names, series }: MentionSource, words: readonly string[]): boolean {
  const bare = withoutArticle(words);
  const bareKey = keyOf(bare);
  const key = bare === words ? bareKey : keyOf(words);
  const last = words.at(-1)!;
  const stem = words.slice(0, -1);
  return (
    titles.bare.has(bareKey) ||
    titles.exact.has(key) ||
    titles.subtitles.has(bareKey) ||
    titles.series.has(bareKey) ||
    names.nicknamed(bareKey) !== undefined ||
    names.nicknamed(/\d$/.test(last) ? keyOf([...stem, last.replace(/\d\d?$/, "")]) : key) !== undefined ||
    (words.length > 1 &&
      (titles.series.has(keyOf(withoutArticle(stem))) || titles.series.has(keyOf(bare.slice(1))))) ||
    names.namedBy(bareKey).length > 0 ||
    words[0] === "all" ||
    SERIES_KINDS.test(last) ||
    saysAPlace(words) ||
    (/^\d/.test(last) && series.called(stem).length > 0)
  );
}

/** The year that stands behind a title. */
function yearBehind(text: string, at: number) {
  const match = YEAR_BEHIND.exec(text.slice(at, at + LONGEST_YEAR));
  if (!match) return undefined;
  return {
    year: yearOf((match[1] ?? match[2])!),
    end: at + match[0].length,
    bracketed: match[1] !== undefined,
  };
}

/**
 * The films that a text speaks of, over all titles known, with the stretches they take: what is read of the rest of the
 * text is not to read these words again.
 *
 * A title in a sentence is told from plain words by how it stands there: in quotation marks, with its year, alone, in
 * capitals, behind words that announce a film ("have you seen"), in a list of titles, or by words that people hardly
 * write otherwise. The longest title at a place is taken.
 */
import { findExactly, type TitleMatch } from "./find.ts";
import { filmsOf, type Mention, type MentionSource, mentionOf } from "./mention.ts";
import { evidenceOf, JOINS_A_LIST, lists } from "./mention-evidence.ts";
import { joins, type MentionText, type MentionWord, readMentionText, wordsBetween } from "./mention-text.ts";
import { isMeant, STARTS_NO_TITLE } from "./mention-verdict.ts";
import { misspeltAt } from "./misspelt-mention.ts";
import { keyOf, splitNumber, withoutArticle, wordsOf } from "./normalise.ts";

export type { Mention } from "./mention.ts";

/** Misspelt titles are looked for at so many places: nobody names more that are. */
const MOST_SEARCHES = 3;
/** In words. */
const LONGEST_TITLE = 12;
/** Longer texts are read as far as this. */
const LONGEST_TEXT = 2000;
const YEAR_BEHIND = /^\s*(?:[([]\s*((?:18|19|20)\d\d)\s*[)\]]|,?\s((?:18|19|20)\d\d)(?![\p{L}\p{N}]))/u;

export function mentionsIn(source: MentionSource, whole: string): Mention[] {
  const read = readMentionText(whole.slice(0, LONGEST_TEXT));
  const listed = listOf(source, read);
  if (listed) return listed;
  const found: Mention[] = [];
  let searches = MOST_SEARCHES;
  for (let at = 0; at < read.words.length; ) {
    const hit = longestAt(source, read, at, found.at(-1));
    const searched = hit || searches === 0 ? undefined : misspeltAt(source, read, at, found.at(-1));
    if (searched) searches--;
    const { mention, to } = hit ?? searched ?? { mention: undefined, to: at };
    if (mention) found.push(mention);
    at = mention ? to : at + 1;
  }
  return found;
}

/** "Alien, Arrival, Moon": titles, one after another, and nothing else. */
function listOf(source: MentionSource, read: MentionText): Mention[] | undefined {
  const { words } = read;
  const found: Mention[] = [];
  for (let at = 0; at < words.length; ) {
    if (found.length > 0 && JOINS_A_LIST.has(words[at]!.letters.join(""))) at++;
    const hit = at < words.length ? longestAt(source, read, at, found.at(-1), true) : undefined;
    if (!hit) return undefined;
    if (found.length > 0 && !lists(read.text.slice(found.at(-1)!.end, hit.mention.start))) return undefined;
    found.push(hit.mention);
    at = hit.to;
  }
  return found.length > 1 ? found : undefined;
}

interface Hit {
  readonly mention: Mention;
  /** The word behind it. */
  readonly to: number;
}

/** The longest title at a word that is meant as one. */
function longestAt(
  source: MentionSource,
  read: MentionText,
  from: number,
  before: Mention | undefined,
  inList = false,
): Hit | undefined {
  const { words, text } = read;
  let last = from + 1;
  while (last < words.length && last - from < LONGEST_TITLE && joins(words, last)) last++;
  for (let to = last; to > from; to--) {
    if (goesOnWithI(words, to)) continue;
    const spoken = wordsBetween(words, from, to);
    if (!mayName(source, spoken)) continue;
    const tail = yearBehind(text, words[to - 1]!.end);
    const dated = tail && findExactly(source, [{ words: spoken, year: tail.year }]);
    const year = tail && dated && (tail.bracketed || isOfYear(dated, tail.year)) ? tail : undefined;
    const further =
      before && lists(text.slice(before.end, words[from]!.start))
        ? nextPart(text, before, spoken)
        : undefined;
    const match = year ? dated : findExactly(source, [{ words: further ?? spoken }]);
    if (!match || match.kind === "none") continue;
    const end = year ? year.end : words[to - 1]!.end;
    const behind = words.findIndex(({ start }) => start >= end);
    const next = behind < 0 ? words.length : behind;
    if (isArticleTooMany(spoken, match)) continue;
    const evidence = evidenceOf(source, read, {
      ...{ from, to, next, before, match, inList },
      dated: year !== undefined,
    });
    const verdict = year?.bracketed || further ? "surely" : isMeant(evidence);
    if (verdict !== "no")
      return { mention: mentionOf(match, words[from]!.start, end, verdict === "surely"), to: next };
  }
  return undefined;
}

/** "Wall Street 1 and 2": the words of the second, where its number stands alone. */
function nextPart(text: string, before: Mention, spoken: readonly string[]): readonly string[] | undefined {
  const [number, ...others] = spoken;
  const split =
    others.length === 0 && /^\d$/.test(number!)
      ? splitNumber(wordsOf(text.slice(before.start, before.end)))
      : undefined;
  return split && [...split.stem, number!];
}

/** "I" is no numeral where a sentence begins with it: "Super Troopers I love". */
const goesOnWithI = (words: readonly MentionWord[], to: number): boolean =>
  to < words.length && words[to - 1]!.letters.join("") === "i" && words[to]!.gap.trim() === "";

/** "A ghost" is hardly Ghost. */
function isArticleTooMany(spoken: readonly string[], match: TitleMatch): boolean {
  if (!/^(?:a|an)$/.test(spoken[0]!)) return false;
  return !filmsOf(match).some(({ title, alternativeTitles }) =>
    [title, ...alternativeTitles].some((name) => wordsOf(name)[0] === spoken[0]),
  );
}

const isOfYear = (match: TitleMatch, year: number): boolean =>
  filmsOf(match).some((film) => film.year !== undefined && Math.abs(film.year - year) <= 1);

/** Whether a film goes by these words, or they name a place in a series: cheap, for most stretches do not. */
function mayName({ titles, names }: MentionSource, words: readonly string[]): boolean {
  if (STARTS_NO_TITLE.test(words.join(" "))) return false;
  const bareKey = keyOf(withoutArticle(words));
  const last = words.at(-1)!;
  return (
    titles.bare.has(bareKey) ||
    titles.exact.has(keyOf(words)) ||
    titles.subtitles.has(bareKey) ||
    titles.series.has(bareKey) ||
    names.nicknamed(bareKey) !== undefined ||
    names.nicknamed(keyOf([...words.slice(0, -1), last.replace(/\d\d?$/, "")])) !== undefined ||
    (words.length > 1 && titles.series.has(keyOf(withoutArticle(words.slice(0, -1))))) ||
    (words.length > 1 && titles.series.has(keyOf(withoutArticle(words).slice(1)))) ||
    names.namedBy(bareKey).length > 0
  );
}

/** The year that stands behind a title. */
function yearBehind(text: string, at: number) {
  const match = YEAR_BEHIND.exec(text.slice(at, at + 12));
  if (!match) return undefined;
  return { year: Number(match[1] ?? match[2]), end: at + match[0].length, bracketed: match[1] !== undefined };
}

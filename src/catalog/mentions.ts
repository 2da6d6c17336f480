/**
 * The films that a text speaks of, over all titles known, with the stretches they take: what is read of the rest of the
 * text is not to read these words again.
 *
 * A title in a sentence is told from plain words by how it stands there: in quotation marks, with its year, alone, in
 * capitals, behind words that announce a film ("have you seen"), in a list of titles, or by words that people hardly
 * write otherwise. The longest title at a place is taken.
 */
import type { NamedFilm } from "./film-names.ts";
import { findExactly, findTitle, moviesIn, type TitleMatch, type TitleSource } from "./find.ts";
import { type Evidence, isMeant, STARTS_NO_TITLE } from "./mention-evidence.ts";
import { joins, type MentionText, readMentionText, wordsBetween } from "./mention-text.ts";
import type { Movie } from "./movie.ts";
import { keyOf, withoutArticle } from "./normalise.ts";

export interface Mention {
  /** Character offsets in the text, end exclusive; with the year behind the title. */
  readonly start: number;
  readonly end: number;
  /**
   * sure: the first of the movies is meant. likely: one of the movies, or the only one if the person says so. name only: a
   * film that cannot be suggested.
   */
  readonly sureness: "sure" | "likely" | "name only";
  /** Best first; of a film known by name only those of the same name. */
  readonly movies: readonly Movie[];
  /** Films known by name only that are meant or may be, best known first. */
  readonly named: readonly NamedFilm[];
}

export interface MentionSource extends TitleSource {
  /** Whether somebody is known by these words, as wordsOf gives them: then they are hardly a title in a sentence. */
  isPerson(words: readonly string[]): boolean;
  /** Ratings from which on a film is among the best known. */
  readonly famous: number;
}

/** In words. */
const LONGEST_TITLE = 12;
/** Misspelt titles are looked for at so many places: nobody names more that are. */
const MOST_SEARCHES = 3;
const LONGEST_MISSPELT = 6;
/** Longer texts are read as far as this. */
const LONGEST_TEXT = 2000;
const YEAR_BEHIND = /^\s*(?:[([]\s*((?:18|19|20)\d\d)\s*[)\]]|,?\s((?:18|19|20)\d\d)(?![\p{L}\p{N}]))/u;

export function mentionsIn(source: MentionSource, whole: string): Mention[] {
  const read = readMentionText(whole.slice(0, LONGEST_TEXT));
  const found: Mention[] = [];
  let searches = MOST_SEARCHES;
  for (let at = 0; at < read.words.length; ) {
    const hit =
      longestAt(source, read, at, found.at(-1)) ??
      (searches > 0 ? misspeltAt(source, read, at, found.at(-1)) : undefined);
    if (hit?.searched) searches--;
    if (hit?.mention) found.push(hit.mention);
    at = hit?.mention ? hit.to : at + 1;
  }
  return found;
}

interface Hit {
  readonly mention?: Mention;
  /** The word behind it. */
  readonly to: number;
  readonly searched?: boolean;
}

/** The longest title at a word that is meant as one. */
function longestAt(
  source: MentionSource,
  read: MentionText,
  from: number,
  before: Mention | undefined,
): Hit | undefined {
  const { words, text } = read;
  let last = from + 1;
  while (last < words.length && last - from < LONGEST_TITLE && joins(words, last)) last++;
  for (let to = last; to > from; to--) {
    const spoken = wordsBetween(words, from, to);
    if (!mayName(source, spoken)) continue;
    const tail = yearBehind(text, words[to - 1]!.end);
    const dated = tail && findExactly(source, [{ words: spoken, year: tail.year }]);
    const withYear =
      dated && (dated.kind !== "several" || dated.movies.length > 1 || isOfYear(dated.movies, tail.year));
    const match = withYear ? dated : findExactly(source, [{ words: spoken }]);
    if (!match || match.kind === "none") continue;
    const evidence = evidenceOf(source, read, from, to, before, match);
    const verdict = withYear && tail.bracketed ? "surely" : isMeant(evidence);
    if (verdict === "no") continue;
    const end = withYear ? tail.end : words[to - 1]!.end;
    const behind = words.findIndex(({ start }) => start >= end);
    return {
      mention: mentionOf(match, words[from]!.start, end, verdict === "surely"),
      to: behind < 0 ? words.length : behind,
    };
  }
  return undefined;
}

const isOfYear = (movies: readonly Movie[], year: number): boolean =>
  movies.some((movie) => movie.year !== undefined && Math.abs(movie.year - year) <= 1);

function mentionOf(match: TitleMatch, start: number, end: number, surely: boolean): Mention {
  const movies =
    match.kind === "named" || match.kind === "none"
      ? match.suggestions
      : [...moviesIn(match), ...(match.kind === "one" ? (match.others ?? []) : [])];
  const named = match.kind === "named" ? match.films : [];
  const sureness = match.kind === "named" ? "name only" : match.kind === "one" && surely ? "sure" : "likely";
  return { start, end, sureness, movies, named };
}

/** Whether a film goes by these words, or they name a place in a series: cheap, for most stretches do not. */
function mayName({ titles, names }: MentionSource, words: readonly string[]): boolean {
  if (STARTS_NO_TITLE.test(words.join(" "))) return false;
  const bareKey = keyOf(withoutArticle(words));
  return (
    titles.bare.has(bareKey) ||
    titles.exact.has(keyOf(words)) ||
    titles.subtitles.has(bareKey) ||
    titles.series.has(bareKey) ||
    names.nicknamed(bareKey) !== undefined ||
    (words.length > 1 && titles.series.has(keyOf(withoutArticle(words.slice(0, -1))))) ||
    (words.length > 1 && titles.series.has(keyOf(withoutArticle(words).slice(1)))) ||
    names.namedBy(bareKey).length > 0
  );
}

/** A title with a slip in it, where one is announced or stands alone. */
function misspeltAt(
  source: MentionSource,
  read: MentionText,
  from: number,
  before: Mention | undefined,
): Hit | undefined {
  const { words } = read;
  const alone = from === 0 && words.length <= LONGEST_MISSPELT;
  let to = from + 1;
  while (
    to < words.length &&
    to - from < LONGEST_MISSPELT &&
    joins(words, to) &&
    !/,/.test(words[to]!.gap) &&
    !ENDS_A_TITLE.test(words[to]!.letters.join(""))
  )
    to++;
  const spoken = wordsBetween(words, from, to);
  const unknown = spoken.some(
    (word) => word.length > 3 && !/^\d+$/.test(word) && !source.names.isOrdinary(word),
  );
  if (
    !unknown ||
    (source.names.isOrdinary(spoken[0]!) && !/^(?:the|a|an)$/.test(spoken[0]!) && spoken.length === 1)
  )
    return undefined;
  const evidence = evidenceOf(source, read, from, to, before, { kind: "none", suggestions: [] });
  if (!alone && !evidence.announced) return undefined;
  const match = findTitle(source, spoken.join(" "));
  const loosely = match.kind === "one" && match.loosely;
  if (match.kind === "none" || loosely || source.isPerson(spoken)) return { to, searched: true };
  return { mention: mentionOf(match, words[from]!.start, words[to - 1]!.end, true), to, searched: true };
}

const ENDS_A_TITLE =
  /^(?:and|or|but|because|which|so|yesterday|tonight|today|too|is|was|were|with|please|again|when|if|last|though|recently|movies?|films?)$/;

function evidenceOf(
  source: MentionSource,
  { text, words, cased }: MentionText,
  from: number,
  to: number,
  before: Mention | undefined,
  match: TitleMatch,
): Evidence {
  const spoken = wordsBetween(words, from, to);
  const [first, last] = [words[from]!, words[to - 1]!];
  const significant = words
    .slice(from, to)
    .filter(({ letters }, i) => i === 0 || i === to - from - 1 || letters.join("").length > 3);
  const behind = words[to];
  const gapBehind = text.slice(last.end, behind?.start ?? text.length);
  const listed = before !== undefined && lists(text.slice(before.end, first.start));
  const announced = [1, 2, 3, 4].some(
    (count) =>
      from >= count &&
      words.slice(from - count + 1, from + 1).every(({ gap }) => /^[\s:"“'‘]+$/.test(gap)) &&
      source.names.announces(
        words
          .slice(from - count, from)
          .map(({ letters }) => letters.join(""))
          .join(" "),
      ),
  );
  const films: readonly { readonly ratingCount: number }[] =
    match.kind === "named" ? match.films : moviesIn(match);
  return {
    spoken,
    alone: from === 0 && to === words.length,
    quoted: /["“”‘']\s*$/.test(text.slice(0, first.start)) && /^[,.!?]?\s*["“”’']/.test(text.slice(last.end)),
    capitals: cased && significant.every(({ capital }) => capital),
    opens: from === 0 || /[.!?…\n]/.test(first.gap),
    announced,
    listed,
    article: /^(?:a|an|any|some|no|my|your|this|that|these|those|about)$/.test(
      words[from - 1]?.letters.join("") ?? "",
    ),
    closes: behind === undefined || /[^\s'’]/.test(gapBehind) || ENDS_A_TITLE.test(behind.letters.join("")),
    ordinary: spoken.filter((word) => source.names.isOrdinary(word) || /^\d+$/.test(word)).length,
    plain: spoken.every((word) => source.names.isPlain(word)),
    person: spoken.length <= 3 && source.isPerson(spoken),
    nameOnly: match.kind === "named",
    famous: films.some(({ ratingCount }) => ratingCount >= source.famous),
  };
}

/** Whether nothing but what joins a list stands between two titles: ", and ". */
function lists(between: string): boolean {
  const words = between.toLowerCase().match(/[^\s,;/&+]+/g) ?? [];
  return between.trim() !== "" && words.every((word) => JOINS_A_LIST.has(word));
}

const JOINS_A_LIST = new Set(["and", "or", "nor", "meets", "vs", "then"]);

/** The year that stands behind a title. */
function yearBehind(text: string, at: number) {
  const match = YEAR_BEHIND.exec(text.slice(at, at + 12));
  if (!match) return undefined;
  return { year: Number(match[1] ?? match[2]), end: at + match[0].length, bracketed: match[1] !== undefined };
}

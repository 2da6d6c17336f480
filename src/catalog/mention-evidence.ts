/** What tells whether words that make a title are meant as one where they stand. */
import { goesBy } from "./claims.ts";
import { fameOf } from "./fame.ts";
import { filmsOf, type Mention, type MentionSource } from "./mention.ts";
import { type MentionText, type MentionWord, wordsBetween } from "./mention-text.ts";
import type { Evidence } from "./mention-verdict.ts";
import { keyOf, withoutArticle } from "./normalise.ts";
import { wholeSaid } from "./series-names.ts";
import type { TitleMatch } from "./title-match.ts";

/** Times as many ratings as a film has that make its name the name of somebody. */
const OUTSHINES = 3;
export const ENDS_A_TITLE = new Set(
  (
    "and or but because which so yesterday tonight today too is was were with please again when if " +
    "last though recently movie movies film films made makes had has did didnt gave scared bored over than vs win " +
    "wins won get gets got come comes came work works holds once twice two three four five ten " +
    "many already anyway where except minus without obvs obviously ofc naturally duh lol haha ugh aside"
  ).split(" "),
);

/** Words that may be a title. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The first word behind the title and its year. */
  readonly next: number;
  /** The film before it in the text. */
  readonly before: Mention | undefined;
  readonly match: TitleMatch;
  readonly dated: boolean;
  /** Nothing but titles is in the text, as far as it was read. */
  readonly inList: boolean;
}

export function evidenceOf(
  source: MentionSource,
  { text, words, cased }: MentionText,
  { from, to, next, before, match, dated, inList }: Stretch,
): Evidence {
  const spoken = wordsBetween(words, from, to);
  const [first, last] = [words[from]!, words[to - 1]!];
  const significant = words
    .slice(from, to)
    .filter(({ joined }, i) => i === 0 || i === to - from - 1 || joined.length > 3);
  const behind = words[next];
  const gapBehind = text.slice(words[next - 1]!.end, behind?.start ?? text.length);
  const listed = inList || (before !== undefined && lists(text.slice(before.end, first.start)));
  const announced = [1, 2, 3, 4].some(
    (count) =>
      from >= count &&
      words.slice(from - count + 1, from + 1).every(({ gap }) => /^[\s:"“'‘]+$/.test(gap)) &&
      source.names.announces(
        words
          .slice(from - count, from)
          .map(({ joined }) => joined)
          .join(" "),
      ),
  );
  const ratings = Math.max(0, ...filmsOf(match).map(fameOf));
  const closes = behind === undefined || /[^\s'’]/.test(gapBehind) || ENDS_A_TITLE.has(behind.joined);
  const whole =
    source.names.nicknamed(keyOf(withoutArticle(spoken))) !== undefined ||
    [spoken, withoutArticle(spoken)].some((name) => filmsOf(match).some(goesBy(name)));
  // "The Texas Chainsaw Massacre 2": a number behind a title tells it as a rare word would
  const numbered = whole && spoken.length > 2;
  return {
    spoken,
    alone: from === 0 && next === words.length,
    dated,
    quoted: /["“”]\s*$/.test(text.slice(0, first.start)) && /^[,.!?]?\s*["“”]/.test(text.slice(last.end)),
    capitals: cased && significant.every(({ capital }) => capital),
    initial: first.capital,
    opens: from === 0 || /[.!?…\n]/.test(first.gap),
    apart: from === 0 || /[.!?…\n,;:()/]/.test(first.gap),
    announced,
    acts: actsOnSomebody(words, next),
    blended: isBlended(source, words, next),
    compared: isCompared(words, from, next),
    listed,
    leads:
      /^,\s*$/.test(gapBehind) || JOINS_A_LIST.has(behind?.joined ?? "")
        ? leadsOn(source, words, next)
        : false,
    article: /^(?:a|an|any|some|no|my|your|this|that|these|those|about)$/.test(words[from - 1]?.joined ?? ""),
    placed: PLACES.has(words[from - 1]?.joined ?? ""),
    tangled:
      behind?.gap === " " &&
      behind.capital === last.capital &&
      !closes &&
      behind.letters.some((word) => !source.names.isOrdinary(word)),
    closes,
    ordinary: spoken.filter((word) => source.names.isOrdinary(word) || (/^\d+$/.test(word) && !numbered))
      .length,
    plain: spoken.every((word) => source.names.isPlain(word)),
    wish: source.names.isWish(spoken.join(" ")) || spoken.every((word) => source.names.isWish(word)),
    whole,
    series: whole ? undefined : seriesSaid(source, spoken, words[from - 1]?.joined),
    person: isSomebody(source, words, from, to, ratings),
    nameOnly: match.kind === "named",
    famous: ratings >= source.famous,
    known: ratings >= source.known,
  };
}

/** "Jaws scares her", "Alien gives him nightmares" */
const actsOnSomebody = (words: readonly MentionWord[], at: number): boolean =>
  ACTS.test(words[at]?.joined ?? "") && ON_SOMEBODY.test(words[at + 1]?.joined ?? "");
const ACTS =
  /^(?:scare|bore|frighten|upset|annoy|disturb|creep|freak|depresse|give|make|put|irritate|wreck|ruin)s$|^(?:terrifies|traumati[sz]es|gave|made|broke|scared|bored|wrecked|ruined|terrified|frightened)$/;
const ON_SOMEBODY = /^(?:him|her|them|me|us|my|our)$/;

/** Behind these a capital may be a place's: "set in Chicago". */
const PLACES = new Set("in from of to at on near around through".split(" "));

/** How a series that is asked for as a whole is called: "the Bourne movies". */
function seriesSaid(
  source: MentionSource,
  spoken: readonly string[],
  before: string | undefined,
): Evidence["series"] {
  const { names, isWhole } = wholeSaid(spoken);
  const films = isWhole ? Math.max(...names.map((name) => filmsCalled(source, name))) : 0;
  if (films === 0) return undefined;
  const name = withoutArticle(names[0]!);
  return {
    isPointedAt: spoken[0] !== name[0] || /^(?:the|all|those|these)$/.test(before ?? ""),
    isRare: name.some((word) => !source.names.isOrdinary(word)),
    isTelling: name.length > 1 || films >= LONG_SERIES,
    isWish: source.names.isWish(name.join(" ")) || name.every((word) => source.names.isWish(word)),
  };
}

/** Films of a series that everybody speaks of by one word of its name: "a bond movie". */
const LONG_SERIES = 5;

/** How many films there are in series that go by a name. */
function filmsCalled({ series }: MentionSource, name: readonly string[]): number {
  const called = series.called(name);
  const known = called.length > 0 ? called : series.partlyCalled(name);
  return known.reduce((count, { rows }) => count + rows.length, 0);
}

const KIND_OF_FILMS = /^(?:movies?|films?|trilogy|series)$/;

/** Whether the words are somebody's name, or the beginning of it: "Adam" in "Adam Sandler". */
function isSomebody(
  source: MentionSource,
  words: readonly MentionWord[],
  from: number,
  to: number,
  ratings: number,
): boolean {
  const last = to - from > 1 && KIND_OF_FILMS.test(words[to - 1]!.joined) ? to - 1 : to;
  const isName = (end: number) =>
    end - from <= 3 && source.fameOfPerson(wordsBetween(words, from, end)) > OUTSHINES * ratings;
  const goesOn = to < words.length && words[to]!.gap === " ";
  return isName(last) || (goesOn && isName(to + 1));
}

/** Whether nothing but what joins a list stands between two titles: ", and ". */
export function lists(between: string): boolean {
  const words =
    between
      .toLowerCase()
      .replace(BLENDED_WITH, "meets")
      .match(/[^\s,;/&+>|]+/g) ?? [];
  return between.trim() !== "" && words.every((word) => JOINS_A_LIST.has(word));
}

export const JOINS_A_LIST = new Set(["and", "or", "nor", "meets", "x", "vs", "then"]);

/** Between two titles: "Alien meets Clueless", "Jaws crossed with Titanic". */
const BLENDS = new Set(["meets", "x", "crossed", "mixed", "mashed", "blended", "combined"]);
const BLENDED_WITH = /(?:crossed|mixed|mashed|blended|combined) with/;
/** In words, of the second one. */
const LONGEST_BEHIND = 5;

/** Whether a film that many have heard of is named behind, to be blended with this one. */
function isBlended(source: MentionSource, words: readonly MentionWord[], next: number): boolean {
  if (!BLENDS.has(wordAt(words, next))) return false;
  return isFilmAt(source, words, wordAt(words, next + 1) === "with" ? next + 2 : next + 1);
}

/** "Parasite, Oldboy and Train to Busan": the next of a list is a film, written as one. */
function leadsOn(source: MentionSource, words: readonly MentionWord[], next: number): boolean {
  const from = JOINS_A_LIST.has(wordAt(words, next)) ? next + 1 : next;
  return words[from]?.capital === true && isFilmAt(source, words, from);
}

/** Whether a film that many have heard of is named at a word. */
function isFilmAt(source: MentionSource, words: readonly MentionWord[], from: number): boolean {
  for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_BEHIND); to++) {
    const rows = source.titles.bare.get(keyOf(withoutArticle(wordsBetween(words, from, to)))) ?? [];
    if (rows.some((row) => fameOf(source.movies[row]!) >= source.known)) return true;
  }
  return false;
}

/** What a film would be like behind "but": "less scary", "funnier", "with a woman", "make it a comedy". */
const COMPARES =
  /^(?:less|more|not|no|without|with|make|in|set|for|on|if|way|much|as|an?|about|funny|scary|sad|dark|happy|gay|animated|modern|old|horror|comedy|\p{L}{2,}er|\p{L}{4,}(?:ish|ous|ic|an|ese))$/u;
const BEFORE_A_TITLE =
  /^(?:like|want|need|basically|think|imagine|maybe|give|me|ok|okay|so|a|something|kinda)$/;

/** "Parasite but make it funny": what opens a text and is compared with is a film. */
const isCompared = (words: readonly MentionWord[], from: number, next: number): boolean =>
  wordAt(words, next) === "but" &&
  COMPARES.test(wordAt(words, next + 1)) &&
  words.slice(0, from).every((_, at) => BEFORE_A_TITLE.test(wordAt(words, at)));

const wordAt = (words: readonly MentionWord[], at: number): string => words[at]?.joined ?? "";

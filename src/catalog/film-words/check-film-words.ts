/**
 * What is wrong with the words written about films, so far as it can be told without knowing the films: the form, tags out
 * of the vocabulary, titles and years, spelling, and lines that say the same.
 */
import { keyOf, wordsOf } from "../normalise.ts";
import type { FilmWords, FilmWordsFile } from "./film-words.ts";
import { createLineIndex } from "./line-index.ts";
import { OWN_IDS_FROM } from "./recent-films.ts";
import type { TagVocabulary } from "./tag-vocabulary.ts";

export interface FilmProblem {
  readonly file: string;
  /** "Up (2009)", or the number of one that was skipped. */
  readonly film: string;
  readonly problem: string;
}

/** A film as the data set knows it. */
export interface KnownTitle {
  readonly titles: readonly string[];
  readonly year?: number;
}

export interface CheckOptions {
  readonly vocabulary: TagVocabulary;
  isWord(word: string): boolean;
  /** By MovieLens' number; without it ids, titles and years are believed. */
  readonly titles?: ReadonlyMap<number, KnownTitle>;
}

const LINE_WORDS = { least: 8, most: 30 };
const TAGS = { least: 6, most: 14 };
const PHRASES = { least: 2, most: 4 };
const PHRASE_WORDS = { least: 3, most: 12 };

/** Words of advertising: they praise and say nothing. */
const PRAISE =
  /\b(?:masterpiece|masterful|iconic|unforgettable|must[- ]see|breathtaking|mind-blowing|tour de force|all-time|beloved classic)\b/i;
const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Lt|Capt|Sgt|\p{Lu})\./gu;
const SENTENCE_WITHIN = /[.!?]["”’]?\s+\p{Lu}/u;

/** @param files by name, in the order in which problems are told */
export function checkFilmWords(
  files: ReadonlyMap<string, FilmWordsFile>,
  options: CheckOptions,
): readonly FilmProblem[] {
  const problems: FilmProblem[] = [];
  const firstFile = new Map<number, string>();
  const lines = createLineIndex();
  for (const [file, { films, skipped }] of files) {
    const takeId = (id: number): string[] => {
      const other = firstFile.get(id);
      firstFile.set(id, other ?? file);
      return [
        ...(other === undefined ? [] : [`the id ${id} was taken before, in ${other}`]),
        ...(options.titles && id < OWN_IDS_FROM && !options.titles.has(id)
          ? [`the id ${id} is not among the titles`]
          : []),
      ];
    };
    for (const film of films) {
      const same = lines.add(film.line, film.title);
      const found = [
        ...takeId(film.id),
        ...titleProblems(film, options.titles?.get(film.id)),
        ...lineProblems(film.line),
        ...(same === undefined ? [] : [`its line is nearly that of ${same}`]),
        ...tagProblems(film.tags, options.vocabulary),
        ...phraseProblems(film.phrases),
        ...misspelt([film.line, ...film.phrases], options.isWord, film.title),
      ];
      for (const problem of found) problems.push({ file, film: film.title, problem });
    }
    for (const id of skipped) {
      for (const problem of takeId(id)) problems.push({ file, film: String(id), problem });
    }
  }
  return problems;
}

function titleProblems({ title }: FilmWords, known: KnownTitle | undefined): string[] {
  if (!known) return [];
  const [, name = "", year = ""] = /^(.+) \((\d{4})\)$/.exec(title) ?? [];
  const key = (text: string): string => keyOf(wordsOf(text));
  const asKnown = `${known.titles[0]}${known.year === undefined ? "" : ` (${known.year})`}`;
  const agrees = known.titles.some((other) => key(other) === key(name));
  return agrees && (known.year === undefined || known.year === Number(year))
    ? []
    : [`the id belongs to ${asKnown}`];
}

function lineProblems(line: string): string[] {
  const problems: string[] = [];
  const count = countWords(line);
  if (!within(count, LINE_WORDS)) problems.push(`the line has ${count} words, not ${span(LINE_WORDS)}`);
  if (!/^["“‘']?[\p{Lu}\p{N}]/u.test(line)) problems.push("the line does not begin with a capital");
  if (!/[.!?]$/.test(line)) problems.push("the line does not end in a full stop");
  if (SENTENCE_WITHIN.test(line.replace(ABBREVIATION, "")))
    problems.push("the line is more than one sentence");
  if (/\s{2}|^\s|\s$/.test(line)) problems.push("the line has a space too many");
  const praise = PRAISE.exec(line)?.[0];
  if (praise !== undefined) problems.push(`the line praises: "${praise}"`);
  return problems;
}

function tagProblems(tags: readonly string[], vocabulary: TagVocabulary): string[] {
  const problems: string[] = [];
  if (!within(tags.length, TAGS)) problems.push(`${tags.length} tags, not ${span(TAGS)}`);
  for (const tag of repeated(tags)) problems.push(`the tag "${tag}" stands twice`);
  for (const tag of tags) {
    if (vocabulary.tags.has(tag)) continue;
    const meant = vocabulary.tagFor(tag.toLowerCase());
    problems.push(`no tag is called "${tag}"${meant ? `; "${meant.name}" is` : ""}`);
  }
  return problems;
}

function phraseProblems(phrases: readonly string[]): string[] {
  const problems: string[] = [];
  if (!within(phrases.length, PHRASES)) problems.push(`${phrases.length} phrases, not ${span(PHRASES)}`);
  for (const phrase of repeated(phrases)) problems.push(`the phrase "${phrase}" stands twice`);
  for (const phrase of phrases) {
    const count = countWords(phrase);
    if (!within(count, PHRASE_WORDS))
      problems.push(`"${phrase}" has ${count} words, not ${span(PHRASE_WORDS)}`);
  }
  return problems;
}

/** Words with a capital are names, and are believed, as are those of the film's own title. */
function misspelt(texts: readonly string[], isWord: (word: string) => boolean, title: string): string[] {
  const inTitle = new Set(title.toLowerCase().match(/[\p{L}’']+/gu));
  const unknown = new Set<string>();
  for (const text of texts) {
    for (const match of text.replaceAll("’", "'").matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}']*[\p{L}\p{N}])?/gu)) {
      const word = match[0].replace(/'s$/, "");
      if (/[\p{Lu}\p{N}]/u.test(word) || inTitle.has(word)) continue;
      if (!isWord(word)) unknown.add(word);
    }
  }
  return [...unknown].map((word) => `"${word}" is not in the dictionary`);
}

const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const within = (count: number, { least, most }: { least: number; most: number }): boolean =>
  least <= count && count <= most;
const span = ({ least, most }: { least: number; most: number }): string => `${least} to ${most}`;
const repeated = (texts: readonly string[]): string[] => texts.filter((text, i) => texts.indexOf(text) < i);

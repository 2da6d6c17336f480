import { LRUCache } from "lru-cache";
import type { Catalog } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
import { moviesIn, type TitleMatch } from "../../catalog/find.ts";
import type { Movie } from "../../catalog/movie.ts";
import { keyOf, withoutArticle, wordsOf } from "../../catalog/normalise.ts";
import { slipsBetween } from "../../catalog/slips.ts";
import type { Words } from "../words.ts";
import { createPhrases, entriesOf, type Phrases, phraseSet } from "./phrases.ts";
import type { Span } from "./spans.ts";
import type { Text, Token } from "./tokens.ts";

export interface TitleMention extends Span {
  readonly title: string;
  readonly role: "like" | "loved" | "refused";
}

const LONGEST_TITLE = 10;
/** Nobody misspells more titles in a message; each takes a search of the catalogue. */
const MOST_SEARCHES = 2;
/** Words of a title that is searched for. */
const LONGEST_SEARCHED = 5;
/** Places of a text at which titles are looked up: more than anybody names. */
const MOST_PLACES = 40;
/** Times as many ratings: "the lord of the rings" is the famous one, though an older film has just that title. */
const BY_FAR = 10;
/** Searches remembered, so that a title that comes again costs nothing. */
const MOST_REMEMBERED = 1000;
/** One word from this length on may be two slips away from a title. */
const TWO_SLIPS_FROM = 8;
/** "Like ten times" names no film. */
const NUMERAL = /^\d{1,2}$/;
/** "Dr. Strangelove" is not "The Doctor". */
const ABBREVIATION = /^(?:dr|mr|mrs|ms|st|jr|vs)$/;
/** "My favorites are": nothing but titles follows. */
const LISTING = /^(?:are|is|includes?|son|es|sont|est|sind|ist|sao|e)$/;
const JOINS = new Set(["and", "or", "meets", "y", "et", "und", "e", "nor"]);

/** Titles that a text names as to be liked, loved or not wanted, spelt as the catalogue spells them. */
export function createTitleReader(
  words: Words,
  catalog: Catalog,
  vocabulary: Phrases<unknown>,
): (text: Text) => TitleMention[] {
  const filler = new Set(words.filler.words);
  const like = phraseSet(words.titles.like);
  const loved = phraseSet(words.titles.loved);
  const refused = phraseSet(words.titles.refused);
  const people = createPhrases(entriesOf(words.people.known));
  const genres = phraseSet(Object.values(words.genres).flatMap((named) => named ?? []));
  const firstNames = new Set(words.people.firstNames);
  const likeAsVerb = new Set(words.titles.likeAsVerb);
  const after = phraseSet(words.titles.after);
  const ends = new Set(words.titles.ends);
  const index = titleIndex(catalog.movies);
  catalog.search("", 1); // builds what it searches by, which the first misspelt title is not to wait for
  const ordinary = (tokens: readonly Token[], at: number): boolean =>
    filler.has(tokens[at]!.word) || vocabulary.at(tokens, at) !== undefined;

  const spans = new LRUCache<string, readonly Movie[]>({ max: MOST_REMEMBERED });
  const titled = (span: string): readonly Movie[] | undefined => {
    let movies = spans.get(span);
    if (!movies) {
      const spoken = wordsOf(span);
      movies = index.get(keyOf(spoken)) ?? index.get(keyOf(withoutArticle(spoken))) ?? [];
      spans.set(span, movies);
    }
    return movies.length > 0 ? movies : undefined;
  };
  const finds = new LRUCache<string, TitleMatch>({ max: MOST_REMEMBERED });
  const find = (span: string): TitleMatch => {
    const known = finds.get(span);
    if (known) return known;
    const match = catalog.find(span);
    finds.set(span, match);
    return match;
  };

  /** The longest title that begins at a word; titles of ordinary words must be written as titles. */
  const exactAt = (text: Text, at: number, announced = false): Hit | undefined => {
    const { tokens, said } = text;
    let last = at;
    while (
      last + 1 < tokens.length &&
      last + 1 - at < LONGEST_TITLE &&
      !/[.!?\n]/.test(said.slice(tokens[last]!.end, tokens[last + 1]!.start))
    )
      last++;
    for (; last >= at; last--) {
      const stretch = tokens.slice(at, last + 1);
      if (stretch.length === 1 && ABBREVIATION.test(stretch[0]!.word)) continue;
      const movies = titled(said.slice(stretch[0]!.start, stretch.at(-1)!.end));
      if (!movies) continue;
      const plainWords = stretch.every((_, i) => ordinary(tokens, at + i) || /^\d+$/.test(stretch[i]!.word));
      const written = stretch
        .filter(({ word }) => word.length > 3 || stretch.length === 1)
        .every(({ capital }) => capital);
      const starts = at === 0 && stretch.length === 1;
      const meant = announced && isMeant(text, at, last, movies);
      if (plainWords && !meant && (!written || starts)) continue;
      const isCount =
        stretch.length === 1 &&
        NUMERAL.test(wordsOf(stretch[0]!.word)[0] ?? "") &&
        tokens[last + 1]?.gap === "space";
      if (isCount && !stretch[0]!.capital && !after.at(tokens, last + 1)) continue;
      if (people.get(stretch.map(({ word }) => word))) continue;
      const year = /^\s*\(((?:18|19|20)\d\d)\)/.exec(said.slice(stretch.at(-1)!.end));
      return {
        title: bestKnown(movies).title,
        at,
        length: stretch.length,
        ...(year && { tail: year[0].length }),
      };
    }
    return undefined;
  };

  /** "Movies like alien", and nothing behind it: a well-known film, though its name is a theme as well. */
  const isMeant = ({ tokens }: Text, from: number, to: number, movies: readonly Movie[]): boolean => {
    const behind = tokens[to + 1];
    const alone = behind?.gap !== "space" || ends.has(behind.word) || JOINS.has(behind.word);
    const named = tokens.slice(from, to + 1);
    return (
      alone &&
      catalog.isWellKnown(bestKnown(movies)) &&
      named.some(({ word }) => !filler.has(word)) &&
      !genres.at(named, 0)
    );
  };

  /** A title with a slip in it, or one that the catalogue lacks but capitals tell. */
  const looseAt = (text: Text, at: number): Hit | undefined => {
    const { tokens, said } = text;
    const first = tokens[at]!;
    if (NUMERAL.test(wordsOf(first.word)[0] ?? "")) return undefined;
    const next = tokens[at + 1];
    if (people.at(tokens, at)) return undefined;
    const person = firstNames.has(first.word) && next?.gap === "space" && next.capital === first.capital;
    const named = first.capital && first.start > 0;
    if (!named && ((filler.has(first.word) && first.word !== "the") || vocabulary.at(tokens, at)))
      return undefined;
    let end = at + 1;
    while (
      end < tokens.length &&
      end - at < LONGEST_SEARCHED &&
      tokens[end]!.gap === "space" &&
      !ends.has(tokens[end]!.word) &&
      !(tokens[end]!.word === "and")
    )
      end++;
    const span = said.slice(first.start, tokens[end - 1]!.end);
    if (end - at === 1 && (first.word === "the" || first.word.length < 4)) return undefined;
    const match = find(span);
    if (person) {
      // "harry poter" may be a film's name as well; "woody alen" is nobody's but his own.
      const movie =
        match.kind === "one" ? match.movie : match.kind === "several" ? match.movies[0]! : undefined;
      const begins = movie && catalog.isWellKnown(movie) && wordsOf(movie.title)[0] === first.word;
      return begins && end - at > 1 ? { title: movie.title, at, length: end - at } : undefined;
    }
    if (end - at === 1 && !named) {
      const [movie] = moviesIn(match);
      if (movie && !isSlipOf(first.word, movie)) return undefined;
    }
    if (match.kind === "one") return { title: match.movie.title, at, length: end - at };
    if (match.kind === "several" || named)
      return {
        title: named ? span : match.kind === "several" ? match.movies[0]!.title : span,
        at,
        length: end - at,
      };
    return undefined;
  };

  return (text) => {
    const { tokens } = text;
    const found: TitleMention[] = [];
    let [places, searches] = [0, 0];
    const add = (hit: Hit, role: TitleMention["role"]) => {
      const [first, last] = [tokens[hit.at]!, tokens[hit.at + hit.length - 1]!];
      found.push({ title: hit.title, role, start: first.start, end: last.end + (hit.tail ?? 0) });
    };
    /** "Heat, Ronin and Thief": as long as what follows the comma is a title too. */
    const addAll = (at: number, role: TitleMention["role"], loose: boolean, announced = loose): number => {
      let next = at;
      for (let first = true; next < tokens.length && places++ < MOST_PLACES; first = false) {
        const hit =
          exactAt(text, next, announced) ??
          (loose && first && searches++ < MOST_SEARCHES ? looseAt(text, next) : undefined);
        if (!hit) break;
        add(hit, role);
        next = endOf(hit);
        const joining = tokens[next];
        if (!joining) break;
        if (JOINS.has(joining.word)) next++;
        else if (joining.gap !== "comma") break;
      }
      return next;
    };

    const whole = tokens.length > 0 && exactAt(text, 0);
    if (whole && endOf(whole) === tokens.length && !tokens.every((_, i) => ordinary(tokens, i))) {
      add(whole, "like");
      return found;
    }
    const listEnd = addAll(0, "like", false);
    const isList = found.length > 1 && (listEnd === tokens.length || after.at(tokens, listEnd));
    if (isList) return found;
    found.length = 0;
    for (let at = 0; at < tokens.length; at++) {
      const lovedHere = loved.at(tokens, at);
      const likeHere = like.at(tokens, at);
      const refusedHere = refused.at(tokens, at);
      if (lovedHere) {
        const listed = LISTING.test(tokens[at + lovedHere.length - 1]!.word);
        const next = addAll(at + lovedHere.length, "loved", false, listed);
        if (next > at + lovedHere.length) at = next - 1;
      }
      if (likeHere && at < tokens.length) {
        const asVerb = tokens[at]!.word === "like" && likeAsVerb.has(tokens[at - 1]?.word ?? "");
        const begin = at + likeHere.length;
        const role = refusesLike(tokens, at) ? "refused" : "like";
        const next = begin < tokens.length ? addAll(begin, role, !asVerb) : begin;
        if (next > begin) at = next - 1;
      } else if (refusedHere) {
        const begin = at + refusedHere.length;
        const hit = begin < tokens.length ? exactAt(text, begin) : undefined;
        const surely =
          hit &&
          (refusedHere.length > 1 ||
            hit.length > 1 ||
            /^hated?$/.test(tokens[at]!.word) ||
            tokens[begin]!.capital) &&
          !(hit.length === 1 && ordinary(tokens, begin) && refusedHere.length === 1);
        if (surely) at = addAll(begin, "refused", false) - 1;
      } else if (at === 0 || tokens[at]!.gap !== "space" || tokens[at]!.capital) {
        const hit = exactAt(text, at);
        const follows = hit && after.at(tokens, endOf(hit));
        if (hit && follows) {
          add(hit, "like");
          at = endOf(hit) - 1;
        }
      }
    }
    return found;
  };
}

interface Hit {
  readonly title: string;
  readonly at: number;
  readonly length: number;
  /** Characters behind the last word that belong to it: " (1995)". */
  readonly tail?: number;
}

/** The token after a title, and after the year behind it. */
const endOf = ({ at, length, tail }: Hit): number => at + length + (tail === undefined ? 0 : 1);

/** Whether one word is a title but for a slip or two: "goodfelas", but not "skyrim" for "Syriana". */
const isSlipOf = (word: string, { title, alternativeTitles }: Movie): boolean =>
  [title, ...alternativeTitles].some((name) => {
    const slips = word.length < TWO_SLIPS_FROM ? 1 : 2;
    return [keyOf(wordsOf(name)), keyOf(withoutArticle(wordsOf(name)))].some(
      (key) => slipsBetween(word, key, slips) <= slips,
    );
  });

/** "nothing like Heat", "not like Heat". */
function refusesLike(tokens: readonly Token[], at: number): boolean {
  return /^(?:nothing|not|unlike|isnt|dont)$/.test(tokens[at - 1]?.word ?? "");
}

const bestKnown = (movies: readonly Movie[]): Movie =>
  movies.reduce((best, movie) => (fameOf(movie) > fameOf(best) ? movie : best));

function titleIndex(movies: readonly Movie[]): ReadonlyMap<string, readonly Movie[]> {
  const index = new Map<string, Movie[]>();
  for (const movie of movies) {
    for (const name of [movie.title, ...movie.alternativeTitles]) {
      const spoken = wordsOf(name);
      for (const key of new Set([keyOf(spoken), keyOf(withoutArticle(spoken))])) {
        if (key === "") continue;
        const known = index.get(key);
        if (known) known.push(movie);
        else index.set(key, [movie]);
      }
    }
  }
  for (const [key, headed] of titleHeads(movies)) {
    const named = index.get(key);
    const byFar = !named || fameOf(bestKnown(headed)) > BY_FAR * fameOf(bestKnown(named));
    if (byFar) index.set(key, headed);
  }
  return index;
}

/** Films by what stands before the colon of their titles, where that is two words or more: "kill bill". */
function titleHeads(movies: readonly Movie[]): ReadonlyMap<string, Movie[]> {
  const heads = new Map<string, Movie[]>();
  for (const movie of movies) {
    const colon = movie.title.indexOf(":");
    const spoken = wordsOf(movie.title.slice(0, Math.max(0, colon)));
    if (spoken.length < 2) continue;
    for (const key of new Set([keyOf(spoken), keyOf(withoutArticle(spoken))])) {
      const known = heads.get(key);
      if (known) known.push(movie);
      else heads.set(key, [movie]);
    }
  }
  return heads;
}

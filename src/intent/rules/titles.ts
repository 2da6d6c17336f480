/** What the films that a text names are named for. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Mention } from "../../catalog/mentions.ts";
import type { Movie } from "../../catalog/movie.ts";
import { isTitle } from "../../catalog/naming.ts";
import { keyOf, withoutArticle, wordsOf } from "../../catalog/normalise.ts";
import { moviesIn } from "../../catalog/title-match.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import { isPost } from "../post.ts";
import type { Words } from "../words.ts";
import { countsAll } from "./counts-all.ts";
import { endingAt, equalled } from "./ending-at.ts";
import { createListedNamesReader } from "./listed-names.ts";
import { filmsMeant, seriesMentioned } from "./named-series.ts";
import { isOnePhrase, type Phrases, phraseSet, wordSet } from "./phrases.ts";
import { overlaps, type Span } from "./spans.ts";
import {
  type Heard,
  isList,
  isOfAll,
  isTitlesOnly,
  JOINS,
  sayOfList,
  withListsLikened,
} from "./title-lists.ts";
import type { TitleMention, TitleRole } from "./title-mention.ts";
import { createTitleRoles } from "./title-roles.ts";
import { isUnspaced, type Text, type Token } from "./tokens.ts";

/** "Submarine movies" are about submarines. */
const FILM = /^(?:movies?|films?|flicks?)$/;
const BEFORE_A_THEME = /^(?:with|without|about|involving|featuring|no|more|less)$/;
/** "Like PG or 12" */
const CERTIFICATE = /^(?:pg(?:-?13)?|nc-?17|r|u|12a|tv-?(?:pg|14|ma))$/i;
const QUALIFIES = /^(?:but|with|who|that|in|on|for|from|being|having|doing|going)$/;
/** Who likes a sort of thing: "I like robots, time loops" */
const LIKING = /^(?:i|we|he|she|they|who|kids?|really|also|both)$/;
/** Words of a title of plain words, and how many of them are looked up. */
const LONGEST_PLAIN = 6;
const MOST_SEARCHES = 3;
const SHORTEST_IN_FRONT = 2;
/** A title of one plain word with which a text begins, before "with". */
const SHORTEST_TURNED = 4;
/** Behind these a film stands rather than a word that it is called by: "slashers besides scream". */
const BESIDES = ["besides", "other than", "apart from", "aside from", "not counting"];
/** "With", behind what something is said to be like: "매트릭스랑 비슷한". */
const WITH = /(?<=\p{Script=Hangul}{2})(?:랑|와|과)$/u;
/** "I liked Ronin, Casino too": as the film before it. */
const TOO = /^(?:too|also)$/;
/** Behind a title, written as one, whatever its words are: "Drive vibes". */
const OF_ITS_SORT = /^(?:energy|vibes?|esque)$/;
/**
 * @param vocabulary words that ask for something by themselves: "a scary movie" is no title where it is not written as one
 * @param corrected a word as it is meant where it is misspelt: "romantic comdy" is no film by a name like that
 */
export function createTitleReader(
  { titles, filler, genres, origins, signs }: Words,
  catalog: Catalog,
  vocabulary: Phrases<unknown>,
  corrected: (token: Token) => string,
): (text: Text) => TitleMention[] {
  const genre = phraseSet(Object.values(genres).flatMap((named) => named ?? []));
  const origin = phraseSet(
    [origins.languages, origins.countries].flatMap((named) =>
      Object.values(named).flatMap((words) => words ?? []),
    ),
  );
  const small = wordSet(filler.words);
  const parts = phraseSet(signs.parts);
  const ends = wordSet(titles.ends);
  const like = phraseSet(titles.like);
  const loved = phraseSet(titles.loved);
  const refused = phraseSet([...titles.refused, ...titles.disliked]);
  const seen = phraseSet(titles.seen);
  const besides = phraseSet(BESIDES);
  const after = phraseSet(titles.after);
  const { roleOf, isJudged } = createTitleRoles(titles);
  const listedNames = createListedNamesReader(catalog, vocabulary, (word) => small.has(word));
  const wellKnown = new Set(catalog.movies.filter(catalog.isWellKnown).flatMap(keysOf));
  catalog.mentions(""); // builds what it finds by, which the first text is not to wait for

  const titleOf = (movie: Movie): string => {
    const found = catalog.find(movie.title);
    return found.kind === "one" && found.movie.id === movie.id ? movie.title : titleWithYear(movie);
  };
  /** Of a film that is meant for sure itself, of one that must be asked about what all those are called. */
  const titlesOf = ({ sureness, movies, named }: Mention, said: string, role: TitleRole): string[] => {
    if (sureness === "name only") return named[0] ? [titleWithYear(named[0])] : [said];
    if (role === "refused" && catalog.series.named(said)) return [said]; // all of it
    if (sureness === "sure" || movies.length === 1) return movies.slice(0, 1).map(titleOf);
    return role === "refused" ? movies.map(titleWithYear) : [said];
  };

  /** "Like Indiana Jones": all of it, where no one film goes by its name. */
  const seriesLikened = ({ sureness, start, end }: Mention, said: string, role: TitleRole) =>
    sureness !== "sure" && (role === "like" || role === "loved")
      ? catalog.series.named(said.slice(start, end))
      : undefined;

  const isOrdinary = (tokens: readonly Token[], at: number): boolean =>
    small.has(tokens[at]!.word) || vocabulary.at(tokens, at) !== undefined;

  const isPlainly = (tokens: readonly Token[], from: number, to: number): boolean =>
    tokens.slice(from, to).every((_, nth) => isOrdinary(tokens, from + nth));

  /** "Sience fiction", "romantic comdy": a slip away from a film, and all of them words that ask for something. */
  const isMisspeltWish = ({ tokens, said }: Text, { start, end, movies, named }: Mention): boolean => {
    if ([...movies, ...named].some((movie) => isSpelt(said.slice(start, end), movie))) return false;
    const within = tokens.filter((token) => overlaps(token, { start, end }));
    const meant = within.map((token) => ({ ...token, word: corrected(token) }));
    return meant.some(({ word }, at) => word !== within[at]!.word) && isPlainly(meant, 0, meant.length);
  };

  /** "Loved the acting": what a film is made of, where it is not written as a title. */
  const isPart = ({ tokens }: Text, mention: Span): boolean => {
    const within = tokens.flatMap((token, at) => (overlaps(token, mention) ? [at] : []));
    const [from, to] = [within[0] ?? 0, (within.at(-1) ?? 0) + 1];
    if (within.length === tokens.length || within.some((at) => tokens[at]!.capital)) return false;
    const first = tokens[from]!.word === "the" ? from + 1 : from;
    const isAll = (at: number) => parts.at(tokens, at)?.length === to - at;
    return tokens[first - 1]?.word === "the" && (isAll(first) || isAll(first - 1));
  };

  /** "Airplane movies" are about airplanes. */
  const isTheme = (tokens: readonly Token[], at: number): boolean =>
    vocabulary.at(tokens, at) !== undefined && !tokens[at]!.capital;

  /** "Shorter" is no Shooter, "with robots" no Robots, and "faster" alone not Faster. */
  const isWordOfItsOwn = (tokens: readonly Token[], at: number, { movies }: Mention): boolean => {
    const { word } = tokens[at]!;
    if (vocabulary.at(tokens, at) === undefined) return false;
    const isAlone = tokens.length === 1 && /er$/.test(word);
    const [next, then] = [tokens[at + 1], tokens[at + 2]];
    // "Robots but sad", but "aliens but funnier"
    const isQualified =
      /s$/.test(word) && next?.gap === "space" && QUALIFIES.test(next.word) && !/er$/.test(then?.word ?? "");
    return (
      isAlone ||
      (at === 0 && isQualified) ||
      BEFORE_A_THEME.test(tokens[at - 1]?.word ?? "") ||
      (/^(?:likes?|loves?|enjoys?)$/.test(tokens[at - 1]?.word ?? "") &&
        LIKING.test(tokens[at - 2]?.word ?? "") &&
        /s$/.test(word)) ||
      !movies.some((movie) => isSpelt(word, movie))
    );
  };

  /** Where a title may stand though its words are plain ones: behind "like", "no more" and the like, and at the beginning. */
  const announcedAt = (tokens: readonly Token[], at: number): boolean =>
    at === 0 || [like, loved, refused].some((phrases) => endingAt(phrases, tokens, at) > 0);

  /** "Up but live action", "Jaws with bears", and not "scary but short" */
  const turnsBehind = ([first, next, ...rest]: readonly Token[]): boolean => {
    if (!first || next?.gap !== "space" || rest.length === 0 || vocabulary.at([first], 0)) return false;
    const isWritten = first.capital && first.word.length >= SHORTEST_TURNED;
    return next.word === "but" || (isWritten && /^with(?:out)?$/.test(next.word));
  };

  /** A well-known film or series of plain words, as far as its clause goes: "no more star wars", "like 1917". */
  const plainlyNamed = ({ tokens, said }: Text, taken: readonly Mention[]): Mention[] => {
    const found: Mention[] = [];
    let searches = MOST_SEARCHES;
    for (let at = 0; at < tokens.length && searches > 0; at++) {
      const isTaken = [...taken, ...found].some((mention) => overlaps(mention, tokens[at]!));
      if (isTaken || !announcedAt(tokens, at) || isMetBySomebody(tokens, at)) continue;
      const to = endOfClause(tokens, at, [...taken, ...found]);
      const isWhole =
        tokens[to]?.gap !== "space" ||
        JOINS.test(tokens[to]!.word) ||
        after.at(tokens, to) !== undefined ||
        isClosing(tokens, to);
      const isTurned = at === 0 && turnsBehind(tokens);
      const opens = at === 0 && !isTurned && (tokens[to] === undefined || !after.at(tokens, to));
      const isOneWord =
        to - at === 1 && isOrdinary(tokens, at) && !isTurned && endingAt(besides, tokens, at) === 0;
      const name = said.slice(tokens[at]!.start, tokens[to - 1]!.end);
      if (!isWhole || opens || isOneWord || CERTIFICATE.test(name)) continue;
      if (FILM.test(tokens[to - 1]!.word) && !tokens[at]!.capital) continue;
      const span = { start: tokens[at]!.start, end: tokens[to - 1]!.end };
      const words = tokens.slice(at, to).map(({ word }) => word);
      const isLikened = at > 0 && endingAt(like, tokens, at) > 0;
      if (isLikened && !isPlainly(tokens, at, to) && isTitle(catalog, name)) {
        searches--;
        found.push({ ...span, sureness: "likely", movies: moviesIn(catalog.find(name)), named: [] });
        continue;
      }
      if (!wellKnown.has(keyOf(withoutArticle(words)))) {
        // "Like Tenzing": what is written as a title is one, though nobody here knows it
        const isUnknown =
          isLikened &&
          tokens.slice(at, to).every(({ word, capital }) => capital || small.has(word)) &&
          tokens[at]!.capital &&
          !catalog.facts.find(words.join(" "));
        if (isUnknown) found.push({ ...span, sureness: "name only", movies: [], named: [] });
        continue;
      }
      searches--;
      const match = catalog.find(said.slice(span.start, span.end));
      const movies = match.kind === "one" && match.loosely ? [] : moviesIn(match);
      if (!movies.some((movie) => catalog.isWellKnown(movie) && beginsWith(movie, words))) continue;
      found.push({ ...span, sureness: movies.length === 1 ? "sure" : "likely", movies, named: [] });
    }
    return found;
  };

  /** "인셉션 같은 영화", "インセプションのような映画": what stands before such a word and is nothing else is a title. */
  const namedInFront = ({ tokens, said }: Text, taken: readonly Mention[]): Mention[] => {
    const found: Mention[] = [];
    for (let at = 1; at < tokens.length && found.length < MOST_SEARCHES; at++) {
      if (!isUnspaced(tokens[at]!.word) || !after.at(tokens, at)) continue;
      let from = at;
      while (from > 0 && at - from < LONGEST_PLAIN && isNameIn(tokens, from - 1)) from--;
      if (from === at || taken.some((mention) => overlaps(mention, tokens[at - 1]!))) continue;
      const start = tokens[from]!.start;
      const name = said.slice(start, tokens[at - 1]!.end).replace(WITH, "");
      if (name.length < SHORTEST_IN_FRONT) continue;
      const match = catalog.find(name);
      const movies = match.kind === "one" && !match.loosely ? [match.movie] : [];
      const sureness = movies.length > 0 ? "sure" : "name only";
      found.push({ start, end: start + name.length, sureness, movies, named: [] });
    }
    return found;
  };
  /** "Heat energy": a well-known film that is written as a title before such a word. */
  const namedOfASort = ({ tokens, said }: Text, taken: readonly Mention[]): Mention[] =>
    tokens.flatMap(({ word, gap }, to) => {
      if (to === 0 || gap !== "space" || !OF_ITS_SORT.test(word)) return [];
      for (let from = Math.max(0, to - LONGEST_PLAIN); from < to; from++) {
        const name = tokens.slice(from, to);
        const isWritten = name[0]!.capital && name.slice(1).every((token) => token.gap === "space");
        if (!isWritten || taken.some((mention) => name.some((token) => overlaps(mention, token)))) continue;
        if (!wellKnown.has(keyOf(withoutArticle(name.map((token) => token.word))))) continue;
        const [start, end] = [name[0]!.start, name.at(-1)!.end];
        const movies = moviesIn(catalog.find(said.slice(start, end))).filter(catalog.isWellKnown);
        if (movies.length === 0) continue;
        return [{ start, end, sureness: movies.length === 1 ? "sure" : "likely", movies, named: [] }];
      }
      return [];
    });
  /** Behind what is said of films, or "think", a list of them stands, however plain their names are. */
  const announcesList = (tokens: readonly Token[], at: number): boolean =>
    [seen, like, loved, refused].some((phrases) => endingAt(phrases, tokens, at) > 0) ||
    /^(?:think|thinking|examples?)$/.test(tokens[at - 1]?.word ?? "");
  /** A word that nothing is known of, up to the one behind it. */
  const isNameIn = (tokens: readonly Token[], at: number): boolean =>
    !isOrdinary(tokens, at) && tokens[at + 1]!.gap === "space";

  /** Without what joins it to a title that is found: "a mix of Speed and Titanic". */
  const endOfClause = (tokens: readonly Token[], from: number, taken: readonly Span[]): number => {
    const isTaken = (token: Token) => taken.some((span) => overlaps(span, token));
    let to = from + 1;
    while (to < tokens.length && to - from < LONGEST_PLAIN && tokens[to]!.gap === "space") {
      if (ends.has(tokens[to]!.word)) break;
      if (isTaken(tokens[to]!)) return JOINS.test(tokens[to - 1]!.word) ? Math.max(from + 1, to - 1) : to;
      to++;
    }
    return to;
  };

  return (text) => {
    const { tokens, said } = text;
    const spoken = catalog.mentions(said).filter((mention) => {
      if (isAge(said, mention) || isMisspeltWish(text, mention)) return false;
      const within = tokens.flatMap((token, at) => (overlaps(token, mention) ? [at] : []));
      const isPlain = within.every((at) => isOrdinary(tokens, at) && !tokens[at]!.capital);
      const namesGenre = within.some((at) => genre.at(tokens, at));
      const isOfFilms = FILM.test(tokens[(within.at(-1) ?? 0) + 1]?.word ?? "");
      const isSure = mention.sureness === "sure";
      if (isOfCalendar(tokens, within)) return false;
      if (catalog.wholeSeries(said.slice(mention.start, mention.end)))
        return !isTheme(tokens, within[0] ?? 0);
      const of = said.slice(mention.start, mention.end);
      if (tokens.length > 1 && CERTIFICATE.test(of)) return false;
      const isPhrase =
        within.length > 1 &&
        isOnePhrase(vocabulary, tokens, within[0]!, within.at(-1)! + 1) &&
        !isTitle(catalog, of);
      if (isPhrase && !within.some((at) => tokens[at]!.capital)) return false; // "can't sleep"
      if (within.length === 0 || (!isSure && namesGenre)) return false;
      const isCalledSo = isSure && mention.movies.some((movie) => isSpelt(of, movie));
      if (!isCalledSo && within.length === 1 && tokens.length > 1 && origin.at(tokens, within[0]!))
        return false; // "anything American"
      if (isPlain && FILM.test(tokens[within.at(-1)!]!.word)) return false; // "pirate movies"
      if (isPlain && within.length === 1 && isWordOfItsOwn(tokens, within[0]!, mention)) return false;
      return !isPlain || (isSure && !(within.length === 1 && (namesGenre || isOfFilms)));
    });
    const plain = [
      ...spoken,
      ...plainlyNamed(text, spoken),
      ...namedInFront(text, spoken),
      ...namedOfASort(text, spoken),
    ].filter((mention) => !isPart(text, mention));
    const listed = listedNames(text, plain, {
      isAnnounced: (at) => announcesList(tokens, at),
      isWatched: (at) => WATCHES.test(tokens[at - 1]?.word ?? "") && endingAt(seen, tokens, at) > 0,
      isOneMore: (at, named) => isOneMore(tokens, at, named),
      isJudged: (to) => isJudged(text, to),
    });
    // "Heat, Ronin and I think": nobody means the film of that name
    const isNoName = (mention: Span) =>
      tokens.length > 1 &&
      (/^i$/i.test(said.slice(mention.start, mention.end)) || countsAll(tokens, mention));
    const mentions = [...plain, ...listed]
      .filter((mention) => !isNoName(mention))
      .sort((a, b) => a.start - b.start);
    const found: Heard[] = [];
    for (const mention of mentions) {
      const from = tokens.findIndex((token) => overlaps(token, mention));
      const to = tokens.findLastIndex((token) => overlaps(token, mention)) + 1;
      const previous = found.at(-1);
      const isListed = previous !== undefined && isList(tokens, previous.to, from);
      const own = roleOf(text, from, to, (token) => mentions.some((other) => overlaps(other, token)));
      const isAsBefore =
        isListed || (previous !== undefined && (isToo(tokens, to) || isOneMore(tokens, from, [previous])));
      // "not interested in Heat / Ronin type stuff"
      const isOfRefused =
        isListed &&
        own.role === "like" &&
        previous.told.role === "refused" &&
        after.at(tokens, to) !== undefined;
      const told = isOfRefused || (isAsBefore && own.role === "mentioned") ? previous!.told : own;
      const { end } = mention;
      // "as weird as The Lobster": what it is compared in is part of the comparison
      const start = from >= 3 && equalled(tokens, from) > 0 ? tokens[from - 3]!.start : mention.start;
      const series =
        catalog.wholeSeries(said.slice(mention.start, end)) ?? seriesLikened(mention, said, told.role);
      const isMeant =
        series !== undefined ||
        (mention.sureness === "sure" && isSpelt(said.slice(start, end), mention.movies[0]!));
      const verdict = isMeant ? told.verdict : undefined;
      if (isListed && (own.isOfList || isOfAll(said.slice(end))))
        sayOfList(found, told, told.role === "loved" && !ofOne(tokens, to));
      found.push({
        start,
        end,
        to,
        told,
        listed: isListed,
        role: told.role,
        titles: series
          ? filmsMeant(catalog, series, told).map(titleOf)
          : verdict
            ? mention.movies.slice(0, 1).map(titleOf)
            : titlesOf(mention, said.slice(start, end), told.role),
        ...(series && { series: seriesMentioned(series, said, start) }),
        ...(verdict && { verdict }),
      });
    }
    const isAll = isTitlesOnly(tokens, found);
    const likened = isPost(said) ? withListsLikened(found) : found;
    return likened.map(({ to: _, told: { words }, listed: __, ...heard }) => {
      const mention = { ...heard, ...(words && { told: words }) };
      return isAll && !mention.series ? { ...mention, role: "like" } : mention;
    });
  };
}

/** "Comes up and meets a girl" likens nothing. */
const isMetBySomebody = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.word === "meets" &&
  /^(?:an?|the|his|her|their)$/.test(tokens[at]!.word) &&
  !tokens[at]!.capital;

/** "Each Friday", "this Halloween": when something is done, though films are called so. */
function isOfCalendar(tokens: readonly Token[], within: readonly number[]): boolean {
  const at = within.at(-1);
  if (at === undefined || !IN_CALENDAR.test(tokens[at]!.word) || tokens[at]!.gap !== "space") return false;
  const isFilm = FILM.test(tokens[at + 1]?.word ?? "");
  return !isFilm && within.length <= 2 && BEFORE_A_DAY.test(tokens[at - 1]?.word ?? "");
}
const IN_CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|halloween|christmas|easter|thanksgiving|summer|winter|autumn|spring)$/;
const BEFORE_A_DAY = /^(?:each|every|on|this|next|last|until|till|by|since|for|come|before|after)$/;

/** "My dad (71)", "me (34M)": how old somebody is, though there is a film called so. */
const isAge = (said: string, { start, end }: Span): boolean =>
  /^\d{1,2}$/.test(said.slice(start, end)) &&
  /\( ?$/.test(said.slice(0, start)) &&
  /^ ?[mf]? ?[),/]/i.test(said.slice(end));

type Spelling = Pick<Movie, "title" | "alternativeTitles"> & { readonly year?: number };

/** Whether all words that say something are the film's: "Charlize" is not Charlie. */
function isSpelt(said: string, { title, alternativeTitles, year }: Spelling): boolean {
  const known = new Set(wordsOf([title, ...alternativeTitles, year].join(" ")));
  return wordsOf(said).every((word) => /^(?:\d+|[a-z]{1,2}|the|and)$/.test(word) || known.has(word));
}

/** "No more star wars please": nothing but this is left of a clause. */
const CLOSING = /^(?:again|ever|anymore|please|thanks|tonight|now)$/;

function isClosing(tokens: readonly Token[], from: number): boolean {
  const end = tokens.findIndex(({ gap }, at) => at > from && gap !== "space");
  return tokens.slice(from, end < 0 ? tokens.length : end).every(({ word }) => CLOSING.test(word));
}

/** "Ronin too", and no more. */
const isToo = (tokens: readonly Token[], to: number): boolean =>
  TOO.test(tokens[to]?.word ?? "") && tokens[to]!.gap === "space" && tokens[to + 1]?.gap !== "space";

/** The last word of what says that a film was watched. */
const WATCHES = /^(?:saw|watched|seen|seeing|watching|finished|rewatched|rewatching|caught)$/;
/** The same is said of one more film: "also Columbus", "as is Her", "so were Up and Coco". */
const ONE_MORE =
  /(?:^| )(?:also|plus|likewise|ditto|along with|together with|same (?:with|for|goes for)|as (?:is|are|was|were|well as)|so (?:is|are|was|were|did|does|do))$/;
const LONGEST_ONE_MORE = 3;
/** Words back to the film of which it was said before. */
const FARTHEST_BEFORE = 16;

/** Whether words before a token say of a film that follows what was said of one that was named before. */
function isOneMore(tokens: readonly Token[], at: number, named: readonly Span[]): boolean {
  const before = tokens.slice(Math.max(0, at - LONGEST_ONE_MORE), at).map(({ word }) => word);
  if (tokens[at]?.gap === "stop" || !ONE_MORE.test(before.join(" "))) return false;
  const earlier = tokens.slice(Math.max(0, at - FARTHEST_BEFORE), at);
  return earlier.some((token) => named.some((span) => overlaps(span, token)));
}

/** "Seen Heat, Ronin is the best": of the last alone. */
const ofOne = (tokens: readonly Token[], to: number): boolean =>
  /^(?:is|was|has|s)$/.test(tokens[to]?.word ?? "");

/** Of its names, and of the series that it is of: "star wars". */
const keysOf = ({ title, alternativeTitles }: Movie): string[] =>
  [title, title.split(":")[0]!, title.replace(/ \d+$/, ""), ...alternativeTitles].map((name) =>
    keyOf(withoutArticle(wordsOf(name))),
  );

const beginsWith = ({ title, alternativeTitles }: Movie, words: readonly string[]): boolean =>
  [title, ...alternativeTitles].some((name) =>
    keyOf(withoutArticle(wordsOf(name))).startsWith(keyOf(withoutArticle(words))),
  );

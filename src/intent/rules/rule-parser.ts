/**
 * Understanding without a network: what a text asks for, by word lists and rules.
 *
 * Each reader takes what it is sure of (titles, then years and running times, then people), and what it took
 * is not read again; the rest is looked up phrase by phrase, and negation decides what is ruled out.
 * Pure: the year arrives as an argument, and the same text always gives the same request.
 */
import type { Catalog } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
import { wordsOf } from "../../catalog/normalise.ts";
import type { IntentParser } from "../parser.ts";
import { emptyRequest, LONGEST_ABOUT, LONGEST_NAME, MOST_OF_A_LIST, type MovieRequest } from "../request.ts";
import type { Droppable } from "../terms.ts";
import { opensAsRequest, verdictIn } from "../verdict/verdict.ts";
import type { Words } from "../words.ts";
import { createAgeReader, readGroup } from "./ages.ts";
import { readHowMany } from "./how-many.ts";
import { createKindReader } from "./kind.ts";
import { createSpellingCorrection } from "./misspelt.ts";
import { createPeopleReader } from "./people.ts";
import { type Found, wordsIn } from "./phrases.ts";
import { createPolarity, type Polarity, type Thing } from "./polarity.ts";
import { createRefinementReader } from "./refinement.ts";
import { createRuntimeReader } from "./runtimes.ts";
import { overlaps, type Span, without } from "./spans.ts";
import { createSubjectReader } from "./subjects.ts";
import { createTitleReader, type TitleVerdict } from "./titles.ts";
import { readText, type Token, unspacedIn } from "./tokens.ts";
import { createUnreadReader } from "./unread.ts";
import { createVocabulary, type Meaning } from "./vocabulary.ts";
import { createYearReader, settleYears, type YearMention } from "./years.ts";

/** A longer text is no request: nothing is read from it but whether it begins to command. In UTF-16 units. */
const LONGEST_TEXT = 1500;

export interface RuleParserOptions {
  readonly words: Words;
  readonly catalog: Catalog;
  readonly thisYear: number;
}

export interface RuleParser extends IntentParser {
  /** What the text asks for; never fails, and takes a few milliseconds at most. */
  read(text: string): MovieRequest;
  /** The same, and what it says of films by name. */
  understand(text: string): Understood;
}

export interface Understood {
  readonly request: MovieRequest;
  /** Of these nothing is asked for: whoever speaks knows them. They are among `titlesOut` as well. */
  readonly judged: readonly Judged[];
}

export interface Judged {
  readonly verdict: TitleVerdict;
  readonly title: string;
}

/** "I loved Heat, give me something similar." */
const LIKE_THEM =
  /\b(?:similar|in that vein|in the same vein|along those lines|more like (?:it|that|those|them)|like (?:those|them)|of that kind|the same kind)\b(?! to)/;

/** "Loved Heat, hated Casino, something like the first" */
const LIKE_ONE_OF_THEM =
  /\b(?:like|similar to|in the vein of) the (first|former|second|latter|last|third)(?: (?:one|movie|film|of (?:them|these|those)))?(?=\W|$)/;
const PLACES: ReadonlyMap<string, number> = new Map([
  ["first", 0],
  ["former", 0],
  ["second", 1],
  ["third", 2],
  ["latter", -1],
  ["last", -1],
]);

/** "(1995)" stands behind a title, known or not. */
const A_YEAR_BESIDE = /\((?:18|19|20)\d\d\)/g;

interface Read extends Thing {
  readonly apply: (request: MovieRequest, polarity: Polarity) => void;
  /** Says what a film is about, or who watches. */
  readonly isTheme?: boolean;
}

export function createRuleParser({ words, catalog, thisYear }: RuleParserOptions): RuleParser {
  const vocabulary = createVocabulary(words);
  const unspaced = new Set([...phrasesIn(words)].flatMap(unspacedIn));
  const titles = createTitleReader(words, catalog, vocabulary);
  const ages = createAgeReader(words);
  const years = createYearReader(words, thisYear);
  const runtimes = createRuntimeReader(words);
  const people = createPeopleReader(words, vocabulary, catalog.facts);
  const subjects = createSubjectReader(words);
  const polarity = createPolarity(words);
  const refinement = createRefinementReader(words);
  const unreadIn = createUnreadReader(words);
  const kinds = createKindReader(words);
  const common = commonWords(words, catalog);
  const corrected = createSpellingCorrection(words, (word) => common.has(word));

  /** "Courtroom drama", "halloween party": a genre or an occasion, and inside it a theme or a mood. */
  const namedInside = (tokens: readonly Token[], { at, length, values }: Found<Meaning>): Meaning[] => {
    if (length === 1 || values.some(({ field }) => field !== "genres" && field !== "audience")) return [];
    const phrase = tokens.slice(at, at + length);
    return phrase
      .flatMap((_, i) => vocabulary.at(i === 0 ? phrase.slice(0, -1) : phrase, i)?.values ?? [])
      .filter(
        (inner) =>
          inner.field === "keywords" ||
          (inner.field === "moods" && !values.some(({ value }) => value === GENRE_OF_MOOD.get(inner.value))),
      );
  };

  const understand = (said: string): Understood => {
    const rest = restOf(said);
    if (rest !== undefined) {
      const { request, judged } = understand(rest);
      return { request: ASKING.has(request.kind) ? request : emptyRequest("feedback"), judged };
    }
    const judged: Judged[] = [];
    return { request: read(said, judged), judged };
  };

  const read = (said: string, judged: Judged[]): MovieRequest => {
    const text = readText(said.slice(0, LONGEST_TEXT), unspaced);
    if (said.length > LONGEST_TEXT)
      return emptyRequest(kinds.atOnce(text) === "unsafe" ? "unsafe" : "smalltalk");
    const atOnce = kinds.atOnce(text);
    const anything = refinement.anythingGoes(text.tokens);
    const asksForSome = anything || readHowMany(text.plain).count > 0;
    if (atOnce && (atOnce === "unsafe" || !asksForSome)) return emptyRequest(atOnce);

    const request = emptyRequest();
    const dropped = refinement.drops(text.tokens);
    const taken: Span[] = [...dropped.tokens].map((at) => text.tokens[at]!);
    const titled = titles(text);
    taken.push(...titled);
    const runtime = runtimes(without(text.plain, taken));
    taken.push(...runtime.spans);
    const dated = years(without(text.plain, taken).replace(A_YEAR_BESIDE, (year) => " ".repeat(year.length)));
    taken.push(...dated);
    const children = ages(without(text.plain, taken));
    taken.push(...children);
    const groups = readGroup(without(text.plain, taken)).slice(0, 1);
    taken.push(...groups);
    const several = readHowMany(without(text.plain, taken));
    taken.push(...several.spans);
    const persons = people(text, taken);
    taken.push(...persons);

    const tokens = text.tokens.map((token) => ({ ...token, word: corrected(token) }));
    const isTaken = (token: Token) => taken.some((span) => overlaps(span, token));
    const things: Read[] = [];
    for (let at = 0; at < tokens.length; at++) {
      if (isTaken(tokens[at]!)) continue;
      const found = vocabulary.at(tokens, at);
      if (found && (isOwned(found, tokens) || isGermanWas(tokens, at))) continue;
      if (!found || tokens.slice(at, at + found.length).some(isTaken)) continue;
      things.push(
        ...thingOf(
          found.at,
          found.length,
          [...found.values, ...namedInside(tokens, found)],
          tokens[at - 1]?.word,
        ),
      );
      at += found.length - 1;
    }
    const place = (span: Span, apply: Read["apply"], sort: Thing["sort"] = "noun"): Read => {
      const at = tokens.findIndex((token) => overlaps(token, span));
      const length = tokens.filter((token) => overlaps(token, span)).length;
      return { at, length, sort, apply };
    };
    for (const mention of children) {
      const forKids: Meaning = { field: "audience", value: "kids" };
      things.push(place(mention, (into) => fill(into, forKids, true), "audience"));
    }
    for (const mention of groups) {
      const forGroup: Meaning = { field: "audience", value: "group" };
      things.push(place(mention, (into) => fill(into, forGroup, true), "audience"));
    }
    for (const mention of persons) {
      things.push(
        place(mention, (into, which) => {
          if (which !== "indifferent") add(which === "in" ? into.peopleIn : into.peopleOut, mention.name);
        }),
      );
    }
    const known = things.map(({ at, length }) => ({
      start: tokens[at]!.start,
      end: tokens[at + length - 1]!.end,
    }));
    const plot = unreadIn.plotFrom(tokens);
    for (const subject of subjects(tokens.slice(0, plot), taken)) {
      const inside = known.filter((span) => overlaps(span, subject));
      if (inside.length > 0) continue;
      things.push(
        place(subject, (into, which) => {
          if (which !== "indifferent")
            add(which === "in" ? into.keywordsIn : into.keywordsOut, subject.words);
        }),
      );
    }
    const left = unreadIn.read(
      tokens,
      isTaken,
      things,
      ({ isTheme }) => isTheme === true,
      (token) => persons.some((person) => overlaps(person, token)),
    );
    things.splice(0, things.length, ...left.things);
    const told = left.unread
      .filter(({ firmly }) => firmly)
      .map(({ at, length }) => ({ start: tokens[at]!.start, end: tokens[at + length - 1]!.end }));
    for (const { at, length, words: said, firmly } of left.unread) {
      const apply: Read["apply"] = (into, which) => {
        if (which === "out") add(into.keywordsOut, said.slice(0, LONGEST_NAME));
        else if (which === "in") add(firmly ? into.about : into.ideally, said.slice(0, LONGEST_ABOUT));
      };
      things.push({ at, length, sort: "noun", apply });
    }
    for (const mention of titled) things.push(place(mention, () => {}));
    const yearMentions: Record<Polarity, YearMention[]> = { in: [], out: [], indifferent: [] };
    for (const mention of dated)
      things.push(place(mention, (_, which) => yearMentions[which].push(mention), "years"));
    things.sort((a, b) => a.at - b.at);

    const polarities = polarity(tokens, things);
    for (const [i, thing] of things.entries()) thing.apply(request, polarities[i]!);
    const negatedTitle = (mention: Span) =>
      polarities[things.findIndex(({ at }) => overlaps(tokens[at]!, mention))] === "out";
    for (const mention of titled) {
      const out = mention.role === "refused" || (mention.role === "like" && negatedTitle(mention));
      const list = out
        ? request.titlesOut
        : mention.role === "loved"
          ? request.favourites
          : mention.role === "like"
            ? request.similarTo
            : [];
      for (const title of mention.titles) {
        add(list, title);
        if (mention.verdict) judged.push({ verdict: mention.verdict, title });
      }
    }
    const mentioned = titled.filter(({ role }) => role === "mentioned").flatMap((mention) => mention.titles);
    if (LIKE_THEM.test(text.plain)) {
      for (const { titles: named, verdict } of titled)
        if (verdict !== "dislike") for (const title of named) add(request.similarTo, title);
    }
    const [, nth] = LIKE_ONE_OF_THEM.exec(text.plain) ?? [];
    if (nth && titled.length > 1)
      for (const title of titled.at(PLACES.get(nth)!)?.titles ?? []) add(request.similarTo, title);
    Object.assign(request, settleYears(yearMentions.in, yearMentions.out));
    request.runtimeFrom = Math.max(0, runtime.from);
    request.runtimeTo = runtime.to;
    request.howMany = several.count;
    settle(request);
    // "A film I saw as a kid, where ...": how it is looked for, not what it is like
    if (left.isPlotAsked) request.moodsIn = [];

    const drops = dropped.drops.filter((part) => !asksFor(request, part));
    request.refinement = refinement.of(tokens);
    const compares = things.some((thing) => "compares" in thing) || request.shifts.length > 0;
    const amount =
      /(?<!\bno )\b(?:less|more|fewer) (?!than\b|like\b|known\b|popular\b)/.test(text.plain) &&
      things.length > 0 &&
      request.similarTo.length === 0;
    if (
      request.refinement === "none" &&
      (compares || amount || drops.length > 0) &&
      request.similarTo.length === 0
    )
      request.refinement = "adjust";
    if (
      request.similarTo.length > 0 &&
      request.refinement !== "none" &&
      !/\b(?:same|instead|this time)\b/.test(text.plain)
    )
      request.refinement = "none";
    for (const part of drops) add(request.drops, part);
    const filters = countFilters(request);
    if (request.howMany > 0 && filters === 0) request.refinement = "another";
    if (anything && filters === 0) {
      add(request.drops, "everything");
      request.refinement = "adjust";
    }

    const firmly =
      children.length +
      groups.length +
      request.titlesOut.length +
      request.genresIn.length +
      request.genresOut.length +
      request.similarTo.length +
      request.yearFrom +
      request.yearTo +
      request.yearsOut.length +
      request.runtimeTo +
      request.runtimeFrom;
    request.kind = kinds.of(text, {
      filters,
      wordsRead: new Set(things.flatMap(({ at, length }) => Array.from({ length }, (_, k) => at + k))).size,
      refines: request.refinement !== "none" || request.drops.length > 0,
      drops: request.drops.length > 0,
      searches:
        request.refinement === "another" || request.shifts.length > 0 || request.howMany > 0 || compares,
      loved: request.favourites.length > 0,
      rulesOut:
        request.genresOut.length +
          request.peopleOut.length +
          request.moodsOut.length +
          request.keywordsOut.length +
          request.yearsOut.length +
          request.languagesOut.length +
          request.countriesOut.length >
        0,
      named: persons.length > 0,
      occasion: request.audience !== "any",
      firm: firmly > 0,
      timed: firmly > 0 && firmly === request.runtimeFrom + request.runtimeTo,
      asksForPlot: left.isPlotAsked,
      likened: titled.some(({ role }) => role === "like"),
    });
    if (request.kind === "feedback" && firmly > 0 && asksForFilms(said)) request.kind = "request";
    // "Documentaries on music" are films.
    const documents = request.genresIn.includes("Documentary");
    if (request.kind === "request" && !documents)
      request.medium = kinds.mediumOf(
        text,
        (token) => isTaken(token) || told.some((span) => overlaps(span, token)),
      );
    // "A game like witcher": what it is like is a game as well.
    if (request.medium !== "film" && /\blike\b/.test(text.plain)) {
      request.similarTo = [];
      request.keywordsIn = [];
    }
    if (request.medium !== "film") Object.assign(request, { about: [], ideally: [] });
    const itself = THEME_OF_MEDIUM.get(request.medium);
    request.keywordsIn = request.keywordsIn.filter((keyword) => keyword !== itself);
    if (request.kind === "request" && request.similarTo.length === 0)
      for (const title of mentioned) add(request.similarTo, title);
    if (request.kind === "request") return filters === 0 ? onlyAbout(request) : request;
    if (request.kind === "smalltalk" && !kinds.tells(text))
      return { ...emptyRequest("smalltalk"), about: onlyAbout(request).about };
    return request.kind === "feedback"
      ? { ...emptyRequest("feedback"), favourites: request.favourites, titlesOut: request.titlesOut }
      : emptyRequest(request.kind);
  };

  return {
    understand,
    read: (text) => understand(text).request,
    async parse(text, signal) {
      if (signal.aborted) return { ok: false, why: "timeout" };
      return { ok: true, request: understand(text).request };
    },
  };
}

/** What follows a verdict: "loved it, any others like that?" asks for others, and its verdict rules nothing in or out. */
function restOf(said: string): string | undefined {
  const heard = said.length <= LONGEST_JUDGED ? verdictIn(said) : undefined;
  return heard?.kind === "verdict" ? heard.rest : undefined;
}
/** Where nothing else is asked for, films must be about it. */
const onlyAbout = (request: MovieRequest): MovieRequest => ({
  ...request,
  about: [...request.about, ...request.ideally].slice(0, MOST_OF_A_LIST),
  ideally: [],
});

/** "Is there a western that got two thumbs up?" judges none, though it has the words of a verdict. */
const asksForFilms = (said: string): boolean => verdictIn(said).kind === "nothing" && opensAsRequest(said);

const ASKING: ReadonlySet<MovieRequest["kind"]> = new Set(["request", "question", "command", "unsafe"]);
const LONGEST_JUDGED = 300;

/** "My cat died" asks for no cats. */
const isOwned = ({ at, length, values }: Found<Meaning>, tokens: readonly Token[]): boolean =>
  length === 1 &&
  /^(?:my|our|his|her|mi|mon|ma|mein|meine|meu|minha)$/.test(tokens[at - 1]?.word ?? "") &&
  values.every(({ field }) => field === "keywords");

/** "Der war mir zu brutal" names no war. */
const BESIDE_WAS =
  /^(?:der|die|das|es|wie|was|dein|dieser|film|ich|mir|echt|so|zu|nicht|leider|ganz|richtig|sehr|ziemlich|total|super|gut|film|wirklich)$/;
const isGermanWas = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.word === "war" &&
  BESIDE_WAS.test(tokens[at - 1]?.word ?? "") &&
  (tokens[at + 1] === undefined ||
    BESIDE_WAS.test(tokens[at + 1]!.word) ||
    !/^(?:movies?|films?|drama|story)$/.test(tokens[at + 1]!.word));

/** "Romantic comedy" asks for romance, and not for a romantic mood as well. */
const GENRE_OF_MOOD: ReadonlyMap<string, string> = new Map([
  ["romantic", "Romance"],
  ["funny", "Comedy"],
  ["scary", "Horror"],
  ["tense", "Thriller"],
]);

const HEAVY = new Set(["scary", "dark", "sad", "tense"]);

function thingOf(
  at: number,
  length: number,
  meanings: readonly Meaning[],
  before: string | undefined,
): Read[] {
  const mood = meanings.find(({ field }) => field === "moods");
  const sort = meanings.every(({ field }) => field === "audience")
    ? "audience"
    : meanings.some(({ field }) => field !== "moods")
      ? "noun"
      : HEAVY.has(mood!.value)
        ? "heavy"
        : "light";
  const compares = before !== "the" && meanings.some((meaning) => "compares" in meaning && meaning.compares);
  const apply: Read["apply"] = (request, polarity) => {
    if (polarity === "indifferent") return;
    const named = polarity === "in" ? meanings : narrowest(meanings);
    for (const meaning of named) fill(request, meaning, polarity === "in");
  };
  const isTheme = meanings.every(({ field }) => field === "keywords" || field === "audience");
  return [{ at, length, sort, apply, isTheme, ...(compares && { compares }) }];
}

/** "No zombies" rules out the theme, not all horror, and "not anime" what is drawn, not all that is Japanese. */
function narrowest(meanings: readonly Meaning[]): readonly Meaning[] {
  const has = (wanted: Meaning["field"]) => meanings.some(({ field }) => field === wanted);
  const wider = new Set<Meaning["field"]>(
    has("keywords") ? ["genres", "languages"] : has("genres") ? ["languages"] : [],
  );
  return meanings.filter(({ field }) => !wider.has(field));
}

function fill(request: MovieRequest, meaning: Meaning, wanted: boolean): void {
  switch (meaning.field) {
    case "genres":
      add(wanted ? request.genresIn : request.genresOut, meaning.value);
      break;
    case "moods":
      add(wanted !== (meaning.out ?? false) ? request.moodsIn : request.moodsOut, meaning.value);
      break;
    case "keywords":
      add(wanted ? request.keywordsIn : request.keywordsOut, meaning.value);
      break;
    case "standings":
      if (wanted) add(request.standings, meaning.value);
      else if (meaning.value !== "acclaimed")
        add(request.standings, meaning.value === "popular" ? "hidden gem" : "popular");
      break;
    case "audience":
      // who watches with children watches what is fit for them, whatever the occasion
      if (wanted && (request.audience === "any" || meaning.value === "kids"))
        request.audience = meaning.value;
      // "Anime, not for kids", where most of it is; "a thriller, the kids are asleep" rules out nothing
      if (!wanted && meaning.value === "kids" && request.genresIn.includes("Animation"))
        add(request.genresOut, "Children");
      break;
    case "languages":
      add(wanted !== (meaning.out ?? false) ? request.languages : request.languagesOut, meaning.value);
      break;
    case "countries":
      add(wanted ? request.countries : request.countriesOut, meaning.value);
      break;
    case "shifts":
      if (wanted) add(request.shifts, meaning.value);
  }
}

/** "Any decade but the 2000s" says what is asked for, and drops nothing. */
function asksFor(request: MovieRequest, part: Droppable): boolean {
  switch (part) {
    case "years":
      return request.yearFrom > 0 || request.yearTo > 0 || request.yearsOut.length > 0;
    case "genres":
      return request.genresIn.length > 0 || request.genresOut.length > 0;
    default:
      return false;
  }
}

/** "Some music" asks for the medium, not for films with that theme. */
const THEME_OF_MEDIUM: ReadonlyMap<string, string> = new Map([
  ["music", "music"],
  ["game", "video games"],
]);

/** What is asked for and ruled out at once is ruled out, but for moods: "romantic, but not too sappy" is a matter of degree. */
function settle(request: MovieRequest): void {
  request.genresIn = request.genresIn.filter((genre) => !request.genresOut.includes(genre));
  request.moodsOut = request.moodsOut.filter((mood) => !request.moodsIn.includes(mood));
  request.keywordsIn = request.keywordsIn.filter((keyword) => !request.keywordsOut.includes(keyword));
}

function add<T>(list: T[], value: T): void {
  if (!list.includes(value) && list.length < MOST_OF_A_LIST) list.push(value);
}

function countFilters(request: MovieRequest): number {
  const { favourites, drops, shifts, about, ideally, howMany, ...rest } = request;
  let count = request.audience === "any" ? 0 : 1;
  for (const value of Object.values(rest)) {
    if (Array.isArray(value)) count += value.length;
    else if (typeof value === "number" && value > 0) count++;
  }
  return count;
}

function* phrasesIn(words: unknown): Generator<string> {
  if (typeof words === "string") yield words;
  else if (words && typeof words === "object")
    for (const part of Object.values(words)) yield* phrasesIn(part);
}

/** So many titles have words that nobody takes for misspelt ones. */
const FAMILIAR_TITLES = 5_000;

/** Words that are no misspelling: those of any list, and of well-known titles. */
function commonWords(words: Words, catalog: Catalog): ReadonlySet<string> {
  const known = new Set([...phrasesIn(words)].flatMap(wordsIn));
  const familiar = [...catalog.movies].sort((a, b) => fameOf(b) - fameOf(a)).slice(0, FAMILIAR_TITLES);
  for (const { title } of familiar) for (const word of wordsOf(title)) known.add(word);
  return known;
}

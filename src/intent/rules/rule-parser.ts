/**
 * Understanding without a network: what a text asks for, by word lists and rules.
 *
 * Each reader takes what it is sure of (titles, then years and running times, then people), and what it took
 * is not read again; the rest is looked up phrase by phrase, and negation decides what is ruled out.
 * Pure: the year arrives as an argument, and the same text always gives the same request.
 */

import type { Catalog } from "../../catalog/catalog.ts";
import { certificatesUpTo } from "../../catalog/certificates.ts";
import { isTitle } from "../../catalog/naming.ts";
import { once } from "../../catalog/once.ts";
import type { IntentParser } from "../parser.ts";
import { isPost, type KnownWords, settlePost } from "../post.ts";
import { emptyRequest, LONGEST_ABOUT, LONGEST_NAME, type MovieRequest } from "../request.ts";
import type { Understood } from "../understood.ts";
import { opensAsRequest, verdictIn } from "../verdict/verdict.ts";
import type { Words } from "../words.ts";
import { asksBefore } from "./besides-known.ts";
import { settleBlamedFor } from "./blamed-for.ts";
import { familiarWords } from "./common-words.ts";
import { settleContradictions, settleLastNames } from "./contradictions.ts";
import { createContrasts, settleContrasts } from "./contrasts.ts";
import { settleEitherOrigin } from "./either-origin.ts";
import { settleEitherTheme } from "./either-theme.ts";
import { otherVersion, settleDecade, settleVersion, toldAnew } from "./false-starts.ts";
import { add, asksFor, countFilters, fill, settle } from "./fill.ts";
import { settleContrary, settleHadEnough } from "./had-enough.ts";
import { readHowMany } from "./how-many.ts";
import { settleManner } from "./in-the-manner.ts";
import { settleInterests } from "./interests.ts";
import { kindMeant, kindsNamed } from "./kind-meant.ts";
import { type AgreedKind, kindsAgreed } from "./kinds-agreed.ts";
import { likenedByForm } from "./likened-by-form.ts";
import { createSpellingCorrection } from "./misspelt.ts";
import { nameFilms } from "./named-films.ts";
import { settleNotForChildren } from "./not-for-children.ts";
import { openedBy, settleForeignLetPass } from "./opened-by.ts";
import { alternatives } from "./people.ts";
import { settlePersonTurns } from "./person-turns.ts";
import type { Polarity, Thing } from "./polarity.ts";
import { range } from "./range.ts";
import { headedRefusals, settleHeadedRefusals } from "./refused-by-heading.ts";
import { saidOfTitles } from "./said-of-titles.ts";
import { settleSeenWholeSeries } from "./seen-whole-series.ts";
import { settleToday } from "./set-today.ts";
import {
  cluesOf,
  isOfDegree,
  settleAdults,
  settledKind,
  settledRefinement,
  settleLeftovers,
  settleMedium,
} from "./settle.ts";
import { overlaps, type Span } from "./spans.ts";
import { createSpanReader } from "./spans-read.ts";
import { settleTheirTime } from "./their-time.ts";
import { type Read, thingsIn } from "./things.ts";
import { createTitleReader } from "./titles.ts";
import { readText, type Token } from "./tokens.ts";
import { wishesOfTheirOwn } from "./told-kinds.ts";
import type { Meaning } from "./vocabulary.ts";
import { wordReadersOf } from "./word-readers.ts";
import { settleYears, type YearMention } from "./years.ts";

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

/** In place of words that say what somebody is busy with. */
const BUSY = "watching";
/** What may be seen from 13 on. */
const FOR_TEENS = "PG-13";
/** "Anything where": the plot is what is asked for, whatever else is named. */
/** "..., but not a plane crash", at the end of a story. */
const REFUSED = /^(?:but )?(?:not|no|without|nothing (?:with|about)) (?:an? |the |any )?(?=\p{L})/u;
/** "Movies with lighthouses, remote islands", "con artist movies" */
const BEFORE_A_SUBJECT =
  /\b(?:movies?|films?|flicks?|something|anything|stuff|stories|dramas?|thrillers?|comedies|documentaries) (?:about|with|on|of|set|around|involving|featuring)(?: an?| the| some)?\W{0,2}$/i;
const FILMS = /^\W{0,2}(?:movies?|films?|flicks?|stories)\b/i;
const BEFORE_A_PLOT = /\b(?:where|in which)\W{0,2}$/i;

export function createRuleParser({ words, catalog, thisYear }: RuleParserOptions): RuleParser {
  const readers = wordReadersOf(words);
  const { vocabulary, subjects, polarity, asides, originsTold, refinement, kinds, settleWatchers } = readers;
  const unreadIn = readers.unread;
  const spansIn = createSpanReader({ words, readers, catalog, thisYear });
  const familiar = familiarWords(catalog);
  const corrected = createSpellingCorrection(words, (word) => readers.listed.has(word) || familiar.has(word));
  const titles = createTitleReader(words, catalog, vocabulary, corrected);

  const listed = new Set([...Object.keys(words.keywords), ...Object.keys(words.tones)]);
  const knownWords: KnownWords = {
    isNamed: (theme) =>
      listed.has(theme) || isTitle(catalog, theme) || catalog.series.named(theme) !== undefined,
    isFound: (theme) => listed.has(theme) || catalog.about(theme).films.length > 0,
  };

  const understand = (said: string): Understood => {
    const anew = toldAnew(said);
    if (anew) {
      const { request, ...others } = understand(anew.text);
      const dated = anew.decade ? read(`films from the ${anew.decade}`).request : emptyRequest();
      return { ...others, request: settleDecade(request, dated) };
    }
    const version = otherVersion(said);
    if (version) {
      const { request, ...others } = understand(version.text);
      return { ...others, request: settleVersion(request, version.isNewer) };
    }
    const rest = restOf(said);
    if (rest !== undefined) {
      const { request, judged } = understand(rest);
      return { request: ASKING.has(request.kind) ? request : emptyRequest("feedback"), judged, meant: [] };
    }
    return read(said);
  };

  const read = (said: string): Understood => {
    const text = readText(said.slice(0, LONGEST_TEXT), readers.unspaced);
    if (said.length > LONGEST_TEXT)
      return nothingOf(kinds.atOnce(text, () => []) === "unsafe" ? "unsafe" : "smalltalk");
    const spoken = once(() => titles(text));
    const atOnce = kinds.atOnce(text, spoken);
    const anything = refinement.anythingGoes(text.tokens);
    const asksForSome = anything || readHowMany(text.plain).count > 0;
    if (atOnce && (atOnce === "unsafe" || !asksForSome)) return nothingOf(atOnce);

    const request = emptyRequest();
    const {
      stories,
      saysOnlyASort,
      background,
      isBackground,
      dropped,
      works,
      busy,
      titled: spokenOf,
      refused,
      rated,
      runtime,
      dated,
      children,
      young,
      certificates,
      groups,
      drawnNot,
      several,
      persons,
      butNot,
      taken,
      unlessTold,
    } = spansIn(text, spoken);
    for (const { said: name } of refused) if (name !== "") add(request.titlesOut, name);

    const tokens = text.tokens.map((token) => ({ ...token, word: corrected(token) }));
    const isTaken = (token: Token) => taken.some((span) => overlaps(span, token));
    const things = thingsIn(tokens, vocabulary, isTaken);
    const titled = likenedByForm(spokenOf, text, things, persons.length > 0);
    const place = (span: Span, apply: Read["apply"], sort: Thing["sort"] = "noun"): Read => {
      const at = tokens.findIndex((token) => overlaps(token, span));
      const length = tokens.filter((token) => overlaps(token, span)).length;
      return { at, length, sort, apply };
    };
    const isSearched = [
      ...works,
      ...stories.map((each) => ({ ...each, about: each.words.slice(0, LONGEST_ABOUT) })),
    ];
    for (const searched of isSearched)
      things.push(
        place(searched, (into, which) => {
          if (which === "in")
            add(persons.length > 0 && saysOnlyASort(searched) ? into.ideally : into.about, searched.about);
        }),
      );
    for (const mention of rated.slice(0, 1)) {
      const acclaimed: Meaning = { field: "standings", value: "acclaimed" };
      things.push(place(mention, (into, which) => fill(into, acclaimed, which === "in")));
    }
    for (const mention of children) {
      const forKids: Meaning = { field: "audience", value: "kids" };
      things.push(place(mention, (into) => fill(into, forKids, true), "audience"));
    }
    for (const mention of groups) {
      const forGroup: Meaning = { field: "audience", value: "group" };
      things.push(place(mention, (into) => fill(into, forGroup, true), "audience"));
    }
    const eitherOf = alternatives(persons, text.plain);
    for (const mention of persons) {
      things.push({
        ...place(mention, (into, which) => {
          if (which === "in" && !isBackground(mention)) add(into.peopleIn, eitherOf(mention));
          else if (which === "out") add(into.peopleOut, mention.name);
        }),
        isName: true,
      });
    }
    const known = things.map(({ at, length }) => ({
      start: tokens[at]!.start,
      end: tokens[at + length - 1]!.end,
    }));
    for (const subject of subjects(tokens.slice(0, unreadIn.plotFrom(tokens)), taken)) {
      if (subject.isClause) {
        const isWithin = ({ at }: Read) => at >= subject.at && at < subject.at + subject.length;
        things.splice(0, things.length, ...things.filter((thing) => !isWithin(thing)));
        things.push(
          place(subject, (into, which) => {
            if (which === "in") add(into.about, subject.words.slice(0, LONGEST_ABOUT));
          }),
        );
        continue;
      }
      const inside = known.filter((span) => overlaps(span, subject));
      if (inside.length > 0) continue;
      things.push(
        place(subject, (into, which) => {
          if (which !== "indifferent")
            add(which === "in" ? into.keywordsIn : into.keywordsOut, subject.words);
        }),
      );
    }
    const headed = headedRefusals(text, tokens, readers.refusals);
    const refusing = [...readers.refusals.spans(tokens), ...headed.map(({ head }) => head)];
    const isRefusing = (token: Token) => refusing.some((span) => overlaps(span, token));
    const left = unreadIn.read(
      tokens,
      (token) => isTaken(token) || isRefusing(token),
      things,
      ({ isTheme }) => isTheme === true,
      (token) => persons.some((person) => overlaps(person, token)),
    );
    things.splice(0, things.length, ...left.things);
    const told = left.unread
      .filter(({ firmly }) => firmly)
      .map(({ at, length }) => ({ start: tokens[at]!.start, end: tokens[at + length - 1]!.end }));
    const isTold = ({ at }: { readonly at: number }): boolean => isBackground(tokens[at]!);
    const isSaidElsewhere = titled.length > 0 || [...things, ...left.unread].some((one) => !isTold(one));
    const unread = isSaidElsewhere ? left.unread.filter((one) => !isTold(one)) : left.unread;
    const isContrast = createContrasts(tokens, titled);
    const ofTitles = saidOfTitles(titled, text.plain);
    const contrasts = [
      ...unread.flatMap(({ at, words: said }) => (isContrast(at) ? [said.slice(0, LONGEST_ABOUT)] : [])),
      ...isSearched.flatMap(({ start: from, about: said, ...searched }) => {
        const start = "name" in searched ? searched.name.start : from;
        return isContrast(tokens.findIndex((token) => token.start >= start)) ? [said] : [];
      }),
    ];
    for (const { at, length, words: said, firmly } of unread) {
      const refused = REFUSED.exec(said);
      const apply: Read["apply"] = (into, which) => {
        if (refused && which === "in") add(into.keywordsOut, said.slice(refused[0].length, LONGEST_NAME));
        else if (which === "out") add(into.keywordsOut, said.slice(0, LONGEST_NAME));
        else if (which === "in") add(firmly ? into.about : into.ideally, said.slice(0, LONGEST_ABOUT));
      };
      things.push({ at, length, sort: "noun", apply, isUnread: true });
    }
    for (const mention of titled) things.push({ ...place(mention, () => {}), isName: true });
    const years = dated
      .filter((mention) => !isBackground(mention))
      .map((mention) => ({ mention, thing: place(mention, () => {}, "years") }));
    things.push(...years.map(({ thing }) => thing));
    things.sort((a, b) => a.at - b.at);

    // "Can't get enough of" denies nothing
    const unlessBusy = (token: Token): Token =>
      busy.some((span) => overlaps(span, token)) ? { ...token, word: BUSY } : token;
    const given = originsTold(tokens, things, polarity(tokens.map(unlessBusy), things));
    const { polarities, upsetting } = asides(tokens, things, given, isTold);
    const letPass = readers.permissions(tokens);
    settleForeignLetPass(things, polarities, letPass);
    settleHeadedRefusals(headed, things, polarities);
    settleHadEnough(tokens, things, polarities);
    settleBlamedFor(tokens, things, polarities, titled);
    settleWatchers(text, tokens, things, polarities);
    for (const [i, thing] of things.entries()) thing.apply(request, polarities[i]!);
    settleInterests(request, tokens, things, polarities);
    settleEitherOrigin(request, tokens, things, polarities);
    const negatedTitle = (mention: Span) =>
      polarities[things.findIndex(({ at }) => overlaps(tokens[at]!, mention))] === "out";
    const isUpsetting = (mention: Span) => [...upsetting].some(({ at }) => overlaps(tokens[at]!, mention));
    const named = titled.map((mention) =>
      isUpsetting(mention) ? { ...mention, role: "refused" as const } : mention,
    );
    const { judged, mentioned } = nameFilms(request, named, text.plain, negatedTitle);
    const yearsOf = (which: Polarity): YearMention[] =>
      years.filter(({ thing }) => polarities[things.indexOf(thing)] === which).map(({ mention }) => mention);
    Object.assign(request, settleYears(yearsOf("in"), yearsOf("out")));
    settleTheirTime(request, titled, text.plain, catalog);
    // what is told of a film may stand beside a limit, and whoever sets one means it
    request.runtimeFrom = runtime.to > 0 && runtime.from > runtime.to ? 0 : Math.max(0, runtime.from);
    request.runtimeTo = runtime.to;
    request.certificates = [...certificates];
    if (several.count > 0) request.howMany = several.count;
    settleContradictions(request, tokens, things, polarities, (themes) =>
      wantsNothing({ ...request, keywordsIn: request.keywordsIn.filter((theme) => !themes.includes(theme)) }),
    );
    settleLastNames(request);
    settle(request);
    for (const spared of young.spared) add(request.keywordsOut, spared);
    if (young.spans.length > 0 && certificates.length === 0)
      request.certificates = [...certificatesUpTo(FOR_TEENS)];
    settleAdults(request, text.plain);
    if (drawnNot) add(request.genresOut, "Animation");
    settleManner(request, persons, text.plain, catalog);
    for (const name of butNot) add(request.peopleOut, name);
    settlePersonTurns(request, persons, text.plain, catalog);
    // "A film I saw as a kid, where ...": how it is looked for, not what it is like
    if (left.isPlotAsked) request.moodsIn = [];

    const opened = openedBy(tokens, things, polarities, letPass);
    const drops = [...dropped.drops, ...opened].filter((part) => !asksFor(request, part));
    const compares = things.some((thing) => "compares" in thing) || request.shifts.length > 0;
    const isMore = compares || (things.length > 0 && isOfDegree(text.plain)) || drops.length > 0;
    request.refinement = settledRefinement(
      request,
      refinement.of(tokens.map(unlessTold)),
      isMore,
      text.plain,
    );
    // who tells of themselves and then asks begins anew
    if (background.length > 0 && request.refinement === "adjust") request.refinement = "none";
    for (const part of drops) add(request.drops, part);
    const filters = countFilters(request);
    if (request.howMany > 0 && filters === 0) request.refinement = "another";
    if (anything && filters === 0) {
      add(request.drops, "everything");
      request.refinement = "adjust";
    }

    const clues = cluesOf(request, {
      filters,
      wordsRead: new Set(things.flatMap(({ at, length }) => Array.from({ length }, (_, k) => at + k))).size,
      compares,
      company: children.length + groups.length,
      named: persons.length > 0 || titled.some(({ series }) => series !== undefined),
      asksForPlot: left.isPlotAsked || stories.length > 0,
      likened: works.length > 0 || request.similarTo.length > 0,
    });
    // "Horror, zombies don't do it for me" says it of zombies, and not of a film that was shown
    const refusesBeside = polarities.includes("in") && polarities.includes("out");
    const spokenOfFilms = refusesBeside
      ? { ...text, tokens: text.tokens.filter((token) => !isRefusing(token)) }
      : text;
    request.kind = kinds.of(spokenOfFilms, clues);
    const asksAsWell = clues.firm && (asksForFilms(said) || asksInAPost(said, filters));
    const excepted = [...refused, ...named.filter(({ role }) => role === "refused" || role === "known")];
    const asksFirst = () => namesFilms(said, filters) || asksBefore(text, things, polarities, excepted);
    if (request.kind === "feedback" && (asksAsWell || asksFirst())) request.kind = "request";
    settlePost(request, said, knownWords);
    // "Documentaries on music", "no country music biopics" are films.
    const documents =
      request.genresIn.includes("Documentary") ||
      [...request.keywordsIn, ...request.keywordsOut].includes("biography");
    if (request.kind === "request" && !documents)
      request.medium = kinds.mediumOf(
        text,
        (token) =>
          isTaken(token) ||
          isBackground(token) ||
          [...told, ...ofTitles].some((span) => overlaps(span, token)),
      );
    if (request.medium !== "film") settleMedium(request, text.plain);
    // beside films that are loved those of which nothing is said are named by the way
    if (request.kind === "request" && request.similarTo.length + request.favourites.length === 0)
      for (const title of mentioned) add(request.similarTo, title);
    // whoever names them in a post knows them
    else if (isPost(said)) for (const title of mentioned) add(request.titlesOut, title);
    const audiences = things.filter(({ sort }, i) => sort === "audience" && polarities[i] === "in");
    const isCompany =
      audiences.length + groups.length > 0 && audiences.every((thing) => thing.isCompany === true);
    const isNamed = request.similarTo.length + request.favourites.length > 0;
    const isPlotAsked =
      left.isPlotAsked || stories.some(({ start }) => !isNamed || BEFORE_A_PLOT.test(said.slice(0, start)));
    const ofSubjects = stories
      .filter(({ start, end }) => BEFORE_A_SUBJECT.test(said.slice(0, start)) || FILMS.test(said.slice(end)))
      .map(({ words: subject }) => subject.slice(0, LONGEST_ABOUT));
    settleLeftovers(request, { isPlotAsked, isCompany, subjects: ofSubjects });
    settleContrasts(request, contrasts);
    settleEitherTheme(request, tokens, things, polarities);
    settleToday(request, text.plain);
    settleNotForChildren(request, text.plain);
    settleContrary(request, tokens, things);
    settleSeenWholeSeries(request, text.plain, catalog);
    const asked = unread.flatMap(({ words: said, isAside }) =>
      isAside ? [] : [said.slice(0, LONGEST_ABOUT)],
    );
    if (wantsNothing(request)) settleContrasts(request, asked);
    else if (wantsOnlyASort(request))
      settleContrasts(
        request,
        unread.flatMap(({ at, length, words: said, isAside }) =>
          !isAside && isHad(tokens, at, length) ? [said.slice(0, LONGEST_ABOUT)] : [],
        ),
      );
    const letPassAt = new Set(letPass.flatMap(({ from, to }) => range(from, to)));
    const meant = isVague(request)
      ? kindMeant(
          tokens,
          (at) =>
            isTaken(tokens[at]!) ||
            letPassAt.has(at) ||
            things.some((thing) => thing.at <= at && at < thing.at + thing.length),
          catalog.storiesNear,
        )
      : undefined;
    if (meant && (filters > 0 || request.kind === "request")) add(request.ideally, meant.words);
    else if (meant && request.kind === "smalltalk" && !meant.isOfOneself) add(request.about, meant.words);
    if (!meant && request.kind === "request") {
      const placesOf = (which: Polarity): ReadonlySet<number> =>
        new Set(
          things.flatMap(({ at, length, sort }, i) =>
            polarities[i] === which && sort !== "audience" ? range(at, at + length) : [],
          ),
        );
      const [refusedAt, openAt] = [placesOf("out"), placesOf("indifferent")];
      const isRefused = (at: number) => refusedAt.has(at) || isRefusing(tokens[at]!);
      const isApart = (at: number) =>
        isTaken(tokens[at]!) || isBackground(tokens[at]!) || openAt.has(at) || letPassAt.has(at);
      const byItself = wishesOfTheirOwn(tokens, vocabulary);
      const isByItself = (at: number) => byItself.has(at);
      const saysWhoWatches = (said: string) =>
        vocabulary.get(said.split(" "))?.every(({ field }) => field === "audience") === true;
      for (const kind of kindsNamed(tokens, isApart, isRefused, isByItself, catalog.storiesNear))
        if (!saysWhoWatches(kind)) addKind(request, kind);
      const ofMany = stories.filter(({ words: story }) => !catalog.tellsOneFilm(story));
      const isApartFromKinds = (at: number) =>
        isRefused(at) || (isApart(at) && !ofMany.some((story) => overlaps(story, tokens[at]!)));
      const agreed = kindsAgreed(tokens, isApartFromKinds, catalog).filter(
        ({ name }) => !saysWhoWatches(name),
      );
      for (const [nth, kind] of agreed.slice(0, MOST_AGREED).entries())
        if (kind.isAsked && nth === 0) addAgreed(request, kind);
        else add(request.ideally, kind.name);
    }
    const besides = new Set(left.unread.filter(({ isAside }) => isAside).map(({ words: said }) => said));
    if (filters === 0) request.ideally = request.ideally.filter((words) => !besides.has(words));
    const mayAsk = filters > 0 && (request.kind === "smalltalk" || request.kind === "feedback");
    return {
      request: settledKind(request, filters, kinds.tells(text)),
      judged,
      meant: [],
      ...(mayAsk && { ifAsked: { ...request, kind: "request" } }),
      ...((left.isToldBesides || besides.size > 0) && { isUnheard: true }),
    };
  };

  return {
    understand,
    read: (text) => understand(text).request,
    async parse(text, signal) {
      if (signal.aborted) return { ok: false, why: "timeout" };
      return { ok: true, ...understand(text) };
    },
  };
}

/** Kinds of stories that a text tells and means: who tells of more tells of others by the way. */
const MOST_AGREED = 2;

/** It rules out, and bounds, and says of nothing what a film is to be: what is left over of what is asked for has to. */
const wantsNothing = (request: MovieRequest): boolean =>
  [
    request.genresIn,
    request.moodsIn,
    request.keywordsIn,
    request.peopleIn,
    request.similarTo,
    request.favourites,
    request.about,
    request.languages,
    request.countries,
  ].every((list) => list.length === 0);

/** "A tense movie with hardly any talking", "horror set on a boat": what it is to have is all that is said besides. */
const wantsOnlyASort = (request: MovieRequest): boolean =>
  request.moodsIn.length + request.genresIn.length > 0 &&
  wantsNothing({ ...request, moodsIn: [], genresIn: [] });

/** "Horror set on a boat" is what the film is to be about, and not any boat. */
function addKind(request: MovieRequest, kind: string): void {
  const part = request.about.find((words) => kind !== words && ` ${kind} `.includes(` ${words} `));
  if (part === undefined) add(request.ideally, kind);
  else request.about = request.about.map((words) => (words === part ? kind : words));
}

/** What tells the kind by words of its own is no second thing that films are to be about, nor is a word that is left beside it. */
function addAgreed(request: MovieRequest, { name, told }: AgreedKind): void {
  const words = told.split(" ");
  const isLess = (about: string) =>
    !about.includes(" ") || words.every((word) => ` ${about} `.includes(` ${word} `));
  for (const about of request.about.filter(isLess)) add(request.ideally, about);
  request.about = request.about.filter((about) => !isLess(about));
  add(request.about, name);
}

/** Whether words at a place are what a film is to have, or where it is set. */
function isHad(tokens: readonly Token[], at: number, length: number): boolean {
  const before = tokens.slice(0, at).findLast(({ word }) => !ARTICLE.test(word))?.word ?? "";
  return HAVING.test(before) && (length >= LEAST_OF_A_HAVING || PLACED.test(before));
}
const HAVING = /^(?:with|without|where|about|on|in|at|aboard|inside|full|involving)$/;
const PLACED = /^(?:on|in|at|aboard|inside)$/;
const ARTICLE = /^(?:an?|the|some)$/;
const LEAST_OF_A_HAVING = 2;

/** It says of nothing what a film is to be about, nor what it is to be like, nor who made it. */
const isVague = (request: MovieRequest): boolean =>
  [
    request.keywordsIn,
    request.peopleIn,
    request.similarTo,
    request.favourites,
    request.about,
    request.ideally,
  ].every((list) => list.length === 0);

const nothingOf = (kind: MovieRequest["kind"]): Understood => ({
  request: emptyRequest(kind),
  judged: [],
  meant: [],
});

/** What follows a verdict: "loved it, any others like that?" asks for others, and its verdict rules nothing in or out. */
function restOf(said: string): string | undefined {
  const heard = said.length <= LONGEST_JUDGED ? verdictIn(said) : undefined;
  return heard?.kind === "verdict" ? heard.rest : undefined;
}

/** "Is there a western that got two thumbs up?" judges none, though it has the words of a verdict. */
const asksForFilms = (said: string): boolean => verdictIn(said).kind === "nothing" && opensAsRequest(said);

/** Some sentences of which one asks, and something that can be gone by: "We have seen Heat and Alien. What looks great on a big wall?" */
const asksInAPost = (said: string, filters: number): boolean =>
  filters > 0 && /[^.!?]{3}[.!?]+\s+\S/.test(said) && /\?/.test(said);

/** "Quiet films about grief, not Ronin as I couldn't finish it": what films are to be about is named first. */
const namesFilms = (said: string, filters: number): boolean =>
  filters > 0 && NAMES_FILMS.test(said) && verdictIn(said).kind === "nothing";
const NAMES_FILMS =
  /^(?:(?!the|this|that|these|those|it|i|we|my)[\p{L}-]{1,15} ){0,4}(?:films?|movies?|something|anything|stuff) (?:about|with|where|like|from|set|for|that|in|on)(?!\p{L})/iu;

const ASKING: ReadonlySet<MovieRequest["kind"]> = new Set(["request", "question", "command", "unsafe"]);
const LONGEST_JUDGED = 300;

/**
 * What stretches of a text say by themselves: the story it tells, films, years, lengths, ages, people. What one reader took the next does
 * not read again, so that no word of a title is a year and no word of a story a theme. Pure.
 */

import type { Catalog } from "../../catalog/catalog.ts";
import { isTitle } from "../../catalog/naming.ts";
import { once } from "../../catalog/once.ts";
import { isPost } from "../post.ts";
import type { Words } from "../words.ts";
import { readGroup, readTens } from "./ages.ts";
import { busyWith } from "./busy-with.ts";
import { readCertificates } from "./certificates-said.ts";
import { readHowMany } from "./how-many.ts";
import { ofOneself } from "./of-oneself.ts";
import { createPeopleReader } from "./people.ts";
import { spansOf } from "./phrases.ts";
import { readRatings } from "./ratings.ts";
import { recognisedStory } from "./recognised.ts";
import { createRefusedNamesReader } from "./refused-names.ts";
import { withRoles } from "./roles-said.ts";
import { FOR_ADULTS } from "./settle.ts";
import { isWithin, overlaps, type Span, without } from "./spans.ts";
import type { TitleMention } from "./title-mention.ts";
import type { Text, Token } from "./tokens.ts";
import { onlyTold, toldKinds } from "./told-kinds.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { waysToBegin } from "./ways-to-begin.ts";
import type { WordReaders } from "./word-readers.ts";
import { createYearReader, isYear } from "./years.ts";

interface SpanReaderOptions {
  readonly words: Words;
  readonly readers: WordReaders;
  readonly catalog: Catalog;
  readonly thisYear: number;
}

/** The opposite of what is drawn, and no kind of action. */
const LIVE_ACTION =
  /(?<!\b(?:not|no|nothing|hate) )\blive[ -]action\b|\b(?:too (?:old|grown[ -]up|big|cool) for|(?:has |have )?(?:grown out of|outgrown)) (?:the |any )?(?:cartoons?|animations?|animated (?:films?|movies?|stuff|ones?))\b/;

/** "Hollywood stars from the 50s" are seen, and not drawn. */
const STARS =
  /(?<!\b(?:not|no|nothing|without|becomes?|about an?|about|become an?) )\b(?:(?:(?:old|classic|golden age|big|great|famous|real|the) ){0,3}(?:hollywood|movie|film|screen|matinee)(?: golden age)? (?:stars|legends|icons|greats|idols|royalty)|(?:big|great) (?:old )?stars)\b(?! wars)/;

/** "Saw it on telly in the late 90s": when a film that is looked for was seen, not when it was made. */
const SEEN_THEN = /\b(?:saw|seen|watched|caught)\b[^.!?]{0,40}$/;
/** In characters. */
const SEEN_BEFORE = 40;

/** "(1995)" stands behind a title, known or not. */
const A_YEAR_BESIDE = /\((?:18|19|20)\d\d\)/g;

/** @param spoken the films that the text names, as they are read first */
export function createSpanReader({ words, readers, catalog, thisYear }: SpanReaderOptions) {
  const { vocabulary, refinement, ages, teens, runtimes, idioms, convinced, posts, toldPlot } = readers;
  const [worksIn, { plotFrom }] = [readers.works, readers.unread];
  const refusedNames = createRefusedNamesReader(words, catalog, vocabulary);
  const years = createYearReader(words, thisYear);
  const people = createPeopleReader(words, vocabulary, catalog.facts);

  const isOfFilm = ({ titles: named }: TitleMention): boolean =>
    named.some((title) => isTitle(catalog, title));

  return (text: Text, spoken: () => readonly TitleMention[]) => {
    const toldOnly = posts(text);
    const isRemembered = plotFrom(text.tokens) !== undefined;
    const oneself = ofOneself(text.tokens);
    /** In words that tell of whoever asks, beside some that ask. */
    const background =
      isRemembered && !isPost(text.said)
        ? []
        : text.tokens.filter((_, at) => toldOnly(at) || oneself.has(at));
    const isBackground = (span: Span): boolean => background.some((token) => overlaps(token, span));
    // "Bridge of Spies was a hit last year" tells of a film, and not of a bridge
    const isOfTitle = (told: Span): boolean =>
      spoken().some((mention) => overlaps(mention, told) && mention.role !== "mentioned");
    const named = once(() => people(text, []));
    const plot =
      recognisedStory(text.tokens, text.said, catalog.tellsOneFilm, {
        titled: spoken().filter(isOfFilm),
        named,
        vocabulary,
      }) ?? toldPlot(text.tokens, text.said);
    const ruledOut = refusedNames(text, []);
    const isOfRefused = (told: Span): boolean => ruledOut.some((name) => overlaps(name, told));
    const datedAnywhere = once(() => years(text.plain));
    /** "Thrillers from the 90s": a genre and its years, and no story. */
    const saysOnlyASort = (told: Span): boolean =>
      datedAnywhere().some((mention) => overlaps(mention, told)) &&
      text.tokens.every(
        (token, at) =>
          !overlaps(token, told) ||
          LEADS_TO_YEARS.test(token.word) ||
          datedAnywhere().some((mention) => overlaps(mention, token)) ||
          vocabulary.at(text.tokens, at)?.values.every(({ field }) => field === "genres") === true,
      );
    const story = plot && (isBackground(plot) || isOfTitle(plot) || isOfRefused(plot)) ? undefined : plot;
    const stories = story
      ? [story]
      : toldKinds(text.tokens, text.said, catalog.storiesIn, {
          vocabulary,
          taken: [...spoken(), ...named().filter(isFullName)],
          apart: [...readers.permissions(text.tokens), ...readers.refusals.runs(text.tokens)],
        }).filter((each) => !isBackground(each) && !isOfTitle(each) && !isOfRefused(each));
    const unlessTold = (token: Token): Token =>
      stories.some((each) => overlaps(each, token)) ? { ...token, word: "" } : token;
    const dropped = refinement.drops(text.tokens.map(unlessTold));
    const busy = busyWith(text.plain);
    const taken: Span[] = [...dropped.tokens].map((at) => text.tokens[at]!);
    /** "People in their sixties" ask for a theme. */
    const isOfItsOwn = (span: Span): boolean => !isWithinPhrase(vocabulary, text.tokens, span);
    taken.push(...spansOf(idioms, text.tokens, vocabulary).filter(isOfItsOwn));
    taken.push(...spansOf(convinced, text.tokens), ...waysToBegin(text.plain), ...busy);
    const toldOf = story ? [] : stories.flatMap((each) => onlyTold(each, text.tokens, vocabulary));
    taken.push(...(story ? [story] : toldOf));
    /** For whom it is said is heard within a kind of stories as well: "halloween sleepover for 9 year olds". */
    const takenElse = (): Span[] => taken.filter((span) => !toldOf.includes(span));
    const works = worksIn(text, spoken().filter(isOfFilm));
    const isNoTitle = (mention: TitleMention) =>
      works.some(({ name }) => overlaps(name, mention)) ||
      taken.some((span) => overlaps(span, mention) && !isWithin(span, mention)) ||
      isWithinPhrase(vocabulary, text.tokens, mention) ||
      isYear(text.plain, mention);
    const titled = spoken().filter((mention) => !isNoTitle(mention));
    const refused = refusedNames(text, titled);
    taken.push(...titled, ...titled.flatMap(({ told = [] }) => told), ...works, ...refused);
    const rated = readRatings(without(text.plain, taken));
    taken.push(...rated);
    const runtime = runtimes(without(text.plain, taken));
    taken.push(...runtime.spans);
    taken.push(...readTens(without(text.plain, taken)).filter(isOfItsOwn));
    const dated = years(
      without(text.plain, taken).replace(A_YEAR_BESIDE, (year) => " ".repeat(year.length)),
    ).filter(
      ({ start }) => !(story && SEEN_THEN.test(text.plain.slice(Math.max(0, start - SEEN_BEFORE), start))),
    );
    taken.push(...dated);
    const children = ages(without(text.plain, takenElse()));
    taken.push(...children);
    const rating = readCertificates(without(text.plain, taken));
    taken.push(...rating.spans);
    const young = teens(without(text.plain, taken));
    taken.push(...young.spans);
    const groups = readGroup(without(text.plain, taken)).slice(0, 1);
    taken.push(...groups);
    const forAdults = FOR_ADULTS.exec(without(text.plain, taken));
    if (forAdults?.[0].startsWith("for "))
      taken.push({ start: forAdults.index, end: forAdults.index + forAdults[0].length });
    const drawnNot = LIVE_ACTION.exec(text.plain) ?? STARS.exec(without(text.plain, taken));
    if (drawnNot) taken.push({ start: drawnNot.index, end: drawnNot.index + drawnNot[0].length });
    const several = readHowMany(without(text.plain, taken));
    taken.push(...several.spans);
    const { persons, butNot, spans: roles } = withRoles(people(text, taken), text.plain, catalog.facts);
    taken.push(...persons, ...roles);
    return {
      stories,
      /** "Thrillers from the 90s": beside somebody who is named, others are of the sort as well. */
      saysOnlyASort,
      /** In a sentence that tells of whoever asks, beside one that asks. */
      background,
      isBackground,
      dropped,
      works,
      /** What somebody says they are busy with is named with these. */
      busy,
      titled,
      refused,
      rated,
      runtime,
      dated,
      children,
      young,
      certificates: rating.allowed,
      groups,
      drawnNot: drawnNot !== null,
      several,
      persons,
      butNot,
      taken,
      unlessTold,
    };
  };
}

const LEADS_TO_YEARS = /^(?:from|of|in|the|made|movies?|films?|flicks?|s)$/;

/** "Robert Redford", and not "Columbus", who may be in a story. */
const isFullName = ({ name }: { readonly name: string }): boolean => name.includes(" ");

/** "No love triangle" names no film called Triangle, where it is not written as one. */
function isWithinPhrase(vocabulary: Vocabulary, tokens: readonly Token[], mention: Span): boolean {
  const from = tokens.findIndex((token) => overlaps(token, mention));
  if (from < 0 || tokens[from]!.capital) return false;
  for (let at = Math.max(0, from - LONGEST_BEFORE); at < from; at++) {
    const found = vocabulary.at(tokens, at);
    if (found && at + found.length > from && tokens[at + found.length - 1]!.end >= mention.end) return true;
  }
  return false;
}
/** Words of a phrase before the title that stands in it. */
const LONGEST_BEFORE = 3;

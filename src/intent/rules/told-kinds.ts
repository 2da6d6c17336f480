/** Stories of a sort that are asked for in few words: "somebody forging paintings", "kidnapping gone wrong, darkly funny". Pure. */
import { STOP_WORDS } from "../../catalog/about/stop-words.ts";
import { stemsOf } from "../../catalog/about/terms.ts";
import type { PlotReader } from "../../catalog/about/told-plots.ts";
import { LONGEST_ABOUT } from "../request.ts";
import { tellsOfALiking } from "./likings.ts";
import { notOnlyAt } from "./not-only.ts";
import type { Phrases } from "./phrases.ts";
import { range } from "./range.ts";
import { withoutAsking } from "./recognised.ts";
import { type Run, sentencesOf } from "./sentences.ts";
import { overlaps, type Span } from "./spans.ts";
import type { Token } from "./tokens.ts";
import type { ToldPlot } from "./told-plots.ts";
import type { Meaning } from "./vocabulary.ts";

/** What is denied, had enough of, or past is not asked for. */
export const DENIES =
  /^(?:not?|nothing|never|without|isnt|arent|dont|doesnt|didnt|cant|cannot|wont|hate|hated|hates|tired|bored|sick|enough|except|avoid|minus|instead|nor)$/;
/** Words that tell a kind may have so many others between them: what stands further apart is told by the way. */
const MOST_BETWEEN = 4;
/** Kinds so many words apart are told together: "adopted kid | looking for | birth parents". */
const TOGETHER = 3;
/** In words: a sentence as long that speaks of nobody here tells a story. */
const FEWEST_TOLD = 9;
/** Stands for a word that is none. */
const NOT_READ = "0";

/**
 * @param taken what was read before, as titles and people: no word of it tells anything, and what they are in is no story from end to end
 * @param vocabulary what has a name of its own is no story
 * @param apart what is no part of a story that is asked for: what is only let pass, words that refuse something
 */
export function toldKinds(
  tokens: readonly Token[],
  said: string,
  storiesIn: PlotReader,
  {
    vocabulary,
    taken,
    apart = [],
  }: { vocabulary: Phrases<Meaning>; taken: readonly Span[]; apart?: readonly Run[] },
): ToldPlot[] {
  const isRead = (token: Token) => taken.some((span) => overlaps(span, token));
  const words = tokens.map((token) => (isRead(token) ? NOT_READ : token.word));
  const runs: Run[] = [];
  for (const sentence of sentencesOf(tokens)) {
    const told = storiesIn(words.slice(sentence.from, sentence.to).join(" "))
      .filter(
        ({ plot, said: by, from, to }) => plot.films.length > 0 && to - from - countOf(by) <= MOST_BETWEEN,
      )
      .map(({ from, to }) => ({ from: sentence.from + from, to: sentence.from + to }))
      .filter(({ to }) => !words.slice(sentence.from, to).some((word) => DENIES.test(word)))
      .filter(({ to }) => !range(sentence.from, to).some((at) => notOnlyAt(tokens, at) > 0))
      .filter((run) => !isWhoAdvises(tokens, run))
      .sort((a, b) => a.from - b.from);
    for (const { from, to } of told) {
      const last = runs.at(-1);
      if (last && last.from >= sentence.from && from <= last.to + TOGETHER)
        runs[runs.length - 1] = { from: last.from, to: Math.max(last.to, to) };
      else runs.push({ from, to });
    }
  }
  return runs
    .filter(({ from, to }) => !isKnown(vocabulary, tokens, from, to))
    .map((run) => withOthers(tokens, withParticle(tokens, run), vocabulary, isRead))
    .map((run) => wholeOf(tokens, run, isRead))
    .flatMap((run) => outside(run, apart))
    .filter(({ from, to }) => !isKnown(vocabulary, tokens, from, to))
    .map(({ from, to }) => {
      const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
      return { start, end, words: said.slice(start, end).slice(0, LONGEST_ABOUT).toLowerCase() };
    });
}

const OWN = /^(?:my|our)$/;
const ADVISES =
  /^(?:told|tells|said|says|asked|asks|suggested|suggests|recommended|recommends|advised|thinks|wants)$/;
/** "My therapist told me to watch something" */
const isWhoAdvises = (tokens: readonly Token[], { from, to }: Run): boolean =>
  OWN.test(tokens[from - 1]?.word ?? "") && ADVISES.test(tokens[to]?.word ?? "");

/** What is a wish by itself, within a kind of story too: "a scandinavian crime story" is from there. */
const BY_ITSELF: ReadonlySet<Meaning["field"]> = new Set([
  "genres",
  "moods",
  "standings",
  "languages",
  "countries",
]);
const OF_YEARS = /^(?:\d|(?:twen|thir|for|fif|six|seven|eigh|nine)ties$)/;

/** Places of words that are such a wish and no more, or a time. A mood is part of many a kind, and belongs to it, as does a theme. */
export function wishesOfTheirOwn(
  tokens: readonly Token[],
  vocabulary: Phrases<Meaning>,
): ReadonlySet<number> {
  const places = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const found = vocabulary.at(tokens, at);
    const isWish = found?.values.every(({ field }) => field !== "moods" && BY_ITSELF.has(field));
    if (isWish) for (const place of range(at, at + found!.length)) places.add(place);
    else if (OF_YEARS.test(tokens[at]!.word)) places.add(at);
  }
  return places;
}

/** The parts of a story that are nothing but words of it. */
export function onlyTold(story: Span, tokens: readonly Token[], vocabulary: Phrases<Meaning>): Span[] {
  const parts: Span[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (!overlaps(story, token)) continue;
    const found = vocabulary.at(tokens, at);
    if (found?.values.some(({ field }) => BY_ITSELF.has(field))) at += found.length - 1;
    else if (!OF_YEARS.test(token.word)) parts.push(token);
  }
  return parts;
}

/**
 * Nothing but names of themes, and wishes of other kinds: "a vampire romance". "Cold case", which is heard as an investigation, is more:
 * no word of it is the theme's.
 */
function isKnown(vocabulary: Phrases<Meaning>, tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const found = vocabulary.at(tokens, at);
    const said = tokens.slice(at, at + (found?.length ?? 1)).map(({ word }) => word);
    if (found ? !found.values.some((meaning) => isNamed(meaning, said)) : !STOP_WORDS.has(said[0]!))
      return false;
    at += said.length - 1;
  }
  return true;
}

function isNamed({ field, value }: Meaning, said: readonly string[]): boolean {
  const stems = new Set(stemsOf(said.join(" ")));
  return field !== "keywords" || stemsOf(value).some((stem) => stems.has(stem));
}

/** "The house falls apart": a verb is not torn from what belongs to it. */
const PARTICLE = /^(?:apart|away|down|together|off)$/;
const withParticle = (tokens: readonly Token[], { from, to }: Run): Run =>
  tokens[to]?.gap === "space" && PARTICLE.test(tokens[to]!.word) ? { from, to: to + 1 } : { from, to };

/** In words. */
const LONGEST_OTHER = 3;
/**
 * "Forgers and art fakes": what is named beside it in words of no list, at the end of what is said, is looked for together with it. Apart
 * from it each would have to be in every film.
 */
function withOthers(
  tokens: readonly Token[],
  { from, to }: Run,
  vocabulary: Phrases<Meaning>,
  isRead: (token: Token) => boolean,
): Run {
  const next = tokens[to];
  const ends = tokens.findIndex(({ gap }, at) => at > to && gap !== "space");
  const end = ends < 0 ? tokens.length : ends;
  const others = range(to + 1, end);
  const isOne =
    next?.gap === "space" &&
    /^(?:and|or)$/.test(next.word) &&
    others.length > 0 &&
    others.length <= LONGEST_OTHER &&
    others.every(
      (at) =>
        !isRead(tokens[at]!) && !STOP_WORDS.has(tokens[at]!.word) && vocabulary.at(tokens, at) === undefined,
    );
  return isOne ? { from, to: end } : { from, to };
}

/** "That aren't just action": what the film is not, behind its story. */
const isOfTheFilm = (tokens: readonly Token[], at: number): boolean =>
  /^(?:that|which|but)$/.test(tokens[at]!.word) && DENIES.test(tokens[at + 1]?.word ?? "");

/** The sentence around what tells a kind, where it is long and tells a story from one end to the other. */
function wholeOf(tokens: readonly Token[], run: Run, isRead: (token: Token) => boolean): Run {
  const sentence = sentencesOf(tokens).find(({ from, to }) => from <= run.from && run.to <= to)!;
  const denied = range(run.to, sentence.to).find((at) => isOfTheFilm(tokens, at));
  const story = withoutAsking(tokens, { from: sentence.from, to: denied ?? sentence.to });
  const isWhole =
    story &&
    !isList(tokens, story) &&
    story.from <= run.from &&
    story.to - story.from >= FEWEST_TOLD &&
    !tokens.slice(story.from, story.to).some(isRead) &&
    !tellsOfALiking(tokens, sentence.from);
  return isWhole ? story : run;
}

/** "80s action, cheesy, under 100 min": short things side by side. */
function isList(tokens: readonly Token[], { from, to }: Run): boolean {
  const commas = range(from + 1, to).filter((at) => tokens[at]!.gap !== "space");
  const ends = [...commas, to];
  return (
    commas.length >= FEWEST_COMMAS && [from, ...commas].every((at, nth) => ends[nth]! - at <= LONGEST_THING)
  );
}
const FEWEST_COMMAS = 2;
const LONGEST_THING = 5;

/** What is left of a run before the others or behind them; none where it is all theirs. */
function outside(run: Run, others: readonly Run[]): Run[] {
  const other = others.find(({ from, to }) => from < run.to && run.from < to);
  if (!other) return [run];
  if (other.from > run.from) return outside({ from: run.from, to: other.from }, others);
  return other.to < run.to ? outside({ from: other.to, to: run.to }, others) : [];
}

const countOf = (words: string): number => words.split(" ").length;

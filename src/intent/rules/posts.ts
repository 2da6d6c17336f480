/**
 * Which sentences of a longer message only tell of whoever asks: "I drive a taxi at night. I'd like something calm." What
 * stands in them is no wish. Pure.
 */
import { isPost } from "../post.ts";
import type { Words } from "../words.ts";
import { busyWith } from "./busy-with.ts";
import { phraseSet, wordSet } from "./phrases.ts";
import { range } from "./range.ts";
import type { Text, Token } from "./tokens.ts";

/** "..., and now I want a western": where a sentence goes on to ask. */
const GOES_ON = /^(?:and|so|but|now|hence|therefore)$/;
/** In words: behind them a sentence says what it is. */
const LONGEST_OPENING = 3;
const LONGEST_REFUSAL = 2;

/** "Want animated stuff", "Need sporty": nobody else is said to. */
const BEGINS_TO_ASK = /^(?:want|need|fancy|seeking|thinking|some|any|another|more)$/;

/** "A drama for my uncle" asks, "a friend of mine moved" tells. */
const OF_SOMEBODY =
  /^(?:friend|colleague|coworker|buddy|mate|guy|girl|few|couple|lot|while|neighbou?r|cousin|year|month|week|day|long)$/;

interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly asks: boolean;
  readonly tells: boolean;
  /** Whoever asks, or somebody of theirs, is spoken of. */
  readonly isOfThem: boolean;
}

/** @returns whether a token stands in a sentence that only tells; none does where no other sentence asks, unless it is a post, whose title line does */
export function createPostReader({ posts }: Pick<Words, "posts">): (text: Text) => (at: number) => boolean {
  const [wishes, tastes, limits, occasions] = [posts.wishes, posts.tastes, posts.limits, posts.occasions].map(
    phraseSet,
  );
  const [speakers, others, relatives] = [posts.speakers, posts.others, posts.relatives].map((list) =>
    wordSet(list),
  );

  const sentenceOf = (
    { tokens, said, plain }: Text,
    from: number,
    to: number,
    before: Sentence | undefined,
  ): Sentence => {
    const places = range(from, to);
    const within = (at: number, length: number | undefined) => length !== undefined && at + length <= to;
    const has = (phrases: typeof wishes) => places.some((at) => within(at, phrases!.at(tokens, at)?.length));
    const end = said.slice(tokens[to - 1]!.end, tokens[to]?.start ?? said.length);
    const isNamed = /^an?$/.test(tokens[from]!.word) && !OF_SOMEBODY.test(tokens[from + 1]?.word ?? "");
    const asks = isNamed || has(wishes) || end.includes("?") || BEGINS_TO_ASK.test(tokens[from]!.word);
    const isBusy = busyWith(plain.slice(tokens[from]!.start, tokens[to - 1]!.end)).length > 0;
    const opens = (phrases: typeof wishes, most: number) =>
      places.slice(0, most).some((at) => within(at, phrases!.at(tokens, at)?.length));
    const first = tokens[from]!.word;
    const isOfSpeaker = relatives!.has(first) || places.some((at) => speakers!.has(tokens[at]!.word));
    // "My sister visits. She is a nurse", but "A film please. He is a spy": of somebody of whom was told
    const isOfTheirs = others!.has(first) && before?.isOfThem === true;
    const tells =
      !asks &&
      !isBusy &&
      (isOfSpeaker || isOfTheirs || opens(occasions, LONGEST_OPENING)) &&
      !has(tastes) &&
      !opens(limits, LONGEST_REFUSAL);
    return { from, to, asks, tells, isOfThem: isOfSpeaker || isOfTheirs };
  };

  /** Whether a sentence goes on to ask at a token: behind a conjunction stand words that do. */
  const asksOn = (tokens: readonly Token[], at: number): boolean => {
    if (!GOES_ON.test(tokens[at]!.word)) return false;
    let next = at + 1;
    while (next < at + LONGEST_OPENING && GOES_ON.test(tokens[next]?.word ?? "")) next++;
    return next < tokens.length && wishes!.at(tokens, next) !== undefined;
  };

  return (text) => {
    const { tokens } = text;
    const sentences: Sentence[] = [];
    let from = 0;
    for (let at = 1; at <= tokens.length; at++) {
      const ends = at === tokens.length || tokens[at]!.gap === "stop" || asksOn(tokens, at);
      if (!ends) continue;
      sentences.push(sentenceOf(text, from, at, sentences.at(-1)));
      from = at;
    }
    const isWhole = isPost(text.said);
    const isTold = sentences.length > 1 && (isWhole || sentences.some(({ asks }) => asks));
    const told = new Uint8Array(tokens.length);
    // the title line of a post asks, whoever is named in it
    const behind = isWhole ? sentences.slice(1) : sentences;
    if (isTold) for (const { from, to, tells } of behind) if (tells) told.fill(1, from, to);
    return (at) => told[at] === 1;
  };
}

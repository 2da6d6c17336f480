/**
 * What reads by the word lists alone, whatever films there are. Made once of the same lists: to make it takes most of the time that a
 * parser takes, and a model that changes leaves them as they are.
 */
import type { Words } from "../words.ts";
import { createAgeReader, createTeenReader } from "./ages.ts";
import { createAsides } from "./asides.ts";
import { phrasesIn } from "./common-words.ts";
import { createKindReader } from "./kind.ts";
import { createOriginsTold } from "./origins-told.ts";
import { createPermissions } from "./permissions.ts";
import { phraseSet, wordSet } from "./phrases.ts";
import { createPolarity } from "./polarity.ts";
import { createPostReader } from "./posts.ts";
import { createRefinementReader } from "./refinement.ts";
import { createRefusals } from "./refusals.ts";
import { createRuntimeReader } from "./runtimes.ts";
import { createSubjectReader } from "./subjects.ts";
import { unspacedIn } from "./tokens.ts";
import { createToldPlotReader } from "./told-plots.ts";
import { createUnreadReader } from "./unread.ts";
import { createVocabulary } from "./vocabulary.ts";
import { createWatcherReader } from "./who-watches.ts";
import { createWorkReader } from "./works.ts";

export type WordReaders = ReturnType<typeof createWordReaders>;

const made = new WeakMap<Words, WordReaders>();

export function wordReadersOf(words: Words): WordReaders {
  const known = made.get(words);
  if (known) return known;
  const readers = createWordReaders(words);
  made.set(words, readers);
  return readers;
}

function createWordReaders(words: Words) {
  const vocabulary = createVocabulary(words);
  const { works: _, ...lists } = words; // names are no words to read others by
  const phrases = [...phrasesIn(lists)];
  const refusals = createRefusals(words);
  const permissions = createPermissions(words);
  return {
    vocabulary,
    /** Every word of every list. */
    listed: wordSet(phrases),
    unspaced: new Set(phrases.flatMap(unspacedIn)),
    subjects: createSubjectReader(words),
    polarity: createPolarity(words, refusals),
    refusals,
    asides: createAsides(words, permissions),
    permissions,
    originsTold: createOriginsTold(words),
    refinement: createRefinementReader(words),
    unread: createUnreadReader(words, vocabulary),
    kinds: createKindReader(words),
    settleWatchers: createWatcherReader(words),
    works: createWorkReader(words),
    ages: createAgeReader(words),
    teens: createTeenReader(words),
    runtimes: createRuntimeReader(words),
    idioms: phraseSet(words.asides.idioms),
    convinced: phraseSet(words.asides.convinced),
    posts: createPostReader(words),
    toldPlot: createToldPlotReader(words, vocabulary),
  };
}

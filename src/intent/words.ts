/** The word lists of the rule parser: data/words/*.yaml, one file per field, to be edited without touching code. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { readTagVocabulary } from "../catalog/film-words/tag-vocabulary.ts";
import { GENRES } from "../catalog/genres.ts";
import { readYaml } from "../files/yaml.ts";
import { keepAsBuilt, readAsBuilt, type Text } from "./as-built.ts";
import { withTags } from "./tags.ts";
import { AUDIENCES, DROPPABLE, MEDIA, MOODS, SHIFTS, STANDINGS } from "./terms.ts";

/** A YAML list, or for long ones a text with commas, which is read many times faster. */
const phrases = z.preprocess(
  (list) => (typeof list === "string" ? list.split(",").map((phrase) => phrase.trim()) : list),
  z.array(z.string().min(1, "a word between the commas")).min(1),
);
const phrasesBy = <T extends z.ZodType<string, string>>(key: T) => z.partialRecord(key, phrases);
const decade = z.string().regex(/^(18|19|20)\d0$/, "the first year of a decade");
/** "Comedy", or several at once: "Comedy + Romance". */
const genres = z
  .string()
  .refine(
    (key) => key.split(" + ").every((name) => GENRES.some((genre) => genre === name)),
    'genres as the data set spells them, joined by " + "',
  );
const moods = z
  .string()
  .refine((key) => MOODS.some((mood) => mood === key.replace(/^not /, "")), 'a mood, or "not" and a mood');
const span = z.strictObject({ from: z.int(), to: z.int(), words: phrases });

const FILES = {
  genres: phrasesBy(genres),
  moods: phrasesBy(moods),
  standings: phrasesBy(z.enum(STANDINGS)),
  audiences: z.strictObject({
    watching: phrasesBy(z.enum(AUDIENCES)),
    ages: z.strictObject({ childUpTo: z.int().positive(), units: phrases }),
  }),
  asides: z.strictObject({
    asked: phrases,
    told: phrases,
    evening: phrases,
    finding: phrases,
    belittling: phrases,
    convinced: phrases,
    manners: phrases,
    liking: phrases,
    idioms: phrases,
    company: phrases,
    occasion: phrases,
    teens: z.strictObject({
      from: z.int().positive(),
      upTo: z.int().positive(),
      words: phrases,
      spared: phrases,
    }),
  }),
  keywords: phrasesBy(z.string()),
  tones: phrasesBy(z.string()),
  media: phrasesBy(z.enum(MEDIA)),
  origins: z.strictObject({
    languages: phrasesBy(z.string().regex(/^[a-z]{2}$/, "an ISO 639-1 code")),
    countries: phrasesBy(z.string().regex(/^[A-Z]{2}$/, "an ISO 3166-1 code")),
    regions: phrasesBy(z.string().regex(/^\d{3}$/, "a UN M49 code")),
    foreign: phrases,
  }),
  people: z.strictObject({
    firstNames: phrases,
    wordNames: phrases,
    announcing: phrases,
    surelyAnnouncing: phrases,
    makers: phrases,
    asking: phrases,
    doing: phrases,
    particles: phrases,
    suffixes: phrases,
    known: phrasesBy(z.string()),
  }),
  titles: z.strictObject({
    like: phrases,
    loved: phrases,
    refused: phrases,
    disliked: phrases,
    seen: phrases,
    praisedBehind: phrases,
    blamedBehind: phrases,
    seenBehind: phrases,
    struckBehind: phrases,
    after: phrases,
    ends: phrases,
    likeAsVerb: phrases,
  }),
  negation: z.strictObject({
    affirm: phrases,
    indifferent: phrases,
    negators: phrases,
    postposed: phrases,
    hardEnds: phrases,
    softEnds: phrases,
    circumstances: phrases,
    times: phrases,
    upsetting: phrases,
    upset: phrases,
    obliged: phrases,
    watched: phrases,
    feared: phrases,
  }),
  refusals: z.strictObject({
    before: phrases,
    behind: phrases,
    headings: phrases,
    adverbs: phrases,
  }),
  permissions: z.strictObject({
    before: phrases,
    atFirst: phrases,
    behind: phrases,
    atLast: phrases,
    praise: phrases,
    openTo: phrases,
  }),
  talk: z.strictObject({
    smalltalk: phrases,
    feedback: phrases,
    command: phrases,
    openings: phrases,
    closings: phrases,
    question: phrases,
    onTheTable: phrases,
    judged: phrases,
    verdicts: phrases,
    being: phrases,
    conditions: phrases,
    telling: phrases,
    film: phrases,
    filmVerbs: phrases,
    choosing: phrases,
    wish: phrases,
    unsafe: phrases,
    unsafeMarks: phrases,
  }),
  reactions: z.strictObject({
    met: phrases,
    judging: phrases,
    pointing: phrases,
    exceeding: phrases,
    softly: phrases,
    lacking: phrases,
    around: phrases,
    doing: phrases,
    own: phrases,
    aroundOwn: phrases,
  }),
  signs: z.strictObject({
    responses: phrases,
    appearing: phrases,
    parts: phrases,
    life: phrases,
    addressed: phrases,
    scores: phrases,
    faintWishes: phrases,
    facts: phrases,
    factEnds: phrases,
    orders: phrases,
    politely: phrases,
  }),
  refinement: z.strictObject({
    another: phrases,
    adjust: phrases,
    shifts: phrasesBy(z.enum(SHIFTS)),
    dropVerbs: phrases,
    dropAny: phrases,
    parts: phrasesBy(z.enum(DROPPABLE)),
    anythingGoes: phrases,
  }),
  years: z.strictObject({
    before: phrases,
    after: phrases,
    since: phrases,
    until: phrases,
    between: phrases,
    to: phrases,
    decades: phrasesBy(decade),
    recent: phrases,
    recentYears: z.int().positive(),
    spans: z.array(span),
  }),
  runtimes: z.strictObject({
    atMost: phrases,
    atLeast: phrases,
    around: phrases,
    aroundMinutes: z.int().positive(),
    spans: z.array(span),
  }),
  subjects: z.strictObject({
    about: phrases,
    ends: phrases,
    plots: phrases,
    empty: phrases,
  }),
  stories: z.strictObject({ whose: phrases, tells: phrases }),
  posts: z.strictObject({
    wishes: phrases,
    tastes: phrases,
    limits: phrases,
    speakers: phrases,
    others: phrases,
    relatives: phrases,
    occasions: phrases,
  }),
  filler: z.strictObject({ words: phrases, corrected: phrases }),
  works: z.strictObject({
    named: z.record(z.string(), z.string().min(1)),
    behind: z.strictObject({ words: phrases, named: z.record(z.string(), z.string().min(1)) }),
  }),
} as const;

export type Words = { readonly [File in keyof typeof FILES]: z.infer<(typeof FILES)[File]> };

/** Beside the folder of the lists: the tags that films are described by. */
const VOCABULARY = "films/vocabulary.yaml";

/**
 * The lists of a folder, and the tags of films/vocabulary.yaml beside it, where that is there.
 *
 * @throws naming the file and what is wrong in it, where a list does not hold what it should
 */
export async function readWords(folder: string): Promise<Words> {
  const texts = await readTexts(folder);
  return ((await readAsBuilt(texts)) as Words | undefined) ?? parseLists(texts);
}

/** Keeps what the lists of a folder come to, for whoever reads them as they are now. @throws as readWords does */
export async function keepWords(folder: string): Promise<void> {
  const texts = await readTexts(folder);
  await keepAsBuilt(texts, parseLists(texts));
}

/** The lists of a folder as they are written, with what lies beside them. */
export async function readTexts(folder: string): Promise<Text[]> {
  const lists = Object.keys(FILES).map((name) => ({ name, file: join(folder, `${name}.yaml`) }));
  const tags = { name: VOCABULARY, file: join(dirname(folder), VOCABULARY) };
  return Promise.all(
    [...lists, ...(existsSync(tags.file) ? [tags] : [])].map(async ({ name, file }) => ({
      name,
      file,
      text: await listIn(file),
    })),
  );
}

/** @throws Error that says what to name, where it cannot be read */
async function listIn(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new Error(
      `${file} cannot be read (${(cause as Error).message}). Name the folder of the word lists by MATINEE_WORDS, such as data/words.`,
      { cause },
    );
  }
}

/** What the lists come to, by the lists alone. @throws as readWords does */
function parseLists(texts: readonly Text[]): Words {
  const read = ([name, schema]: [string, z.ZodType]) => {
    const { file, text } = texts.find((one) => one.name === name)!;
    const result = schema.safeParse(readYaml(text, file));
    if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
    return [name, result.data];
  };
  const words = Object.fromEntries(Object.entries(FILES).map(read)) as Words;
  const tags = texts.find(({ name }) => name === VOCABULARY);
  return tags ? withTags(words, readTagVocabulary(tags.text, tags.file)) : words;
}

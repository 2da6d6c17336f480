/**
 * Writes the texts that word vectors are learned from, a JSON line each: what films are told with here, how kinds of stories are asked for,
 * requests that nobody is judged by, and sentences of open pages.
 * Usage: node dist/scripts/word-vectors/texts.js --from data/downloads/films > texts.jsonl
 */
import { join } from "node:path";
import { z } from "zod";
import { spokenWords, stemsOf } from "../../src/catalog/about/terms.ts";
import { waysToTell } from "../../src/catalog/about/ways-to-tell.ts";
import { readFilmSources } from "../../src/dataset/films/gather.ts";
import { readPlotsOf } from "../../src/dataset/films/plots.ts";
import { readJsonLines } from "../../src/files/json-lines.ts";
import { command } from "../../src/host/command.ts";
import { run } from "../command-line.ts";

/** Requests, of which those held back are left out. */
const REQUESTS = ["about", "dev", "wishes", "verdicts"];
/** In letters: sentences of pages that tell a story and no cast. */
const SENTENCE = { shortest: 40, longest: 260 };
const TELLS =
  /\b(?:about|based|centers|family|follows?|life|man|plot|set in|stor(?:y|ies)|tells|when|who|woman)\b/i;

const requestSchema = z.looseObject({ text: z.string(), held: z.boolean().optional() });

async function main(): Promise<void> {
  const options = command(
    "texts",
    "node dist/scripts/word-vectors/texts.js --from data/downloads/films > texts.jsonl",
  )
    .description("Write the texts that word vectors are learned from.")
    .option("--from <folder>", "the publishers' files", "data/downloads/films")
    .option("--written <folder>", "what is written here about films", "data/films")
    .option("--requests <folder>", "requests as people write them", "data/requests")
    .parse()
    .opts<{ from: string; written: string; requests: string }>();
  const { words, stories, facts } = await readFilmSources(options);
  const plots = await readPlotsOf(join(options.written, "plots"));
  const told = Object.entries(plots).flatMap(([name, plot]) => waysToTell({ name, told: plot.told }));
  const requests = await Promise.all(
    REQUESTS.map((name) => readJsonLines(join(options.requests, `${name}.jsonl`), requestSchema)),
  );
  const pages = facts.wikipedia.flatMap(({ extract = "" }) =>
    sentencesOf(extract).slice(1).filter(tellsAStory),
  );
  const texts = [
    ...words.flatMap(({ line, phrases }) => [line, ...phrases]),
    ...stories.flatMap(({ story }) => sentencesOf(story)),
    ...told,
    ...requests.flat().flatMap(({ text, held }) => (held ? [] : [text])),
    ...pages,
  ];
  for (const text of new Set(texts.map((each) => each.toLowerCase()))) {
    const stems = stemsOf(text);
    if (stems.length > 0) console.log(JSON.stringify({ text, words: spokenWords(text), stems }));
  }
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+/);

const tellsAStory = (sentence: string): boolean =>
  sentence.length > SENTENCE.shortest && sentence.length < SENTENCE.longest && TELLS.test(sentence);

await run(main);

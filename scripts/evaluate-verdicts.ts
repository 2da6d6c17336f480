/**
 * Says people's texts to a card and shows what is recorded of their taste, to be read by eye: how often is a verdict
 * noted that nobody gave?
 * Usage: npx matinee evaluate verdicts --dialogues dialogues.jsonl --queries queries.jsonl
 */
import { Option } from "commander";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { createRandom } from "../src/numerics/random.ts";
import { atLeastOne, mustBeFile, run, wholeNumber } from "./command-line.ts";
import { type Recorded, readDialogues, readQueries, replay } from "./evaluate-verdicts/replay.ts";
import { openHearing } from "./talk/open-hearing.ts";
import { telling } from "./telling.ts";

interface Options {
  readonly dialogues?: string;
  readonly queries?: string;
  readonly half: "all" | "first" | "second";
  readonly sample: number;
  readonly seed: number;
  readonly json?: true;
}

function readOptions(args: readonly string[]): Options {
  return command(
    "evaluate verdicts",
    "matinee evaluate verdicts --dialogues dialogues.jsonl --queries queries.jsonl",
  )
    .description("Says people's texts to a card, and shows what is recorded of their taste by them.")
    .option(
      "--dialogues <file>",
      'JSON lines with "dialogue", a name, and "turns", pairs of "seeker" or "recommender" and a text',
    )
    .option("--queries <file>", 'JSON lines with "text": plain requests, none of which gives a verdict')
    .addOption(
      new Option("--half <half>", "every other dialogue, to write rules by one half and measure on the other")
        .choices(["all", "first", "second"])
        .default("all"),
    )
    .option("--sample <n>", "texts to read, of each sort of verdict", atLeastOne, 100)
    .option("--seed <n>", "draws them", wholeNumber, 1)
    .option("--json", "print every verdict that was recorded as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
}

async function main(args: readonly string[]): Promise<void> {
  const { dialogues, queries, half, sample, seed, json } = readOptions(args);
  const { line, result } = telling(json);
  const all: { from: "dialogues" | "queries"; texts: number; recorded: Recorded[] }[] = [];
  if (!dialogues && !queries) throw new Error("Nothing to read. Name a file with --dialogues or --queries.");
  for (const file of [dialogues, queries]) if (file) mustBeFile(file, "JSON lines (see --help)");
  const hearing = await openHearing(readConfig());

  if (dialogues) {
    const chosen = (await readDialogues(dialogues)).filter(
      (_, at) => half === "all" || at % 2 === (half === "first" ? 0 : 1),
    );
    const recorded = await allOf(chosen, (texts, at) => replay(hearing, `dialogue-${at}`, texts));
    all.push({ from: "dialogues", texts: chosen.flat().length, recorded });
    line(inWords(`${chosen.length} dialogues, ${chosen.flat().length} texts`, recorded, sample, seed));
  }
  if (queries) {
    const texts = await readQueries(queries);
    const recorded = await allOf(texts, (text, at) => replay(hearing, `query-${at}`, [text]));
    all.push({ from: "queries", texts: texts.length, recorded });
    line(inWords(`${texts.length} queries`, recorded, sample, seed));
  }
  result(all);
}

/** One after the other: each holds a whole conversation. */
async function allOf<T>(
  said: readonly T[],
  record: (one: T, at: number) => Promise<Recorded[]>,
): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  for (const [at, one] of said.entries()) recorded.push(...(await record(one, at)));
  return recorded;
}

/** How many verdicts of each sort, then some of each with the words they were read from. */
function inWords(what: string, recorded: readonly Recorded[], sample: number, seed: number): string {
  const sorts = new Map<string, Recorded[]>();
  for (const one of recorded) {
    const sort = `${one.verdict}, ${one.source === "suggestion" ? "of the card" : "by title"}`;
    sorts.set(sort, [...(sorts.get(sort) ?? []), one]);
  }
  const lines = [`\n${what}: ${recorded.length} verdicts recorded`];
  for (const [sort, all] of [...sorts].sort(([, some], [, more]) => more.length - some.length)) {
    lines.push(`\n${sort}: ${all.length}`);
    for (const { text, movie } of createRandom(seed)
      .shuffle([...all])
      .slice(0, sample))
      lines.push(`  ${text.replace(/\s+/g, " ")}  [${movie}]`);
  }
  return lines.join("\n");
}

await run(main);

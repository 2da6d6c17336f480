/**
 * Judges a challenger beside the champion, by people whom neither has seen, and by all that must not break.
 * Usage: npx matinee gate --champion reference --challenger judged --data prepared --out verdict
 * Exit codes: 0 it may take the champion's place, 3 it may not, 1 it could not be judged.
 */
import { readdirSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MovieId } from "../src/catalog/movie.ts";
import type { Part } from "../src/dataset/prepare/left-out.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { command } from "../src/host/command.ts";
import { filesBeside, readConfig } from "../src/host/config.ts";
import { openReader } from "../src/host/open-reader.ts";
import { openWorld } from "../src/host/open-world.ts";
import { type Held, holdAll, insaneAmong, readConversations } from "../src/operations/gate/conversations.ts";
import { judgesIn } from "../src/operations/gate/held-out.ts";
import { judge } from "../src/operations/gate/judge.ts";
import { type Measured, measure, together } from "../src/operations/gate/measure.ts";
import { pageOf } from "../src/operations/gate/page.ts";
import { judgedFolder, modelsBeside, partsIn } from "../src/operations/models/models-folder.ts";
import { servingNow } from "../src/operations/models/shared-serving.ts";
import { tellWhy } from "../src/operations/pipeline/as-step.ts";
import { REFUSED } from "../src/operations/pipeline/run-pipeline.ts";
import type { Recommender } from "../src/recommender/recommender.ts";
import { atLeastOne, makeRoom, progressBar, run, wholeNumber } from "./command-line.ts";

interface Options {
  readonly champion: string;
  readonly challenger: string;
  readonly served?: string;
  readonly data: string;
  readonly people: number;
  readonly policy: string;
  readonly conversations: string;
  readonly seed: number;
  readonly out: string;
  readonly json?: true;
}

await run(main);

async function main(args: readonly string[]): Promise<void> {
  const config = readConfig();
  const options = command(
    "gate",
    "matinee gate --champion reference --challenger judged --data prepared --out verdict",
  )
    .description(
      "Judges whether a challenger may take the champion's place, by people whom neither has seen: both trained with --parts.",
    )
    .requiredOption("--champion <folder>", "the models to beat, one for each part of the people")
    .option(
      "--served <db>",
      "a database beside which a model was promoted: where there is one, that is the champion",
    )
    .requiredOption("--challenger <folder>", "the models to be judged")
    .requiredOption("--data <folder>", "as npx matinee prepare writes it")
    .option("--people <n>", "of the public ratings and of our own each, at the most", atLeastOne, 400)
    .option("--policy <file>", "coefficients of the ranking", config.MATINEE_POLICY)
    .option("--conversations <file>", "that both are played", "data/known-conversations.yaml")
    .option("--seed <n>", "of all chance", wholeNumber, 1)
    .requiredOption("--out <folder>", "where the verdict goes: verdict.txt and verdict.json")
    .option("--json", "print the verdict as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
  const { data, people, seed, out, json } = options;
  makeRoom(out);
  const conversations = readConversations(
    await readFile(options.conversations, "utf8"),
    options.conversations,
  );
  const { dataset } = await readDataset(data);
  const [champions, challengers] = await pairsOf(await championOf(options), options.challenger);
  const parts = champions.length;
  const limit = Math.ceil(people / parts);
  const bar = progressBar();
  const measured: Measured[][] = [];
  // one pair in memory at a time
  for (let part = 0; part < parts; part++) {
    const both = [champions[part]!, challengers[part]!].map(
      async (folder) => (await worldOf(folder)).recommender,
    );
    measured.push(judgedBy(await Promise.all(both), { part, parts }));
  }
  bar.stop();

  function judgedBy(both: readonly Recommender[], part: Part): Measured[] {
    const isKnown = (movie: MovieId) => both.every(({ rowOf }) => rowOf(movie) !== undefined);
    const judges = judgesIn(dataset, isKnown, { part, seed, limit });
    const all = judges.public.length + judges.own.length;
    let done = part.part * all;
    return measure(both, judges, processorMs, () => bar.show("people", ++done, parts * all));
  }

  const [champion, challenger] = [await open(champions[0]!), await open(challengers[0]!)];
  const [byChampion, byChallenger] = [
    await holdAll(conversations, champion),
    await holdAll(conversations, challenger),
  ];
  const insane = ({ world }: typeof champion, held: readonly Held[]) =>
    insaneAmong(conversations, (movie) => world.catalog.byId(movie) !== undefined, held, byChampion);
  const [before, after] = [0, 1].map((nth) => together(measured.map((both) => both[nth]!)));
  const verdict = judge(
    { ...before!, ...champion.machine, insane: insane(champion, byChampion) },
    { ...after!, ...challenger.machine, insane: insane(challenger, byChallenger) },
    seed,
  );
  const page = pageOf(verdict);
  await writeFile(join(out, "verdict.json"), `${JSON.stringify(verdict, undefined, 2)}\n`);
  await writeFile(join(out, "verdict.txt"), page);
  console.log(json ? JSON.stringify(verdict) : page);
  tellWhy(verdict.reasons.join(" "));
  if (!verdict.passes) process.exitCode = REFUSED;

  function worldOf(folder: string) {
    return openWorld(folder, options.policy);
  }

  async function open(folder: string) {
    const startedMs = processorMs();
    const world = await worldOf(folder);
    const startMs = processorMs() - startedMs;
    const files = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    return {
      world,
      reader: await openReader(world, { wordsFolder: config.MATINEE_WORDS }),
      machine: { startMs, bytes: files.reduce((sum, bytes) => sum + bytes, 0) },
    };
  }
}

/** What was promoted last, as it is without each part of the people; else what is given. */
async function championOf({ champion, served }: Options): Promise<string> {
  if (served === undefined) return champion;
  const models = modelsBeside(filesBeside(served));
  return judgedFolder(models, (await servingNow(served, models)).champion) ?? champion;
}

/** The models of both, one for each part of the people. @throws Error where they left out others */
async function pairsOf(champion: string, challenger: string): Promise<[string[], string[]]> {
  const [before, after] = [await partsIn(champion), await partsIn(challenger)];
  if (before.length === after.length && before.length > 1) return [before, after];
  throw new Error(
    `${champion} holds ${before.length} models and ${challenger} ${after.length}: whoever judges is to be unknown to both. Train both with the same --parts, 2 or more.`,
  );
}

/** What this process has worked, in milliseconds: whatever else the machine does, unlike a clock. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/**
 * Judges a challenger beside the champion, by people whom neither has seen, and by all that must not break.
 * Usage: npx matinee gate --champion artifacts --challenger model --data prepared --hold-out 0.2 --out verdict
 * Exit codes: 0 it may take the champion's place, 3 it may not, 1 it could not be judged.
 */
import { readdirSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { openReader } from "../src/host/open-reader.ts";
import { openWorld } from "../src/host/open-world.ts";
import { type Held, holdAll, insaneAmong, readConversations } from "../src/operations/gate/conversations.ts";
import { judgesIn } from "../src/operations/gate/held-out.ts";
import { judge } from "../src/operations/gate/judge.ts";
import { measure } from "../src/operations/gate/measure.ts";
import { pageOf } from "../src/operations/gate/page.ts";
import { judgedFolder, modelsBeside, readServing } from "../src/operations/models/models-folder.ts";
import { REFUSED } from "../src/operations/pipeline/run-pipeline.ts";
import { atLeastOne, makeRoom, progressBar, run, share, wholeNumber } from "./command-line.ts";

interface Options {
  readonly champion: string;
  readonly challenger: string;
  readonly served?: string;
  readonly data: string;
  readonly holdOut: number;
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
    "matinee gate --champion artifacts --challenger model --data prepared --hold-out 0.2 --out verdict",
  )
    .description(
      "Judges whether a challenger may take the champion's place, both trained without the people held out.",
    )
    .requiredOption("--champion <folder>", "the model to beat")
    .option(
      "--served <db>",
      "a database beside which a model was promoted: where there is one, that is the champion",
    )
    .requiredOption("--challenger <folder>", "the model to be judged")
    .requiredOption("--data <folder>", "as npx matinee prepare writes it")
    .requiredOption("--hold-out <share>", "of the people, as both were trained without", share)
    .option("--people <n>", "of the public ratings and of our own each, at the most", atLeastOne, 200)
    .option("--policy <file>", "coefficients of the ranking", config.MATINEE_POLICY)
    .option("--conversations <file>", "that both are played", "data/known-conversations.yaml")
    .option("--seed <n>", "of all chance", wholeNumber, 1)
    .requiredOption("--out <folder>", "where the verdict goes: verdict.txt and verdict.json")
    .option("--json", "print the verdict as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
  const { data, holdOut, people: limit, seed, out, json } = options;
  makeRoom(out);
  const conversations = readConversations(
    await readFile(options.conversations, "utf8"),
    options.conversations,
  );
  const { dataset } = await readDataset(data);
  const [champion, challenger] = [await open(await championOf(options)), await open(options.challenger)];
  const both = [champion.world.recommender, challenger.world.recommender];
  const judges = judgesIn(dataset, (movie) => both.every(({ rowOf }) => rowOf(movie) !== undefined), {
    share: holdOut,
    seed,
    limit,
  });
  const bar = progressBar();
  const all = judges.public.length + judges.own.length;
  let done = 0;
  const [before, after] = measure(both, judges, processorMs, () => bar.show("people", ++done, all));
  bar.stop();
  const [byChampion, byChallenger] = [
    await holdAll(conversations, champion),
    await holdAll(conversations, challenger),
  ];
  const insane = ({ world }: typeof champion, held: readonly Held[]) =>
    insaneAmong(conversations, (movie) => world.catalog.byId(movie) !== undefined, held, byChampion);
  const verdict = judge(
    { ...before!, ...champion.machine, insane: insane(champion, byChampion) },
    { ...after!, ...challenger.machine, insane: insane(challenger, byChallenger) },
    seed,
  );
  const page = pageOf(verdict);
  await writeFile(join(out, "verdict.json"), `${JSON.stringify(verdict, undefined, 2)}\n`);
  await writeFile(join(out, "verdict.txt"), page);
  console.log(json ? JSON.stringify(verdict) : page);
  if (!verdict.passes) process.exitCode = REFUSED;

  async function open(folder: string) {
    const startedMs = processorMs();
    const world = await openWorld(folder, options.policy);
    const startMs = processorMs() - startedMs;
    const files = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    return {
      world,
      reader: await openReader(world, { wordsFolder: config.MATINEE_WORDS }),
      machine: { startMs, bytes: files.reduce((sum, bytes) => sum + bytes, 0) },
    };
  }
}

/** What was promoted last, as it is without the people held out; else what is given. */
async function championOf({ champion, served }: Options): Promise<string> {
  if (served === undefined) return champion;
  const models = modelsBeside(served);
  return judgedFolder(models, (await readServing(models)).champion) ?? champion;
}

/** What this process has worked, in milliseconds: whatever else the machine does, unlike a clock. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

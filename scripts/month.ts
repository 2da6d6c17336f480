/**
 * A month of people who come, answer and come back: what learning from them brings, and what 200 shills come to.
 * Usage: npx matinee month --data data/downloads/ml-latest-small
 */
import { readDataset } from "../src/dataset/read-dataset.ts";
import { leadOver, meanScore } from "../src/evaluation/bootstrap.ts";
import { inWords } from "../src/evaluation/in-words.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { liveMonth, type Month, type Session } from "../src/operations/month/month.ts";
import { readPolicy } from "../src/recommender/policy.ts";
import { DEFAULT_DIMENSIONS } from "../src/training/train-model.ts";
import { atLeastOne, progressBar, run, threadCount, wholeNumber } from "./command-line.ts";

interface Options {
  readonly data: string;
  readonly people: number;
  readonly days: number;
  readonly every: number;
  readonly turns: number;
  readonly visits: number;
  readonly dimensions: number;
  readonly parts: number;
  readonly weight: number;
  readonly seed: number;
  readonly threads: number;
  readonly json?: true;
}

await run(async (args) => {
  const { data, json, ...options } = command("month", "matinee month --people 500 --days 30")
    .description(
      "People of a data set come, answer and come back, under a model that learns from them and one that does not.",
    )
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .option("--people <n>", "who come; the others' ratings are public", atLeastOne, 500)
    .option("--days <n>", "that it lasts", atLeastOne, 30)
    .option("--every <n>", "days, it is learned from what was answered", atLeastOne, 7)
    .option("--turns <n>", "suggestions in a session", atLeastOne, 10)
    .option("--visits <n>", "on so many days somebody comes, on the average", atLeastOne, 3)
    .option("--dimensions <d>", "length of an embedding", atLeastOne, DEFAULT_DIMENSIONS)
    .option("--parts <n>", "of the people, each of which judges a model that has not seen it", atLeastOne, 5)
    .option("--weight <n>", "as how many public people one who answered counts", atLeastOne, 1)
    .option("--seed <n>", "of all chance", wholeNumber, 1)
    .option("--threads <n>", "that train", threadCount, 1)
    .option("--json", "as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
  const { dataset } = await readDataset(data);
  const users = dataset.ratings.userIds.length;
  if (options.people >= users)
    throw new Error(`${data} has ${users} people: let ${users - 1} come at the most.`);
  const bar = progressBar();
  const month = await liveMonth(dataset, {
    ...options,
    policy: await readPolicy(readConfig().MATINEE_POLICY),
    onDay: (day) => bar.show("days", day + 1, options.days),
  }).finally(() => bar.stop());
  if (json) console.log(JSON.stringify(month));
  else tell(month, options.days, options.seed);
});

function tell({ sessions, nights, poisoned }: Month, days: number, seed: number): void {
  const part = Math.ceil(days / 3);
  const rows = [0, 1, 2].flatMap((third) => {
    const [from, to] = [third * part, Math.min(days, (third + 1) * part)];
    const within = sessions.filter(({ day }) => day >= from && day < to);
    return [
      rowOf(`days ${from + 1} to ${to}`, within, seed),
      rowOf(
        `  whoever comes first`,
        within.filter(({ isFirst }) => isFirst),
        seed,
      ),
    ];
  });
  console.log(
    `${"hits in a session".padEnd(24)}${"sessions".padStart(9)}  ${"learning".padEnd(22)}${"without".padEnd(22)}gain`,
  );
  for (const row of rows) console.log(row);
  for (const { day, people, answers, verdict } of nights)
    console.log(
      `Night ${day + 1}: ${answers} ratings by ${people} people; ${verdict.passes ? "promoted" : "refused"}. ${verdict.reasons[0]}`,
    );
  console.log(
    `Taught by 200 shills besides: ${poisoned.passes ? "PROMOTED" : "refused"}. ${poisoned.reasons.join(" ")}`,
  );
}

function rowOf(name: string, sessions: readonly Session[], seed: number): string {
  const [learning, still] = [
    sessions.map(({ hits }) => hits.learning),
    sessions.map(({ hits }) => hits.still),
  ];
  if (sessions.length === 0) return name;
  return `${name.padEnd(24)}${String(sessions.length).padStart(9)}  ${inWords(meanScore(learning, seed), 2).padEnd(22)}${inWords(meanScore(still, seed), 2).padEnd(22)}${inWords(leadOver(learning, still, seed), 2)}`;
}

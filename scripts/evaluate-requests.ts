/**
 * Measures how words and taste go together: requests of people the model has never seen, answered under other
 * values of the coefficients that weigh the traits asked for. Usage: npx matinee evaluate requests --data data/downloads/ml-latest-small
 */
import { existsSync } from "node:fs";
import { SingleBar } from "cli-progress";
import { userFolds } from "../src/dataset/prepare/split.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { readTags } from "../src/dataset/read-tags.ts";
import { meanScore } from "../src/evaluation/bootstrap.ts";
import { byColumn } from "../src/evaluation/by-column.ts";
import { evaluateRequests, type RequestsResult } from "../src/evaluation/evaluate-requests.ts";
import { command } from "../src/host/command.ts";
import { type Policy, policyFrom, readPolicy } from "../src/recommender/policy.ts";
import { readTraitExamples, TRAIT_FILES } from "../src/training/traits/trait-examples.ts";
import { run, wholeNumber } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

const FOLDS = 5;
const REQUESTS_EACH = 4;
const WEIGHTS = [0, 3, 12];
const AS_IT_IS = "the policy as it is";
const COLUMNS = ["order", "orderOfAlike", "wanted", "unwanted", "hits"] as const;

interface Options {
  readonly data: string;
  readonly policy: string;
  readonly seed: number;
  readonly json?: true;
}

function readOptions(args: readonly string[]): Options {
  return command("evaluate requests", "matinee evaluate requests --data data/downloads/ml-latest-small")
    .description("Requests of people the model has never seen, weighing the traits asked for differently.")
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .option("--policy <file>", "the other coefficients", "data/policy.yaml")
    .option(
      "--seed <n>",
      "parts the users into folds, as in npx matinee tune, and draws the requests",
      wholeNumber,
      1,
    )
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();
}

/** The policy as it is, then with other weights for wanted traits, then without one for those that are not wanted. */
function policiesFrom(policy: Policy): Map<string, Policy> {
  const under = (ranking: Partial<Policy["ranking"]>) =>
    policyFrom({ ...policy, ranking: { ...policy.ranking, ...ranking } });
  return new Map([
    [AS_IT_IS, policy],
    ...WEIGHTS.map((weight) => [`wanted_trait = ${weight}`, under({ wanted_trait: weight })] as const),
    ["unwanted_trait = 0", under({ unwanted_trait: 0 })],
  ]);
}

async function main(args: readonly string[]): Promise<void> {
  const { data, policy, seed, json } = readOptions(args);
  const { line, table, result } = telling(json);
  if (!existsSync(data))
    throw new Error(`${data}: not there. Fetch it with: npm run data -- ml-latest-small`);
  const { dataset } = await readDataset(data);
  const examples = await readTraitExamples(TRAIT_FILES);
  const tags = await readTags(data, dataset.ratings.movieIds);
  const policies = policiesFrom(await readPolicy(policy));
  const users = dataset.ratings.userIds.length;
  const folds = userFolds(users, { folds: FOLDS, seed });

  const bar = new SingleBar({ format: "Requests {bar} {value} of {total} people, {eta_formatted} left" });
  bar.start(users, 0);
  const results: RequestsResult[] = [];
  for (const [fold, alsoHeldOut] of folds.entries()) {
    const task = {
      data: { ...dataset, examples, tags },
      policies,
      requestsEach: REQUESTS_EACH,
      training: {},
      seed,
    };
    const asking = folds[(fold + 1) % FOLDS]!;
    results.push(await evaluateRequests({ ...task, asking, alsoHeldOut }, () => bar.increment()));
  }
  bar.stop();

  const outcomesOf = (name: string) => results.flatMap((result) => result.get(name)!);
  const before = outcomesOf(AS_IT_IS);
  line(`${before.length} of ${users} people could be given requests. Means and 95 % intervals over people;`);
  line(
    "beside the order of liked and disliked movies, its change against the policy as it is for the same people.",
  );
  const rows = [...policies.keys()].map((name) => {
    const outcomes = outcomesOf(name);
    const change = outcomes.map(({ order }, at) => order - before[at]!.order);
    return {
      name,
      scores: {
        ...byColumn(COLUMNS, (column) =>
          meanScore(
            outcomes.flatMap((outcome) => outcome[column] ?? []),
            seed,
          ),
        ),
        change: meanScore(change, seed),
      },
    };
  });
  table(
    Object.fromEntries(
      rows.map(({ name, scores }) => [
        name,
        byColumn([...COLUMNS, "change"] as const, (column) => inWords(scores[column])),
      ]),
    ),
  );
  result({ people: before.length, of: users, rows });
}

const inWords = ({ mean, interval }: ReturnType<typeof meanScore>): string =>
  `${mean.toFixed(3)} (${interval.map((bound) => bound.toFixed(3)).join(" to ")})`;

await run(main);

import type { Objective, TunedOptions } from "../../training/models/model-options.ts";
import { COLUMNS } from "../report.ts";
import { type ModelTrial, trialName } from "./model-trials.ts";
import type { TrialResult } from "./trial-record.ts";

/** Higher is better: the sum of the sessions' columns, or the RMSE with its sign turned. */
const worth = ({ objective, scores }: TrialResult): number =>
  objective === "lists" ? sum(scores) : -scores[0]!;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What another random start moves a figure by: a setting must be better than one tried before it by more. */
const NOISE: Readonly<Record<Objective, number>> = { lists: 0.004, stars: 0.0005 };

/** Of each model and objective the best setting; of several that differ by noise that tried first. */
export function bestTrials(trials: readonly ModelTrial[], results: readonly TrialResult[]): TrialResult[] {
  const best = new Map<string, TrialResult>();
  for (const trial of trials) {
    const result = resultOf(trial, results);
    if (!result) continue;
    const key = `${trial.objective}: ${trial.model}`;
    const before = best.get(key);
    if (!before || worth(result) > worth(before) + NOISE[trial.objective]) best.set(key, result);
  }
  return [...best.values()];
}

/** The best settings as data/models.yaml has them. */
export function chosenOptions(best: readonly TrialResult[]): TunedOptions {
  const of = (wanted: Objective) =>
    Object.fromEntries(
      best.flatMap(({ objective, model, options }) =>
        objective === wanted && Object.keys(options).length > 0 ? [[model, options]] : [],
      ),
    );
  return { lists: of("lists"), stars: of("stars") };
}

/** Every trial with its figures, in two tables of Markdown; the chosen ones in bold. */
export function trialsInWords(trials: readonly ModelTrial[], results: readonly TrialResult[]): string {
  const best = new Set(bestTrials(trials, results));
  const table = (wanted: Objective, columns: readonly string[], cells: (result: TrialResult) => number[]) => {
    const rows = trials
      .filter(({ objective }) => objective === wanted)
      .flatMap((trial) => resultOf(trial, results) ?? [])
      .map((result) => {
        const name = best.has(result) ? `**${trialName(result)}**` : trialName(result);
        const figures = cells(result).map((figure) => figure.toFixed(4));
        return `| ${[name, ...figures, result.seconds.toFixed(0)].join(" | ")} |`;
      });
    const head = ["setting", ...columns, "seconds"];
    return [`| ${head.join(" | ")} |`, `| ${head.map(() => "---").join(" | ")} |`, ...rows].join("\n");
  };
  return [
    "## Lists",
    table("lists", [...COLUMNS, "sum"], ({ scores }) => [...scores, sum(scores)]),
    "## Stars",
    table("stars", ["RMSE"], ({ scores }) => [...scores]),
  ].join("\n\n");
}

const resultOf = (trial: ModelTrial, results: readonly TrialResult[]): TrialResult | undefined =>
  results.find((result) => result.objective === trial.objective && trialName(result) === trialName(trial));

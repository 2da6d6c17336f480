import type { Objective, OptionsByModel } from "../../models/model-options.ts";
import { RANKING_COLUMNS } from "../compare.ts";
import { tableInMarkdown } from "../markdown.ts";
import { sumOf } from "../mean.ts";
import { COLUMNS } from "../report.ts";
import { type ModelTrial, trialName } from "./model-trials.ts";
import type { TrialResult } from "./trial-record.ts";

/** Higher is better: the sum of the sessions' columns, the RMSE with its sign turned, or NDCG@10. */
function worth({ objective, scores }: TrialResult): number {
  switch (objective) {
    case "lists":
      return sumOf(scores);
    case "stars":
      return -scores[0]!;
    case "known":
      return scores[RANKING_COLUMNS.indexOf("ndcg10")]!;
  }
}

/** What another random start moves a figure by: a setting must be better than one tried before it by more. */
const NOISE: Readonly<Record<Objective, number>> = { lists: 0.004, stars: 0.0005, known: 0.002 };

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

/**
 * The best settings for an objective, as data/models.yaml has them. A model whose defaults are the best is there too,
 * without options: it does not take those of another objective.
 */
export const chosenOptions = (best: readonly TrialResult[], wanted: Objective): OptionsByModel =>
  Object.fromEntries(
    best.flatMap(({ objective, model, options }) => (objective === wanted ? [[model, options]] : [])),
  );

/** Every trial for an objective with its figures, a table of Markdown; the chosen ones in bold. */
export function trialsInWords(
  trials: readonly ModelTrial[],
  results: readonly TrialResult[],
  wanted: Objective,
): string {
  const best = new Set(bestTrials(trials, results));
  const columns = { lists: [...COLUMNS, "sum"], stars: ["RMSE"], known: RANKING_COLUMNS }[wanted];
  const rows = trials
    .filter(({ objective }) => objective === wanted)
    .flatMap((trial) => resultOf(trial, results) ?? [])
    .map((result) => {
      const name = best.has(result) ? `**${trialName(result)}**` : trialName(result);
      const figures = wanted === "lists" ? [...result.scores, worth(result)] : result.scores;
      return [name, ...figures.map((figure) => figure.toFixed(4)), result.seconds.toFixed(0)];
    });
  return tableInMarkdown(["setting", ...columns, "seconds"], rows);
}

const resultOf = (trial: ModelTrial, results: readonly TrialResult[]): TrialResult | undefined =>
  results.find((result) => result.objective === trial.objective && trialName(result) === trialName(trial));

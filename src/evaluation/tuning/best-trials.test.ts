import { expect, test } from "vitest";
import { bestTrials, chosenOptions, trialsInWords } from "./best-trials.ts";
import type { ModelTrial } from "./model-trials.ts";
import type { TrialResult } from "./trial-record.ts";

const lists = (model: ModelTrial["model"], options: ModelTrial["options"]): ModelTrial => ({
  objective: "lists",
  model,
  options,
});
const stars = (options: ModelTrial["options"]): ModelTrial => ({
  objective: "stars",
  model: "SVD++",
  options,
});
const scored = (trial: ModelTrial, ...scores: number[]): TrialResult => ({ ...trial, scores, seconds: 1 });

const trials = [
  lists("EASE", {}),
  lists("EASE", { regularisation: 200 }),
  lists("PureSVD", {}),
  lists("PureSVD", { dimensions: 5 }),
  stars({}),
  stars({ dimensions: 20 }),
];
const results = [
  scored(trials[5]!, 0.85),
  scored(trials[4]!, 0.86),
  scored(trials[3]!, 0.503, 0.25, 0.25, 0.25),
  scored(trials[2]!, 0.25, 0.5, 0.25, 0.25),
  scored(trials[1]!, 0.1, 0.9, 0.1, 0.2),
  scored(trials[0]!, 0.9, 0.1, 0.1, 0.1),
];

test("lists are chosen by the sum of their columns, stars by the least error, and of those that differ by noise the one tried first", () => {
  const best = bestTrials(trials, results);
  expect(chosenOptions(best, "lists")).toEqual({ EASE: { regularisation: 200 }, PureSVD: {} });
  expect(chosenOptions(best, "stars")).toEqual({ "SVD++": { dimensions: 20 } });
  expect(chosenOptions(best, "known")).toEqual({});
});

test("for known users NDCG@10 counts", () => {
  const known = (options: ModelTrial["options"]): ModelTrial => ({
    objective: "known",
    model: "Gaussian taste",
    options,
  });
  const tried = [known({}), known({ dimensions: 256 }), known({ indifferentStars: 0 })];
  const measured = [
    scored(tried[0]!, 0.3, 0.1, 0.2, 0.1),
    scored(tried[1]!, 0.28, 0.1, 0.205, 0.1),
    scored(tried[2]!, 0.283, 0.1, 0.2065, 0.1),
  ];
  expect(chosenOptions(bestTrials(tried, measured), "known")).toEqual({
    "Gaussian taste": { dimensions: 256 },
  });
  expect(trialsInWords(tried, measured, "known").split("\n")).toEqual([
    "| setting | precision10 | recall10 | ndcg10 | map10 | seconds |",
    "| --- | --- | --- | --- | --- | --- |",
    "| Gaussian taste | 0.3000 | 0.1000 | 0.2000 | 0.1000 | 1 |",
    "| **Gaussian taste, dimensions 256** | 0.2800 | 0.1000 | 0.2050 | 0.1000 | 1 |",
    "| Gaussian taste, indifferentStars 0 | 0.2830 | 0.1000 | 0.2065 | 0.1000 | 1 |",
  ]);
});

test("the record has every result in the order of the trials, and the chosen ones in bold", () => {
  const text = (["lists", "stars"] as const)
    .map((objective) => trialsInWords([...trials, lists("ALS", {})], results, objective))
    .join("\n");
  expect(text.match(/^\| .*(EASE|PureSVD|SVD\+\+|ALS).*$/gm)).toEqual([
    "| EASE | 0.9000 | 0.1000 | 0.1000 | 0.1000 | 1.2000 | 1 |",
    "| **EASE, regularisation 200** | 0.1000 | 0.9000 | 0.1000 | 0.2000 | 1.3000 | 1 |",
    "| **PureSVD** | 0.2500 | 0.5000 | 0.2500 | 0.2500 | 1.2500 | 1 |",
    "| PureSVD, dimensions 5 | 0.5030 | 0.2500 | 0.2500 | 0.2500 | 1.2530 | 1 |",
    "| SVD++ | 0.8600 | 1 |",
    "| **SVD++, dimensions 20** | 0.8500 | 1 |",
  ]);
});

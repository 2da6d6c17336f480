import { expect, test } from "vitest";
import { filledIn, readPipeline, stepsFor } from "./definition.ts";

const step = (run: string, more = "") => `{ does: something, run: "${run}"${more} }`;
const read = (text: string) => readPipeline(text, "pipeline.yaml");

test("a step needs whatever step's folder it names, and comes after it", () => {
  const { steps } = read(`
settings: { seed: 7 }
steps:
  gate: ${step("gate {train} {seed} {out}", ", after: [index]")}
  index: ${step("index {out}", ", copies: train")}
  train: ${step("train --data {data}/small --out {out}")}
  data: ${step("data {out}")}`);
  expect(steps.map(({ name, needs }) => [name, needs])).toEqual([
    ["data", []],
    ["train", ["data"]],
    ["index", ["train"]],
    ["gate", ["train", "index"]],
  ]);
});

test("only what is asked for is done, with what it needs; what is given needs nothing", () => {
  const pipeline = read(`
steps:
  data: ${step("data {out}")}
  train: ${step("train {data} {out}")}
  report: ${step("report {train} {out}")}`);
  expect(stepsFor(pipeline, ["train"]).map(({ name }) => name)).toEqual(["data", "train"]);
  expect(stepsFor(pipeline, ["report"], ["train"]).map(({ name }) => name)).toEqual(["train", "report"]);
  expect(() => stepsFor(pipeline, ["gate"])).toThrow(
    'There is no step "gate". The steps are data, train, report.',
  );
});

test.each([
  [`steps: { a: ${step("a {b} {out}")}, b: ${step("b {a} {out}")} }`, "a, b wait for each other"],
  [`steps: { a: ${step("a {nothing} {out}")} }`, '"nothing", which is no step and no setting'],
  [`settings: { a: 1 }\nsteps: { a: ${step("a {out}")} }`, '"a" is a step and also a setting'],
  [`steps: { out: ${step("a")} }`, '"out" is a step and also a step\'s own folder'],
  [`settings: { begun: 1 }\nsteps: { a: ${step("a")} }`, '"begun" is a setting and also when a run began'],
  [`steps: { a: ${step("a", ", retry: 3")} }`, 'Unrecognized key: "retry"'],
  [`steps: [`, "pipeline.yaml: "],
])("%s is refused with what is wrong", (text, sentence) => {
  expect(() => read(text)).toThrow(sentence);
});

test("a folder with a space in its name stays one word of the command", () => {
  expect(filledIn("train --data {data}/small --seed  {seed}", { data: "/my films", seed: "7" })).toEqual([
    "train",
    "--data",
    "/my films/small",
    "--seed",
    "7",
  ]);
});

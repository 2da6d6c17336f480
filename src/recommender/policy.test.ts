import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PolicyError, policyFrom, readPolicy } from "./policy.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "matinee-policy-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileOf = (text: string): string => {
  const file = join(folder, "policy.yaml");
  writeFileSync(file, text);
  return file;
};

test("data/policy.yaml says what holds when nothing is said", async () => {
  expect(await readPolicy("data/policy.yaml")).toEqual(policyFrom({}));
});

test("what is left out has its default", async () => {
  const policy = await readPolicy(fileOf("repeats:\n  skip_days: 7\n"));
  expect(policy).toEqual({ ...policyFrom({}), repeats: { ...policyFrom({}).repeats, skip_days: 7 } });
  expect(await readPolicy(fileOf("# all commented out\n"))).toEqual(policyFrom({}));
  expect(await readPolicy(fileOf("ranking:\n  # model: 2\n"))).toEqual(policyFrom({}));
});

test("half a verdict keeps the other half's default", async () => {
  const { skip, like } = (await readPolicy(fileOf("gaussian: { verdicts: { skip: { weight: 2 } } }\n")))
    .gaussian.verdicts;
  expect(skip).toEqual({ ...policyFrom({}).gaussian.verdicts.skip, weight: 2 });
  expect(like).toEqual(policyFrom({}).gaussian.verdicts.like);
});

test.each([
  ["an unknown coefficient", "ranking:\n  popularty: 1\n", /ranking[\s\S]*popularty|popularty[\s\S]*ranking/],
  ["a value out of bounds", "exploration_rate: 2\n", /exploration_rate/],
  ["a word for a number", "gaussian:\n  prior_strength: strong\n", /prior_strength/],
  ["an unknown user model", "user_model: neural\n", /user_model/],
  ["text that is not YAML", "a: [1,\n", /policy\.yaml/],
])("%s is refused by name", async (_mistake, text, message) => {
  const failure = readPolicy(fileOf(text));
  await expect(failure).rejects.toThrow(PolicyError);
  await expect(failure).rejects.toThrow(message);
});

test("an unknown coefficient is answered with the known ones", async () => {
  await expect(readPolicy(fileOf("repeats:\n  skip_day: 1\n"))).rejects.toThrow(
    /Unknown: skip_day\. Expected any of skip_days, unanswered_days/,
  );
});

test("a file that is not there is named", async () => {
  await expect(readPolicy(join(folder, "none.yaml"))).rejects.toThrow(/none\.yaml/);
});

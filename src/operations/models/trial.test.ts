import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readArtifacts } from "../../artifacts/read-artifacts.ts";
import { writeSmallModel } from "../../artifacts/testing/small-model.ts";
import { temporaryFolder } from "../../dataset/testing/temporary-folder.ts";
import type { Verdict } from "../../recommender/feedback.ts";
import { openSqliteStore } from "../../store/sqlite.ts";
import { following } from "../../store/testing/opened-stores.ts";
import { compareArms } from "./arms.ts";
import { promote, readServing } from "./models-folder.ts";
import { checkTrial } from "./trial.ts";

/** A challenger on trial with half of the people, each of whom answers ten suggestions, so many of them with a like. */
async function trial(likes: { readonly champion: number; readonly challenger: number }, people = 60) {
  const folder = await temporaryFolder();
  const file = join(folder, "people.db");
  const models = `${file}-models`;
  const model = await writeSmallModel(join(folder, "model"));
  const { version } = await readArtifacts(model);
  await promote(models, { model, share: 0.5, why: "tried", atMs: 1_000 });
  const store = await openSqliteStore(file);
  onTestFinished(() => store.close());
  for (let nth = 0; nth < people; nth++) {
    const isChallengers = nth % 2 === 0;
    const liked = isChallengers ? likes.challenger : likes.champion;
    const suggestions = Array.from({ length: 10 }, (_, at) => ({
      id: `s-${nth}-${at}`,
      movie: `tt${at}`,
      atMs: 2_000,
    }));
    const entries = suggestions.map(({ id, movie }, at) => ({
      kind: "feedback" as const,
      id: `e-${nth}-${at}`,
      movie,
      verdict: (at < liked + ((nth >> 1) % 3) - 1 ? "like" : "dislike") as Verdict,
      atMs: 3_000,
      source: "suggestion" as const,
      suggestion: id,
    }));
    const modelVersion = isChallengers ? version : "the champion";
    const user = { platform: "fake", id: `person ${nth}` };
    await store.commit(
      await following(store, user, {
        event: "e",
        suggestions,
        entries,
        embedding: { modelVersion, values: new Float64Array(1) },
      }),
    );
  }
  return { models, file, version };
}

test("a challenger that people clearly like less goes by itself", async () => {
  const { models, file, version } = await trial({ champion: 6, challenger: 4 });
  const looked = await checkTrial(models, file, 5_000);
  expect(looked).toMatchObject({ version, is: "worse", outcome: "back" });
  expect(looked!.lead.mean).toBeCloseTo(-0.2, 1);
  const { champion, challenger, history } = await readServing(models);
  expect([champion, challenger]).toEqual(["shipped", undefined]);
  expect(history[0]!.why).toMatch(
    /^back from \w+: people liked less of what it suggested, by -\d+\.\d points/,
  );
});

test("one that is liked as much goes on, and takes over where it has stood long enough", async () => {
  const { models, file, version } = await trial({ champion: 6, challenger: 6 });
  expect(await checkTrial(models, file, 5_000)).toMatchObject({ is: "not worse", outcome: "goes on" });
  expect(await checkTrial(models, file, 5_000, 10_000)).toMatchObject({ outcome: "goes on" });
  expect(await checkTrial(models, file, 11_000, 10_000)).toMatchObject({ outcome: "promoted" });
  expect((await readServing(models)).champion).toBe(version);
  expect(await checkTrial(models, file, 12_000)).toBeUndefined();
});

test("of few people nothing is concluded, however bad it looks", async () => {
  const { models, file } = await trial({ champion: 9, challenger: 1 }, 30);
  expect(await checkTrial(models, file, 5_000, 0)).toMatchObject({ is: "unknown", outcome: "goes on" });
});

test("one person who answers very much moves the interval, not the verdict", () => {
  const people = (liked: number) => Array.from({ length: 40 }, () => ({ model: "m", answered: 10, liked }));
  const flood = { model: "m", answered: 5_000, liked: 0 };
  expect(compareArms(people(6), [...people(6), flood]).is).not.toBe("worse");
});

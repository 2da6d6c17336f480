/** Learning from what people answered, as it is started every night: real processes, killed in every step. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { once } from "../src/catalog/once.ts";
import { holdOutUsers } from "../src/dataset/prepare/split.ts";
import { temporaryFolder } from "../src/dataset/testing/temporary-folder.ts";
import { generateWorld } from "../src/dataset/testing/world.ts";
import { writeDataset } from "../src/dataset/write-dataset.ts";
import { readServing } from "../src/operations/models/models-folder.ts";
import { type RunRecord, readRuns } from "../src/operations/pipeline/records.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import { following } from "../src/store/testing/opened-stores.ts";

const MATINEE = fileURLToPath(new URL("./matinee.js", import.meta.url));
/** Typed in a folder that is not Matinee's own. */
const matinee = (...args: string[]) => typedIn(root, args);

/** Trained on so few, a longer one tells nothing more, and takes longer. */
const DIMENSIONS = "16";
const STEPS = ["harvest", "prepare", "train", "judged", "reference", "gate", "promote"];

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** @param cwd the folder that it is typed in */
function begin(cwd: string, args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  let child: ChildProcess | undefined;
  const ended = new Promise<Ended>((done) => {
    child = execFile(process.execPath, [MATINEE, ...args], { cwd }, (error, output, errors) =>
      done({ code: error ? Number(error.code) : 0, output, errors }),
    );
  });
  return { child: child!, ended };
}

const typedIn = (cwd: string, args: readonly string[]): Promise<Ended> => begin(cwd, args).ended;

/** A few public people, a model of them, and many who answered here; the latter are what there is to learn from. */
let root: string;
let seed: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "retrain-"));
  seed = join(root, "seed");
  const { dataset } = generateWorld({ users: 420, movies: 160, groups: 4, ratingsPerUser: 24, seed: 5 });
  const { ratings } = dataset;
  const isPublic = (user: number) => user % 6 === 0;
  const everybody = Int32Array.from(ratings.userIds.keys());
  const { train, heldOut } = holdOutUsers(
    ratings,
    everybody.filter((user) => !isPublic(user)),
  );
  const [data, out] = [join(seed, "data", "ml-latest-small"), join(seed, "artifacts")];
  mkdirSync(data, { recursive: true });
  await writeDataset(data, { ...dataset, ratings: train });
  const training = ["train", "--dimensions", DIMENSIONS, "--data", data, "--out", out];
  const { code, errors } = await typedIn(".", training);
  expect([code, errors]).toEqual([0, ""]);
  const steps = await readFile("data/pipeline.yaml", "utf8");
  const asSmall = steps
    .replaceAll("run: train ", `run: train --dimensions ${DIMENSIONS} `)
    .replace("run: gate ", "run: gate --people 80 ")
    .replace("parts: 5", "parts: 2");
  expect(asSmall.length).toBeGreaterThan(steps.length);
  await writeFile(join(seed, "pipeline.yaml"), asSmall);
  const store = await openSqliteStore(join(seed, "people.db"));
  for (const user of everybody) {
    if (isPublic(user)) continue;
    const rows = [...heldOut.users.keys()].filter((row) => heldOut.users[row] === user);
    const entries = rows.map((row) => ({
      kind: "feedback" as const,
      id: `e-${row}`,
      movie: dataset.movies[heldOut.movies[row]!]!.imdbId!,
      verdict: heldOut.stars[row]! >= 4 ? ("like" as const) : ("dislike" as const),
      rating: { stars: heldOut.stars[row]! },
      atMs: 1_000 + row,
      source: "title" as const,
    }));
    await store.commit(
      await following(store, { platform: "fake", id: String(user) }, { event: `said ${user}`, entries }),
    );
  }
  await store.close();
});

afterAll(() => rmSync(root, { recursive: true }));

function placeIn(folder: string) {
  cpSync(seed, folder, { recursive: true });
  const db = join(folder, "people.db");
  const args = [
    "retrain",
    "--db",
    db,
    "--artifacts",
    join(folder, "artifacts"),
    "--data",
    join(folder, "data"),
    "--file",
    join(folder, "pipeline.yaml"),
  ];
  const latest = (): RunRecord | undefined => {
    const file = join(`${db}-pipeline`, "runs.db");
    return existsSync(file) ? readRuns(file, 1)[0] : undefined;
  };
  return { folder, db, args, latest, models: `${db}-models` };
}

const place = async () => placeIn(await temporaryFolder());

/** A night that nothing disturbs, and what was recorded of it. */
const undisturbed = once(async () => {
  const at = placeIn(join(root, "undisturbed"));
  const ended = await matinee(...at.args);
  return { ...at, ended, recorded: at.latest()!, serving: await readServing(at.models) };
});

/** How often a step's command was begun in a run. */
function beginnings(db: string, run: number, step: string): number {
  const log = join(`${db}-pipeline`, "logs", `${run}-${step}.log`);
  return existsSync(log) ? (readFileSync(log, "utf8").match(/^\$ /gm)?.length ?? 0) : 0;
}

const killed = (child: ChildProcess): Promise<unknown> => {
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  return ended;
};

/** So often it is looked which step runs. */
const LOOK_MS = 10;
/** Ample: many processes, one after the other, behind whatever else the machine does. */
const PATIENCE_MS = 900_000;

describe("a night's learning", { timeout: PATIENCE_MS }, () => {
  test("promotes what is better by what people answered, keeps nothing of theirs, and has nothing to do the night after", async () => {
    const { db, args, ended, recorded, serving, models } = await undisturbed();
    expect([ended.code, ended.output]).toEqual([
      0,
      expect.stringMatching(/^Run 1 is done: 7 of \d+ steps had to be\.\n$/),
    ]);
    expect(ended.errors).toMatch(/✓ gate/);
    const { champion, history } = serving;
    expect(existsSync(join(models, champion)) && existsSync(join(models, `${champion}-judged`))).toBe(true);
    expect(history[0]!.why).toMatch(/^It is better in \w+ for (public|own) people/);
    expect(recorded.steps.find(({ step }) => step === "gate")!.reason).toBe(history[0]!.why);
    for (const step of recorded.steps.filter(({ state }) => state === "done"))
      expect(step.maxRssKb).toBeGreaterThan(0);
    for (const step of ["harvest", "prepare"])
      expect(readdirSync(join(`${db}-pipeline`, "outputs", step))).toEqual([]);
    expect(await matinee(...args)).toMatchObject({
      code: 0,
      output: "Nothing was done: 0 answers are new, of 200 that it takes.\n",
    });
    const again = await matinee(...args, "--fewest-new", "0");
    expect([again.code, again.output]).toEqual([
      3,
      expect.stringMatching(/^Run 2 ended at gate, which said no\. It is .+\. Nothing was changed\.\n$/),
    ]);
    expect((await readServing(models)).champion).toBe(champion);
  });

  test("killed in every step, one night's run goes on there each time, and comes to what an undisturbed one does", async () => {
    const { db, args, latest, models } = await place();
    const left = new Set(STEPS);
    let kills = 0;
    let end: Ended | undefined;
    while (!end) {
      const { child, ended } = begin(root, args);
      let gone: Ended | undefined;
      void ended.then((how) => {
        gone = how;
      });
      const running = () =>
        latest()?.steps.find(
          ({ step, state }) => left.has(step) && state === "running" && beginnings(db, 1, step) > 0,
        )?.step;
      let step = running();
      while (!step && !gone) {
        await sleep(LOOK_MS);
        step = running();
      }
      end = gone; // also where a step was so short that it was over before it was seen
      if (!step || end) continue;
      left.delete(step);
      child.kill("SIGKILL");
      await ended;
      kills++;
    }
    expect([end.code, end.output]).toEqual([0, expect.stringMatching(/^Run 1 is done/)]);
    const begun = STEPS.map((step) => beginnings(db, 1, step));
    const again = ["harvest", "prepare"]; // what people said is asked for anew each time
    const finished = STEPS.filter((step) => !again.includes(step)).map((step) => beginnings(db, 1, step));
    expect(finished.reduce((sum, times) => sum + times, 0)).toBeLessThanOrEqual(finished.length + kills); // a kill costs one step that ran, and none that was finished
    expect(begun.filter((times) => times >= 2).length).toBeGreaterThan(STEPS.length - 3); // a short one may have ended before the kill
    const { recorded, serving } = await undisturbed();
    const outputs = (run: RunRecord | undefined) =>
      run!.steps.map(({ step, output }) => [step, output]).sort();
    const comparable = (run: RunRecord | undefined) =>
      outputs(run).filter(([step]) => step !== "gate" && step !== "promote");
    expect(comparable(latest())).toEqual(comparable(recorded));
    expect((await readServing(models)).champion).toBe(serving.champion);
  });

  test("killed once the model is trained, it is trained anew without whoever is forgotten before the run goes on", async () => {
    const { db, args, latest, models } = await place();
    const { child } = begin(root, args);
    const isTrained = () => latest()?.steps.find(({ step }) => step === "train")?.state === "done";
    await expect.poll(isTrained, { timeout: PATIENCE_MS, interval: LOOK_MS }).toBe(true);
    await killed(child);
    const store = await openSqliteStore(db);
    await store.forget({ platform: "fake", id: "1" }); // of those who answered
    await store.close();
    expect(await matinee(...args)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Run 1 is done/),
    });
    expect(["harvest", "train"].map((step) => beginnings(db, 1, step))).toEqual([2, 2]);
    const { serving, models: before } = await undisturbed();
    const people = async (folder: string, champion: string) =>
      JSON.parse(await readFile(join(folder, champion, "manifest.json"), "utf8")).dataset.users;
    const { champion } = await readServing(models);
    expect(await people(models, champion)).toBe((await people(before, serving.champion)) - 1);
  });
});

test("two at once are one: the other is told so, wherever they are typed, by the steps that come with Matinee", async () => {
  const { folder, db, latest } = await place();
  const args = ["retrain", "--db", "people.db", "--artifacts", "artifacts", "--data", "data"];
  const child = spawn(process.execPath, [MATINEE, ...args], { cwd: folder, stdio: "ignore" });
  await expect
    .poll(() => latest()?.steps.find(({ step }) => step === "harvest")?.state, { timeout: PATIENCE_MS })
    .toBe("done");
  const other = await matinee("retrain", "--db", db);
  expect([other.code, other.errors]).toEqual([
    1,
    expect.stringMatching(/^Another run is under way in .*matinee pipeline show/),
  ]);
  await killed(child);
});

test("a definition that is wrong is told before anything is done", async () => {
  const { folder, args } = await place();
  await writeFile(join(folder, "wrong.yaml"), "steps: { promote: { does: x, run: 'models {nothing}' } }");
  const { code, errors } = await matinee(...args, "--file", join(folder, "wrong.yaml"));
  expect([code, errors]).toEqual([
    1,
    expect.stringMatching(/"nothing", which is no step and no setting\.\n$/),
  ]);
});

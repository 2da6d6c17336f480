import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { once as lazily } from "../../catalog/once.ts";
import { temporaryFolder } from "../../dataset/testing/temporary-folder.ts";
import { readPipeline } from "./definition.ts";
import { openRecords, readRuns } from "./records.ts";
import { type RunOptions, runPipeline } from "./run-pipeline.ts";
import { openShelf } from "./shelf.ts";

const beside = (name: string) => fileURLToPath(new URL(`./testing/${name}`, import.meta.url));

/** Two branches from one root, and what joins them. */
const DIAMOND = `
settings: { log: /nowhere }
steps:
  data: { does: begins, run: "data {out} {log}", reads: ["{log}-input"] }
  left: { does: reads, run: "left {out} {log} {data}", retries: 1 }
  right: { does: reads, run: "right {out} {log} {data}" }
  gate: { does: joins, run: "gate {out} {log} {left} {right}" }
  promote: { does: ends, run: "promote {out} {log} {gate}" }`;
const STEPS = ["data", "left", "right", "gate", "promote"];

async function place() {
  const folder = await temporaryFolder();
  const log = join(folder, "log");
  writeFileSync(log, "");
  writeFileSync(`${log}-input`, "first");
  const touch = (name: string) => writeFileSync(join(folder, name), "");
  return {
    folder,
    log,
    touch,
    untouch: (name: string) => rmSync(join(folder, name)),
    input: (text: string) => writeFileSync(`${log}-input`, text),
    /** The steps that were begun, in order, and their processes. */
    begun: () =>
      readFileSync(log, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => line.split(" ") as [string, string]),
    run: (options: Partial<RunOptions> = {}, definition = DIAMOND) =>
      runPipeline(readPipeline(definition, "diamond"), {
        program: [process.execPath, beside("step-process.js")],
        version: "1",
        home: folder,
        folder: join(folder, "pipeline"),
        settings: { log },
        jobs: 2,
        retryAfterMs: 1,
        signal: new AbortController().signal,
        now: Date.now,
        ...options,
      }),
  };
}
const states = (end: Awaited<ReturnType<typeof runPipeline>>) =>
  Object.fromEntries(end.steps.map(({ step, state }) => [step, state]));
const names = (begun: [string, string][]) => begun.map(([name]) => name);

test("steps run after what they need, and what was done before is not done again", async () => {
  const { run, begun } = await place();
  const first = await run();
  expect(first.state).toBe("done");
  expect(names(begun())[0]).toBe("data");
  expect(names(begun()).slice(3)).toEqual(["gate", "promote"]);
  expect(readFileSync(join(first.folders.promote!, "written"), "utf8")).toBe(
    "promote\ngate\nleft\ndata\nright\ndata\n",
  );
  const second = await run();
  expect(new Set(Object.values(states(second)))).toEqual(new Set(["cached"]));
  expect(second.steps[0]!.reason).toMatch(/^nothing that it goes by has changed since \d{4}-\d\d-\d\d/);
  expect(begun()).toHaveLength(5);
});

test("a changed input is noticed, and steps whose inputs came out the same are left alone", async () => {
  const { run, input, begun } = await place();
  await run();
  input("second"); // data writes the same whatever it reads
  expect(states(await run())).toEqual({
    data: "done",
    left: "cached",
    right: "cached",
    gate: "cached",
    promote: "cached",
  });
  expect(names(begun()).slice(5)).toEqual(["data"]);
});

test("another setting, another Matinee and --again each make it anew", async () => {
  const { run, begun } = await place();
  await run({ targets: ["data"] });
  expect(states(await run({ targets: ["data"], version: "2" }))).toEqual({ data: "done" });
  expect(states(await run({ targets: ["data"], again: ["data"] }))).toEqual({ data: "done" });
  expect(begun()).toHaveLength(3);
});

test("an output that was altered is not gone by", async () => {
  const { run } = await place();
  const { folders } = await run();
  writeFileSync(join(folders.left!, "written"), "altered");
  expect(states(await run()).left).toBe("done");
});

test("what fails is tried again as often as it says, and what needs it is skipped", async () => {
  const { run, touch, folder } = await place();
  touch("fail-left"); // once: it has another try
  touch("fail-right"); // has none
  const end = await run();
  expect(states(end)).toEqual({
    data: "done",
    left: "done",
    right: "failed",
    gate: "skipped",
    promote: "skipped",
  });
  expect(end.state).toBe("failed");
  const [left, right, gate] = ["left", "right", "gate"].map(
    (name) => end.steps.find(({ step }) => step === name)!,
  );
  expect(left!.attempts).toBe(2);
  expect(right!.reason).toBe("ended with exit code 1");
  expect(gate!.reason).toBe("right failed");
  expect(readFileSync(join(folder, "pipeline", "logs", `${end.run}-right.log`), "utf8")).toContain(
    "as it was told to",
  );
  expect((await run()).state).toBe("done");
});

test("a step that says no is heard with why: nothing goes on from it, and it is not asked again", async () => {
  const { run, touch, begun } = await place();
  touch("refuse-gate");
  const end = await run();
  expect([end.state, states(end).gate, states(end).promote]).toEqual(["refused", "refused", "skipped"]);
  expect(readFileSync(join(end.folders.gate!, "written"), "utf8")).toMatch(/^gate\n/);
  const why = ({ steps }: typeof end) => steps.find(({ step }) => step === "gate")!.reason;
  expect(why(end)).toBe("It is worse.");
  const again = await run();
  expect(again.state).toBe("refused");
  expect(why(again)).toMatch(/^nothing that it goes by has changed since .* UTC: It is worse\.$/);
  expect(begun()).toHaveLength(4);
});

test("what holds what people said is gone when the run has ended", async () => {
  const { run, begun } = await place();
  const definition = DIAMOND.replace('run: "data', 'always: true, personal: true, run: "data');
  const { folders } = await run({}, definition);
  expect(existsSync(folders.data!)).toBe(false);
  expect(existsSync(folders.left!)).toBe(true);
  expect(states(await run({}, definition))).toMatchObject({
    data: "done",
    left: "cached",
    promote: "cached",
  });
  expect(begun()).toHaveLength(6);
});

test("nor does it stay where a run was stopped", async () => {
  const { run, touch, begun, folder } = await place();
  const definition = DIAMOND.replace('run: "data', 'always: true, personal: true, run: "data');
  touch("hold-left");
  const stopping = new AbortController();
  const stopped = run({ targets: ["left"], signal: stopping.signal }, definition);
  await expect.poll(() => names(begun())).toContain("left");
  stopping.abort();
  await expect(stopped).rejects.toThrow();
  expect(readdirSync(join(folder, "pipeline", "outputs", "data"))).toEqual([]);
});

test("what a killed run had found done before is told so by the one that goes on with it", async () => {
  const { run, touch, untouch, begun } = await place();
  await run({ targets: ["gate"] });
  const definition = DIAMOND.replace('run: "left ', 'run: "left  '); // another command
  touch("hold-left");
  const stopping = new AbortController();
  const stopped = run({ targets: ["gate"], signal: stopping.signal }, definition);
  await expect.poll(() => begun().length).toBe(5);
  stopping.abort();
  await expect(stopped).rejects.toThrow();
  untouch("hold-left");
  const end = await run({ targets: ["gate"] }, definition);
  expect([end.isResumed, states(end)]).toEqual([
    true,
    { data: "cached", left: "done", right: "cached", gate: "cached" },
  ]);
});

test("a folder at hand stands for what a step would write", async () => {
  const { run, folder, begun } = await place();
  const own = join(folder, "own");
  mkdirSync(own);
  writeFileSync(join(own, "written"), "own\n");
  const { folders } = await run({ given: { data: own }, targets: ["left"] });
  expect(readFileSync(join(folders.left!, "written"), "utf8")).toBe("left\nown\n");
  expect(names(begun())).toEqual(["left"]);
});

test("records that are damaged are told of with what to do", async () => {
  const file = join(await temporaryFolder(), "runs.db");
  writeFileSync(file, "x".repeat(5_000));
  expect(() => readRuns(file, 1)).toThrow(/runs\.db: not a database, .*Choose another file/);
  expect(() => openRecords(file)).toThrow(/runs\.db: not a database, .*Choose another file/);
});

test("no more than so many run at a time", async () => {
  const { run, touch, untouch, begun } = await place();
  touch("hold-left");
  touch("hold-right");
  const running = run({ jobs: 1 });
  await expect.poll(() => begun().length).toBe(2);
  untouch(`hold-${begun()[1]![0]}`);
  await expect.poll(() => begun().length).toBe(3);
  const [held] = begun()[2]!;
  untouch(`hold-${held}`);
  expect((await running).state).toBe("done");
});

test("of each step the latest outputs stay, and no more", async () => {
  const { run, folder } = await place();
  for (let version = 1; version <= 4; version++)
    await run({ targets: ["data"], version: String(version), keep: 2, now: () => version });
  const kept = readdirSync(join(folder, "pipeline", "outputs", "data"));
  expect(kept.filter((name) => name.endsWith(".json"))).toHaveLength(2);
  expect(kept).toHaveLength(4);
});

test("what a step of a killed run still writes, for it does not hear that it was, goes into nothing that counts", async () => {
  const shelf = openShelf(join(await temporaryFolder(), "outputs"));
  const before = await shelf.begin("data");
  const now = await shelf.begin("data");
  mkdirSync(before, { recursive: true });
  writeFileSync(join(before, "late"), "of before");
  writeFileSync(join(now, "written"), "data");
  const { folder } = await shelf.finish("data", "key", now, { madeMs: 1, refused: false, why: null });
  expect(readdirSync(folder)).toEqual(["written"]);
  await shelf.prune("data", 0);
  expect(existsSync(before)).toBe(false);
});

const isAlive = (pid: string): boolean => {
  try {
    process.kill(Number(pid), 0);
    // of one that is no more nothing is read, and another process may have its number by now
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("step-process");
  } catch {
    return false;
  }
};

/** Ample: a dozen processes, one after the other, behind whatever else the machine does. */
const PATIENCE_MS = 600_000;

/** What people said is read from a folder, as from a database. */
const OF_PEOPLE = `
settings: { log: /nowhere }
steps:
  harvest: { does: asks, run: "harvest {out} {log} {log}-people", always: true, personal: true }
  train: { does: learns, run: "train {out} {log} {harvest}" }
  gate: { does: judges, run: "gate {out} {log} {train}" }`;

describe("what people said, where a run is killed", { timeout: PATIENCE_MS }, () => {
  async function killedInGate() {
    const at = await place();
    const { folder, log, touch, untouch, begun } = at;
    const people = (text: string) => {
      mkdirSync(`${log}-people`, { recursive: true });
      writeFileSync(join(`${log}-people`, "written"), text);
    };
    people("ada\nbob\n");
    touch("hold-gate");
    writeFileSync(join(folder, "of-people.yaml"), OF_PEOPLE);
    const running = spawn(
      process.execPath,
      [beside("pipeline-process.js"), join(folder, "of-people.yaml"), join(folder, "pipeline"), log],
      { cwd: folder },
    );
    const ended = once(running, "exit");
    await expect.poll(() => names(begun()), { timeout: PATIENCE_MS }).toContain("gate");
    running.kill("SIGKILL");
    await ended;
    untouch("hold-gate");
    return { ...at, people, left: () => readdirSync(join(folder, "pipeline", "outputs", "harvest")) };
  }

  test("is asked for again, and what was learned stays where nothing has changed", async () => {
    const { run, begun } = await killedInGate();
    expect(states(await run({}, OF_PEOPLE))).toEqual({ harvest: "done", train: "done", gate: "done" });
    expect(names(begun())).toEqual(["harvest", "train", "gate", "harvest", "gate"]);
  });

  test("is learned from anew where somebody was forgotten since", async () => {
    const { run, begun, people } = await killedInGate();
    people("bob\n");
    const { isResumed, folders } = await run({}, OF_PEOPLE);
    expect(isResumed).toBe(true);
    expect(names(begun()).slice(3)).toEqual(["harvest", "train", "gate"]);
    expect(readFileSync(join(folders.gate!, "written"), "utf8")).toBe("gate\ntrain\nharvest\nbob\n");
  });

  test("is gone with the next run, whatever that is for", async () => {
    const { run, left, log } = await killedInGate();
    expect(left()).toHaveLength(2);
    await run({ targets: ["train"], given: { harvest: `${log}-people` } }, OF_PEOPLE);
    expect(left()).toEqual([]);
  });
});

test("a step is told when the run began, also where that was killed and is gone on with", async () => {
  const definition = `
settings: { log: /nowhere }
steps:
  first: { does: begins, run: "{begun} {out} {log}" }
  second: { does: ends, run: "second {out} {log} {first}" }`;
  const { run, touch, untouch, begun } = await place();
  touch("hold-second");
  const stopping = new AbortController();
  const stopped = run({ signal: stopping.signal, now: () => 1_000 }, definition);
  await expect.poll(() => begun().length).toBe(2);
  stopping.abort();
  await expect(stopped).rejects.toThrow();
  untouch("hold-second");
  await run({ now: () => 2_000, again: ["first"] }, definition);
  const [first, , again] = names(begun());
  expect([first, again]).toEqual(["1970-01-01T00:00:01.000Z", "1970-01-01T00:00:01.000Z"]);
});

const undisturbed = lazily(async () => (await place()).run());

test.each(STEPS)(
  "killed in %s, it goes on where it was, and comes to the same",
  {
    timeout: PATIENCE_MS,
  },
  async (killedIn) => {
    const expected = await undisturbed();
    const { folder, log, touch, untouch, begun, run } = await place();
    writeFileSync(join(folder, "diamond.yaml"), DIAMOND);
    touch(`hold-${killedIn}`);
    const running = spawn(process.execPath, [
      beside("pipeline-process.js"),
      join(folder, "diamond.yaml"),
      join(folder, "pipeline"),
      log,
    ]);
    const ended = once(running, "exit");
    const said = text(running.stderr);
    const gone = ended.then(async (how) => expect.fail(`it has ended by ${how}: ${await said}`));
    gone.catch(() => {});
    /** Waits for nothing of a pipeline that has ended. */
    const meanwhile = async (expected: PromiseLike<void>) => Promise.race([expected, gone]);
    const other = { left: "right", right: "left" }[killedIn];
    await meanwhile(expect.poll(() => names(begun()), { timeout: PATIENCE_MS }).toContain(killedIn));
    if (other) {
      const record = () =>
        readRuns(join(folder, "pipeline", "runs.db"), 1)[0]?.steps.find(({ step }) => step === other)?.state;
      await meanwhile(expect.poll(record, { timeout: PATIENCE_MS }).toBe("done")); // so that it is known what is to be done again
    }
    const [, pid] = begun().find(([name]) => name === killedIn)!;
    running.kill("SIGKILL");
    await ended;
    await expect.poll(() => isAlive(pid), { timeout: PATIENCE_MS }).toBe(false); // no step outlives its pipeline
    untouch(`hold-${killedIn}`);
    const end = await run();
    expect(end).toMatchObject({ run: 1, isResumed: true, state: "done" });
    expect(names(begun()).sort()).toEqual([...STEPS, killedIn].sort());
    const outputs = ({ steps }: typeof end) => steps.map(({ step, output }) => [step, output]);
    expect(outputs(end)).toEqual(outputs(expected));
  },
);

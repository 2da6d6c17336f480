/**
 * Runs the steps of a pipeline: each when all that it needs is there, several at a time, none that was done before with the same
 * inputs. What was finished when a run was killed is not done again by the next.
 */
import { join, resolve } from "node:path";
import PQueue from "p-queue";
import pRetry from "p-retry";
import { makeFolder } from "../../files/make-folder.ts";
import { filledIn, type Pipeline, type Step, stepsFor } from "./definition.ts";
import { contentHash, hashOf } from "./hashes.ts";
import { openRecords, type RunState, type StepRecord, type StepState } from "./records.ts";
import { type CommandEnd, runCommand } from "./run-command.ts";
import { openShelf } from "./shelf.ts";

/** The exit code of a step that worked and says no: a gate that lets nothing through. */
export const REFUSED = 3;

export interface RunOptions {
  /** What the steps' commands are given to: a program and its first arguments. */
  readonly program: readonly string[];
  /** Of Matinee: another one may do the same command otherwise. */
  readonly version: string;
  /** Where commands work, and from where the files are seen that they go by. */
  readonly home: string;
  /** Where outputs, records and logs lie, by its whole path; its owner's alone. */
  readonly folder: string;
  /** Steps to do, with what they need. Default: all */
  readonly targets?: readonly string[];
  /** Steps to do although they were done before. */
  readonly again?: readonly string[];
  /** Folders that stand for what steps would write. */
  readonly given?: Readonly<Record<string, string>>;
  /** In the place of those in the definition. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How many steps at a time. */
  readonly jobs: number;
  readonly niceness?: number;
  /** Of each step so many outputs stay. */
  readonly keep?: number;
  readonly retryAfterMs?: number;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Told of every step, whenever something becomes of it. */
  readonly onStep?: (step: StepRecord) => void;
}

export interface PipelineEnd {
  readonly run: number;
  readonly isResumed: boolean;
  readonly state: RunState;
  readonly steps: readonly StepRecord[];
  /** By step, where its output lies; personal ones are gone. */
  readonly folders: Readonly<Record<string, string>>;
}

interface Outcome {
  readonly state: StepState;
  readonly folder: string;
  readonly content: string;
}

const GOOD: readonly StepState[] = ["done", "cached", "given"];
const KEEP = 3;

/** @throws Error where a step is asked for that is not there */
export async function runPipeline(pipeline: Pipeline, options: RunOptions): Promise<PipelineEnd> {
  const { folder, home, targets = [], again = [], given = {}, now, signal } = options;
  const steps = stepsFor(pipeline, targets, Object.keys(given));
  stepsFor(pipeline, [...again, ...Object.keys(given)]); // that they are there
  const shelf = openShelf(join(folder, "outputs"));
  const logs = join(folder, "logs");
  makeFolder(logs, 0o700);
  const records = openRecords(join(folder, "runs.db"));
  const { id: run, isResumed, startedMs } = records.begin(targets, now());
  const begunAt = new Date(startedMs).toISOString();
  const settings = { ...pipeline.settings, ...options.settings, begun: begunAt };
  const before = isResumed ? records.stepsOf(run) : [];
  const killed = new Map(before.map((record) => [record.step, record]));
  const queue = new PQueue({ concurrency: options.jobs });
  const latest = new Map<string, StepRecord>();
  const tell = (step: StepRecord): void => {
    latest.set(step.step, step);
    records.keep(run, step);
    options.onStep?.(step);
  };

  async function outcomeOf(step: Step, needed: ReadonlyMap<string, Outcome>): Promise<Outcome> {
    const record = newRecord(step.name, now());
    const ended = (state: StepState, reason: string | null, more: Partial<StepRecord> = {}) =>
      tell({ ...record, ...more, state, reason, endedMs: now() });
    const nothing = (state: StepState): Outcome => ({ state, folder: "", content: "" });
    const from = given[step.name];
    if (from !== undefined) {
      const content = await contentHash(from);
      ended("given", from, { output: content });
      return { state: "given", folder: from, content };
    }
    const missing = step.needs.find((need) => !GOOD.includes(needed.get(need)!.state));
    if (missing !== undefined) {
      ended("skipped", `${missing} ${saidOf[needed.get(missing)!.state]}`);
      return nothing("skipped");
    }
    const finished = await finishedBefore(step, needed);
    if (finished) return finished;
    const folders = Object.fromEntries([...needed].map(([name, { folder: at }]) => [name, at]));
    const inputs = await inputsOf(step, needed, { ...settings, ...folders }, home);
    const key = hashOf([
      options.version,
      step.run,
      settingsIn(step, settings),
      inputs,
      step.always ? run : null,
    ]).slice(0, 16);
    const going = { ...record, key, inputs: JSON.stringify(inputs) };
    const before = again.includes(step.name) ? undefined : await shelf.find(step.name, key);
    if (before) {
      const state = before.refused ? "refused" : "cached";
      const day = new Date(before.madeMs).toISOString().slice(0, 16).replace("T", " ");
      const unchanged = `nothing that it goes by has changed since ${day} UTC`;
      ended(state, before.why === null ? unchanged : `${unchanged}: ${before.why}`, {
        ...going,
        output: before.content,
      });
      return { state, folder: before.folder, content: before.content };
    }
    return (await queue.add(() => done(step, going, { ...settings, ...folders })))!;
  }

  /** What this very run had finished when it was killed: whatever it has changed itself since is no reason to do it again. */
  async function finishedBefore(
    step: Step,
    needed: ReadonlyMap<string, Outcome>,
  ): Promise<Outcome | undefined> {
    const record = killed.get(step.name);
    if (!record?.key || !record.inputs || again.includes(step.name)) return undefined;
    const inputs: Readonly<Record<string, string>> = JSON.parse(record.inputs);
    if ([...needed].some(([name, { content }]) => inputs[name] !== content)) return undefined;
    const found = await shelf.find(step.name, record.key);
    if (!found) return undefined;
    const good = record.state === "cached" ? "cached" : "done";
    const state = found.refused ? "refused" : good;
    tell({
      ...record,
      state,
      reason: record.reason ?? found.why,
      output: found.content,
      endedMs: record.endedMs ?? now(),
    });
    return { state, folder: found.folder, content: found.content };
  }

  async function done(
    step: Step,
    begun: StepRecord,
    places: Readonly<Record<string, string>>,
  ): Promise<Outcome> {
    const key = begun.key!;
    const going = { ...begun, startedMs: now() };
    let end: CommandEnd = { exitCode: null, maxRssKb: null, why: null };
    let attempts = 0;
    const attempt = async (): Promise<string> => {
      attempts++;
      tell({ ...going, attempts });
      const out = await shelf.begin(step.name, step.copies && places[step.copies]);
      const command = [...options.program, ...filledIn(step.run, { ...places, out })];
      end = await runCommand(command, {
        home,
        log: join(logs, `${run}-${step.name}.log`),
        niceness: options.niceness ?? 0,
        signal,
      });
      if (end.exitCode !== 0 && end.exitCode !== REFUSED)
        throw new Error(end.exitCode === null ? "was killed" : `ended with exit code ${end.exitCode}`);
      return out;
    };
    try {
      const out = await pRetry(attempt, {
        retries: step.retries,
        minTimeout: options.retryAfterMs ?? 2_000,
        signal,
      });
      const refused = end.exitCode === REFUSED;
      const { exitCode, maxRssKb, why } = end;
      const seal = { madeMs: now(), refused, why };
      const { folder: at, content } = await shelf.finish(step.name, key, out, seal);
      const state = refused ? "refused" : "done";
      const came = { state, reason: why, output: content, endedMs: now() } as const;
      tell({ ...going, exitCode, maxRssKb, attempts, ...came });
      return { state, folder: at, content };
    } catch (error) {
      if (signal.aborted) throw error; // the next run goes on here
      const { exitCode, maxRssKb } = end;
      const came = { state: "failed", reason: (error as Error).message, endedMs: now() } as const;
      tell({ ...going, exitCode, maxRssKb, attempts, ...came });
      return { state: "failed", folder: "", content: "" };
    }
  }

  /** Of all steps, whether they are asked for or not: of a run that was killed whatever it was may lie there. */
  async function removePersonal(): Promise<void> {
    for (const { name, personal } of pipeline.steps) if (personal) await shelf.prune(name, 0);
  }

  const begun = new Map<string, Promise<Outcome>>();
  try {
    await removePersonal(); // so that whoever was forgotten since a run was killed is not in what it goes on from
    for (const step of steps) {
      const needed = step.name in given ? [] : step.needs;
      const needs = needed.map((need) => begun.get(need)!.then((outcome) => [need, outcome] as const));
      begun.set(
        step.name,
        Promise.all(needs).then((outcomes) => outcomeOf(step, new Map(outcomes))),
      );
    }
    const outcomes = new Map<string, Outcome>();
    for (const result of await Promise.allSettled(begun.values()))
      if (result.status === "rejected") throw result.reason;
    for (const [name, outcome] of begun) outcomes.set(name, await outcome);
    for (const { name } of steps) await shelf.prune(name, options.keep ?? KEEP);
    const state = stateOf([...outcomes.values()]);
    records.end(run, state, now());
    return {
      run,
      isResumed,
      state,
      steps: steps.map(({ name }) => latest.get(name)!),
      folders: Object.fromEntries(
        [...outcomes].filter(([, { folder: at }]) => at).map(([name, o]) => [name, o.folder]),
      ),
    };
  } finally {
    await removePersonal().finally(() => records.close());
  }
}

const saidOf: Readonly<Record<StepState, string>> = {
  running: "is under way",
  done: "is done",
  cached: "is done",
  given: "is there",
  refused: "said no",
  failed: "failed",
  skipped: "was skipped",
};

function stateOf(outcomes: readonly Outcome[]): RunState {
  const isAny = (state: StepState) => outcomes.some((outcome) => outcome.state === state);
  return isAny("failed") ? "failed" : isAny("refused") ? "refused" : "done";
}

/** The settings that a step's command names. */
const settingsIn = ({ run, reads }: Step, settings: Readonly<Record<string, string>>) =>
  Object.entries(settings).filter(([name]) => [run, ...reads].some((text) => text.includes(`{${name}}`)));

async function inputsOf(
  step: Step,
  needed: ReadonlyMap<string, Outcome>,
  places: Readonly<Record<string, string>>,
  home: string,
): Promise<Record<string, string>> {
  const files = step.reads.map(async (read) => {
    const path = filledIn(read, places).join(" ");
    return [path, await contentHash(resolve(home, path))] as const;
  });
  return {
    ...Object.fromEntries([...needed].map(([name, { content }]) => [name, content])),
    ...Object.fromEntries(await Promise.all(files)),
  };
}

const newRecord = (step: string, startedMs: number): StepRecord => ({
  step,
  state: "running",
  reason: null,
  key: null,
  startedMs,
  endedMs: null,
  attempts: 0,
  exitCode: null,
  maxRssKb: null,
  inputs: null,
  output: null,
});

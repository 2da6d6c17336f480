/** What was run, when, and what came of it: a row for each run and for each of its steps, in a database of their own. */
import Database from "better-sqlite3";
import { makePrivateFile } from "../../files/private-file.ts";
import { explained } from "../../store/explained.ts";

/**
 * "running": under way, or killed in it. "done": ran. "cached": had been done before. "given": taken from elsewhere. "refused": said no.
 * "failed": it did not work. "skipped": something that it needs did not come about.
 */
export type StepState = "running" | "done" | "cached" | "given" | "refused" | "failed" | "skipped";
/** "running" while under way, or where it was killed. */
export type RunState = "running" | "done" | "refused" | "failed";

export interface StepRecord {
  readonly step: string;
  readonly state: StepState;
  /** Why it is so, in a sentence or less. */
  readonly reason: string | null;
  readonly key: string | null;
  readonly startedMs: number;
  readonly endedMs: number | null;
  readonly attempts: number;
  readonly exitCode: number | null;
  /** The most memory it had at once. */
  readonly maxRssKb: number | null;
  /** JSON: hashes of what it went by, by name. */
  readonly inputs: string | null;
  /** Hash of what it wrote. */
  readonly output: string | null;
}

export interface RunRecord {
  readonly id: number;
  /** JSON: the steps asked for. */
  readonly targets: string;
  readonly startedMs: number;
  readonly endedMs: number | null;
  readonly state: RunState;
  readonly steps: readonly StepRecord[];
}

export interface BegunRun {
  readonly id: number;
  readonly isResumed: boolean;
  /** When it began first. */
  readonly startedMs: number;
}

export interface Records {
  /** The run that was killed, where the last one was and asked for the same; else a new one. */
  begin(targets: readonly string[], nowMs: number): BegunRun;
  keep(run: number, step: StepRecord): void;
  end(run: number, state: RunState, nowMs: number): void;
  stepsOf(run: number): StepRecord[];
  close(): void;
}

/** A run that was killed longer ago is not gone on with: what people said since is to count. */
const RESUMED_WITHIN_MS = 24 * 3_600_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    targets TEXT NOT NULL,
    startedMs INTEGER NOT NULL,
    endedMs INTEGER,
    state TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS steps (
    run INTEGER NOT NULL REFERENCES runs (id),
    step TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    key TEXT,
    startedMs INTEGER NOT NULL,
    endedMs INTEGER,
    attempts INTEGER NOT NULL,
    exitCode INTEGER,
    maxRssKb INTEGER,
    inputs TEXT,
    output TEXT,
    PRIMARY KEY (run, step)
  ) STRICT;`;

type Run = Omit<RunRecord, "steps">;

const STEPS_OF = `SELECT step, state, reason, key, startedMs, endedMs, attempts, exitCode, maxRssKb, inputs, output
  FROM steps WHERE run = ? ORDER BY startedMs, step`;

/** What was run, latest first. Changes nothing and keeps nobody waiting, so that it can be looked while a run is under way. */
export function readRuns(file: string, limit: number): RunRecord[] {
  const database = new Database(file, { readonly: true });
  try {
    const { tables } = database
      .prepare<[], { tables: number }>(
        "SELECT count(*) AS tables FROM sqlite_schema WHERE name IN ('runs', 'steps')",
      )
      .get()!;
    if (tables < 2) return []; // it is only just being made
    const steps = database.prepare<[number], StepRecord>(STEPS_OF);
    return database
      .prepare<[number], Run>("SELECT * FROM runs ORDER BY id DESC LIMIT ?")
      .all(limit)
      .map((run) => ({ ...run, steps: steps.all(run.id) }));
  } catch (error) {
    throw explained(file, error);
  } finally {
    database.close();
  }
}

/** @throws StoreError where the disk is full or does not write, then and later */
export function openRecords(file: string): Records {
  makePrivateFile(file);
  const telling = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw explained(file, error);
    }
  };
  const database = telling(() => opened(file));
  const last = database.prepare<[], Run>("SELECT * FROM runs ORDER BY id DESC LIMIT 1");
  const add = database.prepare("INSERT INTO runs (targets, startedMs, state) VALUES (?, ?, 'running')");
  const put = database.prepare(
    `INSERT OR REPLACE INTO steps VALUES
       (@run, @step, @state, @reason, @key, @startedMs, @endedMs, @attempts, @exitCode, @maxRssKb, @inputs, @output)`,
  );
  const end = database.prepare("UPDATE runs SET state = ?, endedMs = ? WHERE id = ?");
  const steps = database.prepare<[number], StepRecord>(STEPS_OF);
  return {
    begin(targets, nowMs) {
      const before = last.get();
      const asked = JSON.stringify(targets);
      if (
        before?.state === "running" &&
        before.targets === asked &&
        nowMs - before.startedMs < RESUMED_WITHIN_MS
      )
        return { id: before.id, isResumed: true, startedMs: before.startedMs };
      return telling(() => {
        if (before?.state === "running") end.run("failed", nowMs, before.id);
        const id = Number(add.run(asked, nowMs).lastInsertRowid);
        return { id, isResumed: false, startedMs: nowMs };
      });
    },
    keep: (run, step) => void telling(() => put.run({ run, ...step })),
    end: (run, state, nowMs) => void telling(() => end.run(state, nowMs, run)),
    stepsOf: (run) => steps.all(run),
    close: () => void database.close(),
  };
}

function opened(file: string): Database.Database {
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  database.exec(SCHEMA);
  return database;
}

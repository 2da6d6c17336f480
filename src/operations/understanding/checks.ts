/** Tests of understanding, run when whoever runs Matinee asks for it, with their history. */
import type { LabelledText } from "../../intent/evaluation/labelled.ts";
import type { IntentParser } from "../../intent/parser.ts";
import type { Store } from "../../store/store.ts";
import { type Run, runCases, runSchema, type UnderstoodBy } from "./run.ts";

export interface ChecksState {
  /** Sentences there are. */
  readonly sentences: number;
  /** By what they can be read here. */
  readonly by: readonly UnderstoodBy[];
  readonly running: { readonly by: UnderstoodBy; readonly done: number } | null;
  /** Latest first. */
  readonly runs: readonly Run[];
  /** Of the latest run, where it could not be finished. */
  readonly trouble: string | null;
}

export interface Checks {
  state(): Promise<ChecksState>;
  /** Begins a run; false where one is under way, or there is no such reader. */
  start(by: UnderstoodBy): boolean;
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
}

export interface ChecksOptions {
  readonly cases: readonly LabelledText[];
  readonly rules: IntentParser;
  /** Absent: there is none. */
  readonly model?: { readonly name: string; afresh(): IntentParser };
  readonly store: Pick<Store, "keepRun" | "runs">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Runs that are told of. */
const TOLD = 30;

export function createChecks({ cases, rules, model, store, now }: ChecksOptions): Checks {
  let running: { readonly by: UnderstoodBy; done: number } | undefined;
  let trouble: string | null = null;
  let last: Promise<void> = Promise.resolve();

  async function run(under: { readonly by: UnderstoodBy; done: number }): Promise<void> {
    const { by } = under;
    try {
      const finished = await runCases(cases, {
        by,
        model: by === "model" ? model!.name : null,
        parser: by === "model" ? model!.afresh() : rules,
        atMs: now(),
        onProgress: (done) => {
          under.done = done;
        },
      });
      await store.keepRun(finished.atMs, JSON.stringify(finished));
      trouble = null;
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error);
    } finally {
      running = undefined;
    }
  }

  return {
    async state() {
      const runs = (await store.runs(TOLD)).flatMap(
        (kept) => runSchema.safeParse(JSON.parse(kept)).data ?? [],
      );
      return {
        sentences: cases.length,
        by: model ? ["rules", "model"] : ["rules"],
        running: running ? { ...running } : null,
        runs,
        trouble,
      };
    },
    start(by) {
      if (running || (by === "model" && !model)) return false;
      const under = { by, done: 0 };
      running = under;
      last = run(under);
      return true;
    },
    idle: () => last,
  };
}

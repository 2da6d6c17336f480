/** What is seen of a pipeline while it runs: a line for whatever has ended, and below, in a terminal, what is under way. */
import { clearLine, cursorTo } from "node:readline";
import picocolors from "picocolors";
import type { Colors } from "picocolors/types.js";
import type { StepRecord, StepState } from "../../src/operations/pipeline/records.ts";

const TICK_MS = 1_000;

const marks = ({ green, dim, yellow, red }: Colors): Readonly<Record<StepState, string>> => ({
  running: "…",
  done: green("✓"),
  cached: dim("="),
  given: dim("→"),
  refused: yellow("✋"),
  failed: red("✗"),
  skipped: dim("-"),
});

export interface View {
  show(step: StepRecord): void;
  stop(): void;
}

export function createView(out: NodeJS.WriteStream, now: () => number): View {
  // What goes to a file is read there, and by programs.
  const colours = picocolors.createColors(out.isTTY && picocolors.isColorSupported);
  const underWay = new Map<string, StepRecord>();
  const wipe = () => {
    if (!out.isTTY) return;
    cursorTo(out, 0);
    clearLine(out, 0);
  };
  const draw = () => {
    if (!out.isTTY || underWay.size === 0) return;
    wipe();
    const parts = [...underWay.values()].map(
      ({ step, startedMs }) => `${step} ${seconds(now() - startedMs)}`,
    );
    out.write(`${marks(colours).running} ${parts.join(", ")}`.slice(0, out.columns - 1));
  };
  const timer = setInterval(draw, TICK_MS);
  return {
    show(step) {
      if (step.state === "running") underWay.set(step.step, step);
      else {
        underWay.delete(step.step);
        wipe();
        out.write(`${lineOf(step, colours)}\n`);
      }
      draw();
    },
    stop() {
      clearInterval(timer);
      wipe();
    },
  };
}

/** "✓ train      12 s, 412 MB" */
export function lineOf(
  { step, state, reason, startedMs, endedMs, maxRssKb, attempts }: StepRecord,
  colours: Colors = picocolors,
): string {
  const took = state === "done" || state === "failed" || (state === "refused" && attempts > 0);
  const told = [
    ...(took && endedMs !== null ? [seconds(endedMs - startedMs)] : []),
    ...(maxRssKb === null ? [] : [`${Math.round(maxRssKb / 1_024)} MB`]),
    ...(attempts > 1 ? [`${attempts} attempts`] : []),
    ...(state === "running" ? ["not finished"] : []),
    ...(reason === null ? [] : [reason]),
  ];
  const what = state === "refused" ? ["said no"] : state === "failed" ? ["failed"] : [];
  return `${marks(colours)[state]} ${step.padEnd(10)} ${[...what, ...told].join(", ")}`;
}

const seconds = (ms: number): string =>
  ms < 10_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms / 1_000)} s`;

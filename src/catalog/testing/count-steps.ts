import { type Profiler, Session } from "node:inspector";

/** What ships; this file would else count itself. */
const COUNTED = /\/dist\/(?:src|adapters)\/(?!.*\/testing\/|.*\.test\.js)/;

/** Code is counted as it was first compiled: from before it ran, and for as long as the process lives. */
const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/**
 * How much work something is, counted and not timed: how often the blocks of this project's code ran meanwhile. The same
 * on any machine, however busy. What the engine does within a call of its own, such as matching a pattern, is not in it.
 */
export function countSteps(work: () => void): number {
  stepsSinceLast();
  work();
  return stepsSinceLast();
}

function stepsSinceLast(): number {
  let taken: Profiler.TakePreciseCoverageReturnType | undefined;
  session.post("Profiler.takePreciseCoverage", (_error, coverage) => {
    taken = coverage;
  });
  return taken!.result
    .filter(({ url }) => COUNTED.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((steps, { count }) => steps + count, 0);
}

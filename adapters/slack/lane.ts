import PQueue from "p-queue";

/** Longer than this is not slept at a stretch: Slack is asked again. */
const LONGEST_REST_MS = 3_600_000;

/** One queue of calls, the more urgent first. */
export interface Lane {
  run<T>(task: () => Promise<T>, priority: number): Promise<T>;
  /** Nothing of it is sent for so long; then one at a time, and one more with each that gets through. */
  rest(ms: number): void;
  /** How long it still rests. */
  restMs(): number;
  /** So many wait, because the other end has asked for patience. */
  backlog(): number;
  /** Rests no more, and sends all that waits. */
  hurry(): void;
  /** Somebody needs it, until they leave. */
  enter(): void;
  leave(): void;
}

/**
 * @param atOnce how many are under way at the same time
 * @param onIdle is told when nobody needs it any more
 */
export function createLane(atOnce: number, onIdle: () => void): Lane {
  const queue = new PQueue({ concurrency: atOnce });
  let inside = 0;
  let restsUntilMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const restMs = (): number => Math.max(0, restsUntilMs - performance.now());
  const leaveIfIdle = (): void => {
    if (inside === 0 && restMs() === 0) onIdle();
  };
  const wake = (): void => {
    clearTimeout(timer);
    restsUntilMs = 0;
    queue.start();
    leaveIfIdle();
  };

  return {
    async run(task, priority) {
      const done = await queue.add(task, { priority });
      if (restMs() === 0 && queue.concurrency < atOnce) queue.concurrency++;
      return done;
    },
    rest(ms) {
      queue.pause();
      queue.concurrency = 1;
      restsUntilMs = Math.max(restsUntilMs, performance.now() + Math.min(ms, LONGEST_REST_MS));
      clearTimeout(timer);
      timer = setTimeout(wake, restMs());
    },
    restMs,
    backlog: () => (queue.concurrency < atOnce ? queue.size : 0),
    hurry() {
      queue.concurrency = atOnce;
      wake();
    },
    enter: () => void inside++,
    leave() {
      inside--;
      leaveIfIdle();
    },
  };
}

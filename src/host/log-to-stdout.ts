import { type Logger, pino } from "pino";
import { prettyFactory } from "pino-pretty";
import type { LogStyle } from "./config.ts";

/** Of lines that nobody has read yet so much is kept, in characters; what comes on top of it is dropped. */
const MOST_UNREAD = 8_000_000;
/** At the end its reader is waited for no longer. */
const READ_WITHIN_MS = 1_000;

export interface StdoutLog {
  readonly log: Logger;
  /** Resolves when all of it has been taken, or when it is clear that nobody takes it. */
  taken(): Promise<void>;
}

/**
 * A log on standard output. A pipe that nobody reads, or nobody any more, costs lines of the log and nothing else: to
 * wait for a reader would hold everything up, and the end of the program for ever.
 */
export function logToStdout(style: LogStyle = "json"): StdoutLog {
  const { stdout } = process;
  stdout.on("error", () => {}); // what is written to a reader that is gone is lost, and ends nothing
  const styled = style === "json" ? (line: string) => line : forPeople(stdout.isTTY);
  const write = (line: string): void => {
    if (stdout.writableLength < MOST_UNREAD) stdout.write(styled(line));
  };
  const log = pino({}, { write });
  return {
    log,
    taken: () =>
      new Promise((resolve) => {
        setTimeout(resolve, READ_WITHIN_MS).unref();
        stdout.write("", () => resolve());
      }),
  };
}

const forPeople = (colorize: boolean) =>
  prettyFactory({
    colorize,
    translateTime: "SYS:yyyy-mm-dd HH:MM:ss",
    ignore: "pid,hostname",
    singleLine: true,
  });

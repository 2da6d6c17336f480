import { closeSync, fchmodSync, fstatSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { type Logger, pino } from "pino";

/**
 * A log of one JSON object per line, appended to a file that its owner alone can read. Where it cannot be written later on (a full disk), its
 * lines are lost, standard error says so once, and the work goes on.
 *
 * @throws where the file cannot be opened
 */
export function openLog(file: string): Logger {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const log = openSync(file, "a", 0o600);
    if (fstatSync(log).isFile()) fchmodSync(log, 0o600); // it may have been there before
    closeSync(log);
  } catch (cause) {
    throw new Error(
      `MATINEE_LOG: ${(cause as Error).message}. Expected a file that can be written, or no setting at all`,
      { cause },
    );
  }
  const destination = pino.destination({ dest: file, sync: true });
  let isTold = false;
  destination.on("error", (error: Error) => {
    if (!isTold) process.stderr.write(`The log cannot be written any more: ${error.message}\n`);
    isTold = true;
  });
  return pino(destination);
}

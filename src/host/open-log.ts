import { closeSync, openSync } from "node:fs";
import { type Logger, pino } from "pino";
import { keepPrivate, makePrivateFile } from "../files/private-file.ts";

/**
 * A log of one JSON object per line, appended to a file that its owner alone can read. Where it cannot be written
 * later on (a full disk), its lines are lost, standard error says so once, and the work goes on.
 *
 * @throws where the file cannot be opened
 */
export function openLog(file: string): Logger {
  try {
    makePrivateFile(file);
    keepPrivate(file);
    closeSync(openSync(file, "a"));
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

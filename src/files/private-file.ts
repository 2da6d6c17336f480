import { chmodSync, closeSync, existsSync, fchmodSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "./make-folder.ts";

const OWNER_ALONE = 0o600;
const FOLDER_OF_OWNER_ALONE = 0o700;
const OTHERS = 0o077;

/**
 * Makes sure of a file that nobody but its owner may read or write, whatever the umask: made where it is missing,
 * with the folders above it. What was there before is left as it is, and is not even opened: a process that closes
 * a file loses the locks it has on it, which SQLite relies on.
 *
 * @throws where it cannot be made
 */
export function makePrivateFile(file: string): void {
  if (existsSync(file)) return;
  makeFolder(dirname(file), FOLDER_OF_OWNER_ALONE);
  const made = openSync(file, "a", OWNER_ALONE);
  fchmodSync(made, OWNER_ALONE);
  closeSync(made);
}

/** Takes from everybody but the owner what they may do with a file. No effect where there is none, or it is a device. */
export function keepPrivate(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() && found.mode & OTHERS) chmodSync(file, found.mode & ~OTHERS & 0o777);
}

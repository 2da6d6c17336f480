import { chmodSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder that is missing, and those above it. One by one: where none can be made at all, as below /proc, Node's
 * own recursion never ends.
 *
 * @param mode of the folders that are made, whatever the umask; default: as the umask has it
 * @throws where one cannot be made, or a file is in its place
 */
export function makeFolder(folder: string, mode?: number): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder);
    if (mode !== undefined) chmodSync(folder, mode);
  } catch (error) {
    if (!isFolder(folder)) throw error; // else another process was faster
  }
}

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "../../src/files/make-folder.ts";
import { keepPrivate } from "../../src/files/private-file.ts";

const FORM = /^[\w-]{43}\n?$/;

/**
 * What cookies are signed with: made by chance at the first start, and kept in a file that its owner alone may read.
 * Of two processes that start at once, both get the same.
 *
 * @throws where it cannot be kept, or is damaged
 */
export function secretIn(file: string): string {
  if (!existsSync(file)) make(file);
  keepPrivate(file);
  const secret = readFileSync(file, "utf8");
  if (!FORM.test(secret))
    throw new Error(
      `${file}: not a secret that Matinee made. Delete the file, and everybody on the page begins anew, or set WEB_SECRET.`,
    );
  return secret.trim();
}

/** Under its name it is whole or not there at all. */
function make(file: string): void {
  makeFolder(dirname(file), 0o700);
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error; // else another process was faster
  } finally {
    unlinkSync(draft);
  }
}

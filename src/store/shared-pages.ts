/** What people show others by a link, for as long as they want: which page it opens, by a hash of the link. */
import { createHash, randomBytes, randomInt } from "node:crypto";
import type { Shareable } from "../intent/acts.ts";
import { CODE_LENGTH, CODE_LETTERS } from "../intent/reading/command.ts";
import type { UserKey } from "./keys.ts";

/** A page that a link opens, as whoever shares it knows it. */
export interface SharedPage {
  /** By which it is withdrawn; it opens nothing. */
  readonly id: string;
  readonly what: Shareable;
  /** When the link was made, in milliseconds since 1970. */
  readonly atMs: number;
}

/** The pages that people share. A link is shown once, when it is made, and kept as a hash. */
export interface SharedPages {
  /** Nothing of it is kept where the user is not known. */
  add(user: UserKey, page: SharedPage, hash: Buffer): Promise<void>;
  /** Undefined where no link has this hash, or it was withdrawn. */
  find(hash: Buffer): Promise<{ readonly user: UserKey; readonly what: Shareable } | undefined>;
  /** Of the person, oldest first. */
  of(user: UserKey): Promise<readonly SharedPage[]>;
  /** Of the person's pages those with these ids are nowhere any more. */
  withdraw(user: UserKey, ids: readonly string[]): Promise<void>;
}

/** Of chance: 128 bits, in hexadecimal digits, which no platform takes for markup. */
const TOKEN_BYTES = 16;
const TOKEN = /^[0-9a-f]{32}$/;

/** What a link ends in. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString("hex");

/** A name for it that can be said. */
export const newPageId = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");

/** Undefined where no link ends like that. */
export const hashOf = (token: string): Buffer | undefined =>
  TOKEN.test(token) ? createHash("sha256").update(token).digest() : undefined;

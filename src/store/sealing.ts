/**
 * What lets a bot in somewhere, as it lies in the database: encrypted with a key that is not in it. AES-256-GCM (NIST SP
 * 800-38D) with a nonce of its own each time; the name of what it is for is authenticated with it, so that one cannot be put in
 * another's place.
 *
 *     1 byte version, 8 bytes of the key's fingerprint, 12 bytes nonce, 16 bytes tag, the rest ciphertext
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FINGERPRINT_BYTES = 8;
const VERSION = 1;
const HEADER_BYTES = 1 + FINGERPRINT_BYTES;

export interface Sealing {
  /** @param name of what it is for: the same to open it */
  seal(text: string, name: string): Uint8Array;
  /** Undefined where it was sealed with another key, was meant for another name, or is damaged. */
  open(sealed: Uint8Array, name: string): string | undefined;
  /** Whether it was sealed with the key that seals now. */
  isCurrent(sealed: Uint8Array): boolean;
  /** Follows from the key, and tells nothing of it. */
  secretFor(purpose: string): string;
}

/** @returns the key, or undefined where the text is none: 32 bytes in base64 or as 64 hexadecimal digits */
export function readKey(text: string): Buffer | undefined {
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  const key = Buffer.from(text, isHex ? "hex" : "base64");
  const isWhole = isHex || key.toString("base64").replace(/={1,2}$/, "") === asBase64(text);
  return isWhole && key.length === KEY_BYTES ? key : undefined;
}

const asBase64 = (text: string): string =>
  text
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/={1,2}$/, "");

/** @param before opens what was sealed with the key before, or with the one that comes next */
export function createSealing(key: Buffer, before?: Buffer): Sealing {
  const keys = new Map([key, ...(before ? [before] : [])].map((one) => [fingerprintOf(one), one]));

  return {
    seal(text, name) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const header = Buffer.concat([Buffer.of(VERSION), Buffer.from(fingerprintOf(key), "hex")]);
      return Buffer.concat([header, nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, name) {
      const own = keys.get(fingerprintIn(sealed));
      const bytes = Buffer.from(sealed);
      const bodyAt = HEADER_BYTES + NONCE_BYTES + TAG_BYTES;
      if (!own || bytes[0] !== VERSION || bytes.length < bodyAt) return undefined;
      const nonce = bytes.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, own, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(name))
        .setAuthTag(bytes.subarray(HEADER_BYTES + NONCE_BYTES, bodyAt));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
    isCurrent: (sealed) => fingerprintIn(sealed) === fingerprintOf(key),
    secretFor: (purpose) => Buffer.from(hkdfSync("sha256", key, "", purpose, KEY_BYTES)).toString("hex"),
  };
}

const fingerprintOf = (key: Buffer): string =>
  createHash("sha256")
    .update("which key\0")
    .update(key)
    .digest("hex")
    .slice(0, 2 * FINGERPRINT_BYTES);

const fingerprintIn = (sealed: Uint8Array): string =>
  Buffer.from(sealed.subarray(1, HEADER_BYTES)).toString("hex");

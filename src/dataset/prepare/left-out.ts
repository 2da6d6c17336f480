import { createHash } from "node:crypto";

/** Whether somebody is among a share of all, always the same: by a hash of their id, whoever else there is. */
export function isAmong(id: string, share: number): boolean {
  const drawn = createHash("sha256").update(id).digest().readUInt32BE() / 2 ** 32;
  return drawn < share;
}

/**
 * Who is not to be trained on: those to be judged by, and those who count as nobody.
 *
 * @param weights [users] how many people each counts as
 * @returns their numbers, ascending
 */
export function leftOut(userIds: readonly string[], share: number, weights?: Float64Array): Int32Array {
  const numbers = userIds.flatMap((id, user) => (weights?.[user] === 0 || isAmong(id, share) ? [user] : []));
  return Int32Array.from(numbers);
}

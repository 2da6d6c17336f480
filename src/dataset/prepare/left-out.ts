import { createHash } from "node:crypto";

/** Whether somebody is among a share of all, always the same: by a hash of their id, whoever else there is. */
export const isAmong = (id: string, share: number): boolean => drawnOf(id) < share;

/** One of several parts that people fall into, always the same ones. */
export interface Part {
  /** From 0. */
  readonly part: number;
  readonly parts: number;
}

const isIn = (id: string, { part, parts }: Part): boolean => Math.floor(parts * drawnOf(id)) === part;

/** From 0 on, below 1. */
const drawnOf = (id: string): number => createHash("sha256").update(id).digest().readUInt32BE() / 2 ** 32;

/**
 * Who is not to be trained on: those to be judged by, and those who count as nobody.
 *
 * @param judges a share of them, or a part
 * @param weights [users] how many people each counts as
 * @returns their numbers, ascending
 */
export function leftOut(
  userIds: readonly string[],
  judges: number | Part,
  weights?: Float64Array,
): Int32Array {
  const isJudge = (id: string) => (typeof judges === "number" ? isAmong(id, judges) : isIn(id, judges));
  const numbers = userIds.flatMap((id, user) => (weights?.[user] === 0 || isJudge(id) ? [user] : []));
  return Int32Array.from(numbers);
}

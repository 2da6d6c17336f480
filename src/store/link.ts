/** For how long a link code is of use, and a link can be undone. Pure. */
import { isWithin } from "../recommender/standing.ts";

const CODE_OF_USE_MS = 15 * 60_000;
const UNDOABLE_MS = 24 * 3_600_000;

export const isOfUse = (offeredMs: number, atMs: number): boolean =>
  isWithin(CODE_OF_USE_MS, offeredMs, atMs);

export const isUndoable = (linkedMs: number, atMs: number): boolean => isWithin(UNDOABLE_MS, linkedMs, atMs);

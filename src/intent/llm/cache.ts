/** What the model's answers are kept by, so that the same words need not be understood twice. Knows nobody's name. */
import { createHash } from "node:crypto";
import { type Cache, memoryCache } from "../../remote/cache.ts";
import type { Setting } from "../setting.ts";

export type AnswerCache = Cache;

export const KEPT_FOR_MS = 30 * 86_400_000;

/** Everything an answer depends on. */
export interface Asked {
  readonly text: string;
  readonly setting: Setting;
  readonly model: string;
  readonly promptVersion: string;
  /** What "the last five years" are counted from. */
  readonly year: number;
  /** The last year of the catalogue. */
  readonly lastYear: number;
}

/** The key of a question: a hash, so that no store holds what people wrote. */
export function cacheKey({ text, setting, model, promptVersion, year, lastYear }: Asked): string {
  const normalised = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const { onTheTable, shownBefore, askedFor, question } = setting;
  const amid = [onTheTable, shownBefore, askedFor, question];
  const parts = [promptVersion, model, year, lastYear, normalised, amid];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

export const memoryAnswerCache = (): AnswerCache => memoryCache(KEPT_FOR_MS);

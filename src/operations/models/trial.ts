import { talliesByModel } from "../../store/tallies-by-model.ts";
import { type ArmsCompared, compareArms } from "./arms.ts";
import { readServing, settle } from "./models-folder.ts";

export interface Trial extends ArmsCompared {
  readonly version: string;
  readonly sinceMs: number;
  /** What was decided now. */
  readonly outcome: "goes on" | "back" | "promoted";
}

/**
 * Looks at the trial that is under way: a challenger that people like clearly less goes at once; one that has stood so long without that
 * takes the champion's place.
 *
 * @param settleAfterMs default: never
 * @returns undefined where none is
 */
export async function checkTrial(
  folder: string,
  databaseFile: string,
  atMs: number,
  settleAfterMs = Number.POSITIVE_INFINITY,
): Promise<Trial | undefined> {
  const { challenger } = await readServing(folder);
  if (!challenger) return undefined;
  const { version, sinceMs } = challenger;
  const tallies = await talliesByModel(databaseFile, sinceMs);
  const compared = compareArms(
    tallies.filter(({ model }) => model !== version),
    tallies.filter(({ model }) => model === version),
  );
  const [low, high] = compared.lead.interval;
  const lead = `${(100 * compared.lead.mean).toFixed(1)} points (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`;
  if (compared.is === "worse") {
    await settle(
      folder,
      false,
      `back from ${version}: people liked less of what it suggested, by ${lead}`,
      atMs,
    );
    return { ...compared, version, sinceMs, outcome: "back" };
  }
  if (compared.is === "not worse" && atMs - sinceMs >= settleAfterMs) {
    await settle(folder, true, `${version} stood its trial: the share liked moved by ${lead}`, atMs);
    return { ...compared, version, sinceMs, outcome: "promoted" };
  }
  return { ...compared, version, sinceMs, outcome: "goes on" };
}

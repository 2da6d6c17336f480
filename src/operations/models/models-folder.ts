/**
 * The models that were promoted, each in a folder by its version, and which of them people are served by.
 *
 *     matinee.db-models/<version>/         as training writes it
 *     matinee.db-models/<version>-judged/  the same recipe without each part of the people: what the next challenger is judged beside
 *     matinee.db-models/serving.json       who is served what, and what was decided before
 *
 * A folder takes its name when it is whole, and `serving.json` is replaced in one step: whoever reads finds what was or what is.
 */
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { MANIFEST, manifestSchema } from "../../artifacts/manifest.ts";
import { readArtifacts } from "../../artifacts/read-artifacts.ts";
import { flush } from "../../files/flush.ts";
import { makeFolder } from "../../files/make-folder.ts";
import { writeWhole } from "../../files/write-whole.ts";

/** What came with the package, or what MATINEE_ARTIFACTS names: it has no folder here. */
export const SHIPPED_MODEL = "shipped";

const KEEP = 3;
const HISTORY = 100;
const OWNER_ALONE = 0o700;
const SERVING = "serving.json";
export const JUDGED = "-judged";
/** Behind the name of a folder that is not whole yet. */
const NEXT = ".next-";
/** Nobody takes so long to copy a model: whoever began was killed. */
const ABANDONED_MS = 3_600_000;

const servingSchema = z.object({
  /** A version, or "shipped". */
  champion: z.string().min(1),
  /** Some people are served by it, by a stable hash, to see whether they like more. */
  challenger: z
    .object({ version: z.string().min(1), share: z.number().gt(0).lt(1), sinceMs: z.number() })
    .optional(),
  /** Latest first: what was decided, and why. */
  history: z.array(z.object({ atMs: z.number(), champion: z.string(), why: z.string() })),
});
export type ServingRecord = z.infer<typeof servingSchema>;

export const modelsBeside = (databaseFile: string): string => `${databaseFile}-models`;
export const servingFile = (folder: string): string => join(folder, SERVING);

/** @throws Error where the file is not to be understood */
export async function readServing(folder: string): Promise<ServingRecord> {
  const file = servingFile(folder);
  if (!existsSync(file)) return { champion: SHIPPED_MODEL, history: [] };
  return servingIn(await readFile(file, "utf8"), `${file}: take it away to serve the shipped model`);
}

/** @param what named where the text is not to be understood */
export function servingIn(text: string, what: string): ServingRecord {
  try {
    return servingSchema.parse(JSON.parse(text));
  } catch (cause) {
    const found = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new Error(`${what}. ${found}`, { cause });
  }
}

/** @param shipped where the model is that has no folder here */
export const folderOf = (folder: string, version: string, shipped: string): string =>
  version === SHIPPED_MODEL ? shipped : join(folder, version);

export interface Promotion {
  /** The model to be served. */
  readonly model: string;
  /** The same recipe without each part of the people, as training writes it by --parts. */
  readonly judged?: string | undefined;
  /** Of all people, to be served by it until it has shown itself; left out: all at once. */
  readonly share?: number | undefined;
  readonly why: string;
  readonly atMs: number;
}

/** Puts a model among those that can be served, and has people served by it. Done again, it changes nothing. @returns its version */
export async function promote(
  folder: string,
  { model, judged, share, why, atMs }: Promotion,
): Promise<string> {
  const { version } = manifestSchema.parse(JSON.parse(await readFile(join(model, MANIFEST), "utf8")));
  await takeModel(model, join(folder, version));
  if (judged !== undefined) await takeModel(judged, join(folder, `${version}${JUDGED}`));
  const before = await readServing(folder);
  if (before.champion === version || before.challenger?.version === version) return version;
  await writeServing(
    folder,
    share === undefined
      ? { champion: version, history: [{ atMs, champion: version, why }, ...before.history] }
      : {
          champion: before.champion,
          challenger: { version, share, sinceMs: atMs },
          history: [
            {
              atMs,
              champion: before.champion,
              why: `${version} is tried with ${Math.round(100 * share)} % of people: ${why}`,
            },
            ...before.history,
          ],
        },
  );
  await prune(folder);
  return version;
}

/**
 * Copies a model, or several by part, to where it takes its name once it is whole. Another may take the same in at that time, as one that
 * outlives the run that began it: each works in a folder of its own.
 */
export async function takeModel(from: string, to: string): Promise<void> {
  if (existsSync(to)) return;
  makeFolder(dirname(to), OWNER_ALONE);
  const next = await mkdtemp(`${to}${NEXT}`);
  await cp(from, next, { recursive: true });
  for (const model of await partsIn(next)) {
    for (const name of await readdir(model)) await flush(join(model, name));
    await readArtifacts(model);
  }
  await rename(next, to).catch(async (error: unknown) => {
    if (!existsSync(to)) throw error;
    await rm(next, { recursive: true, force: true });
  });
}

/** Ends a trial: the challenger takes the champion's place, or goes. No effect where there is none. */
export async function settle(folder: string, wins: boolean, why: string, atMs: number): Promise<void> {
  const { champion, challenger, history } = await readServing(folder);
  if (!challenger) return;
  const served = wins ? challenger.version : champion;
  await writeServing(folder, { champion: served, history: [{ atMs, champion: served, why }, ...history] });
  await prune(folder);
}

/** Serves again what was served before. @param to a version; default: the one before @throws Error where there is none */
export async function rollBack(folder: string, atMs: number, to?: string): Promise<string> {
  const { champion, challenger, history } = await readServing(folder);
  const before = [...history.map((one) => one.champion), SHIPPED_MODEL].find(
    (version) => version !== champion,
  );
  const version = to ?? (challenger ? champion : before);
  if (version === undefined || (version !== SHIPPED_MODEL && !existsSync(join(folder, version))))
    throw new Error(
      `There is no model ${version ?? "before this one"} to go back to. matinee models list tells which there are.`,
    );
  const why = `back from ${challenger ? challenger.version : champion}, as asked`;
  await writeServing(folder, { champion: version, history: [{ atMs, champion: version, why }, ...history] });
  return version;
}

export async function writeServing(folder: string, { history, ...serving }: ServingRecord): Promise<void> {
  makeFolder(folder, OWNER_ALONE);
  await writeWhole(
    servingFile(folder),
    `${JSON.stringify({ ...serving, history: history.slice(0, HISTORY) }, undefined, 2)}\n`,
  );
}

/** The versions that lie here. */
export async function versionsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return names
    .filter((entry) => entry.isDirectory() && !entry.name.includes(".") && !entry.name.endsWith(JUDGED))
    .map(({ name }) => name)
    .sort();
}

/** The models of a folder: it is one itself, or has one for each part of the people, in their order. */
export async function partsIn(folder: string): Promise<string[]> {
  if (existsSync(join(folder, MANIFEST))) return [folder];
  const names = (await readdir(folder)).filter((name) => /^\d+$/.test(name));
  return names.sort((a, b) => Number(a) - Number(b)).map((name) => join(folder, name));
}

/** Of a champion, what the next challenger is judged beside; undefined for one that was not made here. */
export function judgedFolder(folder: string, version: string): string | undefined {
  const judged = join(folder, `${version}${JUDGED}`);
  return existsSync(judged) ? judged : undefined;
}

/** Leaves what is served and the champions before it, three in all. */
async function prune(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.includes(NEXT)) continue;
    const begun = await stat(join(folder, name)).catch(() => undefined); // it may have got its name meanwhile
    if (begun && begun.mtimeMs < Date.now() - ABANDONED_MS)
      await rm(join(folder, name), { recursive: true, force: true });
  }
  const { champion, challenger, history } = await readServing(folder);
  const champions = [...new Set([champion, ...history.map((one) => one.champion)])].filter(
    (version) => version !== SHIPPED_MODEL,
  );
  const kept = new Set([...champions.slice(0, KEEP), ...(challenger ? [challenger.version] : [])]);
  for (const version of await versionsIn(folder)) {
    if (kept.has(version)) continue;
    for (const name of [version, `${version}${JUDGED}`])
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

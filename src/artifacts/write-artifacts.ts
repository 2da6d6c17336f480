import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { flush } from "../files/flush.ts";
import { makeFolder } from "../files/make-folder.ts";
import { FILES, FORMAT, MANIFEST, type Manifest, type ModelCard } from "./manifest.ts";
import type { Model, Placement, Traits } from "./model.ts";
import { movieSchema } from "./movie-schema.ts";
import { encodeNpy } from "./npy.ts";
import { quantiseRows } from "./quantised-rows.ts";
import { previousFolder, readArtifacts } from "./read-artifacts.ts";

export interface WriteOptions {
  /** [n] the movies' ids in the data set or in all of MovieLens, by row: movie_map.json leads from them to the rows. */
  readonly movieIds: readonly string[];
  readonly card: ModelCard;
}

/**
 * Writes a model so that whoever reads the folder finds the old one or the new one, whole, whatever happens.
 *
 * The files go to a folder beside, are flushed to the disk and read back; files that are not the model's are
 * copied over; then the folders change places, as a folder with files in it cannot be replaced in one step.
 * Between the two renames of that change a reader falls back to the previous folder, and the next writer puts
 * it back first.
 *
 * @param destination made where it is missing; what else lies in it is kept
 * Embeddings are rounded to a byte for each value (quantised-rows.ts): a model that is read again has them so.
 *
 * @returns what was written: the version is a hash over the files, whatever `model.version` says
 * @throws ZodError where a movie of the model is not as the files' format wants it
 */
export async function writeArtifacts(
  destination: string,
  model: Model,
  { movieIds, card }: WriteOptions,
): Promise<Manifest> {
  const folder = resolve(destination);
  const next = `${folder}.next`;
  const previous = previousFolder(folder);
  if (!existsSync(folder) && existsSync(previous)) await rename(previous, folder);
  await rm(next, { recursive: true, force: true });
  makeFolder(next);
  if (existsSync(folder)) await copyOthers(folder, next);

  z.array(movieSchema).parse(model.movies);
  const contents = contentsOf(model, movieIds);
  const manifest = manifestOf(contents, card);
  for (const [name, bytes] of contents) await writeFile(join(next, name), bytes);
  await writeFile(join(next, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
  await flushAll(next);
  await readArtifacts(next);

  await rm(previous, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, previous);
  await rename(next, folder);
  await flush(dirname(folder));
  await rm(previous, { recursive: true, force: true });
  return manifest;
}

/** The files that are kept in the model's folder and are not the model's. */
async function copyOthers(folder: string, next: string): Promise<void> {
  const owned = new Set<string>([MANIFEST, ...Object.values(FILES)]);
  await cp(folder, next, {
    recursive: true,
    filter: (file) => dirname(file) !== folder || !owned.has(basename(file)),
  });
}

/** Two models of the same bytes have the same version. */
export function versionOf(contents: ReadonlyMap<string, Buffer>): string {
  const hash = createHash("sha256");
  for (const [name, bytes] of contents) hash.update(name).update(bytes);
  return hash.digest("hex").slice(0, 16);
}

/** The model's files by name. */
export function contentsOf(model: Omit<Model, "version">, movieIds: readonly string[]): Map<string, Buffer> {
  const { movies, dimensions: d, embeddings, prior, traits, trainedOn, placement } = model;
  const priorRows = 2 * d + (prior.strength === undefined ? 1 : 2);
  const stacked = new Float64Array(priorRows * d);
  stacked.set(prior.mean);
  stacked.set(prior.covariance, d);
  stacked.set(prior.gram, d + d * d);
  if (prior.strength !== undefined) stacked[(2 * d + 1) * d] = prior.strength;
  const lines = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(",\n");
  const map = movieIds.map((id, row) => `${JSON.stringify(id)}: ${row}`).join(",\n");
  const { values, scales } = quantiseRows(embeddings, d);
  return new Map([
    [FILES.embeddings, encodeNpy({ rows: movies.length, columns: d, values })],
    [FILES.scales, encodeNpy({ rows: movies.length, columns: 1, values: scales })],
    [FILES.map, Buffer.from(`{\n${map}\n}\n`)],
    [FILES.movies, Buffer.from(`[\n${lines(movies)}\n]\n`)],
    [FILES.prior, encodeNpy({ rows: priorRows, columns: d, values: stacked })],
    [FILES.trainedOn, encodeNpy({ rows: movies.length, columns: 1, values: trainedOn })],
    ...(placement ? [[FILES.placement, placementFile(placement)] as const] : []),
    ...(traits.size > 0 ? traitFiles(traits, movies.length) : []),
  ]);
}

/** One column: the deviations, then the spread. */
function placementFile({ deviation, spread }: Placement): Buffer {
  const values = new Float32Array(deviation.length + spread.length);
  values.set(deviation);
  values.set(spread, deviation.length);
  return encodeNpy({ rows: values.length, columns: 1, values });
}

/** The names, and a row of the matrix for each. */
function traitFiles(traits: Traits, movieCount: number): [string, Buffer][] {
  const values = new Uint8Array(traits.size * movieCount);
  [...traits.values()].forEach((fits, row) => {
    values.set(fits, row * movieCount);
  });
  return [
    [FILES.traitNames, Buffer.from(`${JSON.stringify([...traits.keys()], undefined, 2)}\n`)],
    [FILES.traits, encodeNpy({ rows: traits.size, columns: movieCount, values })],
  ];
}

function manifestOf(contents: ReadonlyMap<string, Buffer>, card: ModelCard): Manifest {
  const files = [...contents].map(([name, bytes]) => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return [name, { bytes: bytes.length, sha256 }] as const;
  });
  return { format: FORMAT, version: versionOf(contents), ...card, files: Object.fromEntries(files) };
}

async function flushAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true })) await flush(join(folder, entry));
  await flush(folder);
}

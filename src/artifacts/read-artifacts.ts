import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Movie } from "../catalog/movie.ts";
import { ArtifactError } from "./artifact-error.ts";
import { FILES, FORMAT, MANIFEST, type Manifest, manifestSchema } from "./manifest.ts";
import type { Model, Placement, Traits, UserPrior } from "./model.ts";
import { isMovie } from "./movie-schema.ts";
import { decodeFloat32, decodeFloat64, decodeInt8, decodeInt32, decodeUint8, type NpyMatrix } from "./npy.ts";
import { restoreRows } from "./quantised-rows.ts";

/** The package's own model, seen from dist/src/artifacts. */
export const SHIPPED = fileURLToPath(new URL("../../../artifacts", import.meta.url));

/** Absent from a model trained without examples of traits, or in which no film was placed, and from those of earlier versions of this program. */
const OPTIONAL: readonly string[] = [FILES.traitNames, FILES.traits, FILES.placement];

/**
 * Reads a trained model, and checks every file against the manifest.
 *
 * A model that is replaced while it is read is read again. A hash that matches says that a file is as somebody wrote
 * it, not that it was written well: what everything else is computed from is looked at, in passes that keep a start short.
 *
 * @param folder written by writeArtifacts; default: the model that comes with this package
 * @throws ArtifactError where a file is missing, cut short, altered, of a newer format, or holds what nothing can be computed from
 */
export async function readArtifacts(folder: string = SHIPPED): Promise<Model> {
  const inode = inodeOf(folder);
  try {
    return await readFiles(
      inode === undefined && existsSync(previousFolder(folder)) ? previousFolder(folder) : folder,
    );
  } catch (error) {
    if (inodeOf(folder) === inode) throw error;
    return readArtifacts(folder);
  }
}

/** What a path names at this moment: writeArtifacts gives it another folder, of another number. */
const inodeOf = (folder: string): number | undefined => statSync(folder, { throwIfNoEntry: false })?.ino;

async function readFiles(folder: string): Promise<Model> {
  const manifest = await readManifest(folder);
  const isThere = (name: string) => manifest.files[name] !== undefined || !OPTIONAL.includes(name);
  const names = Object.values(FILES).filter(isThere);
  const contents = await Promise.all(names.map((name) => readVerified(folder, name, manifest)));
  try {
    return assemble(manifest.version, new Map(names.map((name, i) => [name, contents[i]!])));
  } catch (cause) {
    throw new ArtifactError(folder, `the files do not fit together: ${(cause as Error).message}`, { cause });
  }
}

/** Where the model in use stands for the instant in which writeArtifacts swaps a new one in. */
export const previousFolder = (folder: string): string => `${resolve(folder)}.previous`;

async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, MANIFEST);
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new ArtifactError(file, `cannot be read: ${(cause as Error).message}`, { cause });
  }
  const format = z.object({ format: z.number() }).safeParse(value).data?.format ?? 0;
  if (format > FORMAT) {
    throw new ArtifactError(
      file,
      `the model has format ${format}, this program reads ${FORMAT}: update Matinee`,
    );
  }
  if (format < FORMAT) {
    throw new ArtifactError(
      file,
      `the model has format ${format}, of an earlier Matinee; this one reads ${FORMAT}: train it again with npm run train`,
    );
  }
  const manifest = manifestSchema.safeParse(value);
  if (!manifest.success) throw new ArtifactError(file, z.prettifyError(manifest.error));
  return manifest.data;
}

async function readVerified(folder: string, name: string, { files }: Manifest): Promise<Buffer> {
  const file = join(folder, name);
  const expected = files[name];
  if (!expected) throw new ArtifactError(file, "the manifest does not list it");
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new ArtifactError(file, `cannot be read: ${(cause as Error).message}`, { cause });
  }
  if (bytes.length !== expected.bytes) {
    throw new ArtifactError(file, `${bytes.length} bytes, expected ${expected.bytes}: cut short or altered`);
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== expected.sha256) throw new ArtifactError(file, "altered: its SHA-256 is not the manifest's");
  return bytes;
}

function assemble(version: string, contents: ReadonlyMap<string, Buffer>): Model {
  const embeddings = embeddingsIn(contents);
  const prior = decodeFloat64(contents.get(FILES.prior)!);
  const movies = moviesIn(contents.get(FILES.movies)!);
  const trainedOn = decodeInt32(contents.get(FILES.trainedOn)!);
  const d = embeddings.columns;
  checkFinite(FILES.prior, prior);
  if (movies.length !== embeddings.rows) {
    throw new RangeError(`${movies.length} movies for ${embeddings.rows} embeddings`);
  }
  if (trainedOn.values.length !== movies.length) {
    throw new RangeError(
      `${FILES.trainedOn} tells of ${trainedOn.values.length} movies, not ${movies.length}`,
    );
  }
  const placement = placementIn(contents.get(FILES.placement), embeddings);
  return {
    version,
    movies,
    ...(placement && { placement }),
    dimensions: d,
    embeddings: embeddings.values,
    trainedOn: trainedOn.values,
    prior: priorIn(prior, d),
    traits: traitsOf(contents, movies.length),
  };
}

const strengthSchema = z.number().positive().max(100);

/** Mean, covariance and gram one below the other, and below them, where it is known, a row that begins with the strength. */
function priorIn({ rows, columns, values }: NpyMatrix<Float64Array>, d: number): UserPrior {
  const least = 2 * d + 1;
  if (columns !== d || (rows !== least && rows !== least + 1))
    throw new RangeError(`the prior is ${rows} x ${columns}, expected ${least} or ${least + 1} x ${d}`);
  const strength = rows > least ? strengthSchema.parse(values[least * d]) : undefined;
  return {
    mean: values.subarray(0, d),
    covariance: values.subarray(d, d + d * d),
    gram: values.subarray(d + d * d, least * d),
    ...(strength !== undefined && { strength }),
  };
}

function embeddingsIn(contents: ReadonlyMap<string, Buffer>): NpyMatrix<Float32Array> {
  const { rows, columns, values } = decodeInt8(contents.get(FILES.embeddings)!);
  const scales = decodeFloat32(contents.get(FILES.scales)!);
  checkFinite(FILES.scales, scales);
  if (scales.values.length !== rows)
    throw new RangeError(`${scales.values.length} scales for ${rows} embeddings`);
  return { rows, columns, values: restoreRows({ values, scales: scales.values }, columns) };
}

function moviesIn(file: Buffer): readonly Movie[] {
  const movies: unknown = JSON.parse(file.toString("utf8"));
  if (!Array.isArray(movies)) throw new RangeError(`${FILES.movies} is no list`);
  const ids = new Set<string>();
  for (const [row, movie] of movies.entries()) {
    if (!isMovie(movie)) throw new RangeError(`${FILES.movies}: row ${row} is no movie`);
    if (ids.has(movie.id)) throw new RangeError(`${FILES.movies}: row ${row} has the id ${movie.id} again`);
    ids.add(movie.id);
  }
  return movies;
}

function placementIn(
  file: Buffer | undefined,
  { rows, columns }: NpyMatrix<Float32Array>,
): Placement | undefined {
  if (!file) return undefined;
  const matrix = decodeFloat32(file);
  checkFinite(FILES.placement, matrix);
  const { values } = matrix;
  if (values.length !== rows + columns || values.some((value) => value < 0))
    throw new RangeError(
      `${FILES.placement} holds ${values.length} values, expected ${rows} + ${columns}, none negative`,
    );
  return { deviation: values.subarray(0, rows), spread: values.subarray(rows) };
}

function checkFinite(name: string, { values, columns }: NpyMatrix<Float32Array | Float64Array>): void {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * 0; // 0 as long as all are finite
  if (sum === 0) return;
  const at = values.findIndex((value) => !Number.isFinite(value));
  throw new RangeError(`${name}: row ${Math.floor(at / columns)} holds ${values[at]}`);
}

function traitsOf(contents: ReadonlyMap<string, Buffer>, movieCount: number): Traits {
  const [namesFile, matrixFile] = [contents.get(FILES.traitNames), contents.get(FILES.traits)];
  if (!namesFile || !matrixFile) return new Map();
  const names: readonly string[] = JSON.parse(namesFile.toString("utf8"));
  const { rows, columns, values } = decodeUint8(matrixFile);
  if (rows !== names.length || columns !== movieCount) {
    throw new RangeError(`traits are ${rows} x ${columns}, expected ${names.length} x ${movieCount}`);
  }
  return new Map(names.map((name, row) => [name, values.subarray(row * columns, (row + 1) * columns)]));
}

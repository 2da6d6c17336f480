/**
 * A fitted model as one file: an .npz archive, which numpy.load reads, with a matrix per member, and two members of
 * JSON beside them: the settings, and the movies that the rows stand for.
 */
import { readFile } from "node:fs/promises";
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from "fflate";
import { z } from "zod";
import { movieSchema } from "../artifacts/movie-schema.ts";
import { decodeFloat64, encodeNpy, type NpyMatrix } from "../artifacts/npy.ts";
import type { Movie } from "../catalog/movie.ts";
import { outOfBounds } from "../dataset/unpacking-bounds.ts";
import { writeWhole } from "../files/write-whole.ts";

export interface SavedModel {
  /** Which kind of model it is; whoever restores it looks at this first. */
  readonly kind: string;
  readonly settings: Readonly<Record<string, number>>;
  readonly matrices: Readonly<Record<string, NpyMatrix<Float64Array>>>;
  /** [n] by row */
  readonly movies: readonly Movie[];
  /** [n] the data set's own ids, by row */
  readonly movieIds: readonly string[];
}

const FORMAT = 2;
const HEAD = "model.json";
const MOVIES = "movies.json";

const headSchema = z.object({
  format: z.literal(FORMAT),
  kind: z.string(),
  settings: z.record(z.string(), z.number()),
  movieIds: z.array(z.string()),
});

/** Whoever reads finds the old model or the new one, whole. */
export async function saveModel(
  file: string,
  { kind, settings, matrices, movies, movieIds }: SavedModel,
): Promise<void> {
  const members = Object.entries(matrices).map(
    ([name, matrix]) => [`${name}.npy`, encodeNpy(matrix)] as const,
  );
  const bytes = zipSync({
    [HEAD]: strToU8(JSON.stringify({ format: FORMAT, kind, settings, movieIds })),
    [MOVIES]: strToU8(JSON.stringify(movies)),
    ...Object.fromEntries(members),
  });
  await writeWhole(file, bytes);
}

/** @throws Error naming the file, what is wrong with it, and what to do */
export async function loadModel(file: string): Promise<SavedModel> {
  const bytes = await readFile(file);
  try {
    const members = unpacked(bytes);
    const json = (name: string): unknown => JSON.parse(strFromU8(members[name] ?? missing("member", name)));
    const { format: _, ...head } = headSchema.parse(json(HEAD));
    const matrices = Object.entries(members).flatMap(([name, member]) =>
      name.endsWith(".npy")
        ? [[name.slice(0, -".npy".length), decodeFloat64(Buffer.from(member))] as const]
        : [],
    );
    const movies = z.array(movieSchema).parse(json(MOVIES));
    return { ...head, matrices: Object.fromEntries(matrices), movies };
  } catch (cause) {
    const found = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new Error(
      `${file} is no saved model (${found}). Name another file; where there is none yet, a model is trained and kept.`,
      { cause },
    );
  }
}

/** @throws RangeError where it would unpack to more than any model holds */
function unpacked(bytes: Uint8Array): Unzipped {
  let entries = 0;
  let size = 0;
  return unzipSync(bytes, {
    filter({ originalSize }) {
      entries++;
      size += originalSize;
      const excess = outOfBounds({ entries, packedBytes: bytes.length, bytes: size });
      if (excess !== undefined) throw new RangeError(excess);
      return true;
    },
  });
}

/** @throws RangeError where there is no such setting */
export const settingIn = ({ settings }: SavedModel, name: string): number =>
  settings[name] ?? missing("setting", name);

/**
 * @param rows default: as many as there are
 * @throws RangeError where there is no such matrix, or of another shape
 */
export function matrixIn(
  { matrices }: SavedModel,
  name: string,
  columns: number,
  rows?: number,
): Float64Array {
  const found = matrices[name] ?? missing("matrix", name);
  const expected = rows ?? found.rows;
  if (found.rows !== expected || found.columns !== columns)
    throw new RangeError(`${name} is ${found.rows} x ${found.columns}, expected ${expected} x ${columns}`);
  return found.values;
}

function missing(what: string, name: string): never {
  throw new RangeError(`the ${what} ${name} is missing`);
}

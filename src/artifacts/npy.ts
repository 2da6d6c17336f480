/**
 * Matrices as .npy files, readable by numpy.load: a magic string, a version, a header of Python literals
 * padded to 64 bytes, then the values, row-major and little-endian.
 *
 * Source: NEP 1, "A Simple File Format for NumPy Arrays", format version 1.0. Machines of today are little-endian.
 */
export interface NpyMatrix<T extends NpyValues> {
  readonly rows: number;
  readonly columns: number;
  /** [rows x columns] row-major */
  readonly values: T;
}

export type NpyValues = Float32Array | Float64Array | Int32Array | Int8Array | Uint8Array;

const MAGIC = Buffer.from("\x93NUMPY\x01\x00", "latin1");
const HEADER = /^\{'descr': '(<[fi][48]|\|[iu]1)', 'fortran_order': False, 'shape': \((\d+), (\d+)\), \}\s*$/;
const ALIGNMENT = 64;

/** The name by which numpy knows the type of these values. */
function nameOf(values: NpyValues): string {
  if (values instanceof Uint8Array) return "|u1";
  if (values instanceof Int8Array) return "|i1";
  if (values instanceof Int32Array) return "<i4";
  return values instanceof Float32Array ? "<f4" : "<f8";
}

export function encodeNpy({ rows, columns, values }: NpyMatrix<NpyValues>): Buffer {
  if (values.length !== rows * columns)
    throw new RangeError(`${values.length} values for ${rows} x ${columns}`);
  const literal = `{'descr': '${nameOf(values)}', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  const unpadded = MAGIC.length + 2 + literal.length + 1;
  const header = `${literal}${" ".repeat((ALIGNMENT - (unpadded % ALIGNMENT)) % ALIGNMENT)}\n`;
  const length = Buffer.alloc(2);
  length.writeUInt16LE(header.length);
  const body = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return Buffer.concat([MAGIC, length, Buffer.from(header, "latin1"), body]);
}

export const decodeFloat32 = (file: Buffer): NpyMatrix<Float32Array> => decode(file, Float32Array);
export const decodeFloat64 = (file: Buffer): NpyMatrix<Float64Array> => decode(file, Float64Array);
export const decodeInt32 = (file: Buffer): NpyMatrix<Int32Array> => decode(file, Int32Array);
export const decodeInt8 = (file: Buffer): NpyMatrix<Int8Array> => decode(file, Int8Array);
export const decodeUint8 = (file: Buffer): NpyMatrix<Uint8Array> => decode(file, Uint8Array);

/** @throws RangeError saying what was found instead of a matrix of that type */
function decode<T extends NpyValues>(file: Buffer, type: { new (buffer: ArrayBuffer): T }): NpyMatrix<T> {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) throw new RangeError("not a .npy file of version 1.0");
  const start = MAGIC.length + 2 + file.readUInt16LE(MAGIC.length);
  const header = file.toString("latin1", MAGIC.length + 2, start);
  const [, found, rows = "0", columns = "0"] = HEADER.exec(header) ?? [];
  const expected = nameOf(new type(new ArrayBuffer(0)));
  if (found !== expected) {
    throw new RangeError(`expected a matrix of ${expected} in row order, found ${header.trim()}`);
  }
  const bytes = Number(rows) * Number(columns) * Number(expected.at(-1));
  if (file.length - start !== bytes)
    throw new RangeError(`${file.length - start} bytes of values, expected ${bytes}`);
  const body = new Uint8Array(bytes); // a copy: values must start at a multiple of their size
  body.set(file.subarray(start));
  return { rows: Number(rows), columns: Number(columns), values: new type(body.buffer) };
}

/**
 * The inner products of all rows of a matrix with a vector: scores[j] = row j . v
 *
 * The pass over the rows is in WebAssembly, on two bytes a number (int16-rows.ts), which take half of the time to come from memory; the
 * vector is coded alike. A score is off by some 1e-5 of |row j| |v|, the same on every machine.
 */
import { toInt16Rows } from "./int16-rows.ts";
import {
  add,
  addSingles,
  constant,
  countUp,
  dotOfInt16,
  get,
  loadPair,
  moduleOf,
  set,
  storeSumOfSingles,
  toSingles,
  type WasmFunction,
  zero,
} from "./web-assembly.ts";

/** @returns [n] `into`, filled */
export type RowScorer = (vector: Float32Array | Float64Array, into: Float64Array) => Float64Array;

/** Numbers that the kernel multiplies at once; rows are filled up with zeros. */
const LANES = 8;
const LANE_BYTES = 2 * LANES;
const PAGE_BYTES = 65_536;

/** sums[j] = row j of codes . vector, float32; rows are rowBytes long, and end at codesEnd */
function dotAll(): WasmFunction {
  const [codes, vector, sums, rowBytes, codesEnd] = [0, 1, 2, 3, 4];
  const [row, at, out, sum] = [5, 6, 7, 8];
  const lane = (array: number) => loadPair(add(get(array), get(at)));
  const addLane = set(sum, addSingles(get(sum), toSingles(dotOfInt16(lane(row), lane(vector)))));
  const fillRow = [
    set(sum, zero),
    countUp(at, constant(0), get(rowBytes), constant(LANE_BYTES), addLane),
    storeSumOfSingles(get(out), sum),
    set(out, add(get(out), constant(4))),
  ];
  const body = [set(out, get(sums)), countUp(row, get(codes), get(codesEnd), get(rowBytes), fillRow)];
  return { name: "dotAll", parameters: 5, i32Locals: 3, v128Locals: 1, body };
}

/**
 * Holds the rows in the kernel's memory.
 *
 * @param values [n x d] row-major
 */
export function createRowScorer(values: Float32Array | Float64Array, d: number): RowScorer {
  const n = values.length / d;
  const { codes, exponents } = toInt16Rows(values, d);
  const width = LANES * Math.ceil(d / LANES);
  const vectorAt = 2 * n * width;
  const sumsAt = vectorAt + 2 * width;
  const pages = Math.ceil((sumsAt + 4 * n) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const rows = new Int16Array(memory.buffer, 0, n * width);
  const held = new Int16Array(memory.buffer, vectorAt, width);
  const sums = new Float32Array(memory.buffer, sumsAt, n);
  for (let row = 0; row < n; row++) rows.set(codes.subarray(row * d, (row + 1) * d), row * width);
  const scales = Float64Array.from(exponents, (exponent) => 2 ** exponent);
  const module = new WebAssembly.Module(moduleOf([dotAll()]));
  const { dotAll: kernel } = new WebAssembly.Instance(module, { env: { memory } }).exports as {
    readonly dotAll: (...addresses: number[]) => void;
  };
  return (vector, scores) => {
    const coded = toInt16Rows(vector, d);
    held.set(coded.codes);
    kernel(0, vectorAt, sumsAt, 2 * width, vectorAt);
    const scale = 2 ** coded.exponents[0]!;
    for (let row = 0; row < n; row++) scores[row] = sums[row]! * scales[row]! * scale;
    return scores;
  };
}

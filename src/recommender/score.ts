/**
 * Scores every movie for a user: scores[j] = v_j . u
 *
 * The pass over all movies is in WebAssembly, on item embeddings of two bytes a number (src/numerics/int16-rows.ts), which take half of the
 * time to come from memory; the user's embedding is coded alike. A score is off by some 1e-5 of |v_j| |u|, the same on every machine.
 */
import type { Model } from "../artifacts/model.ts";
import { toInt16Rows } from "../numerics/int16-rows.ts";
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
} from "../numerics/web-assembly.ts";
import { perModel } from "./per-model.ts";

type Embeddings = Pick<Model, "movies" | "dimensions" | "embeddings">;

/** [n] every movie's score. @param into [n] where they are put; default: an array of their own */
export const modelScoresOf = (
  model: Embeddings,
  user: Float64Array,
  into = new Float64Array(model.movies.length),
): Float64Array => scorerOf(model)(user, into);

/** Numbers that the kernel multiplies at once; rows are filled up with zeros. */
const LANES = 8;
const LANE_BYTES = 2 * LANES;
const PAGE_BYTES = 65_536;

/** sums[j] = row j of codes . user, float32; rows are rowBytes long, and end at codesEnd */
function dotAll(): WasmFunction {
  const [codes, user, sums, rowBytes, codesEnd] = [0, 1, 2, 3, 4];
  const [row, at, out, sum] = [5, 6, 7, 8];
  const lane = (array: number) => loadPair(add(get(array), get(at)));
  const addLane = set(sum, addSingles(get(sum), toSingles(dotOfInt16(lane(row), lane(user)))));
  const fillRow = [
    set(sum, zero),
    countUp(at, constant(0), get(rowBytes), constant(LANE_BYTES), addLane),
    storeSumOfSingles(get(out), sum),
    set(out, add(get(out), constant(4))),
  ];
  const body = [set(out, get(sums)), countUp(row, get(codes), get(codesEnd), get(rowBytes), fillRow)];
  return { name: "dotAll", parameters: 5, i32Locals: 3, v128Locals: 1, body };
}

/** Holds the embeddings of a model in the kernel's memory. */
const scorerOf = perModel(({ movies, dimensions: d, embeddings }: Embeddings) => {
  const n = movies.length;
  const { codes, exponents } = toInt16Rows(embeddings, d);
  const width = LANES * Math.ceil(d / LANES);
  const userAt = 2 * n * width;
  const sumsAt = userAt + 2 * width;
  const pages = Math.ceil((sumsAt + 4 * n) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const rows = new Int16Array(memory.buffer, 0, n * width);
  const person = new Int16Array(memory.buffer, userAt, width);
  const sums = new Float32Array(memory.buffer, sumsAt, n);
  for (let row = 0; row < n; row++) rows.set(codes.subarray(row * d, (row + 1) * d), row * width);
  const scales = Float64Array.from(exponents, (exponent) => 2 ** exponent);
  const module = new WebAssembly.Module(moduleOf([dotAll()]));
  const { dotAll: kernel } = new WebAssembly.Instance(module, { env: { memory } }).exports as {
    readonly dotAll: (...addresses: number[]) => void;
  };
  return (user: Float64Array, scores: Float64Array): Float64Array => {
    const coded = toInt16Rows(user, d);
    person.set(coded.codes);
    kernel(0, userAt, sumsAt, 2 * width, userAt);
    const scale = 2 ** coded.exponents[0]!;
    for (let row = 0; row < n; row++) scores[row] = sums[row]! * scales[row]! * scale;
    return scores;
  };
});

/** v_j . u for one movie, j. */
export function scoreOf(embeddings: Float32Array, j: number, user: Float64Array): number {
  const d = user.length;
  const unrolled = d - (d % 4);
  const row = j * d;
  let [a, b, c, e] = [0, 0, 0, 0]; // four sums at a time: the processor need not wait for one addition to end
  for (let k = 0; k < unrolled; k += 4) {
    a += embeddings[row + k]! * user[k]!;
    b += embeddings[row + k + 1]! * user[k + 1]!;
    c += embeddings[row + k + 2]! * user[k + 2]!;
    e += embeddings[row + k + 3]! * user[k + 3]!;
  }
  for (let k = unrolled; k < d; k++) a += embeddings[row + k]! * user[k]!;
  return a + b + (c + e);
}

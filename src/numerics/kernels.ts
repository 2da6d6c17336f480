/**
 * The loops in which training spends its time, in WebAssembly for its vectors of two float64: on sparse times
 * dense they take half the time of the same loops in JavaScript.
 *
 * Each kernel fills rows [from, to) of its output and reads the rest, so that threads may share an output, and
 * the result does not depend on who computes which rows. Each sum has one order of additions, whatever the
 * width of the vectors, so that results are the same everywhere.
 *
 * Dense matrices are row-major float64; their rows are `rowBytes` long, a multiple of 8 * STRIP. The kernels
 * take a strip of columns at a time and keep its sums in registers. All arguments are i32; arrays are given by
 * their address in the shared memory.
 */
import {
  add,
  addPairs,
  type Code,
  constant,
  countUp,
  get,
  larger,
  load32,
  loadPair,
  loadSingleTwice,
  loadTwice,
  moduleOf,
  multiplied,
  multiplyPairs,
  set,
  shiftedLeft,
  shiftedRight,
  singleTimesHalves,
  smaller,
  storePair,
  storeSingle,
  subtractPairs,
  zero,
} from "./web-assembly.ts";

/** Columns that a kernel sums at once: eight pairs, as many as leave registers for the rest. */
export const STRIP = 16;

/** Rows of one Gram partial sum. Fixed: the order of additions must not depend on the number of threads. */
export const GRAM_BLOCK = 512;

const PAIR_BYTES = 16;
const STRIP_BYTES = 8 * STRIP;

/** The sums of a strip, locals numbered from `first`. */
const strip = (first: number) => {
  const pairs = Array.from({ length: STRIP / 2 }, (_, at) => ({ sum: first + at, offset: PAIR_BYTES * at }));
  return {
    clear: pairs.map(({ sum }) => set(sum, zero)),
    addProducts: (factor: Code, address: Code): Code =>
      pairs.map(({ sum, offset }) =>
        set(sum, addPairs(get(sum), multiplyPairs(factor, loadPair(address, offset)))),
      ),
    load: (address: Code): Code => pairs.map(({ sum, offset }) => set(sum, loadPair(address, offset))),
    subtractProducts: (factor: Code, address: Code): Code =>
      pairs.map(({ sum, offset }) =>
        set(sum, subtractPairs(get(sum), multiplyPairs(factor, loadPair(address, offset)))),
      ),
    /** Adds the products of two strips, pair by pair. */
    addProductsOf: (a: Code, b: Code): Code =>
      pairs.map(({ sum, offset }) =>
        set(sum, addPairs(get(sum), multiplyPairs(loadPair(a, offset), loadPair(b, offset)))),
      ),
    /** Leaves the sum of all pairs in the first. */
    collapse: pairs.slice(1).map(({ sum }) => set(first, addPairs(get(first), get(sum)))),
    store: (address: Code): Code => pairs.map(({ sum, offset }) => storePair(address, get(sum), offset)),
  };
};

/** output = matrix * dense. matrix in CSR: starts i32, indices i32, values float32. */
function multiply() {
  const [starts, indices, values, dense, output, rowBytes, from, to] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [row, entry, first, last, column, at, value] = [8, 9, 10, 11, 12, 13, 14];
  const sums = strip(15);
  const element = (array: number, index: number) => add(get(array), shiftedLeft(get(index), 2));
  const addEntry: Code = [
    set(value, loadSingleTwice(element(values, entry))),
    set(at, add(multiplied(load32(element(indices, entry)), get(rowBytes)), add(get(dense), get(column)))),
    sums.addProducts(get(value), get(at)),
  ];
  const fillStrip: Code = [
    sums.clear,
    countUp(entry, get(first), get(last), constant(1), addEntry),
    sums.store(add(add(get(output), multiplied(get(row), get(rowBytes))), get(column))),
  ];
  const fillRow: Code = [
    set(first, load32(element(starts, row))),
    set(last, load32(element(starts, row), 4)),
    countUp(column, constant(0), get(rowBytes), constant(STRIP_BYTES), fillStrip),
  ];
  const body = countUp(row, get(from), get(to), constant(1), fillRow);
  return { name: "multiply", parameters: 8, i32Locals: 6, v128Locals: 1 + STRIP / 2, body };
}

/**
 * outputs[e] = values[e] * (left[row of e] . right[column of e]) for the entries e of a matrix in CSR; outputs
 * float32. from and to count rows.
 */
function multiplySampled() {
  const [starts, indices, values, left, right, outputs, rowBytes, from, to] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [row, entry, last, column, own, other, sum] = [9, 10, 11, 12, 13, 14, 15];
  const sums = strip(sum);
  const element = (array: number, index: number) => add(get(array), shiftedLeft(get(index), 2));
  const addStrip = sums.addProductsOf(add(get(own), get(column)), add(get(other), get(column)));
  const fillEntry: Code = [
    set(other, add(get(right), multiplied(load32(element(indices, entry)), get(rowBytes)))),
    sums.clear,
    countUp(column, constant(0), get(rowBytes), constant(STRIP_BYTES), addStrip),
    sums.collapse,
    storeSingle(element(outputs, entry), singleTimesHalves(element(values, entry), sum)),
  ];
  const fillRow: Code = [
    set(own, add(get(left), multiplied(get(row), get(rowBytes)))),
    set(last, load32(element(starts, row), 4)),
    countUp(entry, load32(element(starts, row)), get(last), constant(1), fillEntry),
  ];
  const body = countUp(row, get(from), get(to), constant(1), fillRow);
  return { name: "multiplySampled", parameters: 9, i32Locals: 6, v128Locals: STRIP / 2, body };
}

/**
 * output -= left * right, on and below the diagonal of a square output; strips that the diagonal crosses are
 * filled whole. left [rows x b], its rows leftBytes long; right is packed: for each strip of columns its b rows
 * of STRIP numbers, one strip after the other.
 */
function subtractProduct() {
  const [left, right, output, leftBytes, rowBytes, from, to] = [0, 1, 2, 3, 4, 5, 6];
  const [column, row, first, factor, end, at, out, value] = [7, 8, 9, 10, 11, 12, 13, 14];
  const sums = strip(15);
  const subtractFactor: Code = [
    set(value, loadTwice(get(factor))),
    sums.subtractProducts(get(value), get(at)),
    set(at, add(get(at), constant(STRIP_BYTES))),
  ];
  const fillRow: Code = [
    set(out, add(add(get(output), multiplied(get(row), get(rowBytes))), get(column))),
    sums.load(get(out)),
    set(at, add(get(right), multiplied(get(column), shiftedRight(get(leftBytes), 3)))),
    set(end, add(get(left), multiplied(add(get(row), constant(1)), get(leftBytes)))),
    countUp(
      factor,
      add(get(left), multiplied(get(row), get(leftBytes))),
      get(end),
      constant(8),
      subtractFactor,
    ),
    sums.store(get(out)),
  ];
  const fillStrip: Code = [
    set(first, shiftedRight(get(column), 3)),
    set(first, larger(first, from)),
    countUp(row, get(first), get(to), constant(1), fillRow),
  ];
  const body = countUp(column, constant(0), shiftedLeft(get(to), 3), constant(STRIP_BYTES), fillStrip);
  return { name: "subtractProduct", parameters: 7, i32Locals: 7, v128Locals: 1 + STRIP / 2, body };
}

/** output = dense * right. right [width x width] */
function multiplyRight() {
  const [dense, right, output, rowBytes, from, to] = [0, 1, 2, 3, 4, 5];
  const [row, offset, column, factor, at, value] = [6, 7, 8, 9, 10, 11];
  const sums = strip(12);
  const addFactor: Code = [
    set(value, loadTwice(get(factor))),
    sums.addProducts(get(value), get(at)),
    set(at, add(get(at), get(rowBytes))),
  ];
  const own = add(get(dense), get(offset));
  const fillStrip: Code = [
    sums.clear,
    set(at, add(get(right), get(column))),
    countUp(factor, own, add(own, get(rowBytes)), constant(8), addFactor),
    sums.store(add(add(get(output), get(offset)), get(column))),
  ];
  const fillRow: Code = [
    set(offset, multiplied(get(row), get(rowBytes))),
    countUp(column, constant(0), get(rowBytes), constant(STRIP_BYTES), fillStrip),
  ];
  const body = countUp(row, get(from), get(to), constant(1), fillRow);
  return { name: "multiplyRight", parameters: 6, i32Locals: 5, v128Locals: 1 + STRIP / 2, body };
}

/** Rows and columns of the Gram matrix summed at once. */
const TILE = 4;
const TILE_BYTES = 8 * TILE;

/**
 * Partial sums of dense' dense, one [width x width] block per GRAM_BLOCK rows of dense. Only the tiles on and
 * below the diagonal are filled. denseEnd is the address after dense; from and to count blocks.
 */
function gramBlocks() {
  const [dense, blocks, rowBytes, denseEnd, from, to] = [0, 1, 2, 3, 4, 5];
  const [block, first, last, i, k, at, out] = [6, 7, 8, 9, 10, 11, 12];
  const [low, high, value, sum] = [13, 14, 15, 16];
  const tileRows = Array.from({ length: TILE }, (_, at) => at);
  const addRow: Code = [
    set(low, loadPair(add(get(at), get(k)))),
    set(high, loadPair(add(get(at), get(k)), PAIR_BYTES)),
    tileRows.map((row) => [
      set(value, loadTwice(add(get(at), get(i)), 8 * row)),
      set(sum + 2 * row, addPairs(get(sum + 2 * row), multiplyPairs(get(value), get(low)))),
      set(sum + 2 * row + 1, addPairs(get(sum + 2 * row + 1), multiplyPairs(get(value), get(high)))),
    ]),
  ];
  const width = shiftedRight(get(rowBytes), 3);
  const tileStart = multiplied(add(multiplied(get(block), width), shiftedRight(get(i), 3)), get(rowBytes));
  const fillTile: Code = [
    tileRows.map((row) => [set(sum + 2 * row, zero), set(sum + 2 * row + 1, zero)]),
    countUp(at, get(first), get(last), get(rowBytes), addRow),
    set(out, add(add(get(blocks), tileStart), get(k))),
    tileRows.map((row) => [
      storePair(get(out), get(sum + 2 * row)),
      storePair(get(out), get(sum + 2 * row + 1), PAIR_BYTES),
      set(out, add(get(out), get(rowBytes))),
    ]),
  ];
  const blockBytes = multiplied(constant(GRAM_BLOCK), get(rowBytes));
  const fillBlock: Code = [
    set(first, add(get(dense), multiplied(get(block), blockBytes))),
    set(last, add(get(first), blockBytes)),
    set(last, smaller(last, denseEnd)),
    countUp(i, constant(0), get(rowBytes), constant(TILE_BYTES), [
      countUp(k, constant(0), add(get(i), constant(TILE_BYTES)), constant(TILE_BYTES), fillTile),
    ]),
  ];
  const body = countUp(block, get(from), get(to), constant(1), fillBlock);
  return { name: "gramBlocks", parameters: 6, i32Locals: 7, v128Locals: 3 + 2 * TILE, body };
}

type Kernel = (...addressesAndSizes: number[]) => void;
export type KernelName = "multiply" | "multiplySampled" | "multiplyRight" | "gramBlocks" | "subtractProduct";

/** The kernels on a memory that threads share. */
export function kernelsOn(memory: WebAssembly.Memory): Readonly<Record<KernelName, Kernel>> {
  const functions = [multiply(), multiplySampled(), multiplyRight(), gramBlocks(), subtractProduct()];
  const module = new WebAssembly.Module(moduleOf(functions));
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Record<KernelName, Kernel>;
}

/**
 * As much of the WebAssembly binary format as the kernels need: code as nested lists of bytes.
 *
 * Source: WebAssembly Core Specification 2.0, chapter 5, with the vector instructions of section 5.4.9.
 */

declare global {
  /** The part of the JavaScript interface used here; it comes with the types of a browser, which are not. */
  namespace WebAssembly {
    class Memory {
      readonly buffer: SharedArrayBuffer;
      constructor(size: { initial: number; maximum: number; shared: true });
    }
    class Module {
      constructor(bytes: Uint8Array<ArrayBuffer>);
    }
    class Instance {
      readonly exports: object;
      constructor(module: Module, imports: { env: { memory: Memory } });
    }
  }
}

export type Code = number | readonly Code[];

/** A function of i32 parameters and no result; locals are numbered on from the parameters. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly i32Locals: number;
  readonly v128Locals: number;
  readonly body: Code;
}

const [I32, V128, NOTHING] = [0x7f, 0x7b, 0x40];

export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [value, 0x21, local];
export const constant = (value: number): Code => [0x41, signedLeb(value)];
export const add = (a: Code, b: Code): Code => [a, b, 0x6a];
export const multiplied = (a: Code, b: Code): Code => [a, b, 0x6c];
export const shiftedLeft = (a: Code, bits: number): Code => [a, constant(bits), 0x74];
export const shiftedRight = (a: Code, bits: number): Code => [a, constant(bits), 0x76];
/** The smaller of two locals, as unsigned numbers. */
export const smaller = (a: number, b: number): Code => [get(a), get(b), get(a), get(b), 0x49, 0x1b];
export const larger = (a: number, b: number): Code => [get(a), get(b), get(a), get(b), 0x4b, 0x1b];
export const load32 = (address: Code, offset = 0): Code => [address, 0x28, 2, leb(offset)];

export const zero: Code = [0xfd, 0x0c, Array<number>(16).fill(0)];
export const loadPair = (address: Code, offset = 0): Code => [address, 0xfd, 0x00, 3, leb(offset)];
export const storePair = (address: Code, value: Code, offset = 0): Code => [
  address,
  value,
  0xfd,
  0x0b,
  3,
  leb(offset),
];
/** The float64 at the address, in both halves. */
export const loadTwice = (address: Code, offset = 0): Code => [address, 0xfd, 0x0a, 3, leb(offset)];
/** The float32 at the address as a float64, in both halves. */
export const loadSingleTwice = (address: Code): Code => [address, 0x2a, 2, 0, 0xbb, 0xfd, 0x14];
/** The float64 value at the address as a float32. */
export const storeSingle = (address: Code, value: Code): Code => [address, value, 0xb6, 0x38, 2, 0];
/** The float32 at the address, times the two halves of a local together: a float64. */
export const singleTimesHalves = (address: Code, local: number): Code => [
  [address, 0x2a, 2, 0, 0xbb],
  [get(local), 0xfd, 0x21, 0, get(local), 0xfd, 0x21, 1, 0xa0],
  0xa2,
];
export const addPairs = (a: Code, b: Code): Code => [a, b, 0xfd, 0xf0, 0x01];
export const subtractPairs = (a: Code, b: Code): Code => [a, b, 0xfd, 0xf1, 0x01];
export const multiplyPairs = (a: Code, b: Code): Code => [a, b, 0xfd, 0xf2, 0x01];

/** Of eight pairs of signed 16-bit integers the products, two by two added: four 32-bit integers. */
export const dotOfInt16 = (a: Code, b: Code): Code => [a, b, 0xfd, 0xba, 0x01];
/** Four 32-bit integers as float32. */
export const toSingles = (value: Code): Code => [value, 0xfd, 0xfa, 0x01];
export const addSingles = (a: Code, b: Code): Code => [a, b, 0xfd, 0xe4, 0x01];
/** The four float32 of a local added up, at the address. */
export const storeSumOfSingles = (address: Code, local: number): Code => [
  address,
  [get(local), 0xfd, 0x1f, 0, get(local), 0xfd, 0x1f, 1, 0x92],
  [get(local), 0xfd, 0x1f, 2, get(local), 0xfd, 0x1f, 3, 0x92, 0x92],
  [0x38, 2, 0],
];

/** for (local = from; local < end; local += step), unsigned. */
export function countUp(local: number, from: Code, end: Code, step: Code, body: Code): Code {
  const leaveAtEnd: Code = [get(local), end, 0x4f, 0x0d, 1];
  const again: Code = [set(local, add(get(local), step)), 0x0c, 0];
  return [set(local, from), 0x02, NOTHING, 0x03, NOTHING, leaveAtEnd, body, again, 0x0b, 0x0b];
}

/** A module that exports the functions, all on the shared memory it imports as env.memory. */
export function moduleOf(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [0x60, parameters, Array<number>(parameters).fill(I32), 0]);
  const memory = [text("env"), text("memory"), 0x02, 0x03, leb(1), leb(MAX_PAGES)];
  const exports = functions.map(({ name }, at) => [text(name), 0x00, at]);
  const bodies = functions.map(({ i32Locals, v128Locals, body }) => {
    return sized([2, i32Locals, I32, v128Locals, V128, body, 0x0b]);
  });
  const module: Code = [
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    section(1, types),
    section(2, [memory]),
    section(
      3,
      functions.map((_, at) => at),
    ), // prettier-ignore
    section(7, exports),
    section(10, bodies),
  ];
  return Uint8Array.from(flat(module));
}

/** 4 GB in pages of 64 kB: as far as 32-bit addresses reach. */
export const MAX_PAGES = 65_536;

const section = (id: number, entries: readonly Code[]): Code => [id, sized([entries.length, entries])];
const sized = (code: Code): Code => [leb(flat(code).length), code];
const text = (ascii: string): Code => sized([...Buffer.from(ascii)]);
const flat = (code: Code): number[] => (typeof code === "number" ? [code] : code.flatMap(flat));

function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}

function signedLeb(value: number): number[] {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signedLeb(value >> 7)];
}

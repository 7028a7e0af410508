/**
 * Philox4x32-10 in WebAssembly: `philox4x32` (philox.ts), which is the readable twin, with a 64-bit product where
 * JavaScript needs four of 16 bits, so that a block takes less than half the time. Nearly everything that is drawn goes
 * through here. Tests hold the two equal.
 *
 * The module is put together from its instructions when this file is loaded: ten rounds one after another, then four
 * stores. Reference for the encoding: WebAssembly Core Specification 1.0, chapter 5 (binary format).
 */

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

type Code = readonly number[];

/** A signed whole number in LEB128, as constants are written. */
function signed(value: bigint): Code {
  const low = Number(value & 0x7fn);
  const rest = value >> 7n;
  const isLast = rest === (low & 0x40 ? -1n : 0n);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

/** A length in LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

const counted = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const sized = (code: Code): Code => [...unsigned(code.length), ...code];
const section = (id: number, items: readonly Code[]): Code => [id, ...sized(counted(items))];
const name = (text: string): Code => sized([...text].map((letter) => letter.charCodeAt(0)));

const I32 = 0x7f;
const I64 = 0x7e;
const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const store = (place: number): Code => [0x36, 2, 4 * place];
const i32 = (value: number): Code => [0x41, ...signed(BigInt(value | 0))];
const i64 = (value: number): Code => [0x42, ...signed(BigInt(value))];
const add: Code = [0x6a];
const xor: Code = [0x73];
const multiply64: Code = [0x7e];
const shiftRight64: Code = [0x88];
const low: Code = [0xa7];
const widened: Code = [0xad];
const end: Code = [0x0b];
const high: Code = [...i64(32), ...shiftRight64, ...low];

/** Parameters and, after them, the two products. */
const [key0, key1, x0, x1, x2, x3, product0, product1] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

const round: Code = [
  [...get(x0), ...widened, ...i64(MULTIPLIER_0), ...multiply64, ...set(product0)],
  [...get(x2), ...widened, ...i64(MULTIPLIER_1), ...multiply64, ...set(product1)],
  [...get(product1), ...high, ...get(x1), ...xor, ...get(key0), ...xor, ...set(x0)],
  [...get(product1), ...low, ...set(x1)],
  [...get(product0), ...high, ...get(x3), ...xor, ...get(key1), ...xor, ...set(x2)],
  [...get(product0), ...low, ...set(x3)],
  [...get(key0), ...i32(WEYL_0), ...add, ...set(key0)],
  [...get(key1), ...i32(WEYL_1), ...add, ...set(key1)],
].flat();

const body: Code = [
  ...counted([[2, I64]]),
  ...Array.from({ length: ROUNDS }, () => round).flat(),
  ...[x0, x1, x2, x3].flatMap((word, place) => [...i32(0), ...get(word), ...store(place)]),
  ...end,
];

const FUNCTION = 0x00;
const MEMORY = 0x02;
const program = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, [[0x60, ...counted([[I32], [I32], [I32], [I32], [I32], [I32]]), ...counted([])]]),
  ...section(3, [[0]]),
  ...section(5, [[0x00, 1]]),
  ...section(7, [
    [...name('block'), FUNCTION, 0],
    [...name('words'), MEMORY, 0],
  ]),
  ...section(10, [sized(body)]),
]);

/** Of the global object `WebAssembly` (which the types of Node leave out) what is needed here. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface Kernel {
  block(key0: number, key1: number, c0: number, c1: number, c2: number, c3: number): void;
  readonly words: { readonly buffer: ArrayBuffer };
}

const kernel = new WebAssembly.Instance(new WebAssembly.Module(program)).exports as Kernel;

/** Makes the four words of a block; arguments as those of `philox4x32`. They stand in `madeWords` until the next call. */
export const makeBlock = kernel.block;
/** The words of the last block made, in places 0 to 3. */
export const madeWords: Uint32Array = new Uint32Array(kernel.words.buffer, 0, 4);

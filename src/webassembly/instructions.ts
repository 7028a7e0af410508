/**
 * Instructions of WebAssembly as functions of their operands, so that a kernel reads as the formula it computes:
 * `i32.add(a.get, b.get)`.
 *
 * Reference: WebAssembly Core Specification 2.0, sections 5.4 (instructions) and 2.4.1.2 (vectors of 128 bits, SIMD).
 */

import { type Code, type ModuleFunction, signed, types, unsigned, type ValueType } from './module.ts';

type Operation = (...operands: readonly Code[]) => Code;

const operation =
  (...opcode: Code): Operation =>
  (...operands) => [...operands.flat(), ...opcode];
const simd = (opcode: number, ...immediates: Code): Operation =>
  operation(0xfd, ...unsigned(opcode), ...immediates);

/** Loads and stores ask for no alignment beyond single bytes. */
const at = (offset: number): Code => [0, ...unsigned(offset)];

export const i32 = {
  constant: (value: number): Code => [0x41, ...signed(BigInt(value | 0))],
  load: (address: Code, offset = 0): Code => [...address, 0x28, ...at(offset)],
  loadByte: (address: Code, offset = 0): Code => [...address, 0x2d, ...at(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0x36, ...at(offset)],
  storeByte: (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0x3a, ...at(offset)],
  isZero: operation(0x45),
  equal: operation(0x46),
  below: operation(0x49),
  above: operation(0x4b),
  trailingZeros: operation(0x68),
  add: operation(0x6a),
  subtract: operation(0x6b),
  multiply: operation(0x6c),
  and: operation(0x71),
  or: operation(0x72),
  xor: operation(0x73),
  shiftLeft: operation(0x74),
  shiftRight: operation(0x76),
  fromLong: operation(0xa7),
} as const;

/** Whole numbers of 64 bits. */
export const i64 = {
  constant: (value: number): Code => [0x42, ...signed(BigInt(value))],
  multiply: operation(0x7e),
  shiftRight: operation(0x88),
  fromWord: operation(0xad),
} as const;

/** Vectors of 128 bits, whatever their lanes. */
export const v128 = {
  load: (address: Code, offset = 0): Code => [...address, 0xfd, 0x00, ...at(offset)],
  /** 4 or 8 bytes, and zeros above them. */
  loadPart: (bytes: 4 | 8, address: Code, offset = 0): Code => [
    ...address,
    0xfd,
    bytes === 4 ? 0x5c : 0x5d,
    ...at(offset),
  ],
  store: (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0xfd, 0x0b, ...at(offset)],
  zero: [0xfd, 0x0c, ...Array<number>(16).fill(0)] as Code,
  ones: [0xfd, 0x0c, ...Array<number>(16).fill(0xff)] as Code,
  /** Bytes of two vectors in the order of their places: 0 to 15 in the first, 16 to 31 in the second. */
  shuffle: (first: Code, second: Code, places: readonly number[]): Code => [
    ...first,
    ...second,
    0xfd,
    0x0d,
    ...places,
  ],
  /** Bytes of the first by the places in the second; 0 where they are above 15. */
  swizzle: simd(0x0e),
  not: simd(0x4d),
  and: simd(0x4e),
  /** What is in the first and not in the second. */
  andNot: simd(0x4f),
  or: simd(0x50),
  xor: simd(0x51),
  /** The first where the third has bits, else the second. */
  select: simd(0x52),
  isAnyTrue: simd(0x53),
  /** Set bits of each byte. */
  bitCount: simd(0x62),
} as const;

/** Widths of the lanes that a vector is cut into. */
export type LaneBits = 8 | 16 | 32;

/** What is done lane by lane; comparisons give lanes of ones or zeros. */
export function lanes(bits: LaneBits) {
  const step = bits === 8 ? 0 : bits === 16 ? 1 : 2;
  const compare = (nth: number) => simd(35 + 10 * step + nth);
  const [toSigned16, to16, toSigned32, to32] = [simd(0x87), simd(0x89), simd(0xa7), simd(0xa9)];
  const [pairsTo16, pairsTo32] = [simd(0x7d), simd(0x7f)];
  return {
    splat: simd(15 + step),
    equal: compare(0),
    differs: compare(1),
    below: compare(3),
    signedAbove: compare(4),
    above: compare(5),
    signedAtMost: compare(6),
    atLeast: compare(9),
    /** The highest bits of the lanes as one word. */
    mask: simd(100 + 32 * step),
    add: simd(110 + 32 * step),
    subtract: simd(113 + 32 * step),
    /** Of 32 bits only. */
    shiftRight: simd(0xad),
    /** As many lanes as there are, from the first so many bytes of a vector, without or with sign. */
    widened: (bytes: Code): Code => (bits === 8 ? bytes : bits === 16 ? to16(bytes) : to32(to16(bytes))),
    widenedSigned: (bytes: Code): Code =>
      bits === 8 ? bytes : bits === 16 ? toSigned16(bytes) : toSigned32(toSigned16(bytes)),
    /** The sums of the bytes in each lane, without sign. */
    sums: (bytes: Code): Code =>
      bits === 8 ? bytes : bits === 16 ? pairsTo16(bytes) : pairsTo32(pairsTo16(bytes)),
    /** As many lanes as there are, from a vector a byte of theirs, the lowest first. */
    joined: (bytes: readonly Code[]): Code => {
      const [first, second, third, fourth] = bytes as readonly [Code, Code, Code, Code];
      if (bits === 8) return first;
      const low = v128.shuffle(first, second, LOW_BYTES);
      return bits === 16 ? low : v128.shuffle(low, v128.shuffle(third, fourth, LOW_BYTES), LOW_PAIRS);
    },
    /** A byte a lane, from an address on; what is above them has no meaning. */
    bytesAt: (address: Code, offset = 0): Code =>
      bits === 8 ? v128.load(address, offset) : v128.loadPart(bits === 16 ? 8 : 4, address, offset),
  } as const;
}

/** The lower halves of two vectors, byte by byte in turn or by twos. */
export const LOW_BYTES = [0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23];
const LOW_PAIRS = [0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23];
/** The upper halves, byte by byte in turn. */
export const HIGH_BYTES = LOW_BYTES.map((place) => place + 8);

/** A parameter or local variable. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
}

/** Names the parameters of a function, in their order, and then its variables. */
export function variables() {
  let parameters = 0;
  const locals: ValueType[] = [];
  const local = (place: number): Local => ({
    get: [0x20, ...unsigned(place)],
    set: (value) => [...value, 0x21, ...unsigned(place)],
  });
  const another = (type: ValueType) => local(parameters + locals.push(type) - 1);
  return {
    parameter: () => local(parameters++),
    word: () => another(types.i32),
    long: () => another(types.i64),
    vector: () => another(types.v128),
    /** The function with this body, once all have been named. */
    function: (name: string, gives: boolean, ...body: readonly Code[]): ModuleFunction => ({
      name,
      parameters,
      gives,
      locals,
      body: body.flat(),
    }),
  } as const;
}

const EMPTY_BLOCK = 0x40;
const END = 0x0b;

export const when = (condition: Code, ...then: readonly Code[]): Code => [
  ...condition,
  0x04,
  EMPTY_BLOCK,
  ...then.flat(),
  END,
];

export const whileTrue = (condition: Code, ...body: readonly Code[]): Code => [
  ...[0x02, EMPTY_BLOCK, 0x03, EMPTY_BLOCK],
  ...i32.isZero(condition),
  ...[0x0d, 1],
  ...body.flat(),
  ...[0x0c, 0, END, END],
];

/**
 * Philox4x32-10 in WebAssembly: `philox4x32` (philox.ts), which is the readable twin, with a 64-bit product where
 * JavaScript needs four of 16 bits, so that a block takes less than half the time. Nearly everything that is drawn goes
 * through here. Tests hold the two equal.
 *
 * The module is put together from its instructions when this file is loaded: ten rounds one after another, then four
 * stores.
 */

import { i32, i64, variables } from '../webassembly/instructions.ts';
import { type Code, compiled, exportsOf, type Memory, moduleBytes } from '../webassembly/module.ts';

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;
const MEMORY_PAGES = 1;

const { parameter, long, function: functionOf } = variables();
const [key0, key1] = [parameter(), parameter()];
const [x0, x1, x2, x3] = [parameter(), parameter(), parameter(), parameter()];
const [product0, product1] = [long(), long()];

const multiplied = (word: Code, multiplier: number) =>
  i64.multiply(i64.fromWord(word), i64.constant(multiplier));
const high = (product: Code) => i32.fromLong(i64.shiftRight(product, i64.constant(32)));

const round: Code = [
  ...product0.set(multiplied(x0.get, MULTIPLIER_0)),
  ...product1.set(multiplied(x2.get, MULTIPLIER_1)),
  ...x0.set(i32.xor(i32.xor(high(product1.get), x1.get), key0.get)),
  ...x1.set(i32.fromLong(product1.get)),
  ...x2.set(i32.xor(i32.xor(high(product0.get), x3.get), key1.get)),
  ...x3.set(i32.fromLong(product0.get)),
  ...key0.set(i32.add(key0.get, i32.constant(WEYL_0))),
  ...key1.set(i32.add(key1.get, i32.constant(WEYL_1))),
];

const block = functionOf(
  'block',
  false,
  ...Array.from({ length: ROUNDS }, () => round),
  ...[x0, x1, x2, x3].map((word, place) => i32.store(i32.constant(0), word.get, 4 * place)),
);

interface Kernel {
  block(key0: number, key1: number, c0: number, c1: number, c2: number, c3: number): void;
  readonly memory: Memory;
}

const kernel = exportsOf<Kernel>(compiled(moduleBytes([block], MEMORY_PAGES)));

/** Makes the four words of a block; arguments as those of `philox4x32`. They stand in `madeWords` until the next call. */
export const makeBlock = kernel.block;
/** The words of the last block made, in places 0 to 3. */
export const madeWords: Uint32Array = new Uint32Array(kernel.memory.buffer, 0, 4);

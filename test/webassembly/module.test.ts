/** Numbers are encoded as the specification says, and modules compute. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { i32, lanes, v128, variables, whileTrue } from '../../src/webassembly/instructions.ts';
import {
  compiled,
  exportsOf,
  type Memory,
  moduleBytes,
  newMemory,
  signed,
  unsigned,
} from '../../src/webassembly/module.ts';

describe('LEB128', () => {
  it('is as in the examples of the DWARF standard', () => {
    // DWARF Debugging Information Format 5, tables 7.7 and 7.8.
    expect([2, 127, 128, 129, 12857].map(unsigned)).toEqual([[2], [127], [0x80, 1], [0x81, 1], [0xb9, 0x64]]);
    expect([2n, -2n, 127n, -127n, 128n, -128n, 129n, -129n].map(signed)).toEqual([
      ...[[2], [0x7e], [0xff, 0], [0x81, 0x7f], [0x80, 1], [0x80, 0x7f], [0x81, 1], [0xff, 0x7e]],
    ]);
  });
});

describe('a module', () => {
  /** The sum of the bytes at an address. */
  const sum = () => {
    const { parameter, word, function: functionOf } = variables();
    const [from, to, total] = [parameter(), parameter(), word()];
    return functionOf(
      'sum',
      true,
      whileTrue(
        i32.below(from.get, to.get),
        total.set(i32.add(total.get, i32.loadByte(from.get))),
        from.set(i32.add(from.get, i32.constant(1))),
      ),
      total.get,
    );
  };
  interface Sum {
    readonly memory: Memory;
    sum(from: number, to: number): number;
  }

  it('works on a memory of its own or on one handed in', () => {
    const own = exportsOf<Sum>(compiled(moduleBytes([sum()], 1)));
    new Uint8Array(own.memory.buffer).set([250, 5, 3], 7);
    expect(own.sum(7, 10)).toBe(258);
    const memory = newMemory(1);
    new Uint8Array(memory.buffer).set([1, 2], 0);
    expect(exportsOf<Sum>(compiled(moduleBytes([sum()])), memory).sum(0, 2)).toBe(3);
  });

  it('writes constants of any size', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        const { function: functionOf } = variables();
        const bytes = moduleBytes([functionOf('value', true, i32.constant(value))], 1);
        expect(exportsOf<{ value(): number }>(compiled(bytes)).value()).toBe(value);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe.each([8, 16, 32] as const)('lanes of %i bits', (bits) => {
  const memory = newMemory(1);
  /** Lanes that come of two vectors at addresses 0 and 16. */
  const combined = (
    name: string,
    code: (a: readonly number[], b: readonly number[]) => readonly number[],
  ) => {
    const { function: functionOf } = variables();
    const [a, b] = [v128.load(i32.constant(0)), v128.load(i32.constant(16))];
    const store = functionOf(name, false, v128.store(i32.constant(32), code(a, b)));
    return exportsOf<Record<string, () => void>>(compiled(moduleBytes([store])), memory)[name]!;
  };
  const lane = lanes(bits);
  const limit = 2 ** bits;
  const signedOf = (value: number) => (value >= limit / 2 ? value - limit : value);
  const array = { 8: Uint8Array, 16: Uint16Array, 32: Uint32Array }[bits];
  const truth = (holds: boolean) => (holds ? limit - 1 : 0);

  it.each([
    ['add', lane.add, (a: number, b: number) => (a + b) % limit],
    ['subtract', lane.subtract, (a: number, b: number) => (a - b + limit) % limit],
    ['equal', lane.equal, (a: number, b: number) => truth(a === b)],
    ['differs', lane.differs, (a: number, b: number) => truth(a !== b)],
    ['below', lane.below, (a: number, b: number) => truth(a < b)],
    ['above', lane.above, (a: number, b: number) => truth(a > b)],
    ['atLeast', lane.atLeast, (a: number, b: number) => truth(a >= b)],
    ['signedAbove', lane.signedAbove, (a: number, b: number) => truth(signedOf(a) > signedOf(b))],
    ['signedAtMost', lane.signedAtMost, (a: number, b: number) => truth(signedOf(a) <= signedOf(b))],
  ] as const)('%s', (name, operation, expected) => {
    const run = combined(name, operation);
    const values = fc.array(fc.oneof(fc.integer({ min: 0, max: limit - 1 }), fc.constantFrom(0, limit / 2)), {
      minLength: 128 / bits,
      maxLength: 128 / bits,
    });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const words = new array(memory.buffer);
        words.set(a, 0);
        words.set(b, 128 / bits);
        run();
        expect([...words.subarray(256 / bits, 384 / bits)]).toEqual(
          a.map((value, i) => expected(value, b[i]!)),
        );
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('are widened from bytes, summed from them and joined of them', () => {
    const bytes = new Uint8Array(memory.buffer);
    const words = new array(memory.buffer);
    const count = 128 / bits;
    bytes.set([200, 1, 2, 3, 250, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255]);
    const result = () => [...words.subarray(256 / bits, 384 / bits)];
    const first = [...bytes.subarray(0, count)];
    combined('widened', (a) => lane.widened(a))();
    expect(result()).toEqual(first);
    combined('widenedSigned', (a) => lane.widenedSigned(a))();
    expect(result().map(signedOf)).toEqual(first.map((byte) => (byte > 127 ? byte - 256 : byte)));
    combined('sums', (a) => lane.sums(a))();
    expect(result()).toEqual(
      Array.from({ length: count }, (_, i) =>
        bytes.subarray((i * bits) / 8, ((i + 1) * bits) / 8).reduce((sum, byte) => sum + byte, 0),
      ),
    );
    combined('joined', (a) => lane.joined([a, v128.zero, v128.zero, v128.zero]))();
    expect(result()).toEqual(first);
  });
});

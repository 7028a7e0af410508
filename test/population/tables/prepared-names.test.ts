import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type NameSamplers, nameSamplers } from '../../../src/population/name-samplers.ts';
import { origins } from '../../../src/population/origins.ts';
import { decodeNames, encodeNames } from '../../../src/population/tables/prepared-names.ts';
import { loadTables } from '../../../src/population/tables.ts';

const tables = loadTables();
const made = nameSamplers(tables.surnames, tables.givenNames);
const encoded = encodeNames(made);

/** Strict equality of long arrays, which `toEqual` walks slowly. */
function expectSame(one: NameSamplers, other: NameSamplers): void {
  const bytes = (array: ArrayBufferView) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  const walk = (a: unknown, b: unknown, path: string): void => {
    if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) {
      expect(bytes(a).equals(bytes(b)), path).toBe(true);
      expect(b.constructor, path).toBe(a.constructor);
    } else if (Array.isArray(a) && Array.isArray(b)) {
      expect(b.length, path).toBe(a.length);
      expect(
        b.every((value, i) => value === a[i]),
        path,
      ).toBe(true);
    } else {
      const [left, right] = [a, b] as readonly Record<string, unknown>[];
      expect(Object.keys(right!)).toEqual(Object.keys(left!));
      for (const key of Object.keys(left!)) walk(left![key], right![key], `${path}.${key}`);
    }
  };
  walk(one, other, 'samplers');
}

describe('prepared names', () => {
  it('are the samplers, when they are read again', () => {
    expectSame(made, decodeNames(encoded));
  });

  it('are what the tables hand to other threads', () => {
    const shared = tables.preparedNames;
    expect(Buffer.from(shared).equals(Buffer.from(encoded))).toBe(true);
    expect(loadTables(shared).preparedNames).toBe(shared);
    expectSame(made, loadTables(shared).nameSamplers);
  });

  it('as the build leaves them are what the tables give', () => {
    const built = new URL('../../../dist/population/tables/prepared-names.bin', import.meta.url);
    if (existsSync(built)) expect(readFileSync(built).equals(Buffer.from(encoded))).toBe(true);
  });
});

describe('the samplers', () => {
  it('hold the commonest surnames of each origin, the largest first', () => {
    const { stock, stockStarts } = made;
    origins.forEach(({ id }, origin) => {
      const weights = tables.surnames.weights[id];
      const own = stock.subarray(stockStarts[origin], stockStarts[origin + 1]);
      const borne = weights.filter((weight) => weight > 0).sort();
      expect(own.length).toBe(Math.min(12_000, borne.length));
      own.forEach((code, rank) => {
        if (weights[code] !== borne[borne.length - 1 - rank]) expect.fail(`${id}, rank ${rank}: ${code}`);
      });
    });
  });

  it('have a table of given names for every origin, birthplace, sex and decade', () => {
    const lists = origins.length * 2 * 2 * made.decades.length;
    expect(made.givenNameTableOf.length).toBe(lists);
    expect(Math.max(...made.givenNameTableOf) + 1).toBe(made.givenNameTables.sizes.length);
    expect(new Set(made.givenNameTableOf).size).toBe(made.givenNameTables.sizes.length);
  });
});

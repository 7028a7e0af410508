import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AliasTable,
  aliasTable,
  joinedTables,
  pick,
  pickEach,
  pickFrom,
} from '../../src/random/alias.ts';
import { block, stream } from '../../src/random/stream.ts';

/** The probability of each outcome that the table implies, its cells being equally likely. */
function implied(table: AliasTable): Float64Array {
  const probability = new Float64Array(table.size);
  for (let cell = 0; cell < table.size; cell++) {
    const own = table.cells[3 * cell]! / 2 ** 32;
    probability[cell] = probability[cell]! + own / table.size;
    const other = table.cells[3 * cell + 2]!;
    probability[other] = probability[other]! + (1 - own) / table.size;
  }
  return probability;
}

function expectImplied(weights: readonly number[]): void {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const probabilities = implied(aliasTable(weights));
  const furthest = probabilities.reduce((far, p, i) => Math.max(far, Math.abs(p - weights[i]! / total)), 0);
  expect(furthest).toBeLessThan(1e-9);
  expect(weights.some((weight, i) => weight === 0 && probabilities[i] !== 0)).toBe(false);
}

describe('aliasTable', () => {
  it('implies the given probabilities to 1e-9, and 0 exactly', () => {
    const weight = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.nat(5));
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 200 }), (weights) => {
        fc.pre(weights.some((w) => w > 1e-290));
        expectImplied(weights);
      }),
      { seed: 4 },
    );
  });

  it('holds for one outcome, equal weights and a long Zipf tail', () => {
    expectImplied([3]);
    expectImplied(new Array(1000).fill(0.1));
    expectImplied(Array.from({ length: 160_000 }, (_, i) => 1 / (i + 1)));
  });

  it('draws at the stated frequencies (chi-square, 19 degrees, false alarm 1 in 10,000)', () => {
    const weights = Array.from({ length: 20 }, (_, i) => 1 / (i + 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const table = aliasTable(weights);
    const draws = 200_000;
    const counts = new Float64Array(20);
    const words = new Uint32Array(4);
    const source = stream(1, 'alias test');
    for (let i = 0; i < draws; i++) {
      block(source, i, 0, words);
      const outcome = pick(table, words[0]!, words[1]!);
      counts[outcome] = counts[outcome]! + 1;
    }
    const distance = weights.reduce((sum, weight, i) => {
      const expected = (draws * weight) / total;
      return sum + (counts[i]! - expected) ** 2 / expected;
    }, 0);
    expect(distance).toBeLessThan(50.8);
  });

  it('refuses weights that are no distribution, in one line', () => {
    for (const weights of [
      [],
      [0, 0],
      [1, -1],
      [1, Number.NaN],
      [Number.POSITIVE_INFINITY],
      [1e308, 1e308],
    ]) {
      expect(() => aliasTable(weights)).toThrow(RangeError);
      expect(() => aliasTable(weights)).toThrow(/^invalid weight[^\n]*$/);
    }
  });
});

describe('joined tables', () => {
  const tables = [[3], [1, 0, 5], Array.from({ length: 999 }, (_, i) => 1 / (i + 1))].map((weights, t) =>
    aliasTable(
      weights,
      weights.map((_, i) => 1000 * t + i),
    ),
  );
  const joined = joinedTables(tables);

  it('draw what each of them draws, one at a time and many', () => {
    const draws = 5000;
    const source = stream(2, 'joined tables test');
    const words = new Uint32Array(4);
    const which = new Uint16Array(draws);
    const [words0, words1] = [new Uint32Array(draws), new Uint32Array(draws)];
    const expected = Int32Array.from({ length: draws }, (_, i) => {
      block(source, i, 0, words);
      which[i] = words[2]! % tables.length;
      words0[i] = words[0]!;
      words1[i] = words[1]!;
      return pick(tables[which[i]!]!, words[0]!, words[1]!);
    });
    expect(expected.map((_, i) => pickFrom(joined, which[i]!, words0[i]!, words1[i]!))).toEqual(expected);
    const many = new Int32Array(draws + 1).fill(-1);
    pickEach(joined, draws, which, words0, words1, many);
    expect(many.subarray(0, draws)).toEqual(expected);
    expect(many[draws]).toBe(-1);
  });
});

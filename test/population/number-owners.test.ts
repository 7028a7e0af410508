/** From a number back to the people who may have it. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberCounts, ownersOfNumbers, taxpayerNumbers } from '../../src/population/taxpayer-numbers.ts';

const people = 213_000_000;
const owners = ownersOfNumbers(7, people);
const numbers = taxpayerNumbers(7);

it.each(['ssn', 'itin'] as const)(
  'everybody who has an %s number is found by it, and nobody else',
  (kind) => {
    fc.assert(
      fc.property(fc.nat(people - 1), (person) => {
        const found = owners(numbers(kind, person));
        expect(found).toContain(person);
        for (const owner of found) expect(Math.abs(owner - person) % numberCounts[kind]).toBe(0);
      }),
      { seed: 1, numRuns: 200 },
    );
  },
);

it('no number has no owner', () => {
  expect(owners('')).toEqual([]);
  expect(owners('123456789')).toEqual([]);
});

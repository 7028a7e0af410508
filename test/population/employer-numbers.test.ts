import { describe, expect, it } from 'vitest';
import { employerNumbers } from '../../src/population/employer-numbers.ts';
import { numberKind, taxpayerNumbers } from '../../src/population/taxpayer-numbers.ts';
import { expectProportion } from '../expect-proportion.ts';

const PEOPLE = 50_000;
const WORKERS = 5_000;
const holdsSsn = (person: number) => person % 5 !== 0;
const shares = { borrowed: 0.2, invented: 0.1 };

describe('employer-side numbers', () => {
  const numberOf = employerNumbers(shares, PEOPLE, holdsSsn, WORKERS, 1);
  const all = Array.from({ length: WORKERS }, (_, person) => numberOf(person, person));

  it('are borrowed and invented in the declared shares', () => {
    for (const kind of ['borrowed', 'invented'] as const) {
      expectProportion(all.filter((number) => number.kind === kind).length, all.length, shares[kind]);
    }
  });

  it('are borrowed from somebody else who has an SSN, and are that person’s', () => {
    const tinOf = taxpayerNumbers(1);
    all.forEach((number, person) => {
      if (number.kind !== 'borrowed') return;
      expect(number.holder).not.toBe(person);
      expect(holdsSsn(number.holder)).toBe(true);
      expect(number.digits).toBe(tinOf('ssn', number.holder));
    });
  });

  it('are each borrowed once', () => {
    const holders = all.flatMap((number) => (number.kind === 'borrowed' ? [number.holder] : []));
    expect(new Set(holders).size).toBe(holders.length);
  });

  it('are never an issued number, whatever the kind', () => {
    for (const number of all) if (number.kind !== 'own') expect(numberKind(number.digits)).toBe('ssn');
  });

  it('count as invented where nobody has a number to lend', () => {
    const alone = employerNumbers({ borrowed: 1, invented: 0 }, PEOPLE, () => false, WORKERS, 1);
    expect(alone(3, -1).kind).toBe('invented');
  });

  it('keep those who borrow when more do', () => {
    const more = employerNumbers({ borrowed: 0.3, invented: 0.1 }, PEOPLE, holdsSsn, WORKERS, 1);
    all.forEach((number, person) => {
      if (number.kind === 'borrowed') expect(more(person, person)).toEqual(number);
    });
  });
});

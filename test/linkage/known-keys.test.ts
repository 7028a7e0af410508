import { describe, expect, it } from 'vitest';
import { askedKeys, KnownKeys, keyNumbers } from '../../src/linkage/known-keys.ts';
import { doubleMetaphoneKeys } from '../../src/text/double-metaphone.ts';
import { namePairs } from '../text/name-pairs.ts';

describe('numbers of keys', () => {
  it('are the same for the same key, first or second, and 0 for none', () => {
    expect(keyNumbers(['KRS', 'KRX'])).toEqual([...keyNumbers(['KRX', 'KRS'])].reverse());
    expect(keyNumbers(['KRS'])).toEqual([keyNumbers(['KRS'])[0], 0]);
    expect(keyNumbers([])).toEqual([0, 0]);
  });

  it('differ for the sounds of name-like values, none of which is as no key', () => {
    const keys = new Set(namePairs(3000).flatMap(([name]) => doubleMetaphoneKeys(name)));
    const numbers = new Set([...keys].map((key) => keyNumbers([key])[0]));
    expect(numbers.size).toBe(keys.size);
    expect([...numbers].some((number) => number <= 0 && number >= -2)).toBe(false);
  });

  it('of an asked name without a second key are no name’s second', () => {
    expect(askedKeys(['KRS']).second).not.toBe(keyNumbers(['LPS'])[1]);
    expect(askedKeys([]).first).toBe(keyNumbers([])[0]);
  });

  it('of a list are worked out once for each place', () => {
    const asked: number[] = [];
    const known = new KnownKeys(2, (place) => {
      asked.push(place);
      return ['KRS', 'KRX'];
    });
    for (let again = 0; again < 3; again++) expect(known.firstOf(1)).toBe(keyNumbers(['KRS'])[0]);
    expect(known.secondOf(1)).toBe(keyNumbers(['KRX'])[0]);
    expect(asked).toEqual([1]);
    known.startAnew(3);
    expect(known.firstOf(1)).toBe(keyNumbers(['KRS'])[0]);
    expect(known.firstOf(2)).toBe(keyNumbers(['KRS'])[0]);
    expect(asked).toEqual([1, 1, 2]);
    known.goOn(9);
    expect([2, 8].map((place) => known.firstOf(place))).toEqual([
      keyNumbers(['KRS'])[0],
      keyNumbers(['KRS'])[0],
    ]);
    expect(known.secondOf(2)).toBe(keyNumbers(['KRX'])[0]);
    expect(asked).toEqual([1, 1, 2, 8]);
  });
});

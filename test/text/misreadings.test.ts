/** How a name is misread by a scanner, and how it is respelt by somebody who only heard it. */

import { doubleMetaphone } from 'double-metaphone';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeMisread, misread } from '../../src/text/ocr-confusions.ts';
import { canBeRespelt, respelt } from '../../src/text/phonetic-respelling.ts';

const sweep = Array.from({ length: 400 }, (_, i) => Math.floor((i / 400) * 2 ** 32));
const all = (make: (value: string, word: number) => string, value: string) => [
  ...new Set(sweep.map((word) => make(value, word))),
];
const name = fc.string({ unit: fc.constantFrom(...'ABCEGHIJKLMNOPQRSTUVWXYZÑÉ0158 '), maxLength: 12 });

describe.each([
  ['misread', canBeMisread, misread],
  ['respelt', canBeRespelt, respelt],
] as const)('%s', (_, can, make) => {
  it('is always another text, of about the same length, and never empty', () => {
    fc.assert(
      fc.property(name, fc.nat(2 ** 32 - 1), (value, word) => {
        if (!can(value)) return;
        const after = make(value, word);
        expect(after).not.toBe(value);
        expect(after).not.toBe('');
        expect(Math.abs(after.length - value.length)).toBeLessThanOrEqual(1);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('finds nothing in an empty text', () => {
    expect(can('')).toBe(false);
  });
});

it('a scanner may take characters of one shape for each other, both ways', () => {
  expect(all(misread, 'SOLIS')).toEqual(
    expect.arrayContaining([
      '5OLIS',
      'SOLI5',
      'S0LIS',
      'SO1IS',
      'SOL1S',
      'SOLLS',
      'SOIIS',
      'SOUS',
      'SDLIS',
      'SQLIS',
    ]),
  );
  expect(all(misread, 'ARNE')).toContain('AME');
  expect(all(misread, 'M')).toEqual(['RN']);
  expect(all(misread, '0')).toEqual(['O', 'D', 'Q']);
  expect(canBeMisread('XXX')).toBe(false);
});

it.each([
  ['HERNANDEZ', ['ERNANDEZ', 'HERNANDES']],
  ['JIMÉNEZ', ['HIMÉNEZ', 'JIMÉNES']],
  ['GIMENEZ', ['HIMENEZ', 'JIMENEZ']],
  ['CASTILLO', ['CASTIYO', 'KASTILLO']],
  ['VELASQUEZ', ['BELASQUEZ', 'VELASKEZ']],
  ['NUÑEZ', ['NUNYEZ', 'NUÑES']],
  ['CECILIA', ['SECILIA', 'CESILIA']],
  ['JOSEPH', ['JOSEF']],
  ['KHAN', ['KAN']],
  ['ANDERSON', ['ANDERSEN']],
])('%s may be heard as %j', (value, heard) => {
  expect(all(respelt, value)).toEqual(expect.arrayContaining(heard));
});

it('most respellings of English and Spanish names keep a phonetic key', () => {
  const names = [
    'GONZALEZ',
    'RODRIGUEZ',
    'HERNANDEZ',
    'JOHNSON',
    'PHILLIPS',
    'MARTINEZ',
    'RAMIREZ',
    'SANCHEZ',
    'BAKER',
  ];
  const pairs = names.flatMap((value) => all(respelt, value).map((other) => [value, other] as const));
  const alike = pairs.filter(([a, b]) => {
    const keys = doubleMetaphone(a);
    return doubleMetaphone(b).some((key) => keys.includes(key));
  });
  expect(alike.length / pairs.length).toBeGreaterThan(0.6);
});

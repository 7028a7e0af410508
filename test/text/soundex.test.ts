import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTables } from '../../src/population/tables.ts';
import { soundexKeys, soundexSimilarity } from '../../src/text/soundex.ts';

/** The rules of the National Archives leaflet, one replacement each. */
function plainSoundex(value: string): string {
  const letters = value.toUpperCase().replace(/[^A-Z]/g, '');
  const digits = letters
    .replace(/(?<=.)[HW]/g, '')
    .replace(/[BFPV]/g, '1')
    .replace(/[CGJKQSXZ]/g, '2')
    .replace(/[DT]/g, '3')
    .replace(/L/g, '4')
    .replace(/[MN]/g, '5')
    .replace(/R/g, '6')
    .replace(/(\d)\1+/g, '$1')
    .slice(1)
    .replace(/\D/g, '');
  return letters === '' ? '' : `${letters[0]}${digits}000`.slice(0, 4);
}

describe('soundexKeys', () => {
  // US National Archives, "Soundex System" (General Information Leaflet 55) and the guide extracted from its
  // publication in the ROOTS-L FAQ.
  it.each([
    ['Washington', 'W252'],
    ['Lee', 'L000'],
    ['Gutierrez', 'G362'],
    ['Pfister', 'P236'],
    ['Jackson', 'J250'],
    ['Tymczak', 'T522'],
    ['VanDeusen', 'V532'],
    ['Ashcraft', 'A261'],
    ['Kuhne', 'K500'],
    ['Ebell', 'E140'],
    ['Ebelson', 'E142'],
    ['Kelly', 'K400'],
    ['Buerck', 'B620'],
    ['Lloyd', 'L300'],
    ['Schaefer', 'S160'],
  ])('%s is %s', (name, code) => {
    expect(soundexKeys(name)).toEqual([code]);
  });

  it('passes over what is no letter, and gives none where nothing is left', () => {
    expect(soundexKeys("O'BRIEN")).toEqual(soundexKeys('OBRIEN'));
    for (const value of ['', '123', ' ', '\ud800', '李']) expect(soundexKeys(value)).toEqual([]);
  });

  it('is what the package talisman says of the 20,000 commonest surnames', () => {
    const theirs = createRequire(import.meta.url)('talisman/phonetics/soundex') as (value: string) => string;
    const names = loadTables().surnames.names.slice(0, 20_000);
    expect(names.filter((name) => soundexKeys(name)[0] !== theirs(name))).toEqual([]);
  });

  it('equals the rules one after another, for any string', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'BCDHLMRWAYS '), maxLength: 14 }),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const code = plainSoundex(value);
        expect(soundexKeys(value)).toEqual(code === '' ? [] : [code]);
      }),
      { seed: 1, numRuns: 5000 },
    );
  });
});

it('soundexSimilarity grades the same value 1 and the same code 0.9', () => {
  expect(soundexSimilarity('ROBERT', 'ROBERT')).toBe(1);
  expect(soundexSimilarity('ROBERT', 'RUPERT')).toBe(0.9);
  expect(soundexSimilarity('ROBERT', 'RUBIN')).toBe(0);
  expect(soundexSimilarity('12', '13')).toBe(0);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameControl } from '../../src/text/name-control.ts';
import { splitSuffix, surnamesOf } from '../../src/text/surnames.ts';

describe('surnamesOf', () => {
  it.each<[string, readonly string[]]>([
    ['GARCIA', ['GARCIA']],
    ['García-López', ['GARCIA', 'LOPEZ']],
    ['GARCIA Y LOPEZ', ['GARCIA', 'LOPEZ']],
    ['DE LA CRUZ GARCIA', ['DE LA CRUZ', 'GARCIA']],
    ['LOPEZ DE LEON', ['LOPEZ', 'DE LEON']],
    ['VAN DER BERG', ['VAN DER BERG']],
    ['MC DONALD', ['MC DONALD']],
    ["O'BRIEN", ['OBRIEN']],
    ['AL-SAYED', ['AL SAYED']],
    ['ST. JOHN', ['ST JOHN']],
    ['LE', ['LE']],
    ['NGUYEN VAN', ['NGUYEN', 'VAN']],
    ['GARCIA JR', ['GARCIA']],
    ['', []],
    ['李', []],
  ])('%s: %j', (surname, parts) => {
    expect(surnamesOf(surname)).toEqual(parts);
  });

  it('takes any string, and loses no word but Y and the suffix', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'DELA Y') })),
        (text) => {
          const words = splitSuffix(text)
            .surname.split(' ')
            .filter((word) => word !== '' && word !== 'Y');
          const kept = surnamesOf(text)
            .join(' ')
            .split(' ')
            .filter((word) => word !== '' && word !== 'Y');
          expect(kept).toEqual(words);
        },
      ),
      { seed: 1, numRuns: 1000 },
    );
  });
});

describe('splitSuffix', () => {
  it.each([
    ['Smith, Jr.', 'SMITH', 'JR'],
    ['SMITH III', 'SMITH', 'III'],
    ['SMITH 2nd', 'SMITH', 'II'],
    ['SMITH', 'SMITH', ''],
    ['JUNIOR', 'JUNIOR', ''],
  ])('%s', (written, surname, suffix) => {
    expect(splitSuffix(written)).toEqual({ surname, suffix });
  });
});

describe('nameControl', () => {
  // Examples of the IRS instructions for name control as published by CCH and other tax software vendors; the rest
  // follows their rules for blanks, apostrophes, suffixes and short names.
  it.each([
    ['Teak', 'TEAK'],
    ['Willow', 'WILL'],
    ['McCedar', 'MCCE'],
    ['Cedar-Hawthorn', 'CEDA'],
    ['Windsor-Maple', 'WIND'],
    ['Hemlock', 'HEML'],
    ["O'Neil", 'ONEI'],
    ['De La Rosa', 'DELA'],
    ['Kern Jr', 'KERN'],
    ['Lo', 'LO'],
    ['Paz Ayala', 'PAZ'],
    ['García Márquez', 'GARC'],
    ['', ''],
  ])('%s is %s', (surname, control) => {
    expect(nameControl(surname)).toBe(control);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName, normaliseStreet } from '../../src/text/normalise.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(..."AzÉß19 -/#.'´ŉ,") }),
);

describe('normaliseName', () => {
  it.each([
    ['José Núñez', 'JOSE NUNEZ'],
    ["O'Brien", 'OBRIEN'],
    ['O’Brien', 'OBRIEN'],
    ['O´Brien', 'OBRIEN'],
    ['García-López', 'GARCIA LOPEZ'],
    ['  St. John,  Jr. ', 'ST JOHN JR'],
    ['Đặng', 'DANG'],
    ['Łukasz Strauß', 'LUKASZ STRAUSS'],
    ['Bjørn Æsir Þór', 'BJORN AESIR THOR'],
    ['ﬁnn', 'FINN'],
    ['李', ''],
    ['\ud800', ''],
  ])('%s is %s', (value, normal) => {
    expect(normaliseName(value)).toBe(normal);
  });

  it('yields upper-case ASCII words with single spaces, once and for all', () => {
    fc.assert(
      fc.property(text, (value) => {
        const normal = normaliseName(value);
        expect(normal).toMatch(/^([A-Z0-9]+( [A-Z0-9]+)*)?$/);
        expect(normaliseName(normal)).toBe(normal);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });

  it('does not depend on the case or on the composition of accents', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aÉéñøÐłß -') }), (value) => {
        expect(normaliseName(value.toUpperCase())).toBe(normaliseName(value));
        expect(normaliseName(value.normalize('NFD'))).toBe(normaliseName(value));
      }),
      { seed: 2 },
    );
  });
});

describe('normaliseStreet', () => {
  it.each([
    ['123 N. Main St., Apt. # 4b', '123 N MAIN ST APT #4B'],
    ['37-21 80th St', '37-21 80TH ST'],
    ['12 1/2 Elm  St', '12 1/2 ELM ST'],
    ['Martin-Luther King Blvd - Rear', 'MARTIN LUTHER KING BLVD REAR'],
    ['C/O Smith, 5 Oak', 'C O SMITH 5 OAK'],
    ['Apt #', 'APT'],
    ['5#6', '5 #6'],
    ['Peña Dr', 'PENA DR'],
  ])('%s is %s', (value, normal) => {
    expect(normaliseStreet(value)).toBe(normal);
  });

  it('is idempotent, with single spaces and no other signs than # / -', () => {
    fc.assert(
      fc.property(text, (value) => {
        const normal = normaliseStreet(value);
        expect(normal).toMatch(/^([A-Z0-9#/-]+( [A-Z0-9#/-]+)*)?$/);
        expect(normaliseStreet(normal)).toBe(normal);
      }),
      { seed: 3, numRuns: 3000 },
    );
  });
});

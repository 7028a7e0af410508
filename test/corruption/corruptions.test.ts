/** What must be true of every corruption of the registry, and what each does to a record. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressBlank } from '../../src/corruption/corruptions/address-blank.ts';
import { corruptions } from '../../src/corruption/corruptions/index.ts';
import { keyboardTypo } from '../../src/corruption/corruptions/keyboard-typo.ts';
import { letterTransposed } from '../../src/corruption/corruptions/letter-transposed.ts';
import { namesSwapped } from '../../src/corruption/corruptions/names-swapped.ts';
import { unitMissing } from '../../src/corruption/corruptions/unit-missing.ts';
import type { PersonRecord } from '../../src/population/record.ts';
import { personRecord } from '../matching/person-record.ts';

type Field = keyof PersonRecord;
const fieldNames = Object.keys(personRecord()) as Field[];
const changedFields = (before: PersonRecord, after: PersonRecord) =>
  fieldNames.filter((field) => before[field] !== after[field]);

/** The fields that each corruption may touch; of those with `one`, a call changes a single one. */
const touches: Readonly<Record<string, { readonly fields: readonly Field[]; readonly one?: true }>> = {
  'keyboard-typo': { fields: ['givenName', 'surname'], one: true },
  'letter-transposed': { fields: ['givenName', 'surname'], one: true },
  'names-swapped': { fields: ['givenName', 'surname'] },
  'unit-missing': { fields: ['unit'] },
  'address-blank': { fields: ['houseNumber', 'street', 'unit', 'city', 'state', 'zip'] },
};

const name = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...'ABCLMNOPZ'), maxLength: 10 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', 'A', 'AA', 'O BRIEN', 'GARCIA LOPEZ', 'NÚÑEZ', 'José', 'D', 'X-Y', '李'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.trim()) },
);
const record: fc.Arbitrary<PersonRecord> = fc
  .record({
    givenName: name,
    surname: name,
    unit: fc.constantFrom('', 'APT 4'),
    zip: fc.constantFrom('', '62701'),
  })
  .map(personRecord);
const words = fc
  .array(fc.nat(2 ** 32 - 1), { minLength: 4, maxLength: 4 })
  .map((four) => Uint32Array.from(four));

/** Words that choose evenly among up to a few dozen things, in every combination of the first three. */
const sweep = (steps: number) =>
  Array.from({ length: 2 * steps * steps }, (_, i) =>
    Uint32Array.of(
      (i % 2) * 2 ** 31,
      (((i >> 1) % steps) / steps) * 2 ** 32,
      (Math.floor((i >> 1) / steps) / steps) * 2 ** 32,
      0,
    ),
  );

describe.each(corruptions)('$id', ({ id, applies, corrupt, describe: description }) => {
  it('says what it is', () => {
    expect(description).toMatch(/^\S.*[^\s.]$/);
  });

  it('applies to a complete record, and not to an empty one', () => {
    const empty = Object.fromEntries(fieldNames.map((field) => [field, ''])) as Record<Field, string>;
    expect(applies(personRecord())).toBe(true);
    expect(applies(personRecord(empty))).toBe(false);
  });

  it('where it applies, changes the fields that it names and leaves a record', () => {
    const { fields, one } = touches[id]!;
    fc.assert(
      fc.property(record, words, (before, fourWords) => {
        fc.pre(applies(before));
        const after = corrupt(before, fourWords);
        const changed = changedFields(before, after);
        expect(changed.length).toBeGreaterThan(0);
        if (one) expect(changed.length).toBe(1);
        expect(fields).toEqual(expect.arrayContaining(changed));
        expect(Object.keys(after)).toEqual(fieldNames);
        for (const field of fieldNames) {
          expect(after[field]).toBeTypeOf('string');
          expect(after[field]).toBe(after[field].trim());
          expect(after[field]).not.toMatch(/\p{Surrogate}/u);
        }
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('does the same again with the same words', () => {
    fc.assert(
      fc.property(record, words, (before, fourWords) => {
        fc.pre(applies(before));
        const copy = fourWords.slice();
        expect(corrupt(before, fourWords)).toEqual(corrupt({ ...before }, copy));
        expect(fourWords).toEqual(copy);
      }),
      { seed: 2, numRuns: 100 },
    );
  });
});

describe('keyboard-typo', () => {
  const rows = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];
  /** Keys on a plane, each row half a key to the right of the one above; neighbours are at most 1.12 apart. */
  const position = (letter: string) => {
    const row = rows.findIndex((keys) => keys.includes(letter));
    return { x: rows[row]!.indexOf(letter) + row / 2, y: row };
  };
  const distance = (a: string, b: string) =>
    Math.hypot(position(a).x - position(b).x, position(a).y - position(b).y);

  it('replaces exactly one letter by a neighbouring key', () => {
    fc.assert(
      fc.property(record, words, (before, fourWords) => {
        fc.pre(keyboardTypo.applies(before));
        const after = keyboardTypo.corrupt(before, fourWords);
        const [field] = changedFields(before, after);
        const [was, is] = [before[field!], after[field!]];
        expect(is.length).toBe(was.length);
        const places = [...Array(was.length).keys()].filter((i) => was[i] !== is[i]);
        expect(places.length).toBe(1);
        expect(distance(was[places[0]!]!, is[places[0]!]!)).toBeLessThan(1.2);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  it.each([
    ['G', 'BFHTVY'],
    ['Q', 'AW'],
    ['P', 'LO'],
    ['A', 'QSWZ'],
    ['M', 'JKN'],
  ])('types for %s each of %s, and nothing else', (letter, near) => {
    const alone = personRecord({ givenName: letter, surname: '' });
    const typed = new Set(sweep(12).map((fourWords) => keyboardTypo.corrupt(alone, fourWords).givenName));
    expect([...typed].sort().join('')).toBe(near);
  });

  it('reaches every letter of both names', () => {
    const before = personRecord({ givenName: 'ANA', surname: 'LEE' });
    const places = new Set(
      sweep(12).map((fourWords) => {
        const { givenName, surname } = keyboardTypo.corrupt(before, fourWords);
        return [...`${givenName}${surname}`].findIndex((letter, i) => letter !== 'ANALEE'[i]);
      }),
    );
    expect([...places].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('letter-transposed', () => {
  it('exchanges two neighbouring, different letters', () => {
    fc.assert(
      fc.property(record, words, (before, fourWords) => {
        fc.pre(letterTransposed.applies(before));
        const after = letterTransposed.corrupt(before, fourWords);
        const [field] = changedFields(before, after);
        const [was, is] = [[...before[field!]], [...after[field!]]];
        const places = was.flatMap((letter, i) => (letter === is[i] ? [] : [i]));
        expect(places.length).toBe(2);
        const [first, second] = places as [number, number];
        expect(second).toBe(first + 1);
        expect([is[first], is[second]]).toEqual([was[second], was[first]]);
        expect(`${was[first]}${was[second]}`).toMatch(/^\p{L}{2}$/u);
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  it('reaches every pair of letters of both names, and no other', () => {
    const before = personRecord({ givenName: 'ANNA', surname: 'O LEE' });
    const written = new Set(
      sweep(12).map((fourWords) => {
        const { givenName, surname } = letterTransposed.corrupt(before, fourWords);
        return `${givenName}, ${surname}`;
      }),
    );
    expect([...written].sort()).toEqual(['ANAN, O LEE', 'ANNA, O ELE', 'NANA, O LEE']);
  });

  it('applies only where two different letters stand side by side', () => {
    const applies = (givenName: string) => letterTransposed.applies(personRecord({ givenName, surname: '' }));
    expect(['AB', 'AAB', 'ÑU'].map(applies)).toEqual([true, true, true]);
    expect(['', 'A', 'AAA', 'A B', 'A-B'].map(applies)).toEqual([false, false, false, false, false]);
  });
});

describe('names-swapped', () => {
  it('puts each name in the field of the other; done twice, nothing has happened', () => {
    fc.assert(
      fc.property(record, words, (before, fourWords) => {
        fc.pre(namesSwapped.applies(before));
        const once = namesSwapped.corrupt(before, fourWords);
        expect([once.givenName, once.surname]).toEqual([before.surname, before.givenName]);
        expect(namesSwapped.corrupt(once, fourWords)).toEqual(before);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('does not apply where both are the same', () => {
    expect(namesSwapped.applies(personRecord({ givenName: 'JAMES', surname: 'JAMES' }))).toBe(false);
  });
});

it('unit-missing leaves the rest of the address', () => {
  expect(unitMissing.corrupt(personRecord(), new Uint32Array(4))).toEqual(personRecord({ unit: '' }));
  expect(unitMissing.applies(personRecord({ unit: '' }))).toBe(false);
});

it('address-blank leaves the person and nothing of the address', () => {
  const blank = { houseNumber: '', street: '', unit: '', city: '', state: '', zip: '' };
  expect(addressBlank.corrupt(personRecord(), new Uint32Array(4))).toEqual(personRecord(blank));
  expect(addressBlank.applies(personRecord(blank))).toBe(false);
});

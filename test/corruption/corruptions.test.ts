/** What every corruption must be: it says what it is, changes the fields it names, and depends on what it is given. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordField } from '../../src/corruption/corruption.ts';
import { corruptions } from '../../src/corruption/corruptions/index.ts';
import type { PersonRecord } from '../../src/population/record.ts';
import { personRecord } from '../matching/person-record.ts';
import {
  anyPerson,
  anyRecord,
  anyWords,
  completePerson,
  completeRecord,
  unknownPerson,
} from './sample-person.ts';

const fieldNames = Object.keys(personRecord()) as readonly (keyof PersonRecord)[];
const recordFields = fieldNames.filter((field): field is RecordField => field !== 'recordId');
const emptyRecord = personRecord(Object.fromEntries(recordFields.map((field) => [field, ''])));
const changedFields = (before: PersonRecord, after: PersonRecord) =>
  fieldNames.filter((field) => before[field] !== after[field]);

/** A text that could stand in a file: without space around it, and of whole characters. */
const isWritten = (value: unknown) =>
  typeof value === 'string' && value === value.trim() && !/\p{Surrogate}/u.test(value);

/** What each needs to know about the person, by the parts of the context; all others act on the record alone. */
const needs: Readonly<Record<string, readonly string[]>> = {
  'former-address': ['formerAddress'],
  'tin-borrowed': ['othersTin'],
  'copied-from-household-member': ['household'],
  'married-name': ['marriedSurname'],
  'surnames-exchanged': ['origin'],
  'second-surname-dropped': ['origin'],
  'second-surname-alone': ['origin'],
  'surnames-joined': ['origin'],
  'care-of': ['household'],
};

/** Former addresses of the sample may be the very one that is recorded; nothing else changes nothing. */
const mayChangeNothing = ['former-address'];

describe.each(corruptions)('$id', (corruption) => {
  const { id, label, describe: description, fields, canAct, apply } = corruption;

  it('says what it is', () => {
    expect(description).toMatch(/^\S.*[^\s.]$/);
    expect(label).toMatch(/^\S.{2,24}\S$/);
    expect(fields.length).toBeGreaterThan(0);
    expect(recordFields).toEqual(expect.arrayContaining([...fields]));
  });

  it('can act on a complete record, and not on an empty one', () => {
    expect(canAct(completeRecord, completePerson)).toBe(true);
    expect(canAct(emptyRecord, completePerson)).toBe(false);
  });

  it('cannot act where what it needs to know of the person is missing, and needs nothing else', () => {
    const needed = needs[id] ?? [];
    expect(canAct(completeRecord, unknownPerson)).toBe(needed.length === 0);
    const only = Object.fromEntries(Object.entries(completePerson).filter(([part]) => needed.includes(part)));
    expect(canAct(completeRecord, only)).toBe(true);
  });

  it('looks at the street address, and at the number, only where it may change part of it', () => {
    const hidden = (['houseNumber', 'street', 'unit'] as const).some((field) => fields.includes(field))
      ? {}
      : { houseNumber: '', street: '', unit: '' };
    const blank = { ...hidden, ...(!fields.includes('tin') && { tin: '' }) };
    fc.assert(
      fc.property(anyRecord, anyPerson, anyWords, (before, person, words) => {
        const without = { ...before, ...blank };
        expect(canAct(without, person)).toBe(canAct(before, person));
        if (!canAct(before, person)) return;
        expect(apply(without, person, words)).toEqual({ ...apply(before, person, words), ...blank });
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  it('where it can act, changes fields that it names and leaves a record', () => {
    let acted = 0;
    fc.assert(
      fc.property(anyRecord, anyPerson, anyWords, (before, person, words) => {
        if (!canAct(before, person)) return;
        acted++;
        const after = apply(before, person, words);
        const changed = changedFields(before, after);
        if (!mayChangeNothing.includes(id)) expect(changed.length).toBeGreaterThan(0);
        expect(fields).toEqual(expect.arrayContaining(changed));
        expect(Object.keys(after)).toEqual(fieldNames);
        expect(fieldNames.filter((field) => !isWritten(after[field]))).toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(acted).toBeGreaterThan(10);
  });

  it('does the same again with the same words, and leaves what it was given', () => {
    fc.assert(
      fc.property(anyRecord, anyPerson, anyWords, (before, person, words) => {
        if (!canAct(before, person)) return;
        const kept = [structuredClone({ ...before }), structuredClone(person), words.slice()] as const;
        expect(apply(before, person, words)).toEqual(apply(...kept));
        expect([before, person, words]).toEqual(kept);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it('if it may change the ZIP code, looks at no other field of the record', () => {
    if (!fields.includes('zip')) return;
    fc.assert(
      fc.property(anyRecord, anyPerson, anyWords, (record, person, words) => {
        const bare = { ...emptyRecord, zip: record.zip };
        expect(canAct(bare, person)).toBe(canAct(record, person));
        if (canAct(record, person))
          expect(apply(bare, person, words).zip).toBe(apply(record, person, words).zip);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

it('a careless error leaves every later careless error something to act on', () => {
  const careless = corruptions.filter((corruption) => corruption.careless);
  careless.forEach((first, i) => {
    for (const later of careless.slice(i + 1)) {
      for (let word = 0; word < 2 ** 32; word += 2 ** 28) {
        const left = first.apply(completeRecord, completePerson, Uint32Array.of(word, word, word, word));
        expect(later.canAct(left, completePerson), `${later.id} after ${first.id}`).toBe(true);
      }
    }
  });
});

it('the order is the one in which a record comes about', () => {
  const order = corruptions.map(({ id }) => id);
  const before = (first: string, second: string) =>
    expect(order.indexOf(first), `${first} before ${second}`).toBeLessThan(order.indexOf(second));
  before('nickname', 'phonetic-respelling');
  before('second-surname-dropped', 'keyboard-typo');
  before('phonetic-respelling', 'keyboard-typo');
  before('keyboard-typo', 'ocr-confusion');
  before('ocr-confusion', 'names-swapped');
  before('accents-garbled', 'accents-lost');
  before('accents-lost', 'name-truncated');
  before('unit-wrong', 'unit-missing');
  before('former-address', 'zip-digit-error');
  before('zip-digit-error', 'address-placeholder');
  before('address-placeholder', 'address-blank');
  expect(order.at(-1)).toBe('address-blank');
});

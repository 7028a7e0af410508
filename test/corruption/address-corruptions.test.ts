/** What becomes of addresses, dates of birth and numbers. */

import { describe, expect, it } from 'vitest';
import type { CorruptionContext } from '../../src/corruption/context.ts';
import { corruptions } from '../../src/corruption/corruptions/index.ts';
import type { PersonRecord } from '../../src/population/record.ts';
import { addressParts, sameBuilding } from '../../src/text/address.ts';
import { expectProportion } from '../expect-proportion.ts';
import { personRecord } from '../matching/person-record.ts';
import { optimalStringAlignment } from '../text/optimal-string-alignment.ts';

const of = (id: string) => corruptions.find((corruption) => corruption.id === id)!;
const sweep = Array.from({ length: 200 }, (_, i) =>
  Uint32Array.of((i / 200) * 2 ** 32, ((i * 37) % 200) * (2 ** 32 / 200), 0, 0),
);
const all = (id: string, record: PersonRecord, person: CorruptionContext = {}) =>
  sweep.map((words) => of(id).apply(record, person, words));
const streets = ['N MAIN ST', 'OAK AVENUE', 'PARK PLACE NW', 'COUNTY LINE RD', 'E FIRST BLVD'];
const noAddress = { houseNumber: '', street: '', unit: '', city: '', state: '', zip: '' };

describe.each(streets)('%s', (street) => {
  const before = personRecord({ street });
  const parts = addressParts(before);

  it('with its suffix spelt otherwise is the same address', () => {
    for (const after of all('street-suffix-abbreviated', before)) {
      expect(after.street).not.toBe(street);
      expect(sameBuilding(addressParts(after), parts), after.street).toBe(true);
    }
  });

  it('with the wrong suffix is another street of the same name', () => {
    for (const after of all('street-suffix-wrong', before)) {
      expect(addressParts(after).suffix, after.street).not.toBe(parts.suffix);
      expect({ ...addressParts(after), suffix: '' }).toEqual({ ...parts, suffix: '' });
    }
  });

  it('loses its directionals, and nothing else', () => {
    const has = parts.predirectional !== '' || parts.postdirectional !== '';
    expect(of('directional-lost').canAct(before, {})).toBe(has);
    if (!has) return;
    for (const after of all('directional-lost', before)) {
      expect(addressParts(after)).toEqual({ ...parts, predirectional: '', postdirectional: '' });
    }
  });
});

it('a street that is a directional, a box or a name without suffix keeps what it has', () => {
  for (const street of ['E ST', 'PO BOX 12', 'BROADWAY', '', 'ST']) {
    expect(of('directional-lost').canAct(personRecord({ street }), {}), street).toBe(false);
  }
  for (const street of ['PO BOX 12', 'BROADWAY', 'RR 2 BOX 152', '', 'ST']) {
    expect(of('street-suffix-wrong').canAct(personRecord({ street }), {}), street).toBe(false);
  }
});

it.each([
  ['unit-missing', { unit: '' }],
  ['city-only', { houseNumber: '', street: '', unit: '', zip: '' }],
  ['address-blank', noAddress],
] as const)('%s blanks what it says and leaves the rest', (id, blank) => {
  expect(of(id).apply(personRecord(), {}, new Uint32Array(4))).toEqual(personRecord(blank));
});

it('a placeholder stands before the ZIP code, and is nobody’s building', () => {
  for (const after of all('address-placeholder', personRecord())) {
    expect(after).toEqual(personRecord({ houseNumber: '', street: after.street, unit: '' }));
    expect(after.street).toMatch(/^[A-Z/ ]+$/);
    expect(sameBuilding(addressParts(after), addressParts(after))).toBe(false);
  }
  expect(of('address-placeholder').canAct(personRecord({ street: 'UNKNOWN' }), {})).toBe(false);
  expect(of('address-placeholder').canAct(personRecord(noAddress), {})).toBe(false);
});

it('a box replaces the dwelling, and parses as one', () => {
  for (const after of all('po-box', personRecord())) {
    expect(after).toEqual(personRecord({ houseNumber: '', street: after.street, unit: '' }));
    expect(addressParts(after).kind).toBe('po-box');
  }
});

it('a care-of line names somebody at the dwelling', () => {
  const household = [{ givenName: 'ANA', dateOfBirth: '', tin: '' }];
  expect(all('care-of', personRecord(), { household })[0]).toEqual(personRecord({ unit: 'C/O ANA GARCIA' }));
});

it('a former address replaces all of it', () => {
  const former = { houseNumber: '7', street: 'OAK ST', unit: '', city: 'RENO', state: 'NV', zip: '89501' };
  expect(all('former-address', personRecord(), { formerAddress: former })[0]).toEqual(personRecord(former));
});

it('a wrong unit is one digit off', () => {
  for (const { unit } of all('unit-wrong', personRecord({ unit: 'APT 12B' }))) {
    expect(unit).toMatch(/^APT \d\dB$/);
    expect(optimalStringAlignment(unit, 'APT 12B')).toBe(1);
  }
  expect(of('unit-wrong').canAct(personRecord({ unit: 'REAR' }), {})).toBe(false);
});

it('digits of a house number change places', () => {
  expect(
    new Set(all('house-number-swapped', personRecord({ houseNumber: '120' })).map((r) => r.houseNumber)),
  ).toEqual(new Set(['210', '102']));
  expect(of('house-number-swapped').canAct(personRecord({ houseNumber: '10' }), {})).toBe(false);
});

it('a wrong ZIP code is one digit off, the later digits more often', () => {
  const RECORDS = 20_000;
  const counts = [0, 0, 0, 0, 0];
  for (let i = 0; i < RECORDS; i++) {
    const words = Uint32Array.of(((i * 0.6180339887498949) % 1) * 2 ** 32, (i * 2654435761) % 2 ** 32, 0, 0);
    const { zip } = of('zip-digit-error').apply(personRecord({ zip: '62701' }), {}, words);
    const wrong = [...zip].flatMap((digit, place) => (digit === '62701'[place] ? [] : [place]));
    expect(wrong.length).toBe(1);
    counts[wrong[0]!]! += 1;
  }
  [0.04, 0.04, 0.2, 0.36, 0.36].forEach((share, place) => {
    expectProportion(counts[place]!, RECORDS, share);
  });
  expect(of('zip-digit-error').canAct(personRecord({ zip: '627' }), {})).toBe(false);
});

describe('dates of birth', () => {
  const born = (dateOfBirth: string) => personRecord({ dateOfBirth });
  const made = (id: string, date: string) =>
    [...new Set(all(id, born(date)).map((r) => r.dateOfBirth))].sort();

  it('day and month change places, where that is another date', () => {
    expect(made('day-month-swapped', '1980-05-07')).toEqual(['1980-07-05']);
    for (const date of ['1980-05-17', '1980-05-05', '', '1980']) {
      expect(of('day-month-swapped').canAct(born(date), {}), date).toBe(false);
    }
  });

  it('the year is one or two off, one mostly; a leap day stays a date', () => {
    expect(made('birth-year-misreported', '1980-05-07')).toEqual(
      ['1978', '1979', '1981', '1982'].map((year) => `${year}-05-07`),
    );
    expect(made('birth-year-misreported', '2000-02-29')).toEqual(
      ['1998', '1999', '2001', '2002'].map((year) => `${year}-02-28`),
    );
    const one = all('birth-year-misreported', born('1980-05-07')).filter(
      ({ dateOfBirth }) => Math.abs(Number(dateOfBirth.slice(0, 4)) - 1980) === 1,
    );
    expect(one.length / sweep.length).toBeCloseTo(0.8, 5);
  });

  it('1 January keeps the year', () => {
    expect(made('date-january-first', '1980-05-07')).toEqual(['1980-01-01']);
    expect(of('date-january-first').canAct(born('1980-01-01'), {})).toBe(false);
    expect(made('birth-date-blank', '1980-05-07')).toEqual(['']);
  });
});

describe('numbers', () => {
  it('one of the last four digits is wrong, and the range of the number stays', () => {
    for (const { tin } of all('tin-digit-error', personRecord({ tin: '900701234' }))) {
      expect(tin).toMatch(/^90070\d{4}$/);
      expect(optimalStringAlignment(tin, '900701234')).toBe(1);
    }
    expect(of('tin-digit-error').canAct(personRecord({ tin: '' }), {})).toBe(false);
  });

  it('a borrowed number is the other person’s', () => {
    expect(all('tin-borrowed', personRecord(), { othersTin: '900705678' })[0]!.tin).toBe('900705678');
    expect(of('tin-borrowed').canAct(personRecord({ tin: '' }), { othersTin: '900705678' })).toBe(false);
  });
});

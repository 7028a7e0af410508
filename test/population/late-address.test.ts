import { expect, it } from 'vitest';
import { lateAddress } from '../../src/population/late-address.ts';
import { blankRecord } from '../../src/population/record.ts';

const home = { houseNumber: '12', street: 'N MAIN ST', unit: 'APT 3' };
const person = { ...blankRecord, recordId: '7', surname: 'SMITH', zip: '60601' };

it('makes the address when it is read first, and once', () => {
  let made = 0;
  const record = lateAddress(person, () => {
    made += 1;
    return home;
  });
  expect(record.surname + record.zip).toBe('SMITH60601');
  expect(made).toBe(0);
  expect([record.houseNumber, record.street, record.unit]).toEqual(['12', 'N MAIN ST', 'APT 3']);
  expect(record.street).toBe('N MAIN ST');
  expect(made).toBe(1);
});

it('gives a record like any other, its fields in the order of the columns', () => {
  const record = lateAddress(person, () => home);
  expect(Object.keys(record)).toEqual(Object.keys(blankRecord));
  expect({ ...record }).toEqual({ ...person, ...home });
  expect(JSON.parse(JSON.stringify(record))).toEqual({ ...person, ...home });
});

/** A record and a person on which every corruption can act, and random ones on which each acts now and then. */

import fc from 'fast-check';
import type { CorruptionContext } from '../../src/corruption/context.ts';
import type { PersonRecord } from '../../src/population/record.ts';
import { personRecord } from '../matching/person-record.ts';

export const completeRecord = personRecord({
  givenName: 'JOSÉ MOHAMMED',
  middleName: 'LUIS',
  surname: 'NÚÑEZ DE LA CRUZ',
  houseNumber: '1234',
  street: 'N MAIN ST',
  unit: 'APT 12',
  dateOfBirth: '1980-05-07',
  tin: '900701234',
});

export const completePerson: CorruptionContext = {
  origin: 'mexican',
  recordAgeYears: 5,
  motherSurname: 'LÓPEZ',
  marriedSurname: 'SMITH',
  household: [
    { givenName: 'ANA', dateOfBirth: '1975-11-03', tin: '900705678' },
    { givenName: 'PEDRO', dateOfBirth: '', tin: '' },
  ],
  formerAddress: {
    houseNumber: '77',
    street: 'S OAK AVE',
    unit: '',
    city: 'RENO',
    state: 'NV',
    zip: '89501',
  },
  othersTin: '900709999',
};

/** Nothing but a name of a familiar kind and a fresh record: no part of the context is there. */
export const unknownPerson: CorruptionContext = {};

const name = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ABCLMNOPZ'), maxLength: 10 }),
  fc.constantFrom(
    ...['', 'A', 'AA', 'LE', 'O BRIEN', 'GARCIA LOPEZ', 'GARCIA-LOPEZ', 'DE LA CRUZ', 'DE LA CRUZ DEL RIO'],
    ...[
      'NÚÑEZ',
      'JOSÉ',
      'ĐẶNG',
      'D',
      'X-Y',
      '李',
      'FNU',
      'MARIA DEL CARMEN',
      'HERNANDEZ HERNANDEZ',
      'WILLIAM',
      'MOHAMMED ALI',
    ],
  ),
);
const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const date = oneOf('', '1980-05-17', '1980-01-01', '1992-02-29', '1971-12-11', '2000-03-03');
const tin = oneOf('', '900701234', '000120000');
const zip = oneOf('', '62701', '00501', '99999');

export const anyRecord: fc.Arbitrary<PersonRecord> = fc
  .record({
    givenName: name,
    middleName: name,
    surname: name,
    suffix: oneOf('', 'JR', 'III'),
    houseNumber: oneOf('', '1', '12', '101', '99', '1234'),
    street: oneOf(
      '',
      'N MAIN ST',
      'MAIN AVE NW',
      'E ST',
      'PO BOX 12',
      'RR 2 BOX 152',
      'BROADWAY',
      'UNKNOWN',
      'PARK AVENUE',
    ),
    unit: oneOf('', 'APT 4', '# B', 'UNIT 12', 'C/O ANA'),
    zip,
    dateOfBirth: date,
    tin,
  })
  .map((changes) => personRecord(changes));

export const anyPerson: fc.Arbitrary<CorruptionContext> = fc
  .record({
    origin: optional(oneOf('mexican', 'brazilian', 'white', 'chinese')),
    recordAgeYears: optional(fc.double({ min: 0, max: 30, noNaN: true })),
    motherSurname: optional(name),
    marriedSurname: optional(name),
    household: optional(fc.array(fc.record({ givenName: name, dateOfBirth: date, tin }), { maxLength: 3 })),
    formerAddress: fc.constantFrom(undefined, completePerson.formerAddress),
    othersTin: optional(tin),
  })
  .map((parts) => Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)));

export const anyWords: fc.Arbitrary<Uint32Array> = fc
  .array(fc.nat(2 ** 32 - 1), { minLength: 4, maxLength: 4 })
  .map((four) => Uint32Array.from(four));

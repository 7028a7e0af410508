/**
 * Agreement in place found from numbers against the place scopes on the written addresses: in areas of streets, routes,
 * boxes and urbanizations, where every return has an error in its address that can have one.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitCounts } from '../../src/linkage/digit-counts.ts';
import { placeAgreement } from '../../src/linkage/place-agreement.ts';
import { zipHomes } from '../../src/linkage/zip-homes.ts';
import type { Address } from '../../src/matching/place.ts';
import { places } from '../../src/matching/places/index.ts';
import { settingOf, settings } from '../../src/population/addresses/settings.ts';
import { neighbourhoods } from '../../src/population/addresses.ts';
import { filingErrors } from '../../src/population/filing-errors.ts';
import type { ZipArea } from '../../src/population/layout.ts';
import type { PeopleColumns } from '../../src/population/people-columns.ts';
import { loadTables } from '../../src/population/tables.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { canSwapDigits, digitsSwapped } from '../../src/text/digit-errors.ts';

const tables = loadTables();
const { addresses, irs } = loadScenario('irs-ice-2025').population;
const certain = (value: number) => ({ value, assumption: 'for a test' });
const neighbourhood = neighbourhoods(
  tables,
  { ...addresses, ruralRoute: certain(0.2), poBox: { ...addresses.poBox, elsewhere: certain(0.2) } },
  3,
);

/** A made-up area where the first ZIP area of its setting is, on the mainland or in Puerto Rico. */
function area(setting: (typeof settings)[number], onIsland: boolean, households: number): ZipArea {
  const { state, density, zip } = tables.zipAreas;
  const place = zip.findIndex(
    (_, i) => (state[i] === 'PR') === onIsland && settingOf(density[i]!) === settings.indexOf(setting),
  );
  const cell = { origin: 0, firstPerson: 0, people: households, firstHousehold: 0, households };
  return {
    zip: place,
    code: '00123',
    city: 'ANYTOWN',
    state: state[place]!,
    people: households,
    households,
    dwellings: households,
    cells: [cell],
  } as unknown as ZipArea;
}

/** The homes of an area, one person in each; a share of the returns has an error in the address. */
function homesOf(place: ZipArea, errors: number) {
  const rate = { paper: certain(errors), electronic: certain(errors) };
  const people = { household: Int32Array.from({ length: place.people }, (_, i) => i) };
  return zipHomes(
    { neighbourhood, filing: filingErrors({ ...irs, addressErrors: rate }, 3) },
    place,
    people as PeopleColumns,
  );
}

const swapped = (text: string) => (canSwapDigits(text) ? digitsSwapped(text, 0) : text);

/** How a request may give an address: as it is, without the unit, on one line, with an error, or somewhere else. */
function waysToWrite(written: Address): readonly Address[] {
  const { houseNumber, street, unit, state, zip } = written;
  return [
    { houseNumber, street, unit, state, zip },
    { houseNumber, street, unit: '', state, zip },
    { houseNumber: '', street: `${houseNumber} ${street} ${unit}`.trim(), unit: '', state, zip },
    { houseNumber: swapped(houseNumber), street: swapped(street), unit, state, zip },
    { houseNumber: `0${houseNumber}`, street: street.replace('PO BOX', 'P.O. Box #'), unit, state, zip },
    { houseNumber: '12', street, unit, state, zip },
    { houseNumber, street, unit, state, zip: '99999' },
    { houseNumber, street: '', unit, state: 'ZZ', zip: '' },
  ];
}

describe.each([
  ['city', area('urban', false, 240)],
  ['village', area('rural', false, 160)],
  ['island', area('suburban', true, 160)],
  ['island country', area('exurban', true, 160)],
] as const)('in a %s', (_, place) => {
  it.each([0, 1])('people agree exactly where their addresses do, at an error rate of %d', (errors) => {
    const homes = homesOf(place, errors);
    const agreementOf = placeAgreement(homes, places);
    let same = 0;
    for (let home = 0; home < place.households; home += 4) {
      for (const request of waysToWrite(homes.addressOf(home))) {
        const agreement = agreementOf(request);
        places.forEach((scope, p) => {
          const found = agreement[p]!;
          for (let other = 0; other < place.households; other++) {
            const agrees = typeof found === 'boolean' ? found : found(other);
            if (scope.id === 'address' && agrees) same += 1;
            if (agrees === scope.agrees(request, homes.addressOf(other))) continue;
            expect.fail(`${scope.id}: ${JSON.stringify(request)}, ${homes.addressOf(other).street}`);
          }
        });
      }
    }
    // Nearly everybody is found at the address as it is, without the unit, and on one line.
    expect(same).toBeGreaterThan((2 * place.households) / 4);
  });
});

it('only the scope that reads streets is asked about each household', () => {
  const homes = homesOf(area('urban', false, 40), 0);
  const agreement = placeAgreement(homes, places)(homes.addressOf(0));
  const asked = places.filter((_, p) => typeof agreement[p] === 'function');
  expect(asked.map(({ id }) => id)).toEqual(['address']);
});

it('nobody is asked about an address without a number', () => {
  const homes = homesOf(area('rural', false, 40), 0);
  const agreementOf = placeAgreement(homes, places);
  const written = homes.addressOf(0);
  for (const street of ['MAIN ST', 'GENERAL DELIVERY', 'UNKNOWN']) {
    const agreement = agreementOf({
      state: written.state,
      zip: written.zip,
      houseNumber: '',
      street,
      unit: '',
    });
    expect(agreement[places.findIndex(({ id }) => id === 'address')]).toBe(false);
  }
});

it('counts of digits are the same exactly for the same digits in another order', () => {
  const sorted = (whole: number) => [...String(whole)].sort().join('');
  const numbers = fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 10 ** 15 - 1 }));
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      expect(digitCounts(a) === digitCounts(b)).toBe(sorted(a) === sorted(b));
    }),
    { seed: 1 },
  );
  expect(digitCounts(1204)).toBe(digitCounts(4201));
  expect(digitCounts(999_999_999_999_999)).not.toBe(digitCounts(999_999_999_999_998));
});

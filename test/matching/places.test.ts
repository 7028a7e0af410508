/** What must be true of every place scope of the registry, and what each takes for agreement. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address } from '../../src/matching/place.ts';
import { address } from '../../src/matching/places/address.ts';
import { places } from '../../src/matching/places/index.ts';
import { nation } from '../../src/matching/places/nation.ts';
import { state } from '../../src/matching/places/state.ts';
import { zip } from '../../src/matching/places/zip.ts';
import { personRecord } from './person-record.ts';

const anAddress: fc.Arbitrary<Address> = fc.record({
  houseNumber: fc.constantFrom('', '12', '12B', '12b'),
  street: fc.constantFrom('', 'ELM ST', 'Elm St.', 'OAK AVE'),
  unit: fc.constantFrom('', 'APT 4', 'Apt. 4', 'APT 5'),
  zip: fc.constantFrom('', '62701', '62702'),
  state: fc.constantFrom('', 'IL', 'il', 'TX'),
});

/** Addresses whose ZIP codes lie in the state that they name. */
const aConsistentAddress = fc
  .tuple(anAddress, fc.constantFrom('IL', 'il'))
  .map(([address, state]) => (address.zip === '' ? address : { ...address, state }));

describe.each(places)('$id', ({ id, agrees, label, describe: description }) => {
  it('says what it is', () => {
    expect(label).toMatch(/^\S.*\S$/);
    expect(description).toMatch(/^\S.*[^\s.]$/);
  });

  it('agrees both ways or neither', () => {
    fc.assert(
      fc.property(anAddress, anAddress, (a, b) => {
        expect(agrees(a, b)).toBe(agrees(b, a));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('agrees on the same address, and on nothing with one left blank, unless no place is asked', () => {
    const blank = personRecord({ houseNumber: '', street: '', unit: '', city: '', state: '', zip: '' });
    expect(agrees(personRecord(), personRecord())).toBe(true);
    expect(agrees(blank, personRecord())).toBe(id === 'nation');
    expect(agrees(blank, blank)).toBe(id === 'nation');
  });

  it('looks at no name, date or number of the person', () => {
    const other = { givenName: 'X', middleName: 'X', surname: 'X', suffix: '', dateOfBirth: '', tin: '' };
    expect(agrees(personRecord(), personRecord(other))).toBe(true);
  });
});

it('a pair that agrees in one scope agrees in every wider one', () => {
  fc.assert(
    fc.property(aConsistentAddress, aConsistentAddress, (a, b) => {
      const agreed = places.map(({ agrees }) => agrees(a, b));
      expect(agreed).toEqual(agreed.toSorted((wide, narrow) => Number(narrow) - Number(wide)));
    }),
    { seed: 2, numRuns: 2000 },
  );
});

describe('state', () => {
  it.each<[boolean, string, string]>([
    [true, 'CA', 'CA'],
    [true, 'ca', ' CA'],
    [false, 'CA', 'GA'],
    [false, 'CA', ''],
    [false, '', ''],
  ])('%s: %j and %j', (agreed, request, taxpayer) => {
    const at = (state: string) => personRecord({ state, zip: '62701' });
    expect(state.agrees(at(request), at(taxpayer))).toBe(agreed);
  });
});

it('nation asks for no place at all', () => {
  fc.assert(
    fc.property(anAddress, anAddress, (a, b) => {
      expect(nation.agrees(a, b)).toBe(true);
    }),
    { seed: 3, numRuns: 100 },
  );
});

describe('zip', () => {
  it.each<[boolean, Partial<Address>, Partial<Address>]>([
    [true, { zip: '62701', street: 'ELM ST' }, { zip: '62701', street: 'OAK AVE' }],
    [false, { zip: '62701' }, { zip: '62702' }],
    [false, { zip: '62701' }, { zip: '' }],
    [false, { zip: '' }, { zip: '' }],
  ])('%s: %j and %j', (agreed, request, taxpayer) => {
    expect(zip.agrees(personRecord(request), personRecord(taxpayer))).toBe(agreed);
  });
});

describe('address', () => {
  it.each<[boolean, Partial<Address>, Partial<Address>]>([
    [true, { unit: 'APT 4' }, { unit: 'APT 4' }],
    [true, { unit: 'APT 4' }, { unit: 'Apt. 4' }],
    [false, { unit: 'APT 4' }, { unit: 'APT 5' }],
    [true, { unit: 'APT 4' }, { unit: '' }],
    [true, { unit: '' }, { unit: 'APT 4' }],
    [true, { unit: '' }, { unit: '' }],
    [true, { street: 'N MAIN ST' }, { street: 'n. Main St.' }],
    [false, { street: 'N MAIN ST' }, { street: 'S MAIN ST' }],
    [false, { street: '' }, { street: '' }],
    [false, { street: 'N MAIN ST' }, { street: '' }],
    [true, { houseNumber: '120B' }, { houseNumber: '120b' }],
    [false, { houseNumber: '120' }, { houseNumber: '122' }],
    [false, { houseNumber: '37-21' }, { houseNumber: '3721' }],
    [false, { houseNumber: '' }, { houseNumber: '' }],
    [false, { zip: '62701' }, { zip: '62702' }],
    [false, { zip: '' }, { zip: '' }],
  ])('%s: %j and %j', (agreed, request, taxpayer) => {
    expect(address.agrees(personRecord(request), personRecord(taxpayer))).toBe(agreed);
  });
});

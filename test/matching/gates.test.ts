/** Gates, by hand-made records. The address gates are those of the court papers: their own examples must pass. */

import { describe, expect, it } from 'vitest';
import { gateList, type PairGate, type RequestGate } from '../../src/matching/gate.ts';
import { addressHoldsZip } from '../../src/matching/gates/address-holds-zip.ts';
import { addressNotBlank } from '../../src/matching/gates/address-not-blank.ts';
import { addressWellFormed } from '../../src/matching/gates/address-well-formed.ts';
import { dateOfBirthAgrees } from '../../src/matching/gates/date-of-birth-agrees.ts';
import { gates } from '../../src/matching/gates/index.ts';
import { nameAndTinAgree } from '../../src/matching/gates/name-and-tin-agree.ts';
import { tinSupplied } from '../../src/matching/gates/tin-supplied.ts';
import { personRecord } from './person-record.ts';

const blank = { houseNumber: '', street: '', unit: '', city: '', state: '', zip: '' };
type Changes = Parameters<typeof personRecord>[0];

const cases: readonly (readonly [gate: RequestGate, changes: Changes, holds: boolean])[] = [
  [tinSupplied, { tin: '900000001' }, true],
  [tinSupplied, { tin: '900-00-0001' }, true],
  [tinSupplied, { tin: '' }, false],
  [tinSupplied, { tin: '999999999' }, false],
  [tinSupplied, { tin: '12345' }, false],
  [addressNotBlank, {}, true],
  [addressNotBlank, blank, false],
  [addressNotBlank, { ...blank, street: '  ' }, false],
  [addressNotBlank, { ...blank, street: 'UNKNOWN' }, true],
  // Don't Care 12345 and 00000 are the court's examples (evidence match-rule-zip-proxy).
  [addressHoldsZip, { ...blank, street: "DON'T CARE", zip: '12345' }, true],
  [addressHoldsZip, { ...blank, street: '00000' }, true],
  [addressHoldsZip, { ...blank, street: 'FAILED TO PROVIDE', zip: '77001' }, true],
  [addressHoldsZip, { ...blank, zip: '62701-1234' }, true],
  [addressHoldsZip, { ...blank, zip: '627011234' }, true],
  [addressHoldsZip, { houseNumber: '12345', zip: '' }, true],
  [addressHoldsZip, { zip: '' }, false],
  [addressHoldsZip, { houseNumber: '123456', zip: '' }, false],
  [addressHoldsZip, blank, false],
  [addressWellFormed, {}, true],
  [addressWellFormed, { unit: '' }, true],
  [addressWellFormed, { houseNumber: '', street: 'PO BOX 12', unit: '' }, true],
  [addressWellFormed, { houseNumber: '', street: 'RR 2 BOX 152', unit: '' }, true],
  [addressWellFormed, { zip: '' }, false],
  [addressWellFormed, { zip: '00000' }, false],
  [addressWellFormed, { houseNumber: '' }, false],
  [addressWellFormed, { houseNumber: '', street: 'UNKNOWN ADDRESS', unit: '' }, false],
  [addressWellFormed, { houseNumber: '1', street: 'FAILED TO PROVIDE' }, false],
  [addressWellFormed, { houseNumber: '', street: 'GENERAL DELIVERY', unit: '' }, false],
  [addressWellFormed, blank, false],
];

describe('gates about a request', () => {
  it.each(cases)('$id holds of %j: %s', (gate, changes, holds) => {
    expect(gate.holds(personRecord(changes)), gate.id).toBe(holds);
  });

  it('are each shown holding and not holding', () => {
    for (const gate of gates.filter(({ about }) => about === 'request')) {
      const shown = cases.filter(([one]) => one === gate).map(([, , holds]) => holds);
      expect(new Set(shown).size, gate.id).toBe(2);
    }
  });

  it('an address that is well formed is not blank and holds a ZIP code', () => {
    for (const [, changes] of cases) {
      const record = personRecord(changes);
      if (!addressWellFormed.holds(record)) continue;
      expect(addressNotBlank.holds(record) && addressHoldsZip.holds(record)).toBe(true);
    }
  });
});

const pairs: readonly (readonly [gate: PairGate, request: Changes, holds: boolean])[] = [
  [dateOfBirthAgrees, {}, true],
  [dateOfBirthAgrees, { dateOfBirth: '' }, false],
  [dateOfBirthAgrees, { dateOfBirth: '1980-05-18' }, false],
  [nameAndTinAgree, {}, true],
  [nameAndTinAgree, { surname: 'GARCIA LOPEZ', givenName: 'ROSA' }, true],
  [nameAndTinAgree, { surname: 'LOPEZ' }, false],
  [nameAndTinAgree, { tin: '900000002' }, false],
  [nameAndTinAgree, { tin: '' }, false],
];

it.each(pairs)('a gate about a pair: %o', (gate, request, holds) => {
  expect(gate.holds(personRecord(request), personRecord())).toBe(holds);
});

describe('a list of gates', () => {
  it('admits and confirms what all of it do', () => {
    const list = gateList(gates, ['tin-supplied', 'address-not-blank', 'date-of-birth-agrees']);
    expect(list.looksAtPairs).toBe(true);
    expect(list.admits(personRecord())).toBe(true);
    expect(list.admits(personRecord({ tin: '' }))).toBe(false);
    expect(list.confirms(personRecord(), personRecord())).toBe(true);
    expect(list.confirms(personRecord(), personRecord({ dateOfBirth: '' }))).toBe(false);
  });

  it('of none admits everything and looks at nothing', () => {
    const none = gateList(gates, []);
    expect([none.admits(personRecord(blank)), none.looksAtPairs]).toEqual([true, false]);
  });

  it('refuses an unknown gate in one line', () => {
    expect(() => gateList(gates, ['locked'])).toThrow(/^unknown gate; one of tin-supplied, .*: locked$/);
  });
});

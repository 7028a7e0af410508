/** Two generated addresses are the same home by their parts exactly where they are written the same. */

import { describe, expect, it } from 'vitest';
import type { Address } from '../../src/matching/place.ts';
import { address } from '../../src/matching/places/address.ts';
import { population } from '../../src/population/population.ts';
import { loadTables } from '../../src/population/tables.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { addressParts, sameBuilding } from '../../src/text/address.ts';

const DWELLINGS = 700;

/** The rule for records that are written alike: equal texts, or equal but for a missing unit. */
const writtenAlike = (a: Address, b: Address) =>
  a.houseNumber === b.houseNumber &&
  a.street === b.street &&
  (a.unit === b.unit || a.unit === '' || b.unit === '');

const file = population(loadScenario('irs-ice-2025'), 11, loadTables());
const { layout } = file;
const all = Array.from({ length: layout.zipAreas }, (_, i) => i);
const areas = ['00926', '10025', '33142', '84101', '59718', '90011']
  .map((code) => all.find((i) => layout.area(i).code === code))
  .filter((i) => i !== undefined)
  .map((i) => layout.area(i));

it('some of the ZIP areas are there', () => expect(areas.length).toBeGreaterThan(3));

describe.each(areas)('ZIP area $code', (area) => {
  const homes = file.neighbourhood(area);
  const addresses = Array.from({ length: Math.min(DWELLINGS, area.dwellings) }, (_, i) => ({
    ...homes.addressText(homes.filedCode(i)),
    state: area.state,
    zip: area.code,
  }));

  it('keeps different streets apart', () => {
    const byParts = new Map<string, string>();
    for (const { street } of addresses) {
      const key = JSON.stringify(addressParts({ houseNumber: '1', street, unit: '' }));
      expect(byParts.get(key) ?? street).toBe(street);
      byParts.set(key, street);
    }
  });

  it('agrees where the texts do', () => {
    addresses.forEach((a, i) => {
      expect(address.agrees(a, a), JSON.stringify(a)).toBe(a.street !== '' && addressParts(a).number !== '');
      for (const b of addresses.slice(i + 1)) {
        if (a.houseNumber !== b.houseNumber || a.street !== b.street) continue;
        expect(address.agrees(a, b), JSON.stringify([a, b])).toBe(writtenAlike(a, b));
        expect(sameBuilding(addressParts(a), addressParts(b))).toBe(true);
      }
    });
  });
});

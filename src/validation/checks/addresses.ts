/** How many dwellings share a street address: all units of a building have one, until the unit number is lost. */

import type { CheckFamily } from '../check.ts';
import { areaRatio } from '../estimate.ts';
import type { Sample, SampledArea } from '../sample.ts';

const facts = [
  { id: 'five-units', fact: 'dwellings in buildings of 5 or more units', least: 5, share: 0.173 },
  { id: 'shared-address', fact: 'dwellings that share their street address', least: 2, share: 0.263 },
] as const;

export const addresses: CheckFamily = {
  id: 'addresses',
  checks: facts.map(({ id, fact, least, share }) => ({
    id,
    fact,
    source: { table: 'Census 2000, units in structure' },
    unit: 'share',
    target: share,
    tolerance: { relative: 0.05 },
    measure: (sample) =>
      areaRatio(sample, (area) => {
        const buildings = dwellingsByAddress(sample, area);
        const inLarge = buildings.reduce((sum, dwellings) => sum + (dwellings >= least ? dwellings : 0), 0);
        return [inLarge, area.area.dwellings];
      }),
  })),
};

/** How many dwellings have each street address of the area. */
function dwellingsByAddress({ population }: Sample, { area }: SampledArea): readonly number[] {
  const homes = population.neighbourhood(area);
  const counts = new Map<number, number>();
  for (let dwelling = 0; dwelling < area.dwellings; dwelling++) {
    const { street, houseNumber } = homes.addressCode(dwelling);
    const address = houseNumber * homes.streets + street;
    counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  return [...counts.values()];
}

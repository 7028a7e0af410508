/** How many people have one of the commonest surnames, whichever these are in the generated file. */

import { asOfCensus2010 } from '../census-2010.ts';
import type { CheckFamily } from '../check.ts';
import { ratio } from '../estimate.ts';
import type { Sample, SampledArea } from '../sample.ts';

const facts = [
  { count: 10, share: 0.049 },
  { count: 100, share: 0.173 },
  { count: 1000, share: 0.41 },
] as const;

export const topSurnames: CheckFamily = {
  id: 'top-surnames',
  checks: facts.map(({ count, share }) => ({
    id: `top-surnames-${count}`,
    fact: `people with one of the ${count.toLocaleString('en-US')} commonest surnames`,
    source: { table: 'Census 2010 surnames' },
    unit: 'share',
    target: share,
    tolerance: { relative: 0.05 },
    measure(present) {
      const sample = asOfCensus2010(present);
      const bearers = bearersOf(sample);
      const least = bearers.toSorted().at(-count) ?? 0;
      return ratio(sample, (area, cell) => {
        let atTop = 0;
        const { firstPerson, people } = area.area.cells[cell]!;
        for (let row = firstPerson; row < firstPerson + people; row++) {
          if (bearers[area.surnames[row]!]! >= least) atTop++;
        }
        return [atTop, people];
      });
    },
  })),
};

/** Estimated bearers of each surname in the file. */
function bearersOf(sample: Sample): Float64Array {
  const bearers = new Float64Array(sample.surnames);
  const add = ({ area, surnames, weights }: SampledArea) =>
    area.cells.forEach(({ firstPerson, people }, cell) => {
      for (let row = firstPerson; row < firstPerson + people; row++) {
        bearers[surnames[row]!]! += weights[cell]!;
      }
    });
  for (const area of sample.areas) add(area);
  return bearers;
}

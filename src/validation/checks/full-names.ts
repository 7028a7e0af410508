/**
 * Bearers of whole names. Given name and surname go together: drawn apart, there would be a seventh of the Maria
 * Garcias and twice the Michael Garcias.
 *
 * The published figures are estimates for everybody of about 2013, the file holds adults of today. Each decade of
 * birth in the file therefore counts as heavily as it did among the people of 2013, and shares are of 310
 * million people. Those born since 2008, whom the file cannot have, count as if they were born in 2000 to 2007.
 */

import type { CheckFamily } from '../check.ts';
import { ratio, times } from '../estimate.ts';
import type { Sample } from '../sample.ts';

const PEOPLE_2013 = 310_000_000;
/**
 * Share of the people of 2013 by decade of birth from the 1920s on: births by decade (Social Security Administration)
 * times the rough share still alive (0.28, 0.55, 0.78, 0.9, 0.95, 0.97, 0.98, 0.99; 1.75 for those born from 2000 on).
 */
const FIRST_DECADE = 1920;
const sharesOf2013 = [0.012, 0.044, 0.0863, 0.1338, 0.1343, 0.1168, 0.1315, 0.1396, 0.2018];

const facts = [
  { given: 'James', surname: 'Smith', evidence: 'fullname-counts-538', bearers: 31_290 },
  { given: 'Maria', surname: 'Garcia', evidence: 'fullname-counts-538', bearers: 17_939 },
  { given: 'Maria', surname: 'Rodriguez', evidence: 'fullname-counts-538', bearers: 16_324 },
  { given: 'Michael', surname: 'Garcia', evidence: 'name-independence-error', bearers: 6737 },
] as const;

export const fullNames: CheckFamily = {
  id: 'full-names',
  checks: facts.map(({ given, surname, evidence, bearers }) => ({
    id: `full-name-${given}-${surname}`.toLowerCase(),
    fact: `people named ${given} ${surname}, as of 2013`,
    source: { evidence },
    unit: 'count',
    target: bearers,
    tolerance: { relative: 0.25 },
    measure(sample) {
      const weightOf = decadeWeights(sample);
      const surnameCode = sample.population.names.surnames.indexOf(surname.toUpperCase());
      const givenCode = sample.population.names.givenNames.indexOf(given.toUpperCase());
      const share = ratio(sample, ({ area, people }, cell) => {
        const { firstPerson, people: count } = area.cells[cell]!;
        let named = 0;
        for (let row = firstPerson; row < firstPerson + count; row++) {
          if (people.surname[row] === surnameCode && people.givenName[row] === givenCode) {
            named += weightOf[decadeOf(people.birthYear[row]!)]!;
          }
        }
        return [named, count];
      });
      return times(share, PEOPLE_2013);
    },
  })),
};

const decadeOf = (birthYear: number) =>
  Math.min(Math.max(Math.floor((birthYear - FIRST_DECADE) / 10), 0), sharesOf2013.length - 1);

/** By decade, its share of the people of 2013 over its share of the file. */
function decadeWeights({ areas }: Sample): readonly number[] {
  const inFile = new Float64Array(sharesOf2013.length);
  for (const { area, people, weights } of areas) {
    area.cells.forEach(({ firstPerson, people: count }, cell) => {
      for (let row = firstPerson; row < firstPerson + count; row++) {
        inFile[decadeOf(people.birthYear[row]!)]! += weights[cell]!;
      }
    });
  }
  const everybody = inFile.reduce((a, b) => a + b, 0);
  return sharesOf2013.map((share, decade) =>
    inFile[decade]! > 0 ? (share * everybody) / inFile[decade]! : 0,
  );
}

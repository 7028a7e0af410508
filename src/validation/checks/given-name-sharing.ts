/**
 * How often two people of one sex and cohort, born in the country, share a given name. The variety of names tripled
 * within a lifetime, so that older people have many more namesakes.
 */

import { type Sex, sexes } from '../../population/names.ts';
import { usBornCitizen } from '../../population/statuses.ts';
import type { CheckFamily } from '../check.ts';
import { chanceOfSharing, oneIn } from '../estimate.ts';

const cohorts = [
  { first: 1930, last: 1949, female: 115, male: 64 },
  { first: 1950, last: 1969, female: 164, male: 75 },
  { first: 1970, last: 1989, female: 205, male: 106 },
  { first: 1990, last: 2007, female: 383, male: 209 },
] as const;
const plural: Readonly<Record<Sex, string>> = { female: 'women', male: 'men' };

export const givenNameSharing: CheckFamily = {
  id: 'given-name-sharing',
  checks: (['male', 'female'] as const).flatMap((sex) => {
    const sexCode = sexes.indexOf(sex);
    return cohorts.map(({ first, last, [sex]: pairs }) => ({
      id: `given-name-sharing-${sex}-${first}`,
      fact: `two US-born ${plural[sex]} of ${first}-${last} share a given name`,
      source: { table: 'Social Security births' },
      unit: 'one in' as const,
      target: pairs,
      tolerance: { relative: 0.08 },
      measure: (sample) =>
        oneIn(
          chanceOfSharing(sample, {
            keys: sample.population.names.givenNames.length,
            keyOf: ({ people }) => people.givenName,
            includes: ({ people }, _, row) =>
              people.sex[row] === sexCode &&
              people.birthYear[row]! >= first &&
              people.birthYear[row]! <= last &&
              people.status[row] === usBornCitizen,
          }),
        ),
    }));
  }),
};

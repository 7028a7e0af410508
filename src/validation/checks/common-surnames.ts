/**
 * The hundred commonest surnames of the country, one by one: how many bear each, and how many of these are Hispanic.
 * One line for the worst of them and one for how many are too far off. As a hundred intervals are looked at, each has
 * a hundredth of the error (Bonferroni).
 */

import { field, readTable } from '../../population/tables/csv.ts';
import { asOfCensus2010 } from '../census-2010.ts';
import type { Check, CheckFamily } from '../check.ts';
import { LEVEL, type Measured, ratio } from '../estimate.ts';
import { communityOf, type Sample } from '../sample.ts';

const NAMES = 100;
const EACH_LEVEL = 1 - (1 - LEVEL) / NAMES;
/** People of the 2010 Census whose surname was counted, those with rare surnames among them. */
const COUNTED = 294_979_229;
const BEARERS_TOLERANCE = 0.1;
const HISPANIC_TOLERANCE = 0.03;

interface SurnameFact {
  readonly name: string;
  readonly shareOfPeople: number;
  readonly shareHispanic: number;
}

/** One name's distance from its fact, with interval. */
interface NamedDistance extends Measured {
  readonly name: string;
}

export const commonSurnames: CheckFamily = {
  id: 'common-surnames',
  checks: [
    ...pairOfChecks({
      id: 'bearers',
      words: 'bearers of each of the 100 commonest surnames',
      tolerance: BEARERS_TOLERANCE,
      distances: (sample) =>
        distances(sample, ({ shareOfPeople }, bearers) => {
          const { value, low, high } = ratio(
            sample,
            (area, cell) => [bearers(area.area.zip, cell), area.area.cells[cell]!.people],
            EACH_LEVEL,
          );
          const relative = (share: number) => share / shareOfPeople - 1;
          return { value: relative(value), low: relative(low), high: relative(high) };
        }),
    }),
    ...pairOfChecks({
      id: 'hispanic',
      words: 'Hispanic share of each of these surnames',
      tolerance: HISPANIC_TOLERANCE,
      distances: (sample) =>
        distances(sample, ({ shareHispanic }, bearers) => {
          const { value, low, high } = ratio(
            sample,
            (area, cell) => {
              const here = bearers(area.area.zip, cell);
              return [communityOf(area.area.cells[cell]!) === 'hispanic' ? here : 0, here];
            },
            EACH_LEVEL,
          );
          return { value: value - shareHispanic, low: low - shareHispanic, high: high - shareHispanic };
        }),
    }),
  ],
};

function pairOfChecks({
  id,
  words,
  tolerance,
  distances: measureAt,
}: {
  readonly id: string;
  readonly words: string;
  readonly tolerance: number;
  readonly distances: (sample: Sample) => readonly NamedDistance[];
}): readonly Check[] {
  const source = { table: 'Census 2010 surnames' };
  const measureAll = (sample: Sample) => measureAt(asOfCensus2010(sample));
  const isOutside = ({ value }: Measured) => !(Math.abs(value) <= tolerance);
  const isSurelyOutside = ({ low, high }: Measured) => low > tolerance || high < -tolerance;
  return [
    {
      id: `common-surnames-${id}-worst`,
      fact: `${words}: the worst distance`,
      source,
      unit: 'share',
      target: 0,
      tolerance: { absolute: tolerance },
      measure(sample) {
        const [worst] = measureAll(sample).toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
        return { ...worst!, note: signed(worst!) };
      },
    },
    {
      id: `common-surnames-${id}-outside`,
      fact: `${words}: how many are outside`,
      source,
      unit: 'names',
      target: 0,
      tolerance: { absolute: 0 },
      measure(sample) {
        const all = measureAll(sample);
        const outside = all.filter(isOutside);
        return {
          value: outside.length,
          low: outside.filter(isSurelyOutside).length,
          high: all.filter(({ low, high }) => low < -tolerance || high > tolerance).length,
          note: outside
            .toSorted((a, b) => b.value - a.value)
            .map(signed)
            .join(', '),
        };
      },
    },
  ];
}

const signed = ({ name, value }: NamedDistance) =>
  `${name} ${value < 0 ? '' : '+'}${(100 * value).toFixed(1)}%`;

/** The distance of each name; `bearers` of a name, by ZIP area and cell, are counted once for all. */
function distances(
  sample: Sample,
  distance: (fact: SurnameFact, bearers: (zip: number, cell: number) => number) => Measured,
): readonly NamedDistance[] {
  const facts = surnameFacts();
  const { surnames } = sample.population.names;
  const placeOfCode = new Int32Array(surnames.length).fill(-1);
  facts.forEach(({ name }, place) => {
    const code = surnames.indexOf(name);
    if (code >= 0) placeOfCode[code] = place;
  });
  const counts = new Map<number, readonly Int32Array[]>();
  for (const { area, people } of sample.areas) {
    const ofArea = area.cells.map((cell) => {
      const ofCell = new Int32Array(facts.length);
      for (let row = cell.firstPerson; row < cell.firstPerson + cell.people; row++) {
        const place = placeOfCode[people.surname[row]!] ?? -1;
        if (place >= 0) ofCell[place]! += 1;
      }
      return ofCell;
    });
    counts.set(area.zip, ofArea);
  }
  return facts.map((fact, place) => ({
    name: fact.name,
    ...distance(fact, (zip, cell) => counts.get(zip)![cell]![place]!),
  }));
}

/** The facts as they were published, not as the model reads them. */
function surnameFacts(): readonly SurnameFact[] {
  return readTable('surnames.csv')
    .rows.filter((row) => Number(field(row, 1)) <= NAMES)
    .map((row) => ({
      name: field(row, 0),
      shareOfPeople: Number(field(row, 2)) / COUNTED,
      shareHispanic: Number(field(row, 3)) / 100,
    }));
}

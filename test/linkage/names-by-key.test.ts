import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localNamesMaker, NOT_LISTED } from '../../src/linkage/local-names.ts';
import { namesByKey } from '../../src/linkage/names-by-key.ts';
import { doubleMetaphone } from '../../src/matching/comparators/double-metaphone.ts';
import { dictionary } from '../../src/matching/dictionary.ts';
import { doubleMetaphoneKeys } from '../../src/text/double-metaphone.ts';

// Some share both keys, some one of two; the last two have none.
const listed = [
  'CARLA',
  'KARLA',
  'CAROLA',
  'JORGE',
  'GEORGE',
  'ANA',
  'HANNAH',
  'JAIME',
  'JAMIE',
  'SEAN',
  'H',
  'WH',
];
const unlisted = ['CARLLA', 'JORJE', 'HANA', 'SHAUN', '1', ''];
const everyName = [...listed, ...unlisted];
const FLOOR = 0.75;

test('in one area after the other, finds the names that the comparator finds, each once', () => {
  expect(everyName.filter((name) => doubleMetaphoneKeys(name).length === 0).length).toBeGreaterThan(1);
  expect(everyName.filter((name) => doubleMetaphoneKeys(name).length === 2).length).toBeGreaterThan(3);
  const areas = fc.array(fc.array(fc.constantFrom(...everyName), { maxLength: 12 }), { maxLength: 4 });
  fc.assert(
    fc.property(areas, fc.boolean(), (areaNames, withGrades) => {
      const list = dictionary(listed);
      const { gradeOfKeys: _, ...compareOnly } = doubleMetaphone;
      const comparator = withGrades ? doubleMetaphone : compareOnly;
      const search = namesByKey(comparator, doubleMetaphoneKeys, list, FLOOR);
      const makeNames = localNamesMaker(list);
      for (const people of areaNames) {
        const names = makeNames(
          people.length,
          () => NOT_LISTED,
          (person) => people[person]!,
        );
        const similarTo = search(names);
        for (const name of everyName.filter((each) => each !== '')) {
          const { codes, scores } = similarTo(name);
          const found = Array.from(codes, (code, nth) => [names.dictionary.values[code]!, scores[nth]!]);
          const expected = [...new Set(people)]
            .map((other) => [other, doubleMetaphone.compare(name, other)] as const)
            .filter(([, score]) => score >= FLOOR);
          expect(found.sort()).toEqual(expected.map((each) => [...each]).sort());
        }
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

/** Causes found by household against the facts, each worked out on its own from truth, record and addresses. */

import { expect, it } from 'vitest';
import { causeOf, causes } from '../../src/linkage/causes.ts';
import { causeByHousehold, relationTo } from '../../src/linkage/relation.ts';
import { addressWellFormed } from '../../src/matching/gates/address-well-formed.ts';
import { requestsIn, smallWorld } from '../small-world.ts';

it('the cause of a match follows from where the household lives', () => {
  const { population, requests } = smallWorld({ seed: 5, people: 6000, requests: 900, zipAreas: 12 });
  const seen = causes.map(() => 0);
  for (let zip = 0; zip < population.layout.zipAreas; zip++) {
    const area = population.layout.area(zip);
    const neighbourhood = population.neighbourhood(area);
    const { dwellingOf, addressCode } = neighbourhood;
    const homes = { area, neighbourhood, dwellingOf };
    const dwellings = Array.from({ length: area.households }, (_, household) => dwellingOf(household));
    const codes = dwellings.map((dwelling) => addressCode(dwelling));
    for (const number of requestsIn(requests, zip)) {
      const truth = requests.truth(number);
      const { record } = requests.record(number, truth);
      const cause = causeByHousehold(homes, record, truth);
      const relation = relationTo(homes, record, truth);
      const isDoor = truth.recordedArea.zip === zip && addressWellFormed.holds(record);
      const recorded = addressCode(truth.recordedDwelling);
      for (let household = 0; household < area.households; household++) {
        const { street, houseNumber } = codes[household]!;
        const facts = {
          livesWithRequested: truth.area.zip === zip && truth.household === household,
          livesAtFormerAddress:
            isDoor && truth.isFormerAddress && dwellings[household] === truth.recordedDwelling,
          livesInUnitlessBuilding:
            isDoor &&
            record.unit === '' &&
            recorded.unit > 0 &&
            street === recorded.street &&
            houseNumber === recorded.houseNumber,
        };
        const expected = causeOf({ ...facts, matchedByNumber: false });
        if (cause(household) !== expected) expect.fail(`${number} ${household}: not ${causes[expected]!.id}`);
        if (expected === causes.length - 1) continue;
        expect(relation(household)).toEqual(facts);
        seen[expected]! += 1;
      }
    }
  }
  const tied = causes.flatMap(({ id }, i) => (seen[i]! > 0 ? [id] : []));
  expect(tied).toEqual(['household', 'occupant', 'building']);
});

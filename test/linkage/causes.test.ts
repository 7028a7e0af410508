/** Each cause of a wrong match, from the structure of a world in which it must occur. */

import { describe, expect, it } from 'vitest';
import { causeOf, causes } from '../../src/linkage/causes.ts';
import { type CountPlan, cellIndex, cells, settingOf } from '../../src/linkage/counts.ts';
import { linker } from '../../src/linkage/link-zip-area.ts';
import { emptyTally } from '../../src/linkage/tally.ts';
import { requestsIn, smallWorld } from '../small-world.ts';

const id = (index: number) => causes[index]!.id;
const none = {
  matchedByNumber: false,
  livesWithRequested: false,
  livesAtFormerAddress: false,
  livesInUnitlessBuilding: false,
};

describe('the cause of a wrong match', () => {
  it('is the number where the match came by it, whoever its holder is', () => {
    expect(id(causeOf({ ...none, matchedByNumber: true, livesWithRequested: true }))).toBe('number');
  });

  it('is the closest tie that there is', () => {
    expect(id(causeOf({ ...none, livesWithRequested: true, livesInUnitlessBuilding: true }))).toBe(
      'household',
    );
    expect(id(causeOf({ ...none, livesAtFormerAddress: true, livesInUnitlessBuilding: true }))).toBe(
      'occupant',
    );
    expect(id(causeOf({ ...none, livesInUnitlessBuilding: true }))).toBe('building');
    expect(id(causeOf(none))).toBe('namesake');
  });
});

describe('in a small world with many relatives, movers and lost units', () => {
  const world = smallWorld({ seed: 11, people: 100_000, requests: 14_000, zipAreas: 150 });
  // The widest net.
  const plan: CountPlan = {
    matchers: ['jaro-winkler'],
    places: ['zip', 'address'],
    rules: ['all'],
    thresholds: [0.7],
  };
  const { population, requests } = world;
  const tally = emptyTally(plan);
  const link = linker(population, requests, plan);
  for (let zip = 0; zip < population.layout.zipAreas; zip++) {
    link.link(population.layout.area(zip), requestsIn(requests, zip), tally);
  }
  const peopleByCause = (place: number): Readonly<Record<string, number>> =>
    Object.fromEntries(
      causes.map(({ id: cause }) => [
        cause,
        tally.sum[
          settingOf(plan, 0, place, 0) * cells.length + cellIndex('people-wrongly-matched', `cause:${cause}`)
        ]!,
      ]),
    );
  const inZip = peopleByCause(0);
  const atAddress = peopleByCause(1);

  it('every cause occurs, but for the number: nobody was matched by it', () => {
    for (const [cause, count] of Object.entries(inZip)) {
      if (cause === 'number') expect(count).toBe(0);
      else expect(count, cause).toBeGreaterThan(0);
    }
  });

  it('at one address there are hardly any strangers: relatives, later occupants and neighbours', () => {
    expect(atAddress['namesake']).toBe(0);
    expect(atAddress['household']).toBeGreaterThan(atAddress['occupant']!);
    expect(atAddress['occupant']).toBeGreaterThan(0);
    expect(atAddress['building']).toBeGreaterThan(0);
  });

  it('in one ZIP area most are strangers', () => {
    expect(inZip['namesake']).toBeGreaterThan(10 * inZip['household']!);
  });
});

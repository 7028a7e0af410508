/** A plan with places on both sides of a ZIP area: its halves are counted apart and stand together in one tally. */

import { describe, expect, it } from 'vitest';
import { type CountPlan, cells, halvesOf, settingOf } from '../../../src/linkage/counts.ts';
import { linker } from '../../../src/linkage/link-zip-area.ts';
import { linkShard } from '../../../src/linkage/shard.ts';
import { decodeTally, encodeTally, type Tally } from '../../../src/linkage/tally.ts';
import { wideLinker } from '../../../src/linkage/wide/link-register.ts';
import { registerColumns } from '../../../src/linkage/wide/register-columns.ts';
import { requestsIn, smallWorld } from '../../small-world.ts';

const { population, requests } = smallWorld({ seed: 11, people: 1500, requests: 60, zipAreas: 4 });
const zipAreas = Array.from({ length: population.layout.zipAreas }, (_, zip) => zip);
const lists = zipAreas.map((zip) => requestsIn(requests, zip));
const recorded = {
  numbers: Int32Array.from(lists.flatMap((list) => [...list])),
  starts: Int32Array.from(
    [0, ...zipAreas].map((_, i) => lists.slice(0, i).reduce((n, l) => n + l.length, 0)),
  ),
};
const register = registerColumns(requests, [], 0, requests.size);
const plan: CountPlan = {
  matchers: ['exact', 'jaro-winkler'],
  places: ['nation', 'zip', 'state', 'address'],
  rules: ['all'],
  thresholds: [0.8, 0.9, 1],
};

function linked(of: CountPlan): Tally {
  const { narrow, wide } = halvesOf(of);
  const linkers = {
    narrow: narrow && linker(population, requests, narrow),
    wide: wide && wideLinker(population, requests, register, wide, []),
  };
  return linkShard(
    { id: 's', stratum: 0, zipAreas, taxpayers: 0, peopleShare: 0.5 },
    population,
    linkers,
    recorded,
    of,
  );
}

describe('a plan of wide and narrow places', () => {
  const both = linked(plan);
  const [narrow, wide] = [halvesOf(plan).narrow!, halvesOf(plan).wide!];

  it('is cut by place alone', () => {
    expect(narrow).toEqual({ ...plan, places: ['zip', 'address'] });
    expect(wide).toEqual({ ...plan, places: ['nation', 'state'] });
  });

  it.each([
    ['wide', wide],
    ['narrow', narrow],
  ])('counts its %s places as if they were alone', (_, half) => {
    const alone = linked(half);
    let counted = 0;
    half.matchers.forEach((_matcher, m) => {
      half.places.forEach((place, p) => {
        const [from, to] = [settingOf(half, m, p, 0), settingOf(plan, m, plan.places.indexOf(place), 0)];
        const size = plan.thresholds.length;
        for (const column of ['sum', 'squares', 'requestSquares', 'wrongTimesCorrect'] as const) {
          const width = column === 'wrongTimesCorrect' ? 1 : cells.length;
          const there = both[column].slice(to * width, (to + size) * width);
          expect(there).toEqual(alone[column].slice(from * width, (from + size) * width));
          counted += there.reduce((a, b) => a + b, 0);
        }
      });
    });
    expect(counted).toBeGreaterThan(0);
  });

  it('knows how much was linked, and how many were looked up', () => {
    expect(both).toMatchObject({ zipAreas: 4, taxpayers: 1500, requests: recorded.numbers.length });
    expect(both.lookedUp).toBe(linked(wide).lookedUp);
  });

  it('can be stored and read again', () => {
    expect(decodeTally(encodeTally(both, 'key'), 'key', plan)).toEqual(both);
  });
});

import { describe, expect, it } from 'vitest';
import { mainlandStreets } from '../../../src/population/addresses/street-names.ts';
import { loadTables } from '../../../src/population/tables.ts';
import { expectProportion } from '../../expect-proportion.ts';

const tables = loadTables();
const streetsOf = mainlandStreets(tables, 1);
const first = (zip: number, count: number) => {
  const street = streetsOf(zip);
  return Array.from({ length: count }, (_, n) => street(n));
};
const BEFORE = /^(N|S|E|W|NE|NW|SE|SW) /;
const QUADRANT_AFTER = / (NE|NW|SE|SW)$/;

describe('streets', () => {
  it('of a ZIP area are all different, and the same in any order', () => {
    const streets = first(3, 1500);
    expect(new Set(streets).size).toBe(1500);
    const again = streetsOf(3);
    expect([700, 0, 1499].map(again)).toEqual([700, 0, 1499].map((n) => streets[n]));
    expect(first(4, 20)).not.toEqual(streets.slice(0, 20));
  });

  it('are the same whether a far one is asked for first or all of them in turn', () => {
    for (const zip of [11, 12, 13]) {
      const inTurn = first(zip, 2000);
      for (const far of [0, 1, 511, 512, 1023, 1999]) expect(streetsOf(zip)(far)).toBe(inTurn[far]);
    }
  });

  it('have names of which none begins with a directional, so that no two are written alike', () => {
    const { surnames } = tables.nameSamplers;
    const names = [...tables.streets.map(({ name }) => name.toUpperCase()), ...surnames];
    expect(names.filter((name) => BEFORE.test(name))).toEqual([]);
  });

  it('bear a quadrant all together or not at all', () => {
    const ways = { before: 0, after: 0, cardinal: 0 };
    for (let zip = 0; zip < 2000; zip++) {
      const streets = first(zip, 30);
      const after = streets.filter((street) => QUADRANT_AFTER.test(street)).length;
      const before = streets.filter((street) => /^[NS][EW] /.test(street)).length;
      expect([0, 30]).toContain(after);
      expect([0, 30]).toContain(before);
      ways[after > 0 ? 'after' : before > 0 ? 'before' : 'cardinal']++;
    }
    expectProportion(ways.after, 2000, 0.06);
    expectProportion(ways.before, 2000, 0.04);
  });

  it('have a cardinal point in front one time in five where there are no quadrants', () => {
    let streets = 0;
    let pointed = 0;
    for (let zip = 0; zip < 400; zip++) {
      const here = first(zip, 25);
      if (here.some((street) => QUADRANT_AFTER.test(street) || /^[NS][EW] /.test(street))) continue;
      streets += here.length;
      pointed += here.filter((street) => BEFORE.test(street)).length;
    }
    expectProportion(pointed, streets, 0.2);
  });

  it('have a name that is not a directional', () => {
    for (const street of first(7, 2000)) {
      const name = street
        .replace(BEFORE, '')
        .replace(QUADRANT_AFTER, '')
        .replace(/ [A-Z]+$/, '');
      expect(name, street).toMatch(/^(?![NSEW]\b).*[A-Z]{2}(?<! [NSEW])$/);
    }
  });

  it('are named by national frequency', () => {
    // TIGER/Line: 33,484 of about 9.4 million roads are called Main, 31,450 Second, 29,262 Third.
    const common = /^([NSEW]{1,2} )?(MAIN|SECOND|THIRD) [A-Z]+( [NS][EW])?$/;
    let found = 0;
    let roads = 0;
    for (let zip = 0; zip < 400; zip++) {
      const streets = first(20_000 + zip, 260);
      roads += streets.length;
      found += streets.filter((street) => common.test(street)).length;
    }
    // One drawn twice in a ZIP area with the same type and directional is drawn again, so common names lose a little.
    const share = found / roads / ((33_484 + 31_450 + 29_262) / 9_400_000);
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(1.05);
  });
});

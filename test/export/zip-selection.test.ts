import { describe, expect, it } from 'vitest';
import { inhabitedStates, selectZipAreas } from '../../src/export/zip-selection.ts';
import type { Layout } from '../../src/population/layout.ts';

/** 300 ZIP areas of three states; those of ZZ, and every tenth, have nobody. */
const layout = {
  zipAreas: 300,
  area: (zip: number) => {
    const state = ['AA', 'BB', 'ZZ'][Math.floor(zip / 100)]!;
    return { zip, state, people: state === 'ZZ' || zip % 10 === 0 ? 0 : 100 };
  },
} as Layout;

describe('selectZipAreas', () => {
  it('takes every inhabited area for a share of 1, in order', () => {
    const { chosen, outOf } = selectZipAreas(layout, 1, 3);
    expect(chosen).toEqual(Array.from({ length: 200 }, (_, zip) => zip).filter((zip) => zip % 10 !== 0));
    expect(outOf).toBe(180);
  });

  it('takes those of a state', () => {
    const { chosen, outOf } = selectZipAreas(layout, 1, 3, 'BB');
    expect(outOf).toBe(90);
    expect(chosen.filter((zip) => zip < 100 || zip >= 200)).toEqual([]);
    expect(selectZipAreas(layout, 1, 3, 'ZZ')).toEqual({ chosen: [], outOf: 0 });
  });

  it('takes the share asked for, at least one, the smaller within the larger', () => {
    const few = selectZipAreas(layout, 0.1, 3).chosen;
    const more = selectZipAreas(layout, 0.5, 3).chosen;
    expect([few.length, more.length]).toEqual([18, 90]);
    expect(few.filter((zip) => !more.includes(zip))).toEqual([]);
    expect(selectZipAreas(layout, 1e-9, 3).chosen.length).toBe(1);
  });

  it('depends on the seed and nothing else', () => {
    expect(selectZipAreas(layout, 0.1, 3)).toEqual(selectZipAreas(layout, 0.1, 3));
    expect(selectZipAreas(layout, 0.1, 3)).not.toEqual(selectZipAreas(layout, 0.1, 4));
  });
});

it('inhabitedStates leaves out where nobody lives', () => {
  expect(inhabitedStates(layout)).toEqual(['AA', 'BB']);
});

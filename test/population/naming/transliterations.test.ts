import { describe, expect, it } from 'vitest';
import { transliterationVariants } from '../../../src/population/naming/transliterations.ts';
import { readTransliterations } from '../../../src/population/tables/transliterations.ts';
import { names } from './world.ts';

const groups = readTransliterations();

describe('the groups of spellings', () => {
  it('are 250 or more, each of two or more different spellings in capitals', () => {
    expect(groups.length).toBeGreaterThanOrEqual(250);
    for (const { spellings } of groups) {
      expect(spellings.length).toBeGreaterThan(1);
      expect(new Set(spellings).size).toBe(spellings.length);
      for (const name of spellings) expect(name).toMatch(/^[A-Z]+( [A-Z]+)*$/);
    }
  });

  it('are found in the population: two thirds of them in several spellings', () => {
    const listed = new Set([...names.surnames, ...names.givenNames]);
    const borne = groups.map(({ spellings }) => spellings.filter((name) => listed.has(name)).length);
    expect(borne.filter((count) => count >= 2).length / groups.length).toBeGreaterThan(2 / 3);
  });
});

describe('transliterationVariants', () => {
  it('are symmetric, and never the name itself', () => {
    for (const name of groups.flatMap(({ spellings }) => spellings)) {
      const variants = transliterationVariants(name);
      expect(variants.length).toBeGreaterThan(0);
      expect(variants).not.toContain(name);
      expect(new Set(variants).size).toBe(variants.length);
      for (const variant of variants) expect(transliterationVariants(variant)).toContain(name);
    }
  });

  it.each([
    ['MOHAMMED', 'MUHAMMAD'],
    ['SERGEY', 'SERGEI'],
    ['XU', 'HSU'],
    ['ZHANG', 'CHANG'],
    ['CHOWDHURY', 'CHAUDHURI'],
    ['LEE', 'RHEE'],
  ])('%s may be %s', (name, variant) => {
    expect(transliterationVariants(name)).toContain(variant);
  });

  it('of a name from no other script are none', () => {
    expect(transliterationVariants('SMITH')).toEqual([]);
    expect(transliterationVariants('')).toEqual([]);
  });
});
